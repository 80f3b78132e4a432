/// A sheet of a file, and where its table seems to be; a text has one sheet without a name.
package struct TableShape: Sendable {
  package let sheet: String?
  /// Whether nobody sees it who opens the workbook.
  package let isHidden: Bool
  /// The rows of the head.
  package let head: ClosedRange<Int>
  package let headings: [String]
  /// The columns in which cells of several rows are merged.
  package let merged: [String]
  /// What is written above the head: a title, the day of the data.
  package let above: [(row: Int, text: String)]
}
