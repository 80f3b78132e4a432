/// Text that is already HTML: it is written as it stands.
///
/// It is made by escaping, or from a source that is trusted to be well-formed.
public struct HTML: Sendable, Hashable {
  /// The markup.
  public let markup: String

  /// Takes markup that a trusted writer produced.
  public init(trusted markup: String) { self.markup = markup }

  /// Escapes text for use as content or inside a quoted attribute.
  public init(escaping text: String) {
    var bytes = [UInt8]()
    bytes.reserveCapacity(text.utf8.count + 16)
    bytes.appendEscaped(text)
    markup = String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends the text's UTF-8 with `& < > " '` escaped the way Jinja's `escape` writes them.
  public mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { appendEscaped($0) }
  }

  /// Appends UTF-8 bytes with `& < > " '` escaped.
  public mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    var clean = 0
    for (index, byte) in bytes.enumerated() {
      guard let entity = entity(for: byte) else { continue }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[clean..<index]))
      append(contentsOf: entity.utf8)
      clean = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[clean...]))
  }
}

@inline(__always)
private func entity(for byte: UInt8) -> String? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&#34;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}
