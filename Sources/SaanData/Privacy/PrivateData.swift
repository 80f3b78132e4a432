/// Personal data in a text: what must never be published.
///
/// Found are citizens' numbers by their check digit, phone numbers and e-mail addresses, in every
/// way in which people write them; a number with a unit, a decimal point or thousands commas is
/// none.
package enum PrivateData {
  /// What was found.
  package enum Kind: Sendable, Hashable, CaseIterable {
    case citizenID, mobile, landline, personalEmail, officeEmail
    /// Name and password in the address of a page.
    case password
    /// What columns as a whole are looked through for, and no single text.
    case bankAccount, personName, houseAddress, vehiclePlate, lineID

    /// Whether it stops publication; what an office may want to be reached by is only told.
    package var isPersonal: Bool { self != .landline && self != .officeEmail }
  }

  /// One finding.
  package struct Finding: Error, Sendable, Hashable {
    package let kind: Kind
    /// The number's digits, a phone number's in national form, or the address in lower case.
    package let normal: String
    /// The bytes of the text that it takes.
    package let range: Range<Int>

    /// What may be shown of it: enough to find it by, and no more.
    package var masked: String {
      let text = Array(normal)
      func part(_ from: Int, _ to: Int) -> String { String(text[from..<to]) }
      switch kind {
      case .citizenID:
        return "\(part(0, 1))-\(part(1, 5))-xxxxx-\(part(10, 12))-\(part(12, 13))"
      case .mobile: return "\(part(0, 3))-xxx-\(part(6, 10))"
      case .landline where normal.hasPrefix("02"): return "02-xxx-\(part(5, 9))"
      case .landline: return "\(part(0, 3))-xxx-\(part(6, 9))"
      case .password: return "\(normal.prefix { $0 != ":" }):…@"
      case .bankAccount: return "\(part(0, 3))-x-xxxxx-\(part(9, 10))"
      case .personName, .houseAddress, .vehiclePlate, .lineID: return "\(normal.prefix(3))…"
      case .personalEmail, .officeEmail:
        return "\(normal.prefix(1))…\(normal[(normal.firstIndex(of: "@") ?? normal.startIndex)...])"
      }
    }
  }

  /// All that a text gives away, in order; none nearly always.
  package static func findings(in text: UnsafeBufferPointer<UInt8>) -> [Finding] {
    var scan = CandidateScan(text)
    var heads = TableHeads(text)
    var found: [Finding] = []
    while let line = scan.nextLine() {
      let plain = PlainCharacters(UnsafeBufferPointer(rebasing: text[line]), from: line.lowerBound)
      let columns = heads.columns(above: line)
      found += plain.addresses()
      found += plain.numbers { columns?.hold($0, in: text, line: line.lowerBound) ?? false }
    }
    return found
  }

  /// All that a part of an address gives away, such as `somsri-0812345678`: the letters, hyphens
  /// and underscores before a number do not hide it.
  package static func findings(inName name: String) -> [Finding] {
    // Thai digits and those of full width end in such a byte behind one that no letter has there.
    let digits = zip(name.utf8, name.utf8.dropFirst()).count { before, byte in
      byte &- 0x30 < 10 || (byte &- 0x90 < 10 && (before == 0xB9 || before == 0xBC))
    }
    guard digits >= 8 else { return findings(in: name) }
    var words = ""
    var last: Character = " "
    for character in name {
      if character.isNumber, last == "-" || last.isLetter {
        if last == "-", words.dropLast().last?.isLetter == true { words.removeLast() }
        if last.isLetter || words.last?.isLetter == true { words += " " }
      } else if character.isLetter, last.isNumber {
        words += " "
      }
      last = character == "_" ? " " : character
      words.append(last)
    }
    return findings(in: words)
  }

  /// What a cell gives away in a column of citizens' numbers: those with a wrong digit as well.
  static func mistypedCards(in cell: String) -> [Finding] {
    // The cell is read as if the word for the card stood beside it.
    findings(in: cell).isEmpty
      ? findings(in: "เลขบัตร " + cell).filter { $0.kind == .citizenID } : []
  }

  /// All that a text gives away.
  package static func findings(in text: String) -> [Finding] {
    var text = text
    return text.withUTF8 { findings(in: $0) }
  }

  /// What the text of a cell gives away; none nearly always.
  @inline(__always)
  static func find(
    in cell: UnsafeBufferPointer<UInt8>, mayHaveThaiDigits: Bool = true
  ) -> [Finding] {
    isSuspicious(cell, mayHaveThaiDigits) ? findings(in: cell) : []
  }

  /// Whether the text has an `@`, the bracket of `(at)`, or so many digits that it is worth a
  /// closer look.
  ///
  /// Nearly no cell passes, and each cell of a table is asked: it counts and compares eight bytes
  /// at a time.
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
    return tally.hasMark || tally.digits >= 9
  }

  /// What a value of a number column gives away: a citizen's number, or a phone number whose
  /// leading zero the column would lose.
  ///
  /// - Parameter isMeasure: whether the column's values surely count or measure something.
  @inline(__always)
  static func findInNumber(
    _ cell: UnsafeBufferPointer<UInt8>, isMeasure: Bool
  ) -> [Finding] {
    // Thai digits take three bytes each.
    guard
      (cell.count == 13 && !isMeasure)
        || (cell.count >= 9 && (cell[0] == UInt8(ascii: "0") || cell[0] >= 0x80))
    else { return [] }
    let found = find(in: cell)
    return isMeasure ? found.filter { $0.kind != .citizenID } : found
  }

  /// Whether thirteen digits are a citizen's number with the right check digit; numbers of
  /// organisations begin with 0.
  static func isCitizenID(_ digits: some Collection<UInt8>) -> Bool {
    let digits = Array(digits)
    guard digits.count == 13, (1...8).contains(digits[0]) else { return false }
    let sum = zip(digits.dropLast(), (2...13).reversed()).reduce(0) { $0 + Int($1.0) * $1.1 }
    return (11 - sum % 11) % 10 == Int(digits[12])
  }
}

/// How many digits words of text have, counted eight bytes at a time, and whether they have an `@`
/// or a bracket.
private struct DigitTally {
  private(set) var digits = 0
  private var marks: UInt64 = 0

  private static let low: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  var hasMark: Bool { marks & Self.high != 0 }

  @inline(__always)
  mutating func add(_ word: UInt64) {
    digits &+= Self.count(Self.belowTen(word ^ 0x30 &* Self.low))
    addMark(word ^ 0x40 &* Self.low)
    addMark(word ^ 0x28 &* Self.low)
    addMark(word ^ 0x5B &* Self.low)
  }

  /// Notes a zero byte: where a word and what is looked for do not differ.
  @inline(__always)
  private mutating func addMark(_ difference: UInt64) {
    marks |= (difference &- Self.low) & ~difference
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
