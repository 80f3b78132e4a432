import SaanData
import SaanImages
import SaanText

/// How each value of a row of a file came to be, for a person to read: the cell, what is written in
/// it, and what was made of it.
///
/// - Parameters:
///   - row: the number of the row as its file shows it.
///   - descriptor: a Data Package descriptor that describes the file; without one, types are
///     inferred from the values.
///   - themes: where the program's own files are, its gazetteer among them.
/// - Returns: nothing where the table has no such row; the diagnostics say why.
package func explainRow(
  _ row: Int, of path: String, descriptor: String? = nil, at place: TablePlace,
  themes: ProgramThemes, workshop: Workshop? = nil, _ language: MessageLanguage
) throws -> Outcome<String?> {
  let reading = try TableReading(
    path, descriptor: descriptor, at: place, isDraft: true, workshop: workshop)
  let areas = programGazetteer(besides: themes).map {
    allAreas(of: DataPackage.empty, in: $0, GazetteerSettings())
  }
  return explain(row, of: path, reading, areas, language)
}

/// How the values of a row came to be, of a table that has been read.
func explain(
  _ row: Int, of path: String, _ reading: TableReading, _ areas: AreaTable?,
  _ language: MessageLanguage
) -> Outcome<String?> {
  var found = reading.diagnostics
  guard let resource = reading.resource, let table = reading.table else {
    return Outcome(nil, found)
  }
  let rows = explainRows(row, of: table, reading.files, as: resource)
  guard !rows.isEmpty else {
    // Rows that are left out have been told, with what they are.
    found = Diagnostics(found.all.filter { $0.place?.row == row })
    found.add(.noSuchRow(row, at: .file(path: path)))
    return Outcome(nil, found)
  }
  let parts = rows.map { RowReport(origin: $0, areas: areas).lines(language) }
  let told = found.all.filter { $0.place?.row == row }
  let text = parts.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  return Outcome(text, Diagnostics(told))
}

/// The lines that explain a row.
private struct RowReport {
  let origin: RowOrigin
  let areas: AreaTable?

  func lines(_ language: MessageLanguage) -> [String] {
    let place = origin.row.place
    let head: String
    if case .cell(let path, let sheet, let row, _) = place {
      let parts = [path, sheet, Wording(en: "row \(row)", th: "แถว \(row)").text(in: language)]
      head = parts.compactMap { $0 }.joined(separator: " › ")
    } else {
      head = ""
    }
    return [head] + origin.cells.map { "  " + line($0).text(in: language) } + area(language)
  }

  private func line(_ cell: CellOrigin) -> Wording {
    let name = cell.field.name
    if cell.field.isPrivate {
      return Wording(en: "\(name): private, not shown", th: "\(name): ส่วนตัว ไม่แสดง")
    }
    let source = words(cell)
    let heading = cell.heading.map { $0 == name ? "" : " '\($0)'" } ?? ""
    let result = cell.value.map { "= \($0)" }
    return Wording(
      en: "\(name) \(result ?? "is missing") ← \(source.en)\(heading), \(type(cell).en)",
      th: "\(name) \(result ?? "ไม่มีค่า") ← \(source.th)\(heading) \(type(cell).th)")
  }

  private func words(_ cell: CellOrigin) -> Wording {
    let text = cell.written.map { "'\($0)'" }
    switch cell.source {
    case .cell(let address):
      return Wording(
        en: "\(address) \(text ?? "(empty)")", th: "\(address) \(text ?? "(ว่าง)")")
    case .above(let address):
      return Wording(
        en: "filled down from \(address) \(text ?? "")",
        th: "ค่าจากเซลล์ข้างบน \(address) \(text ?? "")")
    case .name: return Wording(en: "the name of the sheet or file", th: "ชื่อแผ่นงานหรือไฟล์")
    case .heading: return Wording(en: "the heading", th: "หัวคอลัมน์")
    case .none: return Wording(en: "no column of the file", th: "ไม่มีคอลัมน์ในไฟล์")
    }
  }

  private func type(_ cell: CellOrigin) -> Wording {
    let name = cell.field.type.rawValue
    if cell.isMissingWord {
      return Wording(en: "which stands for no value", th: "ซึ่งหมายถึงไม่มีค่า")
    }
    if cell.value == nil, cell.written != nil {
      return Wording(en: "which is no \(name)", th: "ซึ่งไม่ใช่ค่าชนิด \(name)")
    }
    if cell.value != cell.written, cell.written != nil {
      return cell.field.isBuddhist
        ? Wording(
          en: "read as \(name) of the Buddhist Era", th: "อ่านเป็น \(name) ปีพุทธศักราช")
        : Wording(en: "read as \(name)", th: "อ่านเป็น \(name)")
    }
    return Wording(en: name, th: "ชนิด \(name)")
  }

  /// The area that the row is of, by the program's own places.
  private func area(_ language: MessageLanguage) -> [String] {
    guard let areas else { return [] }
    let named = origin.row.table.namingAreasByCode(areas)
    let tag: Language.Tag = language == .english ? .english : .thai
    guard let text = named[origin.row.index].string("area") else { return [] }
    guard let area = areas[text] else {
      return [
        "  "
          + Wording(en: "place '\(text)': not known", th: "พื้นที่ '\(text)': ไม่รู้จัก")
          .text(in: language)
      ]
    }
    let names = ([area] + areas.path(upFrom: area)).map { $0.name[tag] }
    return [
      "  "
        + Wording(
          en: "place: \(area.code), \(names.joined(separator: ", "))",
          th: "พื้นที่: \(area.code) \(names.joined(separator: " "))"
        ).text(in: language)
    ]
  }
}

extension Place {
  /// The row that it names.
  fileprivate var row: Int? {
    if case .cell(_, _, let row, _) = self { return row }
    return nil
  }
}
