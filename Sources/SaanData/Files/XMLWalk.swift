import Foundation
import FoundationXML

/// Walks through an XML text from beginning to end.
///
/// - Returns: whether the text is well formed. One with a document type is refused: no office
///   program writes one, and entities may unfold without end.
func walkXML(
  _ bytes: [UInt8], start: @escaping (String, [String: String]) -> Void = { _, _ in },
  text: @escaping (String) -> Void = { _ in }, end: @escaping (String) -> Void = { _ in }
) -> Bool {
  guard !hasDocumentType(bytes) else { return false }
  let parser = XMLParser(data: Data(bytes))
  let walk = XMLWalk(start: start, text: text, end: end)
  parser.delegate = walk
  // After a mistake the parser may only fall silent, which leaves elements open.
  return withExtendedLifetime(walk) { parser.parse() } && walk.isComplete
}

private func hasDocumentType(_ bytes: [UInt8]) -> Bool {
  let mark = Array("<!DOCTYPE".utf8)
  // A document type stands before the first element.
  let head = bytes.prefix(4096)
  return head.indices.contains { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }
}

private final class XMLWalk: NSObject, XMLParserDelegate {
  private let start: (String, [String: String]) -> Void
  private let text: (String) -> Void
  private let end: (String) -> Void
  private var depth = 0
  private(set) var isComplete = false

  init(
    start: @escaping (String, [String: String]) -> Void, text: @escaping (String) -> Void,
    end: @escaping (String) -> Void
  ) {
    self.start = start
    self.text = text
    self.end = end
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    depth += 1
    start(localName(elementName), attributes)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text(string) }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    text(String(decoding: block, as: UTF8.self))
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    depth -= 1
    isComplete = depth == 0
    end(localName(elementName))
  }

  /// The name without a namespace's prefix.
  private func localName(_ name: String) -> String {
    name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.utf8.index(after: $0)...]) }
      ?? name
  }
}
