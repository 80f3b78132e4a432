import CExpat

/// Takes what an XML text says as the parser meets it.
protocol XMLTaker: AnyObject {
  func start(_ element: XMLElement)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  func end(_ name: XMLName)
}

/// A name or a value in an XML text, which holds while it is handed over.
struct XMLName {
  let bytes: UnsafePointer<CChar>

  /// Whether it is this very name.
  @inline(__always)
  static func ~= (name: StaticString, met: XMLName) -> Bool {
    name.withUTF8Buffer { letters in
      for index in letters.indices where UInt8(bitPattern: met.bytes[index]) != letters[index] {
        return false
      }
      return met.bytes[letters.count] == 0
    }
  }

  /// Its own text.
  var string: String { String(cString: bytes) }

  /// The number that it is all of; `nil` where it is none, or below zero.
  var number: Int? {
    var (number, index) = (0, 0)
    while bytes[index] != 0 {
      let digit = UInt8(bitPattern: bytes[index]) &- 0x30
      guard digit < 10, number < 1_000_000_000_000 else { return nil }
      number = number * 10 + Int(digit)
      index += 1
    }
    return index > 0 ? number : nil
  }
}

/// An element as it begins, its name without a namespace's prefix.
struct XMLElement {
  let name: XMLName
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// Calls the closure with each attribute, its name as it is written.
  @inline(__always)
  func forEach(_ body: (_ name: XMLName, _ value: XMLName) -> Void) {
    var next = attributes
    while let name = next[0], let value = next[1] {
      body(XMLName(bytes: name), XMLName(bytes: value))
      next += 2
    }
  }

  /// All attributes by their names.
  var all: [String: String] {
    var all: [String: String] = [:]
    forEach { all[$0.string] = $1.string }
    return all
  }
}

/// Parses an XML text that comes in pieces.
///
/// A text with a document type is refused: no office program writes one, and entities may unfold
/// without end.
final class XMLParsing {
  private let parser: XML_Parser
  private let taker: any XMLTaker
  fileprivate var isRefused = false

  /// Makes a parser; `nil` for want of memory.
  init?(_ taker: any XMLTaker) {
    guard let parser = XML_ParserCreate(nil) else { return nil }
    self.parser = parser
    self.taker = taker
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { parsing, name, attributes in
        guard let name, let attributes else { return }
        let element = XMLElement(name: localName(name), attributes: attributes)
        with(parsing) { $0.taker.start(element) }
      },
      { parsing, name in
        guard let name else { return }
        with(parsing) { $0.taker.end(localName(name)) }
      })
    XML_SetCharacterDataHandler(parser) { parsing, text, count in
      guard let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { text in
        with(parsing) { $0.taker.text(UnsafeBufferPointer(start: text, count: Int(count))) }
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { parsing, _, _, _, _ in
      with(parsing) {
        $0.isRefused = true
        XML_StopParser($0.parser, 0)
      }
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Takes the next piece; false when the text is not well formed so far, or as a whole.
  func take(_ piece: UnsafeBufferPointer<UInt8>, isLast: Bool = false) -> Bool {
    var rest = piece
    // The library counts by 31 bits.
    let most = 1 << 30
    while rest.count > most {
      guard parse(UnsafeBufferPointer(rebasing: rest[..<most]), isLast: false) else { return false }
      rest = UnsafeBufferPointer(rebasing: rest[most...])
    }
    return parse(rest, isLast: isLast)
  }

  private func parse(_ piece: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Bool {
    guard !isRefused else { return false }
    return piece.withMemoryRebound(to: CChar.self) { piece in
      XML_Parse(parser, piece.baseAddress, Int32(piece.count), isLast ? 1 : 0) == XML_STATUS_OK
    }
  }
}

@inline(__always)
private func with(_ parsing: UnsafeMutableRawPointer?, _ body: (XMLParsing) -> Void) {
  guard let parsing else { return }
  Unmanaged<XMLParsing>.fromOpaque(parsing)._withUnsafeGuaranteedRef(body)
}

/// The name without a namespace's prefix.
@inline(__always)
private func localName(_ name: UnsafePointer<CChar>) -> XMLName {
  var (start, next) = (name, name)
  while next.pointee != 0 {
    if next.pointee == 0x3A { start = next + 1 }
    next += 1
  }
  return XMLName(bytes: start)
}
