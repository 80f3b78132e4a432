import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension RegisterView {
  /// The columns of its lists that have few values to choose from, each with how many rows of a
  /// list have it.
  ///
  /// - Parameter group: the area of the list; `nil` for all rows.
  func facets(of group: GroupID? = nil) -> [Value] {
    guard let table = reader.table(own.table)?.whole else { return [] }
    let rows = own.rows(of: group)
    return own.listed.compactMap { position in
      let column = texts.columns[position]
      let allowed = column.column.field.constraints.allowed
      guard column.column.field.type == .string, !allowed.isEmpty else { return nil }
      var counts: [String: Int] = [:]
      for row in rows {
        guard let text = column.text(of: table[row])?.text else { continue }
        counts[text, default: 0] += 1
      }
      let values = allowed.compactMap { value in
        counts[value].map { count in
          let label = column.column.labels[value]?.spoken(for: reader.tag)
          return Value(
            FacetValueRecord(
              value: value, title: label?.text ?? value,
              language: (label?.language ?? reader.tag).rawValue, count: count))
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
