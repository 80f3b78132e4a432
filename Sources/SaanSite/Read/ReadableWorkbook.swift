import SaanData
import SaanImages

/// A file with a table, as it can be read: of a workbook of old Excel or of LibreOffice a new one
/// is made, where LibreOffice is installed.
///
/// Where it is not, or cannot read the file either, the file stays as it is, and who reads it tells
/// how to save it. Nothing is told of what was made: the program opens what people see in it.
func readable(_ file: DataFile, in workshop: Workshop?) -> DataFile {
  guard let workshop, let ending = file.foreignWorkbook,
    let bytes = try? workshop.make(.workbook(of: file.bytes.array, ending: ending))
  else { return file }
  return DataFile(path: file.path, bytes: bytes)
}

extension ToolOrder {
  /// A new workbook of one of another kind.
  fileprivate static func workbook(of bytes: [UInt8], ending: String) -> ToolOrder {
    // Pages of HTML would be opened as texts.
    let reader = ending == "html" ? ["--infilter=HTML (StarCalc)"] : []
    var order = ToolOrder(
      .soffice,
      ["--headless", "--norestore", "--nolockcheck"] + reader
        + ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", ".", "table.\(ending)"],
      inputs: [Input("table.\(ending)", bytes)], output: "table.xlsx")
    order.limits.memory = 4 << 30
    order.limits.seconds = 60
    order.limits.fileSize = 512 << 20
    // It says what it does.
    order.isQuiet = false
    return order
  }
}
