import SaanData
import SaanText

/// The sheets of a file that are read as one table, and how.
struct ChosenSheets {
  let read: [TableShape]
  let others: [TableShape]
  /// The file as a table without a schema.
  let resource: Resource

  /// Chooses the sheets that are named; else the only one with most of the table's columns among
  /// those that people see, or all that have them where each is called after a province.
  ///
  /// - Parameter schema: the table that the rows are for; `nil` of one that is new.
  init?(
    from shapes: [TableShape], at place: TablePlace, _ schema: TableSchema?, _ name: String,
    _ file: DataFile, _ areas: AreaTable
  ) {
    let seen = shapes.filter { !$0.isHidden }
    let chosen: [TableShape]
    if place.sheets == [JoinedParts.allSheets] {
      chosen = seen
    } else if !place.sheets.isEmpty {
      chosen = place.sheets.compactMap { name in shapes.first { $0.sheet == name } }
      guard chosen.count == place.sheets.count else { return nil }
    } else {
      chosen = Self.best(of: seen, schema, areas)
    }
    guard let first = chosen.first else { return nil }
    var resource = Resource(name: name, path: file.path, sheet: first.sheet)
    place.say(in: &resource)
    if chosen.count > 1 {
      resource.sheet = nil
      resource.joined.isOfAllSheets = false
      resource.joined.sheets = chosen.compactMap(\.sheet)
      let isOfProvinces =
        chosen.allSatisfy { areas.namesProvince($0) } && !first.hasProvinces
      resource.joined.sheetColumn = isOfProvinces ? "จังหวัด" : schema == nil ? "แผ่นงาน" : nil
    }
    resource.dialect.head = place.headRows ?? first.head
    resource.dialect.filledDown += first.merged.filter { !place.filledDown.contains($0) }
    read = chosen
    others = shapes.filter { shape in !chosen.contains { $0.sheet == shape.sheet } }
    self.resource = resource
  }

  private static func best(
    of seen: [TableShape], _ schema: TableSchema?, _ areas: AreaTable
  ) -> [TableShape] {
    let fitting: [TableShape]
    if let schema {
      let most = seen.map { $0.matches(schema) }.max() ?? 0
      fitting = seen.filter { $0.matches(schema) == most }
    } else {
      fitting = seen.filter { $0.headings.count > 1 }
    }
    guard fitting.count > 1 else { return fitting }
    // What is no province beside sheets that are, such as a summary, is none of the table.
    let ofProvinces = fitting.filter(areas.namesProvince)
    let isOneHead = ofProvinces.allSatisfy { $0.headings == ofProvinces[0].headings }
    return ofProvinces.count > 1 && isOneHead ? ofProvinces : []
  }

  /// The headings that the table has, with the columns that reading adds.
  var headings: [String] {
    let added = [resource.joined.sheetColumn, resource.unpivot?.key, resource.unpivot?.value]
    return read[0].headings + added.compactMap { $0 }
  }
}

extension AreaTable {
  /// Whether a sheet is called after a province.
  fileprivate func namesProvince(_ shape: TableShape) -> Bool {
    shape.sheet.flatMap { index($0) }.map { all[$0].areaClass == .province } ?? false
  }
}

extension TableShape {
  /// Whether a column of it holds provinces.
  fileprivate var hasProvinces: Bool {
    headings.contains { heading in
      Headings.forms(of: heading).contains { ["จังหวัด", "province", "Province"].contains($0) }
    }
  }
}
