import SaanText

extension PrivateData {
  /// What the cell of a column says about one person: the number of an account, a name, the address
  /// of a house, an id on Line, the plate of a car.
  ///
  /// In running text each of these may be anything: who asks knows from the column's other cells.
  ///
  /// - Parameter isOfRole: whether the column says who does something, so that names need no title.
  static func aboutPerson(
    in cell: UnsafeBufferPointer<UInt8>, isOfRole: Bool = false
  ) -> Finding? {
    guard cell.count >= 6, cell.count <= 300, isOfRole || PersonalLook.mayBe(in: cell) else {
      return nil
    }
    let text = cell.string.trimmed
    let whole = 0..<cell.count
    if isOfRole, PersonName.isPlain(text) {
      return Finding(kind: .personName, normal: text, range: whole)
    }
    if let account = accountNumber(text) ?? BankAccount.number(in: text) {
      return Finding(kind: .bankAccount, normal: account, range: whole)
    }
    if let name = PersonName.found(in: text) {
      return Finding(kind: .personName, normal: name, range: whole)
    }
    if isHouse(text) { return Finding(kind: .houseAddress, normal: text, range: whole) }
    if let id = LineName.found(in: text) {
      return Finding(kind: .lineID, normal: id, range: whole)
    }
    return isPlate(text) ? Finding(kind: .vehiclePlate, normal: text, range: whole) : nil
  }

  /// The digits of a number as banks group them: `123-4-56789-0`.
  private static func accountNumber(_ text: String) -> String? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == " " }
    guard parts.map(\.count) == [3, 1, 5, 1] else { return nil }
    let digits = parts.joined().compactMap(\.wholeNumberValue)
    return digits.count == 10 ? digits.map(String.init).joined() : nil
  }

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
    return isAround(behind, isSaid)
      || (isSaid && (behind.isEmpty || behind.first?.isLetter == true))
  }

  /// Whether a text goes on with what lies around a house: no month, and nothing that the number
  /// before it counts, as in `3 หมู่บ้าน`.
  private static func isAround(_ text: Substring, _ isSaid: Bool) -> Bool {
    guard let word = around.first(where: { text.hasPrefix($0) }) else { return false }
    let rest = text.dropFirst(word.count)
    if ["ต.", "ม."].contains(word), rest.hasPrefix("ค") {
      return !rest.dropFirst().allSatisfy { !$0.isLetter }
    }
    let isCounted = ["หมู่", "ซอย", "ถนน", "ตำบล", "แขวง"].contains(word)
    return isSaid || !isCounted
      || rest.contains { $0.isLetter || $0.isNumber }
        && !["บ้าน", "คณะ"].contains { rest.hasPrefix($0) }
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
