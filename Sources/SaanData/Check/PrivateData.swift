/// Finds personal data in the text of a value: what must never be published.
enum PrivateData {
  /// What was found.
  enum Kind: Sendable, Hashable, CaseIterable {
    case citizenID, phone, email
  }

  /// What the text gives away; `nil` nearly always.
  @inline(__always)
  static func find(
    in cell: UnsafeBufferPointer<UInt8>, mayHaveThaiDigits: Bool = true
  ) -> Kind? {
    isSuspicious(cell, mayHaveThaiDigits) ? findSlowly(in: cell) : nil
  }

  /// Whether the text has an `@` or so many digits that it is worth a closer look.
  @inline(__always)
  private static func isSuspicious(
    _ cell: UnsafeBufferPointer<UInt8>, _ mayHaveThaiDigits: Bool
  ) -> Bool {
    guard cell.count >= 5 else { return false }
    var tally = DigitTally()
    var index = 0
    while index < cell.count {
      let word = cell.word(at: index)
      tally.add(word)
      if mayHaveThaiDigits { tally.addThai(word) }
      index &+= 8
    }
    return tally.hasAt || tally.digits >= 9
  }

  private static func findSlowly(in cell: UnsafeBufferPointer<UInt8>) -> Kind? {
    if containsPersonalEmail(cell) { return .email }
    // Addresses of pages and identifiers of things carry long numbers of their own.
    if cell.starts(with: "http://".utf8) || cell.starts(with: "https://".utf8) { return nil }
    return findNumber(in: plainDigits(cell))
  }

  /// The text with Thai digits as ASCII ones and other non-ASCII characters as `~`.
  private static func plainDigits(_ cell: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    cell.string.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x0E50...0x0E59: UInt8(scalar.value - 0x0E50) + 0x30
      case ..<0x80: UInt8(scalar.value)
      case 0x00A0, 0x2010...0x2015: UInt8(ascii: "-")
      default: UInt8(ascii: "~")
      }
    }
  }

  /// Looks at each run of digits with single separators between them.
  private static func findNumber(in text: [UInt8]) -> Kind? {
    var index = 0
    while index < text.count {
      guard text[index].isDigit || text[index] == UInt8(ascii: "+"),
        !isJoined(text, at: index)
      else {
        index += 1
        continue
      }
      let hasPlus = text[index] == UInt8(ascii: "+")
      var digits: [UInt8] = []
      var separators = 0
      var end = hasPlus ? index + 1 : index
      while end < text.count {
        if text[end].isDigit {
          digits.append(text[end] & 15)
        } else if text[end].isSeparator, end + 1 < text.count, text[end + 1].isDigit {
          separators += 1
        } else {
          break
        }
        end += 1
      }
      let isWhole = end == text.count || !text[end].isWordByte
      if isWhole, let kind = kind(of: digits, hasPlus: hasPlus, separators: separators) {
        return kind
      }
      index = max(end, index + 1)
    }
    return nil
  }

  /// Whether digits here go on with something before them, as in `1.0812` and `f-0812`.
  private static func isJoined(_ text: [UInt8], at index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = text[index - 1]
    return before.joinsNumbers
      || (before == UInt8(ascii: "-") && index > 1 && text[index - 2].isWordByte)
  }

  private static func kind(of digits: [UInt8], hasPlus: Bool, separators: Int) -> Kind? {
    if !hasPlus, isCitizenID(digits) { return .citizenID }
    var national = digits
    if hasPlus {
      guard digits.starts(with: [6, 6]) else { return nil }
      national = [0] + digits.dropFirst(2).drop { $0 == 0 }
    }
    guard national.count >= 9, national[0] == 0 else { return nil }
    if national.count == 10, [6, 8, 9].contains(national[1]) { return .phone }
    let isLandline = national.count == 9 && (2...7).contains(national[1])
    // Nine digits in one piece may be any code.
    return isLandline && (hasPlus || separators > 0) ? .phone : nil
  }

  /// Whether thirteen digits are a citizen's number with the right check digit.
  static func isCitizenID(_ digits: [UInt8]) -> Bool {
    guard digits.count == 13, (1...8).contains(digits[0]) else { return false }
    let sum = zip(digits.dropLast(), (2...13).reversed()).reduce(0) { $0 + Int($1.0) * $1.1 }
    return (11 - sum % 11) % 10 == Int(digits[12])
  }

  /// What a value of a number column gives away: a citizen's number, or a phone number whose
  /// leading zero the column would lose.
  @inline(__always)
  static func findInNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Kind? {
    // Thai digits take three bytes each.
    guard cell.count == 13 || (cell.count >= 9 && (cell[0] == UInt8(ascii: "0") || cell[0] >= 0x80))
    else { return nil }
    return find(in: cell)
  }

  private static func containsPersonalEmail(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    var search = cell.startIndex
    while let at = cell[search...].firstIndex(of: UInt8(ascii: "@")) {
      let start = cell[..<at].lastIndex { !$0.isEmailByte }.map { $0 + 1 } ?? 0
      let end = cell[(at + 1)...].firstIndex { !$0.isEmailByte } ?? cell.count
      let local = String(decoding: cell[start..<at], as: UTF8.self).lowercased()
      let domain = String(decoding: cell[(at + 1)..<end], as: UTF8.self)
      if !local.isEmpty, domain.contains("."), !domain.hasPrefix("."), !officeNames.contains(local)
      {
        return true
      }
      search = at + 1
    }
    return false
  }

  /// Names of mailboxes that belong to an office, not to a person.
  private static let officeNames: Set<String> = [
    "admin", "contact", "data", "editor", "enquiries", "hello", "help", "helpdesk", "info",
    "inquiry", "mail", "media", "news", "office", "opendata", "pr", "press", "saraban",
    "secretariat", "service", "services", "support", "team", "webmaster",
  ]
}

/// How many digits words of text have, counted eight bytes at a time, and whether they have an `@`.
private struct DigitTally {
  private(set) var digits = 0
  private var at: UInt64 = 0

  private static let low: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  var hasAt: Bool { at & Self.high != 0 }

  @inline(__always)
  mutating func add(_ word: UInt64) {
    digits &+= Self.count(Self.belowTen(word ^ 0x30 &* Self.low))
    let difference = word ^ 0x40 &* Self.low
    at |= (difference &- Self.low) & ~difference
  }

  /// Thai digits end in 0x90…0x99 after 0xB9; a pair that lies across two words is taken for one.
  @inline(__always)
  mutating func addThai(_ word: UInt64) {
    let difference = word ^ 0xB9 &* Self.low
    let isB9 = ~(((difference & ~Self.high) &+ 0x7F &* Self.low) | difference) & Self.high
    digits &+= Self.count(isB9 << 8 & Self.belowTen(word ^ 0x90 &* Self.low))
    digits &+= Int(truncatingIfNeeded: isB9 >> 63)
  }

  /// The high bit of every byte below ten.
  @inline(__always)
  private static func belowTen(_ word: UInt64) -> UInt64 {
    ~(((word & ~high) &+ 0x76 &* low) | word) & high
  }

  /// How many high bits are set.
  @inline(__always)
  private static func count(_ bits: UInt64) -> Int {
    Int(truncatingIfNeeded: ((bits >> 7) &* low) >> 56)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The eight bytes from an offset on, the first one lowest; zeros after the last one.
  ///
  /// There are at least four in all.
  @inline(__always)
  fileprivate func word(at index: Int) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(self)
    if index &+ 8 <= count {
      return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
    if count >= 8 {
      let word = bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      return UInt64(littleEndian: word) &>> UInt64((index &+ 8 &- count) &* 8)
    }
    let first = bytes.loadUnaligned(as: UInt32.self)
    let last = bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
    return UInt64(UInt32(littleEndian: first))
      | UInt64(UInt32(littleEndian: last)) &<< UInt64((count &- 4) &* 8)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self &- 0x30 < 10 }
  fileprivate var isSeparator: Bool {
    self == UInt8(ascii: "-") || self == UInt8(ascii: " ") || self == UInt8(ascii: ".")
  }
  fileprivate var isWordByte: Bool {
    isDigit || (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: "_")
  }
  /// Whether digits after it go on with a word or number before it.
  fileprivate var joinsNumbers: Bool {
    isWordByte || self == UInt8(ascii: ".") || self == UInt8(ascii: ",")
  }
  fileprivate var isEmailByte: Bool {
    isWordByte || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
      || self == UInt8(ascii: "+")
      || self == UInt8(ascii: "%")
  }
}
