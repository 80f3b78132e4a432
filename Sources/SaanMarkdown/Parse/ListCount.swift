import CCmarkGFM
import SaanText

/// How the numbers go on that an author gave the items of a list.
///
/// Markdown keeps the first alone and counts on from it.
struct ListCount {
  let first: Int
  var items = 0
  /// Whether all items have the number of the first, as writers of Markdown do.
  var isConstant = true
  var isTold = false
}

extension DocumentBuilder {
  /// Tells of the first item of a list that is shown with another number than its author wrote,
  /// and of a year at the beginning of a line that makes it a list.
  mutating func countItem(_ node: OpaquePointer) {
    guard options.tellsLeftovers, let open = counts.last, var count = open, !count.isTold else {
      return
    }
    let start = places.offset(
      line: cmark_node_get_start_line(node), column: cmark_node_get_start_column(node))
    let digits = text.bytes[min(start, text.bytes.count)...].prefix { $0.isDigit }
    guard digits.count < 10, digits.endIndex < text.bytes.count,
      let written = Int(String(decoding: digits, as: UTF8.self))
    else { return }
    let shown = count.first + count.items
    count.items += 1
    let marker = span(digits.startIndex..<digits.endIndex + 1)
    if shown == count.first {
      count.isTold = written > Self.largestFirst
      if count.isTold { tell(.yearBeginsList(marker.text, at: marker.place)) }
    } else {
      let isAsBefore = count.isConstant && written == count.first
      count.isConstant = isAsBefore
      // A second item goes on counting; later ones of a list of equal numbers do not.
      count.isTold = !isAsBefore && written != shown
      if count.isTold { tell(.itemNumber(marker.text, shown: shown, at: marker.place)) }
    }
    counts[counts.count - 1] = count
  }

  /// What is larger is no item's number but a year.
  private static let largestFirst = 1000
}
