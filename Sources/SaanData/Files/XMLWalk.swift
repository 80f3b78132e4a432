/// Walks through an XML text from beginning to end.
///
/// - Returns: whether the text is well formed and has no document type.
func walkXML(
  _ bytes: [UInt8], start: @escaping (String, [String: String]) -> Void = { _, _ in },
  text: @escaping (String) -> Void = { _ in }, end: @escaping (String) -> Void = { _ in }
) -> Bool {
  guard let parsing = XMLParsing(XMLWalk(start: start, text: text, end: end)) else { return false }
  return bytes.withUnsafeBufferPointer { parsing.take($0, isLast: true) }
}

/// Hands over copies of what it takes, for texts that are small.
private final class XMLWalk: XMLTaker {
  private let started: (String, [String: String]) -> Void
  private let said: (String) -> Void
  private let ended: (String) -> Void

  init(
    start: @escaping (String, [String: String]) -> Void, text: @escaping (String) -> Void,
    end: @escaping (String) -> Void
  ) {
    (started, said, ended) = (start, text, end)
  }

  func start(_ element: XMLElement) { started(element.name.string, element.all) }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) { said(String(decoding: bytes, as: UTF8.self)) }
  func end(_ name: XMLName) { ended(name.string) }
}
