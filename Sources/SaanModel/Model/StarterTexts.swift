import SaanData
import SaanText

/// The sentences that archetypes hold only to be written over, and the files that a new site has.
package struct StarterTexts: Sendable {
  /// The sentences by their length in bytes, which tells nearly all lines apart.
  private var sentences: [Int: [[UInt8]]] = [:]
  /// The files of a new site by path, as lines without dates.
  private let starter: [String: [Substring]]
  /// The titles that a new site has.
  private let siteTitles: Set<String>

  /// Nothing, for sites that are made by hand.
  init() { (starter, siteTitles) = ([:], []) }

  /// Collects the sentences of the program's own archetype and of all those that the site and its
  /// themes have; what the files of a new site say may be published.
  package init(_ tree: SourceTree, _ settings: Settings) {
    let files = starterFiles(today: CalendarDate(dayNumber: 0))
    starter = Dictionary(files.map { ($0.path, undated($0.text)) }) { first, _ in first }
    let own = files.first { $0.path == "site.yaml" }
    let title = own.flatMap { readYAML(SourceFile(path: $0.path, text: $0.text)).value?["title"] }
    siteTitles = Set(title.flatMap { Localized(yaml: $0) }?.all ?? [])
    let archetypes =
      settings.languages.map { ownArchetype($0, isOriginal: true) }
      + tree.files.filter { path, _ in isArchetype(path) }.map(\.value.text)
    for text in archetypes {
      for sentence in starterSentences(of: text) {
        let bytes = Array(sentence.utf8)
        if sentences[bytes.count]?.contains(bytes) != true {
          sentences[bytes.count, default: []].append(bytes)
        }
      }
    }
  }

  private func isSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    sentences[bytes.count]?.contains { $0.elementsEqual(bytes) } ?? false
  }

  /// Where an article still has one of the sentences, in its fields or as a line of its text.
  package func found(in page: Page) -> [SourceSpan] {
    let source = page.source
    let bytes = source.bytes
    var spans: [SourceSpan] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var line = bytes[start..<end].trimmingSpaces
      if !isSentence(line), let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        line = line[line.index(after: colon)...].trimmingSpaces
      }
      if isSentence(line) { spans.append(source.span(line.startIndex..<line.endIndex)) }
      start = end + 1
    }
    return spans
  }

  /// Whether a file is one of a new site that nobody has changed.
  package func isUntouched(_ source: SourceFile) -> Bool {
    starter[source.path].map { $0 == undated(source.text) } ?? false
  }

  /// Whether the site is still called what every new site is called.
  package func isStarterTitle(_ title: Localized<String>) -> Bool {
    title.all.contains(where: siteTitles.contains)
  }
}

private func isArchetype(_ path: String) -> Bool {
  path.hasSuffix(".md") && (path.hasPrefix("archetypes/") || path.contains("/archetypes/"))
    && !path.hasPrefix("content/")
}

private func undated(_ text: String) -> [Substring] {
  text.split(separator: "\n").filter { !$0.hasPrefix("date:") }
}

/// The sentences of a file that readers would see: its summary, the name of a place, and its lines
/// but for headings, tables and what is filled in.
private func starterSentences(of text: String) -> [String] {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(\.trimmed)
  guard lines.first == "---", let fence = lines.dropFirst().firstIndex(of: "---") else { return [] }
  let fields = lines[1..<fence].compactMap { line -> Substring? in
    ["summary:", "place:"].first(where: line.hasPrefix).map { line.dropFirst($0.count).trimmed }
  }
  let body = lines[(fence + 1)...].filter { line in
    line.first.map { !"#|<-*>".contains($0) } ?? false
  }
  return (fields + body).filter { !$0.contains("{") && $0.count >= 8 }.map(String.init)
}

extension Substring {
  /// The line without spaces at its ends and without the quotation marks around it.
  fileprivate var trimmed: Substring {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.count > 1, let mark = text.first, mark == text.last, "\"'".contains(mark) {
      text = text.dropFirst().dropLast()
    }
    return text
  }
}

extension ArraySlice<UInt8> {
  /// The line without spaces at its ends and without the quotation marks around it.
  fileprivate var trimmingSpaces: ArraySlice<UInt8> {
    var line = drop { $0 == 0x20 || $0 == 0x09 }
    while let last = line.last, last == 0x20 || last == 0x0D || last == 0x09 { line.removeLast() }
    if line.count > 1, let mark = line.first, mark == line.last, mark == 0x22 || mark == 0x27 {
      line = line.dropFirst().dropLast()
    }
    return line
  }
}
