import SaanData
import SaanText

/// The texts of a front matter that YAML cut short without a word, and an empty title.
///
/// A ` #` begins a comment, `!` and `&` a mark of its own.
///
/// - Parameter range: where the front matter stands.
func findCutTexts(in root: YAMLNode, _ source: SourceFile, _ range: Range<Int>) -> [Diagnostic] {
  // Most front matters hold none of the three, and every article asks.
  let mayBeCut = source.bytes[range].contains {
    $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "&")
  }
  var found: [Diagnostic] = []
  if mayBeCut {
    found = wordFields(of: root).compactMap { cutText($0.key, $0.value, source) }
  }
  guard let title = root.pairs?.first(where: { $0.key.scalar == "title" }),
    title.value.isNull || title.value.text?.allSatisfy(\.isWhitespace) == true,
    !found.contains(where: { $0.place == title.key.place })
  else { return found }
  return found + [.emptyTitle(at: title.key.span)]
}

/// The fields that hold words, those of `image` and `extra` with them.
private func wordFields(of root: YAMLNode) -> [(key: YAMLNode, value: YAMLNode)] {
  let texts: Set<String> = ["title", "summary", "author", "alt", "caption", "credit", "licence"]
  return (root.pairs ?? []).flatMap { pair -> [(key: YAMLNode, value: YAMLNode)] in
    switch pair.key.text {
    case "image": (pair.value.pairs ?? []).filter { texts.contains($0.key.text ?? "") }
    case "extra": pair.value.pairs ?? []
    case let key? where texts.contains(key): [pair]
    default: []
    }
  }
}

private func cutText(_ key: YAMLNode, _ value: YAMLNode, _ source: SourceFile) -> Diagnostic? {
  guard case .scalar(let text, isPlain: true) = value.content, let name = key.scalar else {
    return nil
  }
  let bytes = source.bytes
  let line = key.span.lineRange
  let start = value.isNull ? key.span.range.upperBound : value.span.range.lowerBound
  if let mark = bytes[line.clamped(to: start..<bytes.count)].first, !value.isNull,
    mark == UInt8(ascii: "!") || mark == UInt8(ascii: "&"), text.utf8.first != mark
  {
    let whole = source.text(in: start..<line.upperBound)
    return .needsQuotes(
      name, whole, .specialStart(mark == UInt8(ascii: "!") ? "!" : "&"),
      at: source.span(start..<line.upperBound))
  }
  let valueLine = value.isNull ? line : value.span.lineRange
  let behind = value.isNull ? key.span.range.upperBound : value.span.range.upperBound
  guard behind < valueLine.upperBound,
    let hash = bytes[behind..<valueLine.upperBound].firstIndex(of: UInt8(ascii: "#")),
    bytes[behind..<hash].allSatisfy({ [0x20, 0x09, UInt8(ascii: ":")].contains($0) })
  else { return nil }
  let rest = source.text(in: hash..<valueLine.upperBound)
  // A space behind the mark looks like a comment that somebody meant.
  let isComment = rest.count < 2 || rest.dropFirst().first == " "
  if isComment, value.isNull { return nil }
  let gap = value.isNull ? "" : source.text(in: behind..<hash)
  return .cutAtHash(
    name, text + gap + rest, isComment ? .warning : .error,
    at: value.isNull ? key.span : source.span(hash..<valueLine.upperBound))
}
