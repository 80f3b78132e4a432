public import SaanText

extension Value {
  /// Reads JSON; maps keep the order of their keys.
  ///
  /// Maps that follow each other with the same keys share them, which makes tables small and quick
  /// to look up in. What cannot be read becomes a diagnostic with its place, and the value is none.
  public static func reading(json file: SourceFile) -> Outcome<Value> {
    var reader = JSONReader(file)
    do throws(JSONMistake) {
      return Outcome(try reader.readAll())
    } catch {
      let diagnostic = Diagnostic(
        .error, "template-data", error.message, at: file.span(error.offset..<error.offset + 1).place
      )
      return Outcome(.none, Diagnostics([diagnostic]))
    }
  }

  /// Reads JSON bytes; nil if they are none.
  public init?(json bytes: [UInt8]) {
    let outcome = Value.reading(json: SourceFile(path: "", bytes: bytes))
    guard outcome.diagnostics.isEmpty else { return nil }
    self = outcome.value
  }
}

private struct JSONMistake: Error {
  let message: Wording
  let offset: Int
}

private struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private var knownKeys: [[String]: MapKeys] = [:]

  init(_ file: SourceFile) { bytes = file.bytes }

  mutating func readAll() throws(JSONMistake) -> Value {
    let value = try read()
    skipSpace()
    guard position == bytes.count else { throw mistake("nothing more", "ไม่มีอะไรต่อ") }
    return value
  }

  private func mistake(_ en: String, _ th: String) -> JSONMistake {
    JSONMistake(
      message: Wording(en: "expected \(en) in JSON", th: "JSON ต้องเป็น \(th)"), offset: position)
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) {
      position += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func read() throws(JSONMistake) -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth < 200 else { throw mistake("fewer levels", "ชั้นที่น้อยกว่านี้") }
    skipSpace()
    guard position < bytes.count else { throw mistake("a value", "ค่า") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try readMap()
    case UInt8(ascii: "["): return try readList()
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .none)
    default: return try readNumber()
    }
  }

  private mutating func word(_ word: String, _ value: Value) throws(JSONMistake) -> Value {
    guard bytes[position...].starts(with: word.utf8) else { throw mistake("a value", "ค่า") }
    position += word.utf8.count
    return value
  }

  private mutating func readList() throws(JSONMistake) -> Value {
    position += 1
    var values: [Value] = []
    if take(UInt8(ascii: "]")) { return .list([]) }
    repeat { values.append(try read()) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw mistake("',' or ']'", "',' หรือ ']'") }
    return .list(values)
  }

  private mutating func readMap() throws(JSONMistake) -> Value {
    position += 1
    var names: [String] = []
    var values: [Value] = []
    if take(UInt8(ascii: "}")) { return .map(TemplateMap([(String, Value)]())) }
    repeat {
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw mistake("a key in quotes", "คีย์ในเครื่องหมายคำพูด")
      }
      names.append(try readString())
      guard take(UInt8(ascii: ":")) else { throw mistake("':'", "':'") }
      values.append(try read())
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw mistake("',' or '}'", "',' หรือ '}'") }
    if let keys = knownKeys[names] { return .map(TemplateMap(keys: keys, values: values)) }
    let map = TemplateMap(zip(names, values).map { ($0, $1) })
    if map.count == names.count { knownKeys[names] = map.storage.keys }
    return .map(map)
  }

  private mutating func readNumber() throws(JSONMistake) -> Value {
    let start = position
    while position < bytes.count,
      isDigit(bytes[position]) || [0x2B, 0x2D, 0x2E, 0x65, 0x45].contains(bytes[position])
    { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if let number = Int(text), !text.hasPrefix("+") { return .int(number) }
    if let first = text.first, first.isNumber || first == "-", let number = Double(text) {
      return .double(number)
    }
    position = start
    throw mistake("a value", "ค่า")
  }

  private mutating func readString() throws(JSONMistake) -> String {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""),
      bytes[position] != UInt8(ascii: "\\")
    { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }
    var units = Array(String(decoding: bytes[start..<position], as: UTF8.self).utf16)
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") {
        units.append(try readEscape())
      } else {
        let run = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\""),
          bytes[position] != UInt8(ascii: "\\")
        { position += 1 }
        units += Array(String(decoding: bytes[run..<position], as: UTF8.self).utf16)
      }
    }
    guard position < bytes.count else { throw mistake("the end of a text", "จุดสิ้นสุดของข้อความ") }
    position += 1
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func readEscape() throws(JSONMistake) -> UInt16 {
    position += 1
    guard position < bytes.count else { throw mistake("an escape", "อักขระพิเศษ") }
    let letter = bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UInt16(letter)
    case UInt8(ascii: "u"):
      guard position + 4 <= bytes.count,
        let unit = UInt16(
          String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
      else { throw mistake("four digits", "เลขสี่หลัก") }
      position += 4
      return unit
    default: throw mistake("an escape", "อักขระพิเศษ")
    }
  }
}
