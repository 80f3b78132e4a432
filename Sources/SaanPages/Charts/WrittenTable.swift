import SaanTemplate
import SaanText

/// The table in a chart's body, out of the HTML that our own Markdown writer made of it.
///
/// A cell that shows a figure has the number for machines in a `data` element, which counts; of all
/// others the text does.
struct WrittenTable: Sendable {
  private(set) var head: [String] = []
  private(set) var rows: [[Value]] = []
  /// What the figures in the cells count, beside each cell.
  private(set) var units: [[String?]] = []
  /// What the figures in the cells say in parentheses: whose value it is together.
  private(set) var remarks: [[String?]] = []
  /// How many tables there are.
  private(set) var count = 0

  init(html: String) {
    var isHead = false
    var row: [Cell] = []
    var cell: Cell?
    var rest = Substring(html)
    while let open = rest.firstIndex(of: "<") {
      cell?.add(text: rest[..<open])
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      switch tag.prefix(while: { $0 != " " }) {
      case "table": count += 1
      case "thead": isHead = true
      case "/thead": isHead = false
      case "tr": row = []
      case "th", "td": cell = Cell()
      case "data": cell?.add(data: tag)
      case "/data": cell?.isInFigure = false
      case "/th", "/td":
        if let cell { row.append(cell) }
        cell = nil
      case "/tr" where isHead: head = row.map { $0.value.text ?? "" }
      case "/tr":
        rows.append(row.map(\.value))
        units.append(row.map(\.unit))
        remarks.append(row.map(\.remark))
      default: break
      }
    }
  }

  private struct Cell {
    var text = ""
    var data: [String] = []
    var isInFigure = false
    /// The text of the figures alone.
    private var told = ""

    mutating func add(text more: Substring) {
      let more = unescaped(more)
      text += more
      if isInFigure { told += more }
    }

    /// Takes the value of `data value="…"`.
    mutating func add(data tag: Substring) {
      isInFigure = true
      guard let start = tag.firstRange(of: "value=\"") else { return }
      data.append(String(tag[start.upperBound...].prefix { $0 != "\"" }))
    }

    /// The words after the figure's number, unless they are those beside a single thing.
    var unit: String? {
      guard data.count == 1, let number = data.first.flatMap({ ExactNumber($0) }),
        number != ExactNumber(1)
      else { return nil }
      let words = text.drop { !$0.isNumber }.drop { $0.isNumber || ",.\u{A0} ".contains($0) }
      let unit = String(words.prefix { $0 != "(" }).trimmedOfSpaces
      return unit.isEmpty ? nil : unit
    }

    /// The words in parentheses at the end of the only figure.
    var remark: String? {
      let words = told.trimmedOfSpaces
      guard data.count == 1, words.hasSuffix(")"), let start = words.lastIndex(of: "(") else {
        return nil
      }
      return String(words[words.index(after: start)...].dropLast())
    }

    /// The number for machines, if there is just one, with the words before it.
    var value: Value {
      guard data.count == 1, let number = data.first, ExactNumber(number) != nil else {
        return .string(text.trimmedOfSpaces)
      }
      let start = text.prefix { !$0.isNumber && $0 != "-" }
      return .string(String(start).trimmedOfSpaces.isEmpty ? number : start + number)
    }
  }
}

/// The text with `&amp;` and its kin turned back.
private func unescaped(_ text: Substring) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
  let entities = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&amp;", "&"),
  ]
  return entities.reduce(String(text)) { text, entity in
    text.split(separator: entity.0, omittingEmptySubsequences: false).joined(separator: entity.1)
  }
}
