/// The objects of a PDF, those that are packed in others as well.
///
/// Objects are found by their words, not by the table at the end of the file: that names only the
/// last version of each, while what an earlier one said is in the file for everybody who looks.
struct PDFObjects {
  struct Object {
    let number: Int
    /// What it says before its stream.
    let head: ArraySlice<UInt8>
    let stream: ArraySlice<UInt8>?

    func has(_ word: String) -> Bool { head.firstRange(of: Array(word.utf8)) != nil }

    /// The number behind a key, such as that of the object it refers to.
    func number(of key: String) -> Int? {
      guard let range = head.firstRange(of: Array(key.utf8)) else { return nil }
      let digits = head[range.upperBound...].drop { $0 <= 0x20 }.prefix { $0 &- 0x30 < 10 }
      return Int(String(decoding: digits, as: UTF8.self))
    }
  }

  private(set) var all: [Object] = []
  /// Whether a stream that may hold text could not be unpacked.
  private(set) var isBroken = false
  private let limits: DataLimits

  init(_ bytes: [UInt8], limits: DataLimits) {
    self.limits = limits
    var index = 0
    // Looked for again only once it is passed: a file may have none.
    var end = 0
    while let found = Self.next("obj", in: bytes[index...]) {
      index = found + 3
      guard let number = Self.number(before: found, in: bytes) else { continue }
      if end < index { end = Self.next("endobj", in: bytes[index...]) ?? bytes.count }
      let start = Self.next("stream", in: bytes[index..<end])
      let head = bytes[index..<(start ?? end)]
      guard let start else {
        all.append(Object(number: number, head: head, stream: nil))
        index = end
        continue
      }
      let stream = Self.stream(from: start + 6, head: head, in: bytes)
      all.append(Object(number: number, head: head, stream: stream))
      index = stream.endIndex
    }
    for object in all where object.has("/ObjStm") { unpack(object) }
  }

  /// The bytes of an object's stream; `nil` where it is packed in a way that is not known.
  func content(of object: Object) -> ArraySlice<UInt8>? {
    guard let stream = object.stream else { return nil }
    if !object.has("/Filter") { return stream }
    let others = ["LZWDecode", "ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode", "/Crypt"]
    guard object.has("/FlateDecode") || object.has("/Fl "), !others.contains(where: object.has)
    else { return nil }
    return Inflation(stream, limits: limits)?.bytes[...]
  }

  private mutating func unpack(_ packed: Object) {
    guard let bytes = content(of: packed).map({ Array($0)[...] }),
      let first = packed.number(of: "/First"),
      first <= bytes.count
    else { return isBroken = true }
    var tokens = PDFTokens(bytes[..<first])
    var numbers: [Int] = []
    while case .number(let number)? = tokens.next() {
      numbers.append(Int(exactly: number).map { min(max(0, $0), bytes.count) } ?? 0)
    }
    let pairs = stride(from: 0, to: numbers.count - 1, by: 2).map { index in
      (number: numbers[index], start: min(bytes.count, first + numbers[index + 1]))
    }
    for (index, pair) in pairs.enumerated() {
      let end = index + 1 < pairs.count ? pairs[index + 1].start : bytes.count
      guard pair.start <= end else { continue }
      all.append(Object(number: pair.number, head: bytes[pair.start..<end], stream: nil))
    }
  }

  private static func next(_ word: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let word = Array(word.utf8)
    var rest = bytes
    while let start = rest.firstIndex(of: word[0]) {
      if rest[start...].starts(with: word) { return start }
      rest = rest[(start + 1)...]
    }
    return nil
  }

  /// The number in `12 0 obj`.
  private static func number(before index: Int, in bytes: [UInt8]) -> Int? {
    var rest = bytes[max(0, index - 30)..<index]
    guard let last = rest.popLast(), last <= 0x20 else { return nil }
    func popDigits() -> String {
      while let last = rest.last, last <= 0x20 { rest.removeLast() }
      var digits: [UInt8] = []
      while let last = rest.last, last &- 0x30 < 10 {
        digits.insert(last, at: 0)
        rest.removeLast()
      }
      return String(decoding: digits, as: UTF8.self)
    }
    guard Int(popDigits()) != nil else { return nil }
    return Int(popDigits())
  }

  private static func stream(
    from start: Int, head: ArraySlice<UInt8>, in bytes: [UInt8]
  ) -> ArraySlice<UInt8> {
    var start = min(start, bytes.count)
    if start < bytes.count, bytes[start] == 0x0D { start += 1 }
    if start < bytes.count, bytes[start] == 0x0A { start += 1 }
    let stated = Object(number: 0, head: head, stream: nil).number(of: "/Length ") ?? 0
    if stated > 0, stated < bytes.count - start {
      let behind = bytes[(start + stated)...].prefix(20)
      if behind.firstRange(of: Array("endstream".utf8)) != nil {
        return bytes[start..<(start + stated)]
      }
    }
    return bytes[start..<(next("endstream", in: bytes[start...]) ?? bytes.count)]
  }
}
