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
  let made = DataFile(path: file.path, bytes: bytes)
  return ending == "xls" && made.holdsUnreadWorkbook ? file : made
}

extension [UInt8] {
  /// A page whose cells say that they are texts, so that `001` stays what people see.
  fileprivate var withCellsOfText: [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(count + count / 4)
    for (index, byte) in enumerated() {
      page.append(byte)
      guard byte | 0x20 == UInt8(ascii: "d"), index >= 2,
        self[index - 1] | 0x20 == UInt8(ascii: "t"),
        self[index - 2] == UInt8(ascii: "<"), index + 1 < count,
        self[index + 1] <= 0x20 || self[index + 1] == UInt8(ascii: ">")
      else { continue }
      page += #" sdnum="1033;0;@""#.utf8
    }
    return page
  }
}

extension ToolOrder {
  /// A new workbook of one of another kind.
  fileprivate static func workbook(of bytes: [UInt8], ending: String) -> ToolOrder {
    // Pages of HTML would be opened as texts.
    let filters = ["html": "HTML (StarCalc)", "xml": "MS Excel 2003 XML"]
    let reader = filters[ending].map { ["--infilter=\($0)"] } ?? []
    let bytes = ending == "html" ? bytes.withCellsOfText : bytes
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
