import SaanText

extension AreaColumns {
  /// Reads `areaColumns: {province: จังหวัด, district: อำเภอ, subdistrict: ตำบล}`; a heading serves as
  /// well as the field's own name.
  init(_ node: YAMLNode, of fields: [Field], _ found: inout Diagnostics) {
    self.init()
    let kind = Wording(en: "areaColumns", th: "areaColumns")
    guard var map = DescriptorMapping(node, kind, &found) else { return }
    for kind in Self.classes {
      guard let written = map.text(kind.rawValue, &found) else { continue }
      let field = fields.first { $0.name == written || $0.aliases.contains(written) }
      self.fields[kind] = field?.name
      guard field == nil, let place = map.take(kind.rawValue)?.place else { continue }
      found.add(.unknownField(written, among: fields.map(\.name), at: place))
    }
    map.finish(&found)
  }
}
