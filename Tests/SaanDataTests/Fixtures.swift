import SaanText

@testable import SaanData

/// A table from text, with its diagnostics as they are printed.
func read(
  _ text: String, path: String = "funds.csv", _ schema: TableSchema? = nil,
  limits: DataLimits = DataLimits()
) -> (table: Table?, report: String) {
  read(Array(text.utf8), path: path, schema, limits: limits)
}

func read(
  _ bytes: [UInt8], path: String, sheet: String? = nil, _ schema: TableSchema? = nil,
  limits: DataLimits = DataLimits()
) -> (table: Table?, report: String) {
  let resource = Resource(name: "funds", path: path, sheet: sheet, schema: schema)
  let outcome = readTable(DataFile(path: path, bytes: bytes), as: resource, limits: limits)
  return (outcome.value, DiagnosticPrinter().text(outcome.diagnostics))
}

/// The values of a column in their plain form.
func column(_ name: String, of table: Table?) -> [String?] {
  table?.rows.map { $0.string(name) } ?? []
}

extension Field {
  /// A field with changes.
  init(_ name: String, _ type: FieldType = .string, _ change: (inout Field) -> Void = { _ in }) {
    self.init(name: name, type: type)
    change(&self)
  }
}
