import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// A date as templates see it: it prints and sorts as its ISO form, with the time of day where
/// one is known.
struct DateView: Sendable, TemplateObject {
  let moment: Moment
  /// The zone that its time of day is of.
  var zone = Zone.bangkok
  private var date: CalendarDate { moment.date }

  static let table = ObjectTable<DateView>(
    "date",
    [
      .init("year", .number, "the Gregorian year") { .int($0.date.year) },
      .init("month", .number, "the month, if it is known") { view in
        view.date.month.map { .int($0) } ?? .none
      },
      .init("day", .number, "the day, if it is known") { view in
        view.date.day.map { .int($0) } ?? .none
      },
      .init("iso", .string, "the date as ISO 8601 writes it") { .string($0.date.iso) },
      .init("time", .string, "the time of day in its zone, such as 09:00, if it is known") {
        Value($0.moment.clock)
      },
      .init("datetime", .string, "date and time with the zone, the date alone without a time") {
        .string($0.moment.iso(in: $0.zone))
      },
    ])

  var templateText: Value? { .string(moment.iso) }
  var templateKey: Value? { .string(moment.iso) }
}

extension Value {
  /// A date, or none.
  init(date: CalendarDate?) {
    self.init(moment: date.map { Moment($0) })
  }

  /// A date with its time of day in a zone, or none.
  init(moment: Moment?, in zone: Zone = .bangkok) {
    self = moment.map { Value(DateView(moment: $0, zone: zone)) } ?? .none
  }

  /// The rows of a table, each with its columns by name.
  ///
  /// A translated column is in the reader's language; private columns are left out.
  init(_ table: Table, language: Language.Tag) {
    let fields = table.fields.filter { !$0.isPrivate && $0.language == nil }
    let keys = MapKeys(fields.map(\.name))
    self = .list(
      table.rows.map { row in
        .map(TemplateMap(keys: keys, values: fields.map { Value($0, of: row, language: language) }))
      })
  }

  private init(_ field: Field, of row: Row, language: Language.Tag) {
    guard !row.isMissing(field.name) else {
      self = .none
      return
    }
    switch field.type {
    case .integer: self = row.integer(field.name).map { .int($0) } ?? .none
    case .number: self = row.number(field.name).map { .double($0) } ?? .none
    case .boolean: self = row.boolean(field.name).map { .bool($0) } ?? .none
    default: self = Value(row.string(field.name, in: language)?.text)
    }
  }

  /// The date that a value stands for: a date, or text in a form that a user may write.
  var date: CalendarDate? {
    switch self {
    case .object(let object): object["iso"]?.text.flatMap(CalendarDate.init(iso:))
    case .string(let text): try? Moment.read(text).get().date
    case .int(let year): CalendarDate(year: year)
    default: nil
    }
  }

  /// The exact number that a value stands for.
  var exactNumber: ExactNumber? {
    switch self {
    case .int(let value): ExactNumber(value)
    // A small number has more decimals than fit: those beyond the 18th are left out.
    case .double(let value):
      ExactNumber(value)
        ?? (value.magnitude < 1
          ? ExactNumber(mantissa: Int64((value * 1e18).rounded()), scale: 18) : nil)
    case .string(let text): ExactNumber(text)
    default: nil
    }
  }
}
