public import SaanText

extension Value {
  /// Reads JSON; maps keep the order of their keys.
  ///
  /// Maps that follow each other with the same keys share them, which makes tables small and quick
  /// to look up in. What cannot be read becomes a diagnostic with its place, and the value is none.
  public static func reading(json file: SourceFile) -> Outcome<Value> {
    var reader = JSONReader(file)
    do throws(JSONScanner.Mistake) {
      return Outcome(try reader.readAll())
    } catch {
      let message = Wording(
        en: "not JSON: expected \(error.expected.en)",
        th: "ไม่ใช่ JSON: ตรงนี้ควรเป็น \(error.expected.th)")
      let place = file.span(error.offset..<error.offset + 1).place
      let hint = JSONHint(file.bytes, at: error.offset).wording
      return Outcome(
        .none, Diagnostics([Diagnostic(.error, "template-data", message, at: place, hint: hint)]))
    }
  }

  /// Reads JSON bytes; nil if they are none.
  public init?(json bytes: [UInt8]) {
    let outcome = Value.reading(json: SourceFile(path: "", bytes: bytes))
    guard outcome.diagnostics.isEmpty else { return nil }
    self = outcome.value
  }
}

private struct JSONReader {
  private let bytes: [UInt8]
  private var scanner: JSONScanner
  private var depth = 0
  private var knownKeys: [[String]: MapKeys] = [:]

  init(_ file: SourceFile) {
    bytes = file.bytes
    scanner = JSONScanner(bytes)
  }

  mutating func readAll() throws(JSONScanner.Mistake) -> Value {
    let value = try read()
    try scanner.expectEnd()
    return value
  }

  private mutating func read() throws(JSONScanner.Mistake) -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth < 200 else { throw scanner.mistake("fewer levels", "ข้อมูลที่ซ้อนกันน้อยชั้นกว่านี้") }
    switch scanner.next() {
    case UInt8(ascii: "{"): return try readMap()
    case UInt8(ascii: "["): return try readList()
    case UInt8(ascii: "\""): return .string(try readString())
    default: break
    }
    switch try scanner.word() {
    case UInt8(ascii: "t"): return .bool(true)
    case UInt8(ascii: "f"): return .bool(false)
    case UInt8(ascii: "n"): return .none
    default: return try readNumber()
    }
  }

  private mutating func readList() throws(JSONScanner.Mistake) -> Value {
    _ = scanner.take("[")
    var values: [Value] = []
    if scanner.take("]") { return .list([]) }
    repeat { values.append(try read()) } while scanner.take(",")
    try scanner.expect("]", or: ",")
    return .list(values)
  }

  private mutating func readMap() throws(JSONScanner.Mistake) -> Value {
    _ = scanner.take("{")
    var names: [String] = []
    var known: Set<String> = []
    var values: [Value] = []
    if scanner.take("}") { return .map(TemplateMap([(String, Value)]())) }
    repeat {
      names.append(try scanner.key(&known))
      values.append(try read())
    } while scanner.take(",")
    try scanner.expect("}", or: ",")
    if let keys = knownKeys[names] { return .map(TemplateMap(keys: keys, values: values)) }
    let map = TemplateMap(zip(names, values).map { ($0, $1) })
    knownKeys[names] = map.storage.keys
    return .map(map)
  }

  private mutating func readNumber() throws(JSONScanner.Mistake) -> Value {
    let range = try scanner.number()
    let text = String(decoding: bytes[range], as: UTF8.self)
    if let number = Int(text) { return .int(number) }
    let isWhole = text.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") }
    guard !isWhole, let number = JSONScanner.double(text) else {
      throw scanner.mistake(
        "a number within 64 bits; longer ones belong in quotes",
        "ตัวเลขที่ไม่เกิน 64 บิต ตัวเลขที่ยาวกว่านี้ให้ใส่เครื่องหมายคำพูด", at: range.lowerBound)
    }
    return .double(number)
  }

  private mutating func readString() throws(JSONScanner.Mistake) -> String {
    var text: [UInt8] = []
    try scanner.string(into: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
