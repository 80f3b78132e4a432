import SaanText

/// Rows of the `areas` table as text: those of the gazetteer that a site uses, with what its own
/// table says of them, then the rows that are its own alone.
struct AreaLines {
  /// The columns of every line, those of districts and subdistricts first.
  static let columns = [
    "code", "name", "name@en", "parent", "postal_code", "also", "subdistricts", "class",
    "region_scheme", "iso", "slug", "abbr", "abbr@en", "provinces", "districts", "start", "end",
    "replaces", "tile_col", "tile_row", "lat", "lon", "source",
  ]

  /// What the site's own table says, by code.
  private let own: [String: OwnArea]
  private var csv: [UInt8] = []
  /// The number of each line in the site's own table; 0 where it has none.
  private var numbers: [UInt32] = []
  private var codes: Set<String> = []

  init(own table: Table?) {
    var own: [String: OwnArea] = [:]
    for row in table?.rows ?? Table.noRows {
      guard let area = OwnArea(row), own[area.code] == nil else { continue }
      own[area.code] = area
    }
    self.own = own
    csv.appendCSVRow(Self.columns)
  }

  /// Adds the lines of a part of the gazetteer whose codes a closure wants.
  mutating func add(
    _ part: Gazetteer.Part, of gazetteer: Gazetteer, where isWanted: (Substring) -> Bool
  ) {
    for line in gazetteer.lines(part) {
      let code = String(decoding: line.prefix { $0 != UInt8(ascii: ",") }, as: UTF8.self)
      guard isWanted(code[...]), codes.insert(code).inserted else { continue }
      if let mine = own[code] {
        var cells = String(decoding: line + part.rest, as: UTF8.self)
          .split(separator: ",", omittingEmptySubsequences: false).map { String($0) as String? }
        for (index, name) in Self.columns.enumerated() { cells[index] = mine[name] ?? cells[index] }
        csv.appendCSVRow(cells)
        numbers.append(mine.number)
      } else {
        csv += line
        csv += part.rest
        csv.append(UInt8(ascii: "\n"))
        numbers.append(0)
      }
    }
  }

  /// The table of all lines, the site's own last.
  ///
  /// - Parameter path: where the site's own table lies.
  func table(path: String?) -> Table? {
    var (csv, numbers) = (csv, numbers)
    for area in own.values.sorted(by: { $0.number < $1.number }) where !codes.contains(area.code) {
      csv.appendCSVRow(Self.columns.map { area[$0] })
      numbers.append(area.number)
    }
    return madeTable(
      csv, numbers, name: "areas", path: path ?? Table.gazetteerPath,
      schema: KnownTable.named("areas")?.schema(among: ["areas"]))
  }
}

/// A row of a site's own table of areas.
private struct OwnArea {
  let code: String
  let number: UInt32
  private let row: Row

  init?(_ row: Row) {
    guard let code = row.string("code") else { return nil }
    (self.code, self.row, number) = (code, row, UInt32(row.number))
  }

  /// What it says in a column of the gazetteer, whose own language is Thai.
  subscript(column: String) -> String? {
    switch column {
    case "name", "abbr":
      let text = row.localized(column)
      return text?.exact(.thai) ?? row.string(column)
    case "name@en": return row.localized("name")?.exact(.english)
    case "abbr@en": return row.localized("abbr")?.exact(.english)
    default: return row.string(column)
    }
  }
}

extension Gazetteer.Part {
  /// What stands behind the columns that a line has, up to the last one.
  fileprivate var rest: [UInt8] {
    switch self {
    case .districts: Array(",district".utf8) + commas(15)
    case .subdistricts: Array(",,subdistrict".utf8) + commas(15)
    default: []
    }
  }

  private func commas(_ count: Int) -> [UInt8] { Array(repeating: UInt8(ascii: ","), count: count) }
}

/// A table of a text that the program has put together.
///
/// - Parameter numbers: the number of each row in the file that it stands for.
func madeTable(
  _ csv: [UInt8], _ numbers: [UInt32], name: String, path: String, schema: TableSchema?,
  language: Language.Tag = .thai
) -> Table? {
  var resource = Resource(name: name, path: path, schema: schema)
  resource.format = "csv"
  resource.language = language
  return readMadeTable(DataFile(path: path, bytes: csv), as: resource)?.numbered(numbers)
}
