import SaanTemplate
import SaanText

extension HTML {
  /// The words of markup that stays in a line, for those who show a text without its markup;
  /// `nil` where it holds more than words.
  ///
  /// Where a part of it is marked as a value that is stated (HTML's `data`), it is that part: what
  /// stands beside it, such as a hint that sources disagree, belongs to the full text.
  var wordsInLine: String? {
    var stated: [String] = []
    var open: String.Index?
    var rest = markup[...]
    while let start = rest.firstIndex(of: "<") {
      let tag = rest[rest.index(after: start)...].prefix { $0 != ">" }
      let isEnd = tag.first == "/"
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
      guard Self.elementsInLine.contains(name) else { return nil }
      rest = rest[tag.endIndex...].dropFirst()
      guard name == "data" else { continue }
      if !isEnd {
        open = rest.startIndex
      } else if let begin = open {
        stated.append(String(markup[begin..<start]).withoutTags)
        open = nil
      }
    }
    return stated.isEmpty ? markup.withoutTags : stated.joined(separator: " ")
  }

  /// The elements of phrasing content that hold words
  /// (HTML Living Standard, 3.2.5.2.5).
  private static let elementsInLine: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    "wbr",
  ]
}
