import SaanText

extension Table {
  /// The rows of no table.
  static var noRows: Rows {
    Rows(
      table: Table(
        storage: Storage(
          name: "", path: "", sheet: nil, schema: TableSchema(fields: []), headers: [],
          columns: [], numbers: [], text: FileBytes([]), rewritten: [], isTidy: true)))
  }
}

extension Row {
  /// A column with its translations: `name` is in the table's own language or in Thai letters,
  /// `name@en` in English.
  package func localized(_ name: String) -> Localized<String>? {
    var values: [(tag: Language.Tag?, value: String)] = []
    let translations = table.translations(of: name)
    if let text = string(name) {
      let hasThai = translations.contains { $0.language == .thai }
      values.append((hasThai ? table.language : table.language.corrected(by: text), text))
    }
    for (language, column) in translations {
      if let text = string(column) { values.append((language, text)) }
    }
    return Localized(values)
  }
}
