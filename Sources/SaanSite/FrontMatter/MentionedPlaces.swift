import SaanModel
import SaanText

/// What the articles of a site call the areas that they name, in their fields and where they call
/// for figures.
///
/// It is read before anything is known of areas, and so of the text alone: what is no name of an
/// area does no harm.
struct MentionedPlaces: Sendable {
  /// By file; those that name none are left out.
  private var byFile: [String: Set<String>] = [:]

  /// What all files name.
  var all: Set<String> { byFile.values.reduce(into: []) { $0.formUnion($1) } }

  /// Reads the articles of a folder.
  ///
  /// - Parameter former: what those named which have not changed since.
  init(_ tree: SourceTree, after former: (places: MentionedPlaces, changed: Set<String>)? = nil) {
    if let former { byFile = former.places.byFile }
    for path in former.map({ Array($0.changed) }) ?? tree.paths(below: "content", ending: "md")
    where path.hasPrefix("content/") && path.hasSuffix(".md") {
      let named = tree.files[path].map { placesNamed(in: $0.bytes) } ?? []
      byFile[path] = named.isEmpty ? nil : named
    }
  }
}

private func placesNamed(in bytes: [UInt8]) -> Set<String> {
  var found: Set<String> = []
  bytes.withUnsafeBufferPointer { bytes in
    var index = 0
    while index + 6 < bytes.count {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "a"), bytes[index...].starts(with: "area".utf8) else {
        continue
      }
      let isLine = index == 0 || bytes[index - 1] == UInt8(ascii: "\n")
      var end = index + 4
      if bytes[end] == UInt8(ascii: "s") { end += 1 }
      if bytes[end] == UInt8(ascii: ":"), isLine { found.formUnion(list(bytes[(end + 1)...])) }
      if bytes[end] == UInt8(ascii: "=") { found.formUnion(argument(bytes[(end + 1)...])) }
    }
  }
  return found
}

/// The texts in the quotes that follow, parted by semicolons.
private func argument(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
  guard let quote = bytes.first, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(quote) else {
    return []
  }
  let text = bytes.dropFirst().prefix { $0 != quote && $0 != UInt8(ascii: "\n") }
  return texts(String(decoding: text, as: UTF8.self)[...], partedBy: ";")
}

/// The items of a list of YAML that follow, in brackets or each on its line.
private func list(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
  var found: [String] = []
  var isFirst = true
  for line in bytes.prefix(4_096).split(
    separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  {
    let text = String(decoding: line, as: UTF8.self)
    let isItem = text.hasPrefix(" ") || text.hasPrefix("-") && !text.hasPrefix("---")
    guard isFirst || isItem else { break }
    isFirst = false
    found += texts(text[...], partedBy: ",")
  }
  return found
}

private func texts(_ text: Substring, partedBy separator: Character) -> [String] {
  text.split(separator: separator).map { part in
    let marks = " \t\r[]\"'-"
    let start = part.drop { marks.contains($0) }
    let end = start.lastIndex { !marks.contains($0) }
    return end.map { String(start[...$0]) } ?? ""
  }.filter { !$0.isEmpty }
}
