/// What was put right in a text as it was read: how often each kind, and where first.
public struct TextMends: Sendable, Hashable {
  /// Mends of one kind.
  struct Group: Sendable, Hashable {
    let kind: ThaiTextIssue.Kind
    /// The name of the character that stood there; empty for letters.
    let name: String
    var count = 0
    /// The first lines or rows, counted from 1.
    var lines: [Int] = []
  }

  private(set) var groups: [Group] = []
  /// The first byte concerned, in the text as it is now.
  private(set) var first = Int.max
  /// The first line or row concerned.
  package private(set) var firstLine = Int.max

  /// Nothing was put right.
  package init() {}

  /// Whether nothing was put right.
  package var isEmpty: Bool { groups.isEmpty }

  /// How many lines or rows of a kind are named.
  private static let linesNamed = 3

  mutating func add(_ kind: ThaiTextIssue.Kind, _ name: String, line: Int, at offset: Int) {
    first = min(first, offset)
    firstLine = min(firstLine, line)
    add(Group(kind: kind, name: name, count: 1, lines: [line]))
  }

  /// Adds what was put right in a part of the text.
  ///
  /// - Parameter line: the line or row that the part stands in; `nil` when its own count.
  package mutating func merge(_ other: TextMends, line: Int? = nil) {
    guard !other.isEmpty else { return }
    first = min(first, line == nil ? other.first : Int.max)
    firstLine = min(firstLine, line ?? other.firstLine)
    for var group in other.groups {
      if let line { group.lines = [line] }
      add(group)
    }
  }

  private mutating func add(_ group: Group) {
    let known = groups.firstIndex { $0.kind == group.kind && $0.name == group.name }
    guard let known else { return groups.append(group) }
    groups[known].count += group.count
    for line in group.lines where !groups[known].lines.contains(line) {
      if groups[known].lines.count < Self.linesNamed { groups[known].lines.append(line) }
    }
  }
}

/// A text as it should have been typed.
package struct TidiedText: Sendable {
  /// Its bytes.
  package private(set) var bytes: [UInt8]
  /// What was put right.
  package private(set) var mends = TextMends()
  /// What looks wrong and needs its author's decision.
  package private(set) var doubts: [ThaiTextIssue] = []

  /// Puts a text right; `nil` when a quick look tells that nothing is wrong with it.
  ///
  /// - Parameter prose: where Markdown begins: there a space of another kind at the beginning of a
  ///   line is no indentation.
  package init?(_ utf8: UnsafeBufferPointer<UInt8>, prose: Int = Int.max) {
    if TextLook(utf8).isTidy { return nil }
    bytes = Array(utf8)
    var prose = prose
    // What stood between two letters may have hidden that they are in the wrong order.
    for _ in 0..<8 {
      let issues = bytes.withUnsafeBufferPointer { thaiTextIssues(in: $0) }
      let certain = issues.filter(\.isCertain)
      doubts = issues
      guard !certain.isEmpty else { return }
      apply(certain, prose: prose)
      prose = Int.max
    }
  }

  private mutating func apply(_ issues: [ThaiTextIssue], prose: Int) {
    let old = bytes
    bytes = []
    bytes.reserveCapacity(old.count)
    var (start, line) = (0, 1)
    for issue in issues where issue.range.lowerBound >= start {
      let clean = old[start..<issue.range.lowerBound]
      bytes.append(contentsOf: clean)
      line += clean.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
      start = issue.range.upperBound
      let isShown = [.invisible, .space, .control].contains(issue.kind)
      let name = isShown ? characterName(String(decoding: old[issue.range], as: UTF8.self)) : ""
      mends.add(issue.kind, name, line: line, at: bytes.count)
      if issue.suggestion == " " {
        appendSpace(endsLine: endsLine(old, start), isProse: issue.range.lowerBound >= prose)
      } else {
        bytes.append(contentsOf: issue.suggestion.utf8)
      }
    }
    bytes.append(contentsOf: old[start...])
  }

  /// A space at the end of a line would end it for good, one at its beginning make code of it.
  private mutating func appendSpace(endsLine: Bool, isProse: Bool) {
    let beginsLine = bytes.last { $0 != 0x20 && $0 != 0x09 }.map { $0 == 0x0A } ?? true
    if !endsLine, !(isProse && beginsLine) { bytes.append(0x20) }
  }

  private func endsLine(_ bytes: [UInt8], _ end: Int) -> Bool {
    var end = end
    while end < bytes.count {
      switch (bytes[end], end + 1 < bytes.count ? bytes[end + 1] : 0) {
      case (0x0A, _), (0x0D, _): return true
      case (0x20, _), (0x09, _): end += 1
      case (0xC2, 0xA0): end += 2
      default: return false
      }
    }
    return true
  }
}

/// The text as it should have been typed, and what was put right; the text itself if nothing was.
package func tidied(_ text: String) -> (text: String, mends: TextMends) {
  withUTF8(of: text) { utf8 in
    guard let tidied = TidiedText(utf8), !tidied.mends.isEmpty else { return (text, TextMends()) }
    return (String(decoding: tidied.bytes, as: UTF8.self), tidied.mends)
  }
}
