/// A register: its schema, and how a row of it is made up.
struct Register {
  let name: String
  let title: Bilingual
  /// What stands before the number in an id.
  let idPrefix: String
  /// How many rows there are at national scale.
  let count: Int
  let columns: [Column]
  /// What lists show beside name and area.
  let listColumns: [String]
  /// The cells after id, both names and area.
  let cells: @Sendable (inout SeededRandom) -> [String]
  /// The name of the row about a place.
  let naming: @Sendable (Bilingual) -> Bilingual

  static let all = [councils, funds, housing]

  /// The CSV table; rows are spread over the provinces as their subdistricts are.
  func table(rows: Int, areas: Areas, seed: UInt64) -> String {
    var text = (["id", "name", "name@en", "area"] + columns.map(\.name)).joined(separator: ",")
    text += "\n"
    let weighted = areas.provinces.flatMap { Array(repeating: $0, count: $0.subdistricts) }
    for number in 1...rows {
      var random = SeededRandom(seed: seed, part: name, number: number)
      let province = weighted[(number * 7919) % weighted.count]
      let knowsDistrict = random.happens(85)
      let district = random.pick(province.districts)
      let name = naming(PlaceNames.make(&random))
      let area = knowsDistrict ? district.code : province.code
      let cells = [idPrefix + padded(number, 5), name.th, name.en, area] + cells(&random)
      text += cells.map(quoted).joined(separator: ",")
      text += "\n"
    }
    return text
  }
}

/// A column of a register, in the words of Data Package.
struct Column {
  let name: String
  let type: String
  let title: Bilingual
  var unit: String?

  init(_ name: String, _ type: String, _ th: String, _ en: String, unit: String? = nil) {
    self.name = name
    self.type = type
    title = Bilingual(th, en)
    self.unit = unit
  }
}

/// A cell of CSV.
func quoted(_ cell: String) -> String {
  guard cell.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A }) else { return cell }
  return "\"" + cell.replacing("\"", with: "\"\"") + "\""
}

extension SeededRandom {
  /// Nothing, so many times in a hundred: no register is complete.
  mutating func orMissing(_ percent: Int, _ cell: String) -> String {
    happens(percent) ? "" : cell
  }

  /// A text and its English, as two cells.
  mutating func words(_ choices: [Bilingual]) -> [String] {
    let choice = pick(choices)
    return [choice.th, choice.en]
  }

  /// Now and then a remark.
  mutating func remark() -> [String] {
    guard happens(12) else { return ["", ""] }
    return words([
      Bilingual("รอปรับปรุงข้อมูลจากพื้นที่", "Waiting for news from the place itself"),
      Bilingual("ยอดนี้รวมสมาชิกที่ย้ายเข้ามาใหม่", "Includes members who have moved here"),
      Bilingual("ตัวเลขมาจากที่ประชุมประจำปี", "The figures were given to the yearly meeting"),
      Bilingual("รวมพื้นที่ของตำบลข้างเคียงไว้ด้วย", "Covers part of the next subdistrict, too"),
    ])
  }
}
