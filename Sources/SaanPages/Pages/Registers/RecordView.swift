import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// A row of a register as templates see it, in one language.
///
/// It reads the columns of the table when it is asked; lists of thousands cost nothing before.
struct RecordView: Sendable {
  let reader: Reader
  let row: RowReader
  /// The area whose list shows the row: readers need not be told of it again.
  let listedArea: AreaID?

  init(reader: Reader, register: RegisterReader, row: RowID, listedArea: AreaID? = nil) {
    self.reader = reader
    self.row = register.row(row)
    self.listedArea = listedArea
  }

  /// The name, or the id of a row without one, and the language that it is in.
  var titleAndLanguage: (title: String, language: Language.Tag) {
    row.texts.name?.text(of: row.values).map { ($0.text, $0.language) } ?? (row.id, reader.tag)
  }

  /// The names of the areas, from the narrowest to the province; in a list those inside its area.
  var place: String { row.place(inside: listedArea) }

  /// The province's own page.
  private var province: Value {
    row.province.map { reader.areaValue(reader.areas.all[$0]) } ?? .none
  }

  private func field(_ position: Int, style: DateStyle) -> Value {
    let column = row.texts.columns[position]
    let shown = text(of: column, style: style)
    return Value(
      RegisterFieldRecord(
        name: column.name, title: column.title, titleLanguage: column.titleLanguage,
        text: shown?.text ?? "–", unit: column.unit, unitLanguage: column.unitLanguage,
        language: (shown?.language ?? reader.tag).rawValue, isNumeric: column.column.isNumeric,
        isMissing: shown == nil, value: machineValue(of: column)))
  }

  /// The values as texts, without those that are missing.
  var texts: [String] {
    row.texts.columns.compactMap { text(of: $0, style: .long)?.text }
  }

  /// The years of its dates as the readers of other eras count them.
  var otherYears: [String] {
    var seen = Set<String>()
    return row.texts.columns.flatMap { column -> [String] in
      let number = column.column.column
      let date: CalendarDate? =
        switch column.column.field.type {
        case .date, .year, .yearmonth: row.values.date(number)
        case .period: row.values.period(number).map { CalendarDate($0) }
        default: nil
        }
      return date?.years ?? []
    }.filter { seen.insert($0).inserted }
  }

  /// The picture that the row names.
  private var picture: PictureRecord? {
    guard let column = row.values.table.pictureColumns.first else { return nil }
    return reader.picture(named: row.values.string(column) ?? "", of: row.values, column)
  }

  /// The columns that lists show.
  private var cells: [Value] { row.register.listed.map { field($0, style: .medium) } }

  private var values: Value {
    .map(
      TemplateMap(
        keys: row.register.valueKeys,
        values: row.texts.columns.map { Value(text(of: $0, style: .long)?.text) }))
  }

  /// A value as readers of the language write it, and the language of its text.
  private func text(
    of column: RegisterTexts.Column, style: DateStyle
  ) -> (text: String, language: Language.Tag)? {
    let row = row.values
    let number = column.column.column
    switch column.column.field.type {
    case .integer, .number:
      return row.exactNumber(number).map { ($0.text(.grouped), reader.tag) }
    case .date, .year, .yearmonth:
      return row.date(number).map { date in
        (date.text(date.precision == .year ? .eraYear : style, in: reader.language), reader.tag)
      }
    case .period:
      return row.period(number).map { period in
        let date = CalendarDate(period)
        return (date.text(date.isOfYears ? .eraYear : style, in: reader.language), reader.tag)
      }
    case .boolean:
      return row.boolean(number).map { flag in
        (reader.phrase(flag ? .yes : .no), reader.tag)
      }
    case .string, .any, .image:
      guard let text = column.text(of: row) else { return nil }
      guard let label = column.column.labels[text.text]?.spoken(for: reader.tag) else {
        return text
      }
      return (label.text, label.language)
    }
  }

  /// What a number or date is sorted by in a reader's browser; texts are sorted as they stand.
  private func machineValue(of column: RegisterTexts.Column) -> String? {
    switch column.column.field.type {
    case .integer, .number, .date, .year, .yearmonth, .period:
      row.values.string(column.column.column)
    default: nil
    }
  }
}

extension RecordView: TemplateObject {
  static let table = ObjectTable<RecordView>(
    "record",
    [
      .init("id", .string, "the row's id") { .string($0.row.id) },
      .init("title", .string, "what the row is called") { .string($0.titleAndLanguage.title) },
      .init("title_lang", .string, "the language that the title is in") {
        .string($0.titleAndLanguage.language.rawValue)
      },
      .init("url", .string, "the href of its page") { .string($0.row.url) },
      .init(
        "area", .record(AreaLinkRecord.self),
        "the area that it names, with the href of the register's list of it"
      ) { $0.row.areas.first ?? .none },
      .init(
        "areas", .list(of: .record(AreaLinkRecord.self)),
        "that area and those around it up to the province, the narrowest first"
      ) { .list($0.row.areas) },
      .init(
        "place", .string, "the names of these areas; in the list of an area, of those inside it"
      ) { .string($0.place) },
      .init(
        "province", .record(AreaLinkRecord.self), "the province, with the href of its own page"
      ) { $0.province },
      .init(
        "fields", .list(of: .record(RegisterFieldRecord.self)),
        "the public columns but id, name and area, as the reader's language writes them"
      ) { record in .list(record.row.register.fields.indices.map { record.field($0, style: .long) })
      },
      .init(
        "cells", .list(of: .record(RegisterFieldRecord.self)),
        "those of the columns that the register's lists show"
      ) { .list($0.cells) },
      .init(
        "image", .record(PictureRecord.self),
        "the picture that its first column of type `image` names; none without one"
      ) { $0.picture.map { Value($0) } ?? .none },
      .init("values", .map(of: .string), "the texts of all columns by their names") { $0.values },
    ])
}
