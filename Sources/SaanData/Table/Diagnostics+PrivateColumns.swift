import SaanText

extension Diagnostic {
  /// The columns that a description marks private are left out of what is printed.
  package static func privateColumns(of table: Table) -> Diagnostic? {
    let names = table.fields.filter(\.isPrivate).map(\.name)
    guard !names.isEmpty else { return nil }
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .note, "private-columns",
      Wording(
        en:
          "left out, for the descriptor marks \(names.count == 1 ? "it" : "them") private: \(list)",
        th: "ไม่นำคอลัมน์เหล่านี้มาด้วย เพราะไฟล์คำอธิบายกำหนดให้เป็นส่วนตัว: \(list)"),
      at: .file(path: table.path))
  }
}
