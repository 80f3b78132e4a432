import SaanText

/// Reads a JSON array of records: each record a row, each of its keys a column.
///
/// Our own reader, because it must bound the depth and the size and tell where a mistake lies. A
/// value that is a list or an object itself is kept as its JSON text, for columns of type `any`.
struct JSONReader {
  private let source: SourceFile
  private let limits: DataLimits
  private var offset = 0
  private var arena: RecordArena
  private var scratch: [UInt8] = []

  private init(_ file: DataFile, _ limits: DataLimits) {
    source = SourceFile(path: file.path, bytes: file.bytes.array)
    self.limits = limits
    arena = RecordArena(headerRow: 0, limits: limits, textCapacity: file.bytes.count / 2)
  }

  /// The records of a file; `nil`, and an issue, when it is no array of records.
  static func read(
    _ file: DataFile, _ limits: DataLimits, _ issues: inout IssueBook
  ) -> RecordArena? {
    if let mistake = TextEncoding.mistake(in: file.bytes.array, path: file.path) {
      issues.add(mistake)
      return nil
    }
    var reader = JSONReader(file, limits)
    do throws(Mistake) {
      try reader.records(&issues)
      return reader.arena
    } catch {
      issues.add(error.diagnostic)
      return nil
    }
  }

  private struct Mistake: Error {
    let diagnostic: Diagnostic
  }

  private mutating func records(_ issues: inout IssueBook) throws(Mistake) {
    skipSpace()
    guard peek == UInt8(ascii: "[") else { throw mistake { .notRecords(at: $0) } }
    offset += 1
    skipSpace()
    if peek == UInt8(ascii: "]") { offset += 1 } else { try recordList(&issues) }
    skipSpace()
    guard offset == source.bytes.count else { throw unexpected("the end of the file", "จุดสิ้นสุดไฟล์") }
  }

  private mutating func recordList(_ issues: inout IssueBook) throws(Mistake) {
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "{") else { throw mistake { .notRecords(at: $0) } }
      guard arena.count < limits.maximumRows else {
        issues.add("too-many-rows", row: arena.count + 1, column: -1) {
          .tooManyRows(limits.maximumRows, at: $0)
        }
        offset = source.bytes.count
        return
      }
      try record(&issues)
      arena.endRow(number: arena.count + 1)
      skipSpace()
      if peek == UInt8(ascii: ",") {
        offset += 1
      } else if peek == UInt8(ascii: "]") {
        offset += 1
        return
      } else {
        throw unexpected("',' or ']'", "',' หรือ ']'")
      }
    }
  }

  private mutating func record(_ issues: inout IssueBook) throws(Mistake) {
    offset += 1
    skipSpace()
    if peek == UInt8(ascii: "}") {
      offset += 1
      return
    }
    var seen: Set<Int> = []
    while true {
      skipSpace()
      let start = offset
      try string()
      let key = String(decoding: scratch, as: UTF8.self)
      guard let column = arena.column(key) else {
        throw mistake(at: start) {
          .tooManyColumns(limits.maximumColumns + 1, limit: limits.maximumColumns, at: $0)
        }
      }
      if !seen.insert(column).inserted {
        throw mistake(at: start) {
          .duplicateName(Wording(en: "key", th: "คีย์"), key, at: $0)
        }
      }
      skipSpace()
      guard peek == UInt8(ascii: ":") else { throw unexpected("':'", "':'") }
      offset += 1
      skipSpace()
      try cell(column, &issues)
      skipSpace()
      if peek == UInt8(ascii: ",") {
        offset += 1
      } else if peek == UInt8(ascii: "}") {
        offset += 1
        return
      } else {
        throw unexpected("',' or '}'", "',' หรือ '}'")
      }
    }
  }

  private mutating func cell(_ column: Int, _ issues: inout IssueBook) throws(Mistake) {
    let start = offset
    switch peek {
    case UInt8(ascii: "\""):
      try string()
      guard scratch.count <= limits.maximumCellBytes else {
        issues.add("cell-too-long", row: arena.count + 1, column: column) {
          .cellTooLong(scratch.count, limit: limits.maximumCellBytes, at: $0)
        }
        return
      }
      arena.set(column, scratch)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try skipNested()
      arena.set(column, source.bytes[start..<min(offset, start + limits.maximumCellBytes)])
    default:
      try literal()
      let bytes = source.bytes[start..<offset]
      if !bytes.elementsEqual("null".utf8) { arena.set(column, bytes) }
    }
  }

  /// Skips a list or object inside a record.
  private mutating func skipNested() throws(Mistake) {
    var closers: [UInt8] = []
    repeat {
      skipSpace()
      switch peek {
      case UInt8(ascii: "{"): closers.append(UInt8(ascii: "}"))
      case UInt8(ascii: "["): closers.append(UInt8(ascii: "]"))
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard closers.popLast() == peek else { throw unexpected("a value", "ค่า") }
      case UInt8(ascii: "\""):
        try string()
        continue
      case UInt8(ascii: ","), UInt8(ascii: ":"): break
      default:
        try literal()
        continue
      }
      guard closers.count <= limits.maximumDepth else {
        throw mistake { .tooDeep(limits.maximumDepth, at: $0) }
      }
      offset += 1
    } while !closers.isEmpty
  }

  /// Skips a number, `true`, `false` or `null`.
  private mutating func literal() throws(Mistake) {
    let start = offset
    while let byte = peek, byte.isJSONWord { offset += 1 }
    let bytes = source.bytes[start..<offset]
    let isWord = ["null", "true", "false"].contains { bytes.elementsEqual($0.utf8) }
    let isNumber =
      bytes.first.map { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") } == true
      && Double(String(decoding: bytes, as: UTF8.self)) != nil
    guard isWord || isNumber else {
      offset = start
      throw unexpected("a value", "ค่า")
    }
  }

  /// Reads a string into the scratch buffer.
  private mutating func string() throws(Mistake) {
    guard peek == UInt8(ascii: "\"") else { throw unexpected("'\"'", "'\"'") }
    let start = offset
    offset += 1
    scratch.removeAll(keepingCapacity: true)
    while let byte = peek {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return
      case UInt8(ascii: "\\"): try escape()
      case ..<0x20:
        offset -= 1
        throw unexpected(
          "no line break or control character in a text", "ข้อความที่ไม่มีการขึ้นบรรทัดหรืออักขระควบคุม")
      default: scratch.append(byte)
      }
    }
    throw mistake(at: start) { .unclosedQuote(at: $0) }
  }

  private mutating func escape() throws(Mistake) {
    let start = offset - 1
    guard let byte = peek else { return }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scratch.append(byte)
    case UInt8(ascii: "u"):
      guard let scalar = unicodeEscape() else {
        throw unexpected(
          "a Unicode escape such as \\u0E01", "รหัส Unicode เช่น \\u0E01", at: start)
      }
      scratch.append(contentsOf: String(Character(scalar)).utf8)
    default: throw unexpected("an escape such as \\n", "รหัสเช่น \\n", at: start)
    }
  }

  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let first = hexadecimal() else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
    guard source.bytes[offset...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
      return nil
    }
    offset += 2
    guard let second = hexadecimal(), (0xDC00...0xDFFF).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func hexadecimal() -> UInt32? {
    guard offset + 4 <= source.bytes.count else { return nil }
    let digits = String(decoding: source.bytes[offset..<offset + 4], as: UTF8.self)
    guard digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else { return nil }
    offset += 4
    return value
  }

  private var peek: UInt8? { offset < source.bytes.count ? source.bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private func mistake(at start: Int? = nil, _ make: (Place) -> Diagnostic) -> Mistake {
    let start = start ?? offset
    return Mistake(diagnostic: make(source.span(start..<start + 1).place))
  }

  private func unexpected(_ en: String, _ th: String, at start: Int? = nil) -> Mistake {
    mistake(at: start) { .badJSON(expected: Wording(en: en, th: th), at: $0) }
  }
}

extension UInt8 {
  fileprivate var isJSONWord: Bool {
    self &- 0x30 < 10 || (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: "-")
      || self == UInt8(ascii: "+") || self == UInt8(ascii: ".")
  }
}
