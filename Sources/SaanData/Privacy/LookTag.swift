/// Tags of HTML that change only how text looks, so that `081-<b>234</b>-5678` is one number.
enum LookTag {
  /// Their names, in lower case.
  static let names: Set<String> = [
    "a", "b", "i", "u", "s", "em", "strong", "span", "font", "small", "big", "sub", "sup", "mark",
    "code", "tspan", "wbr", "bdi", "bdo", "abbr", "del", "ins", "q", "tt",
  ]

  /// How many bytes such a tag has where one begins at an index; `nil` for any other, and for one
  /// that may say something by itself, such as `<a href="tel:0812345678">`.
  static func length(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard text[index] == UInt8(ascii: "<") else { return nil }
    let window = text[index..<min(text.count, index + 80)]
    guard let end = window.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let inside = window[(index + 1)..<end]
    guard !inside.contains(where: { $0.isPlainDigit || $0 == UInt8(ascii: "@") || $0 == 0x0A })
    else { return nil }
    let name = inside.drop { $0 == UInt8(ascii: "/") }.prefix { ($0 | 0x20).isPlainWord }
    return names.contains(String(decoding: name, as: UTF8.self).lowercased())
      ? end + 1 - index : nil
  }
}
