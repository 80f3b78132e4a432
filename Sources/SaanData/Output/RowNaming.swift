import SaanText

extension TableDraft {
  /// Gives the columns that say what rows are called and where they are the names by which pages
  /// look for them; none of these is private, for a row is called by what everybody may read.
  mutating func nameRows(in table: Table) {
    for index in columns.indices
    where columns[index].isPrivate && Self.rowNames.contains(columns[index].name) {
      columns[index].name = "column_\(index + 1)"
    }
    let isPlaced = columns.contains { ["area", "province"].contains($0.name) }
    if !isPlaced, let place = columns.indices.first(where: { holdsAddresses($0, of: table) }) {
      columns[place].name = "area"
    }
    guard !columns.contains(where: { ["name", "title"].contains($0.name) }) else { return }
    if let name = columns.indices.first(where: { columns[$0].couldName }) {
      columns[name].name = "name"
    }
  }

  private static let rowNames = ["id", "name", "title", "area"]

  /// Whether most values of a column are places with the words for their classes: `ต.นาดี อ.ปราสาท`.
  private func holdsAddresses(_ column: Int, of table: Table) -> Bool {
    guard columns[column].type == .string, !columns[column].isPrivate else { return false }
    let values = table.rows.lazy.compactMap { $0.string(column) }.prefix(50)
    let places = values.count { text in
      PlaceName(text).parts.count { $0.areaClass != nil } > 1
    }
    return places > 0 && places * 2 >= values.count
  }

  /// The first headings that could say what rows are called, where none does.
  package var unnamed: [String]? {
    guard known == nil, !columns.contains(where: { ["name", "title"].contains($0.name) }) else {
      return nil
    }
    let texts = columns.filter {
      $0.type == .string && !$0.isPrivate && !$0.isOfPlaces && $0.name != "id"
    }
    return texts.prefix(4).map(\.header)
  }
}

extension ColumnDraft {
  /// Whether its heading is what a table's rows are, as `โครงการ` is over the names of projects.
  fileprivate var couldName: Bool {
    type == .string && !isPrivate && !isOfPlaces && Headings.namesThings(header)
  }
}

extension Headings {
  /// Whether a heading is the word for things that have names, and says nothing of them.
  static func namesThings(_ heading: String) -> Bool {
    forms(of: heading).contains { form in
      let text = form.lowercased().filter { !$0.isWhitespace }
      return things.contains(text) || ["ราย", "นาม"].contains { text.hasPrefix($0 + "ชื่อ") }
    }
  }

  private static let things: Set<String> = [
    "โครงการ", "กิจกรรม", "กลุ่ม", "ชุมชน", "องค์กร", "หน่วยงาน", "กองทุน", "สภา", "สภาองค์กรชุมชน",
    "กองทุนสวัสดิการ", "ป่าชุมชน", "หมู่บ้าน", "โรงเรียน", "วัด", "ศูนย์", "เครือข่าย", "สหกรณ์", "สมาคม",
    "มูลนิธิ", "วิสาหกิจ", "วิสาหกิจชุมชน", "ธนาคาร", "ตลาด", "สวน", "รายการ", "เรื่อง", "หัวข้อ", "แหล่งน้ำ",
    "project", "activity", "group", "community", "organisation", "organization", "agency", "fund",
    "village", "school", "centre", "center", "network", "item",
  ]
}
