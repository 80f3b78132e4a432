import SaanData
import SaanTemplate
import SaanText

/// The areas that a call names: by their codes, or as all of a kind.
struct ChartAreas: Sendable {
  let reader: Reader

  private var table: AreaTable { reader.areas }
  private var tag: Language.Tag { reader.tag }

  /// An area by its code, its ISO code or its slug.
  func position(_ name: String) throws(TemplateFault) -> AreaID {
    if let index = table.index(name) { return index }
    throw .unknown(
      Wording(en: "area", th: "พื้นที่"), name,
      among: table.described.flatMap { [$0.code, $0.slug] } + Self.groups + schemes)
  }

  /// All areas of a kind, or those with the codes; only those inside another where one is named.
  func positions(
    _ names: [String], within wider: String? = nil
  ) throws(TemplateFault) -> [AreaID] {
    var found: [AreaID] = []
    if names.count == 1, let name = names.first, let members = members(ofGroup: name) {
      found = members
    } else {
      for name in names { found.append(try position(name)) }
    }
    guard let wider else { return found }
    let around = try position(wider)
    return found.filter { table.ancestors[$0].contains(around) }
  }

  private static let groups = [
    "provinces", "regions", "districts", "subdistricts", "municipalities",
  ]

  /// The ways in which the country is divided into regions.
  private var schemes: [String] { Set(table.all.compactMap(\.scheme)).sorted() }

  private func members(ofGroup name: String) -> [AreaID]? {
    func all(_ areaClass: AreaClass) -> [AreaID] { table.all(areaClass).map(\.id) }
    switch name {
    case "provinces": return all(.province)
    case "regions": return table.regions.map(\.id)
    case "districts": return all(.district)
    case "subdistricts": return all(.subdistrict)
    case "municipalities": return all(.municipality)
    default:
      let members = table.all.filter { $0.scheme == name }.map(\.id)
      return members.isEmpty ? nil : members
    }
  }

  /// The kind that all areas are of, if they are of one.
  func kind(of areas: [AreaID]) -> AreaClass? {
    let kinds = Set(areas.map { table.all[$0].areaClass })
    return kinds.count == 1 ? kinds.first : nil
  }

  /// Whether all of them are parts of the country as an organisation divides it for itself.
  func areOfDivision(_ areas: [AreaID]) -> Bool {
    let schemes = Set(areas.map { table.all[$0].scheme })
    guard schemes.count == 1, let scheme = schemes.first.flatMap({ $0 }) else { return false }
    return reader.figures.organisations.contains { $0.id == scheme }
  }

  func code(_ area: AreaID) -> String { table.all[area].code }

  func name(_ area: AreaID) -> String { table.all[area].name[tag] }

  /// Where an area's own page is, for those that have one.
  func href(_ area: AreaID) -> String? {
    let area = table.all[area]
    return [.province, .region].contains(area.areaClass) ? reader.url(of: area) : nil
  }

  /// The area of a kind that another lies in, or is itself.
  func area(of kind: AreaClass, around area: AreaID) -> AreaID? {
    var next: AreaID? = area
    while let area = next, table.all[area].areaClass != kind { next = table.all[area].parent }
    return next
  }
}
