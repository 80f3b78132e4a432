import CCmarkGFM
import SaanText

/// How the numbers go on that an author gave the items of a list.
///
/// Markdown keeps the first alone and counts on from it.
struct ListCount {
  let first: Int
  var items = 0
  /// The number of the item before.
  var previous = 0
  /// Whether all items have the number of the first, as writers of Markdown do.
  var isConstant = true
}

extension DocumentBuilder {
  /// Tells of an item that is shown with another number than its author wrote, once where several
  /// go on from it, and of a year at the beginning of a line that makes it an item.
  mutating func countItem(_ node: OpaquePointer) {
    guard options.tellsLeftovers, let open = counts.last, var count = open else { return }
    let start = places.offset(
      line: cmark_node_get_start_line(node), column: cmark_node_get_start_column(node))
    let digits = text.bytes[min(start, text.bytes.count)...].prefix { $0.isDigit }
    guard digits.count < 10, digits.endIndex < text.bytes.count,
      let written = Int(String(decoding: digits, as: UTF8.self))
    else { return }
    let shown = count.first + count.items
    let isFirst = count.items == 0
    let wasConstant = count.isConstant
    count.isConstant = wasConstant && written == count.first
    let goesOn = written == count.previous + 1 && (!wasConstant || count.items == 1)
    let marker = span(digits.startIndex..<digits.endIndex + 1)
    if written > Self.largestNumber, isFirst || (written != shown && !goesOn && !count.isConstant) {
      tell(.yearBeginsList(marker.text, at: marker.place))
    } else if !count.isConstant, !goesOn, written != shown {
      tell(.itemNumber(marker.text, shown: shown, at: marker.place))
    }
    count.items += 1
    count.previous = written
    counts[counts.count - 1] = count
  }

  /// What is larger is no item's number but a year.
  private static let largestNumber = 1000
}
