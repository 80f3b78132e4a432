import SaanText

/// Reads what a resource says of its sheets, and of columns that become rows.
enum ShapeReading {
  /// Reads `sheet`, `sheetColumn`, `fileColumn` and `unpivot`.
  static func read(
    _ map: inout DescriptorMapping, into resource: inout Resource, _ found: inout Diagnostics
  ) {
    let sheets = map.texts("sheet", &found)
    if sheets.contains(JoinedParts.allSheets) {
      resource.joined.isOfAllSheets = true
    } else if sheets.count > 1 {
      resource.joined.sheets = sheets
    } else {
      resource.sheet = sheets.first ?? resource.sheet
    }
    resource.joined.sheetColumn = column("sheetColumn", &map, resource, &found)
    resource.joined.fileColumn = column("fileColumn", &map, resource, &found)
    resource.unpivot = map.take("unpivot").flatMap { unpivot($0, resource, &found) }
  }

  /// A column that the table gets; it is to be one of the schema, where there is one.
  private static func column(
    _ key: String, _ map: inout DescriptorMapping, _ resource: Resource, _ found: inout Diagnostics
  ) -> String? {
    guard let name = map.text(key, &found) else { return nil }
    if let schema = resource.schema, !schema.fields.contains(where: { $0.isAmong([name]) }),
      let place = map.take(key)?.place
    {
      found.add(.unknownField(name, among: schema.fields.map(\.name), at: place))
    }
    return name
  }

  private static func unpivot(
    _ item: YAMLNode, _ resource: Resource, _ found: inout Diagnostics
  ) -> Unpivot? {
    guard var map = DescriptorMapping(item, Wording(en: "unpivot", th: "unpivot"), &found) else {
      return nil
    }
    var unpivot = Unpivot(columns: map.texts("columns", &found))
    if unpivot.columns.isEmpty { found.add(.missingKey("columns", map.kind, at: item.place)) }
    unpivot.key = column("key", &map, resource, &found) ?? unpivot.key
    unpivot.value = column("value", &map, resource, &found) ?? unpivot.value
    unpivot.keepsEmpty = map.choice("empty", among: ["skip", "keep"], &found) == "keep"
    map.finish(&found)
    return unpivot.columns.isEmpty ? nil : unpivot
  }
}
