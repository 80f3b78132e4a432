import SaanText

extension PrivateData {
  /// What the cell of a column says about one person: the number of an account, a name, the address
  /// of a house, the plate of a car.
  ///
  /// In running text each of these may be anything: who asks knows from the column's other cells.
  static func aboutPerson(in cell: UnsafeBufferPointer<UInt8>) -> Finding? {
    guard cell.count >= 6, cell.count <= 300 else { return nil }
    let first = cell[0]
    let isOfDigit = first &- 0x30 < 10
    // น, ด, บ, เ and digits begin Thai ones; M English names; any two letters a plate.
    guard isOfDigit || first == 0xE0 || first | 0x20 == UInt8(ascii: "m") else { return nil }
    let text = cell.string.trimmed
    let whole = 0..<cell.count
    if let account = accountNumber(text) {
      return Finding(kind: .bankAccount, normal: account, range: whole)
    }
    if isNameOfPerson(text) { return Finding(kind: .personName, normal: text, range: whole) }
    if isHouse(text) { return Finding(kind: .houseAddress, normal: text, range: whole) }
    return isPlate(text) ? Finding(kind: .vehiclePlate, normal: text, range: whole) : nil
  }

  /// The digits of a number as banks group them: `123-4-56789-0`.
  private static func accountNumber(_ text: String) -> String? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == " " }
    guard parts.map(\.count) == [3, 1, 5, 1] else { return nil }
    let digits = parts.joined().compactMap(\.wholeNumberValue)
    return digits.count == 10 ? digits.map(String.init).joined() : nil
  }

  /// Whether a text is a title with a name behind it: `นางสมศรี มีสุข`.
  private static func isNameOfPerson(_ text: String) -> Bool {
    for (title, fewest) in titles where text.hasPrefix(title) {
      let rest = text.dropFirst(title.count)
      guard !offices.contains(where: rest.hasPrefix) else { return false }
      let words = rest.split(whereSeparator: \.isWhitespace)
      return (fewest...4).contains(words.count)
        && words.prefix(2).allSatisfy {
          $0.unicodeScalars.count > 1 && $0.allSatisfy { $0.isLetter || $0 == "." }
        }
    }
    return false
  }

  /// The titles of persons, longer ones first, and how many words make a name behind them.
  private static let titles: [(title: String, words: Int)] = [
    ("นางสาว", 1), ("น.ส.", 1), ("นาย", 2), ("นาง", 2), ("เด็กชาย", 1), ("เด็กหญิง", 1), ("ด.ช.", 1),
    ("ด.ญ.", 1), ("Mr.", 1), ("Mrs.", 1), ("Ms.", 1), ("Miss ", 1), ("Mr ", 2), ("Mrs ", 2),
  ]

  /// What goes on with a title as the name of an office, or of a place.
  private static let offices = [
    "กเทศ", "กอบต", "กอบจ", "กองค์การ", "กสมาคม", "กรัฐมนตรี", "กเมือง", "กสภา", "กฯ", "อำเภอ", "ทะเบียน",
    "จ้าง", "หน้า", "รอง",
  ]

  /// Whether a text is the number of a house with what lies around it: `99/1 หมู่ 3 ต.นาดี`.
  private static func isHouse(_ text: String) -> Bool {
    var rest = text[...]
    let isSaid = ["บ้านเลขที่", "เลขที่"].contains { word in
      guard rest.hasPrefix(word) else { return false }
      rest = rest.dropFirst(word.count).drop(while: \.isWhitespace)
      return true
    }
    let number = rest.prefix { $0.wholeNumberValue != nil || $0 == "/" || $0 == "-" }
    guard number.first?.wholeNumberValue != nil, number.count <= 9 else { return false }
    let behind = rest[number.endIndex...].drop(while: \.isWhitespace)
    return around.contains { behind.hasPrefix($0) } && !isMonth(behind)
      || (isSaid && (behind.isEmpty || behind.first?.isLetter == true))
  }

  /// Whether what stands behind a number is a month that begins as a place does: `1 ต.ค. 65`.
  private static func isMonth(_ behind: Substring) -> Bool {
    ["ม.ค", "ต.ค"].contains { month in
      behind.hasPrefix(month) && behind.dropFirst(month.count).first?.isLetter != true
    }
  }

  private static let around = [
    "หมู่", "ม.", "ซ.", "ซอย", "ถ.", "ถนน", "ต.", "ตำบล", "แขวง", "Moo", "moo", "Soi", "M.",
  ]

  /// Whether a text is two letters and a number, as on cars: `1กข 1234 สุรินทร์`.
  private static func isPlate(_ text: String) -> Bool {
    var rest = text[...]
    if rest.first?.wholeNumberValue != nil { rest = rest.dropFirst() }
    let letters = rest.prefix(2)
    guard letters.count == 2, letters.unicodeScalars.count == 2,
      letters.unicodeScalars.allSatisfy({ (0x0E01...0x0E2E).contains($0.value) })
    else { return false }
    rest = rest.dropFirst(2).drop { $0 == " " || $0 == "-" }
    let digits = rest.prefix { $0.wholeNumberValue != nil }
    guard (1...4).contains(digits.count), digits.first?.wholeNumberValue != 0 else { return false }
    rest = rest.dropFirst(digits.count)
    return rest.isEmpty || (rest.first == " " && rest.dropFirst().allSatisfy { $0.isLetter })
  }
}
