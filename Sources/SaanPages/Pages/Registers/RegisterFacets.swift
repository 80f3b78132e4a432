import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension RegisterView {
  /// How many values a column may have that names none of them in its description.
  private static let fewValues = 6

  /// The columns of its lists that have few values to choose from, each with how many rows of a
  /// list have it.
  ///
  /// - Parameter group: the area of the list; `nil` for all rows.
  func facets(of group: GroupID? = nil) -> [Value] {
    guard let table = reader.table(own.table)?.whole else { return [] }
    let rows = own.rows(of: group)
    return own.listed.compactMap { position in
      let column = texts.columns[position]
      let field = column.column.field
      let categories = field.categories.map(\.value)
      let allowed = categories.isEmpty ? field.constraints.allowed : categories
      guard field.type == .string else { return nil }
      var counts: [String: Int] = [:]
      var languages: [String: Language.Tag] = [:]
      for row in rows {
        guard let (text, language) = column.text(of: table[row]) else { continue }
        counts[text, default: 0] += 1
        languages[text] = language
      }
      // Of a column that any text may stand in only few values that come again say something.
      let isFew = counts.count <= Self.fewValues && counts.count * 2 <= rows.count
      guard !allowed.isEmpty || isFew else { return nil }
      let order =
        allowed.isEmpty
        ? counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) } : allowed
      let values = order.compactMap { value in
        counts[value].map { count in
          let label = column.column.labels[value]?.spoken(for: reader.tag)
          return Value(
            FacetValueRecord(
              value: value, title: label?.text ?? value,
              language: (label?.language ?? languages[value] ?? reader.tag).rawValue,
              count: count))
        }
      }
      guard values.count > 1 else { return nil }
      return Value(
        FacetRecord(
          name: column.name, title: column.title, titleLanguage: column.titleLanguage,
          values: values))
    }
  }
}

/// A column of a register by which its rows can be told apart.
struct FacetRecord: TemplateRecord {
  let name: Value
  let title: Value
  let titleLanguage: Value
  let values: [Value]

  static let table = ObjectTable<FacetRecord>(
    "facet",
    [
      .init("name", .string, "the column") { $0.name },
      .init("title", .string, "its title") { $0.title },
      .init("title_lang", .string, "the language that the title is in") { $0.titleLanguage },
      .init(
        "values", .list(of: .record(FacetValueRecord.self)),
        "the values that rows have, in the order of the table's description"
      ) { .list($0.values) },
    ])
}

/// A value of such a column.
struct FacetValueRecord: TemplateRecord {
  let value: String
  let title: String
  let language: String
  let count: Int

  static let table = ObjectTable<FacetValueRecord>(
    "value of a facet",
    [
      .init("value", .string, "as the table has it") { .string($0.value) },
      .init("title", .string, "as readers see it") { .string($0.title) },
      .init("title_lang", .string, "the language of that") { .string($0.language) },
      .init("count", .number, "how many rows have it") { .int($0.count) },
    ])
}
