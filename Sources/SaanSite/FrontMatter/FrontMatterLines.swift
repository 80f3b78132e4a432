import SaanData
import SaanText

/// Looks at the lines of a front matter that is no YAML, and says what is wrong in the words of
/// somebody who has never heard of YAML.
///
/// A YAML parser tells where it lost its way and not what was meant, which most often is a colon or
/// a quotation mark in a title. Where no line explains it, the parser's own words are told.
struct FrontMatterLines {
  private let source: SourceFile
  private let range: Range<Int>
  private let lines: [(text: Substring, start: Int)]
  private var diagnostics = Diagnostics()
  private var seen: Set<String> = []

  init(_ source: SourceFile, range: Range<Int>) {
    self.source = source
    self.range = range
    var lines: [(text: Substring, start: Int)] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let stop =
        source.bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n"))
        ?? range.upperBound
      var text = Substring(source.text(in: start..<stop))
      if text.unicodeScalars.last == "\r" { text.unicodeScalars.removeLast() }
      lines.append((text, start))
      start = stop + 1
    }
    self.lines = lines
  }

  /// What is wrong with the lines; empty when nothing that authors do explains it.
  mutating func mistakes() -> Diagnostics {
    var index = 0
    while index < lines.count { index = look(at: index) }
    return diagnostics
  }

  /// Looks at a line, and gives the next to look at.
  private mutating func look(at index: Int) -> Int {
    let text = lines[index].text
    let indent = text.prefix { $0 == " " }
    let content = text.dropFirst(indent.count)
    guard let first = content.first, first != "#" else { return index + 1 }
    if first == "\t" {
      if content.contains(where: { $0 != "\t" && $0 != " " }) {
        diagnostics.add(.tabInFrontMatter(at: span(index, of: content.prefix { $0 == "\t" })))
      }
      return index + 1
    }
    let item = content.hasPrefix("- ") ? content.dropFirst(2) : content
    guard let field = Field(item) else {
      if item.startIndex == content.startIndex, indent.isEmpty { noField(content, index) }
      return index + 1
    }
    if indent.isEmpty, item.startIndex == content.startIndex,
      !seen.insert(String(field.key)).inserted
    {
      let key = span(index, of: field.key)
      let name = String(field.key)
      let doubled = DoubledKey(name, besideKeyAt: key.range.lowerBound, in: source, range)
      diagnostics.add(doubled.map { .duplicateKey($0) } ?? .duplicateKey(name, at: key))
    }
    guard field.hasSpace else {
      let fixed = "\(field.key): \(field.value)"
      diagnostics.add(.missingSpace(fixed, at: span(index, of: item)))
      return index + 1
    }
    return look(at: field, index, indent: indent.count)
  }

  private mutating func look(at field: Field, _ index: Int, indent: Int) -> Int {
    let value = field.value
    guard let first = value.first else { return index + 1 }
    switch first {
    case "\"", "'":
      let closing = value.dropFirst().firstClosing(first)
      guard let closing else { return unclosed(field, index, first) }
      let rest = value[value.index(after: closing)...].drop { $0 == " " }
      if !rest.isEmpty, rest.first != "#" { suggest(field, index, .textAfterQuote) }
    case "|", ">":
      guard value.dropFirst().allSatisfy({ "+-0123456789 ".contains($0) }) else {
        suggest(field, index, .specialStart(first))
        break
      }
      var next = index + 1
      while next < lines.count,
        lines[next].text.prefix(while: { $0 == " " }).count > indent
          || lines[next].text.allSatisfy({ $0 == " " })
      { next += 1 }
      return next
    case "[", "{":
      let closing: Character = first == "[" ? "]" : "}"
      let rest = value.lastIndex(of: closing).map { value[value.index(after: $0)...] }
      if rest?.allSatisfy({ $0 == " " }) != true, rest?.drop(while: { $0 == " " }).first != "#" {
        suggest(field, index, .specialStart(first))
      }
    case "@", "%", "&", "*", "!", "`": suggest(field, index, .specialStart(first))
    case "-" where value.hasPrefix("- ") || value == "-": suggest(field, index, .specialStart("-"))
    default:
      if value.contains(": ") || value.hasSuffix(":") { suggest(field, index, .colon) }
    }
    return index + 1
  }

  /// A quotation mark that its line does not close may be closed further down.
  private mutating func unclosed(_ field: Field, _ index: Int, _ mark: Character) -> Int {
    for next in lines.indices.dropFirst(index + 1) {
      let text = lines[next].text
      if !text.hasPrefix(" "), let other = Field(text),
        FrontMatterFence.keys.contains(String(other.key))
      {
        break
      }
      if text.firstClosing(mark) != nil { return next + 1 }
    }
    suggest(field, index, .unclosedQuote)
    return index + 1
  }

  private mutating func suggest(_ field: Field, _ index: Int, _ reason: NeedsQuotes) {
    diagnostics.add(
      .needsQuotes(
        String(field.key), String(field.value), reason, at: span(index, of: field.value)))
  }

  /// A line at the margin without a key: the text begun without a fence, or a mistyped field.
  private mutating func noField(_ text: Substring, _ index: Int) {
    let word = text.prefix { $0.isLetter || $0 == "_" }
    let mark = text.dropFirst(word.count).drop { $0 == " " }.first
    if let mark, mark == "=" || mark == "：", FrontMatterFence.keys.contains(word.lowercased()) {
      let value = text.drop { $0 != mark }.dropFirst().drop { $0 == " " }
      diagnostics.add(.missingSpace("\(word): \(value)", at: span(index, of: text)))
    } else if !text.hasPrefix("-"), !text.hasPrefix("]"), !text.hasPrefix("}") {
      diagnostics.add(.noField(at: span(index, of: text)))
    }
  }

  private func span(_ index: Int, of part: Substring) -> SourceSpan {
    let (text, start) = lines[index]
    let from = start + text.utf8.distance(from: text.startIndex, to: part.startIndex)
    return source.span(from..<from + part.utf8.count)
  }
}

/// Why a value needs quotation marks.
enum NeedsQuotes {
  case colon, textAfterQuote, unclosedQuote
  case specialStart(Character)
}

/// A key and what stands behind its colon.
private struct Field {
  let key: Substring
  let value: Substring
  /// Whether a space, or nothing, follows the colon.
  let hasSpace: Bool

  /// `nil` when the line does not begin with a key.
  init?(_ text: Substring) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let key = text[..<colon].dropLast(while: " ")
    guard !key.isEmpty, key.count <= 40, !key.contains(" "),
      !key.contains(where: "\"'[]{},#*&!".contains)
    else { return nil }
    let after = text[text.index(after: colon)...]
    let isApart = after.isEmpty || after.first == " " || after.first == "\t"
    guard isApart || FrontMatterFence.keys.contains(key.lowercased()) else { return nil }
    self.key = key
    hasSpace = isApart
    value = after.drop { $0 == " " || $0 == "\t" }.dropLast(while: " ")
  }
}

extension Substring {
  fileprivate func dropLast(while character: Character) -> Substring {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }

  /// Where a quoted text ends that began before this one.
  fileprivate func firstClosing(_ mark: Character) -> Index? {
    var index = startIndex
    while index < endIndex {
      let next = self.index(after: index)
      if mark == "\"", self[index] == "\\" {
        index = next < endIndex ? self.index(after: next) : next
        continue
      }
      if self[index] == mark {
        guard mark == "'", next < endIndex, self[next] == mark else { return index }
        index = self.index(after: next)
        continue
      }
      index = next
    }
    return nil
  }
}
