import SaanTemplate

/// Reads JSON into template values: keys keep their order and `1.0` stays a float, which Foundation's
/// reader does not promise and Python's does.
struct JSONReader {
  enum Failure: Error {
    case unexpected(offset: Int)
  }

  private let bytes: [UInt8]
  private var position = 0

  /// The value that the text holds.
  static func value(_ text: String) throws -> Value {
    var reader = JSONReader(bytes: Array(text.utf8))
    let value = try reader.value()
    reader.skipSpace()
    guard reader.position == reader.bytes.count else { throw reader.failure }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var failure: Failure { .unexpected(offset: position) }
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let wanted = text.withUTF8Buffer { Array($0) }
    guard bytes[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  private mutating func value() throws -> Value {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try map()
    case UInt8(ascii: "["): return try list()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t") where take("true"): return true
    case UInt8(ascii: "f") where take("false"): return false
    case UInt8(ascii: "n") where take("null"): return nil
    default: return try number()
    }
  }

  private mutating func list() throws -> Value {
    var values = [Value]()
    position += 1
    skipSpace()
    if take("]") { return .list([]) }
    repeat {
      values.append(try value())
      skipSpace()
    } while take(",")
    guard take("]") else { throw failure }
    return .list(values)
  }

  private mutating func map() throws -> Value {
    var pairs = [(String, Value)]()
    position += 1
    skipSpace()
    if take("}") { return .map(TemplateMap(pairs)) }
    repeat {
      skipSpace()
      let key = try string()
      skipSpace()
      guard take(":") else { throw failure }
      pairs.append((key, try value()))
      skipSpace()
    } while take(",")
    guard take("}") else { throw failure }
    return .map(TemplateMap(pairs))
  }

  private mutating func number() throws -> Value {
    let start = position
    while let byte = next,
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
        || (0x30...0x39).contains(byte)
    {
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if let integer = Int(text) { return .int(integer) }
    guard let double = Double(text) else { throw failure }
    return .double(double)
  }

  private mutating func string() throws -> String {
    guard take("\"") else { throw failure }
    var units = [UInt8]()
    while let byte = next, byte != UInt8(ascii: "\"") {
      position += 1
      if byte == UInt8(ascii: "\\") {
        units.append(contentsOf: try escape().utf8)
      } else {
        units.append(byte)
      }
    }
    guard take("\"") else { throw failure }
    return String(decoding: units, as: UTF8.self)
  }

  private mutating func escape() throws -> String {
    guard let byte = next else { throw failure }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"):
      var units = [try unit()]
      if units[0] & 0xFC00 == 0xD800, take("\\u") { units.append(try unit()) }
      return String(decoding: units, as: UTF16.self)
    default: return String(Unicode.Scalar(byte))
    }
  }

  private mutating func unit() throws -> UInt16 {
    let end = min(position + 4, bytes.count)
    guard
      let unit = UInt16(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
    else { throw failure }
    position = end
    return unit
  }
}

extension Value {
  /// The value under a key of a map.
  func member(_ name: String) -> Value? {
    if case .map(let map) = self { map[name] } else { nil }
  }

  /// The values of a list; none where it is none.
  var elements: [Value] {
    if case .list(let values) = self { values } else { [] }
  }

  /// The map's pairs by name; none where it is none.
  var members: [String: Value] {
    guard case .map(let map) = self else { return [:] }
    return Dictionary(map.pairs.map { ($0.text ?? "", $1) }) { $1 }
  }
}
