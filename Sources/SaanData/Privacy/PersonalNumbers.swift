extension PlainCharacters {
  /// The citizens' numbers and phone numbers in the line.
  ///
  /// - Parameter isOfCard: whether a place in the text lies in a column of citizens' numbers.
  func numbers(isOfCard: (Int) -> Bool) -> [PrivateData.Finding] {
    var found: [PrivateData.Finding] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index].isPlainDigit else {
        index += 1
        continue
      }
      let run = DigitRun(self, from: index)
      found += run.findings(isOfCard)
      index = run.end
    }
    return found
  }
}

/// Groups of digits with little between them, such as `โทร 081-234 5678`.
///
/// No number tells by itself that it is somebody's: ten digits may be an account, thirteen the code
/// of goods. How many there are, how they are grouped and which words stand beside them decide
/// together. From each group on the longest number that holds counts, and the search goes on behind
/// it.
private struct DigitRun {
  private struct Group {
    let range: Range<Int>
    /// What stands between it and the next group.
    var gap: Range<Int>?
  }

  private let line: PlainCharacters
  private var groups: [Group] = []
  /// Where the run ends.
  private(set) var end: Int

  init(_ line: PlainCharacters, from start: Int) {
    self.line = line
    end = start
    while line[end].isPlainDigit {
      let groupEnd = line.bytes[end...].firstIndex { !$0.isPlainDigit } ?? line.bytes.count
      var next = groupEnd
      while next - groupEnd < 4, line[next].isGap, next < line.bytes.count { next += 1 }
      let goesOn = next > groupEnd && next < line.bytes.count && line[next].isPlainDigit
      groups.append(Group(range: end..<groupEnd, gap: goesOn ? groupEnd..<next : nil))
      end = goesOn ? next : groupEnd
      if !goesOn { break }
    }
  }

  /// What the run gives away: of overlapping numbers the first one.
  func findings(_ isOfCard: (Int) -> Bool) -> [PrivateData.Finding] {
    var found: [PrivateData.Finding] = []
    var first = 0
    while first < groups.count {
      guard let (finding, last) = finding(from: first, isOfCard) else {
        first += 1
        continue
      }
      found.append(finding)
      first = last + 1
    }
    return found
  }

  /// Whether the groups from one on are the number of an organisation, as in `0-9940-00160-09-7`:
  /// parts of it look like a phone number.
  private func isOfOrganisation(_ first: Int) -> Bool {
    (max(0, first - 4)...first).contains { start in
      guard start + 5 <= groups.count else { return false }
      let sizes = groups[start..<start + 5].map(\.range.count)
      return sizes == [1, 4, 5, 2, 1]
        && line[groups[start].range.lowerBound] == UInt8(ascii: "0")
    }
  }

  private func finding(
    from first: Int, _ isOfCard: (Int) -> Bool
  ) -> (PrivateData.Finding, last: Int)? {
    guard !isJoined(before: first), !isOfOrganisation(first) else { return nil }
    var digits: [UInt8] = []
    var best: (PrivateData.Finding, last: Int)?
    for last in first..<groups.count {
      digits += line.bytes[groups[last].range]
      guard digits.count <= 15 else { break }
      guard digits.count >= 9, !isJoined(after: last) else { continue }
      let window = Window(
        digits: digits, sizes: groups[first...last].map(\.range.count),
        gaps: groups[first..<last].compactMap(\.gap).map { line.text($0) })
      guard let (kind, normal) = kind(of: window, first, last, isOfCard) else { continue }
      let whole = groups[first].range.lowerBound..<groups[last].range.upperBound
      guard !line.isInAddress(whole.lowerBound) else { continue }
      best = (
        PrivateData.Finding(kind: kind, normal: normal, range: line.source(whole)), last
      )
    }
    return best
  }

  private func kind(
    of window: Window, _ first: Int, _ last: Int, _ isOfCard: (Int) -> Bool
  ) -> (PrivateData.Kind, String)? {
    let start = groups[first].range.lowerBound
    let hasPlus = line[start - 1] == UInt8(ascii: "+")
    if !hasPlus, window.isCitizenID || isMeantAsCitizenID(window, first, last, isOfCard),
      !isGoods(first, last), !isMeasure(window, last), !isChained(first, last)
    {
      return (.citizenID, window.text)
    }
    let isCalled = hasPlus || hasWord(before: start)
    if !isCalled, isMeasure(window, last) { return nil }
    guard let national = window.nationalNumber(hasPlus: hasPlus, isCalled: isCalled) else {
      return nil
    }
    return (national.utf8.count == 10 ? .mobile : .landline, national)
  }

  /// Whether thirteen digits are written as on a card, or stand beside a word for it or below one:
  /// then one of them is mistyped where the last does not check.
  private func isMeantAsCitizenID(
    _ window: Window, _ first: Int, _ last: Int, _ isOfCard: (Int) -> Bool
  ) -> Bool {
    guard window.isOfCard else { return false }
    if window.hasHyphensOfCard { return true }
    // Numbers in a row may happen to have as many digits each; not that and no more of them.
    if window.hasSpacesOfCard, first == 0, last == groups.count - 1 { return true }
    let range = groups[first].range.lowerBound..<groups[last].range.upperBound
    return isOfCard(line.source(range).lowerBound)
      || Self.cards.contains { line.has($0, near: range) }
  }

  /// Whether the digits go on with a word or number before them, as in `f-0812345678` and `1,081`.
  private func isJoined(before first: Int) -> Bool {
    let start = groups[first].range.lowerBound
    let (before, far) = (line[start - 1], line[start - 2])
    switch before {
    case UInt8(ascii: "_"): return far.isPlainWord
    case UInt8(ascii: "."): return far.isPlainDigit
    case UInt8(ascii: "-") where first == 0:
      return far.isPlainWord && !hasWord(before: start)
    case UInt8(ascii: ","):
      return far.isPlainDigit && groups[first].range.count == 3
    default: return before.isPlainWord && !hasWord(before: start) && !isLabelled(first)
    }
  }

  /// Whether thirteen digits in one piece stand right after a word for what they are: `ID1101…`.
  private func isLabelled(_ first: Int) -> Bool {
    let range = groups[first].range
    return range.count == 13 && Self.labels.contains { line.has($0, before: range.lowerBound) }
  }

  /// Whether the digits go on with a letter, a thousands comma or a share after them.
  private func isJoined(after last: Int) -> Bool {
    let end = groups[last].range.upperBound
    // One point alone makes the digits a decimal number, or a part of a longer one.
    if let gap = groups[last].gap { return line.text(gap) == "." }
    switch line[end] {
    case UInt8(ascii: "_"): return line[end + 1].isPlainWord
    case UInt8(ascii: "%"): return true
    case UInt8(ascii: ","):
      let more = (end + 1..<end + 5).prefix { line[$0].isPlainDigit }.count
      return more == 3 && groups[last].range.count <= 3
    default: return line[end].isPlainWord
    }
  }

  /// Whether a longer chain of hyphens goes through the number.
  private func isChained(_ first: Int, _ last: Int) -> Bool {
    guard last > first else { return false }
    let around = [first > 0 ? groups[first - 1].gap : nil, groups[last].gap].compactMap { $0 }
    return around.contains { !line.text($0).contains(" ") }
  }

  /// Whether a word says that digits in one piece are an amount or a code of goods.
  private func isGoods(_ first: Int, _ last: Int) -> Bool {
    guard first == last else { return false }
    return Self.goods.contains { hasWord($0, before: groups[first].range.lowerBound) }
  }

  /// Whether digits in one piece, or with spaces between them, count what the word after them says.
  private func isMeasure(_ window: Window, _ last: Int) -> Bool {
    guard window.gaps.allSatisfy({ $0.allSatisfy { $0 == " " } }) else { return false }
    var after = groups[last].range.upperBound
    while line[after] == 0x20, after < line.bytes.count { after += 1 }
    return Self.money.contains { line.has($0, at: after) }
      || Self.measures.contains {
        line.has($0, at: after) && line.endsWord(at: after + $0.unicodeScalars.count)
      }
  }

  private static let money = [
    "บาท", "ล้าน", "สตางค์", "baht", "thb", "usd", "eur", "million", "$", "฿",
  ]
  private static let measures = [
    "ไร่", "ตารางวา", "ตารางเมตร", "ตร.ม", "ตร.กม", "ตารางกิโลเมตร", "คน", "ราย", "ครัวเรือน",
    "หลังคาเรือน",
    "หลัง", "แห่ง", "ตัน", "กิโลกรัม", "กก.", "กรัม", "กิโลเมตร", "กม.", "เมตร", "ลิตร", "ลูกบาศก์เมตร",
    "เฮกตาร์", "ชิ้น", "ครั้ง", "ต้น", "ตัว", "ฉบับ", "เล่ม", "หน่วย", "รายการ", "หุ้น", "rai", "hectares",
    "hectare", "km", "m2", "sqm", "kg", "tons", "tonnes", "litres", "people",
    "persons", "households", "homes", "units", "shares", "dollars", "euros",
  ]
  private static let goods = ["$", "฿", "thb", "usd", "บาร์โค้ด", "barcode", "ean", "gtin", "isbn"]
  private static let labels = ["id", "no", "number", "card", "citizen", "pin", "passport"]
  private static let cards = [
    "เลขบัตร", "บัตรประชาชน", "ประจำตัวประชาชน", "13 หลัก", "ปชช", "เลขประชาชน", "id card",
    "identity card", "identification card",
    "citizen id", "national id", "thai id",
  ]
  private static let telephones = [
    "tel", "phone", "mobile", "mob", "fax", "call", "line", "hotline", "wa.me", "โทร", "โทรศัพท์",
    "โทรสาร",
    "มือถือ", "เบอร์", "เบอร์โทร", "ติดต่อ", "แฟกซ์", "สายด่วน",
  ]

  /// Whether a word for a telephone stands before the digits.
  private func hasWord(before start: Int) -> Bool {
    Self.telephones.contains { hasWord($0, before: start) }
  }

  private func hasWord(_ word: String, before start: Int) -> Bool {
    var start = start
    while start > 0, " .:-+(=/".utf8.contains(line[start - 1]) { start -= 1 }
    return line.has(word, before: start)
  }
}

/// Digits that may be one number, with how they are grouped.
///
/// It knows no words around it, only lengths, gaps and the check digit; what it takes for a number
/// may still be an amount to `DigitRun`.
private struct Window {
  let digits: [UInt8]
  let sizes: [Int]
  let gaps: [String]

  var text: String { String(decoding: digits, as: UTF8.self) }

  /// One point alone makes a decimal number.
  private var isDecimal: Bool { gaps == ["."] }

  var isCitizenID: Bool {
    guard PrivateData.isCitizenID(digits.map { $0 & 15 }) else { return false }
    if sizes.count == 1 { return true }
    if isDecimal || looksLikeYear { return false }
    if hasSlash { return gaps.allSatisfy { $0 == "/" } && isOfficialGrouping }
    let isHyphened = gaps.allSatisfy { !$0.allSatisfy { $0 == " " } }
    return isHyphened || sizes.allSatisfy { $0 == 1 } || isOfficialGrouping
  }

  /// Whether it may be a person's number but for its last digit, which checks the others; those of
  /// organisations begin with 0.
  var isOfCard: Bool {
    guard digits.count == 13, digits[0] != UInt8(ascii: "0"), !isDecimal, !looksLikeYear else {
      return false
    }
    return sizes.count == 1 || isOfficialGrouping
  }

  /// Whether the groups are those that are printed on cards, with hyphens.
  var hasHyphensOfCard: Bool {
    sizes == [1, 4, 5, 2, 1] && (UInt8(ascii: "1")...UInt8(ascii: "8")).contains(digits[0])
      && gaps.allSatisfy { $0.filter { $0 != " " } == "-" }
  }

  /// Whether the groups are those that are printed on cards, as they are printed; a year at the
  /// second place makes them numbers of a table.
  var hasSpacesOfCard: Bool {
    guard sizes == [1, 4, 5, 2, 1], gaps.allSatisfy({ $0 == " " }),
      (UInt8(ascii: "1")...UInt8(ascii: "8")).contains(digits[0])
    else { return false }
    let second = digits[1..<5].reduce(0) { $0 * 10 + Int($1 & 15) }
    return !(1950...2049).contains(second) && !(2490...2592).contains(second)
  }

  private var hasSlash: Bool { gaps.contains { $0.contains("/") } }

  private var looksLikeYear: Bool {
    sizes[0] == 4 && ["19", "20", "24", "25"].contains { text.hasPrefix($0) }
  }

  /// Whether the groups are those of `1-2345-67890-12-1`, some of them joined.
  private var isOfficialGrouping: Bool {
    let borders: Set<Int> = [1, 5, 10, 12, 13]
    var end = 0
    return sizes.allSatisfy { size in
      end += size
      return borders.contains(end)
    }
  }

  /// The phone number as it is dialled in Thailand.
  func nationalNumber(hasPlus: Bool, isCalled: Bool) -> String? {
    let text = text
    if hasSlash, Set(gaps) != ["/"] || sizes != [3, 3, 4] { return nil }
    let isAbroad = isCalled || sizes[0] == 2 || sizes == [11]
    if hasPlus || text.hasPrefix("0066") || (text.hasPrefix("66") && isAbroad) {
      let rest = text.drop { $0 == "0" }
      guard rest.hasPrefix("66") else { return nil }
      let national = "0" + rest.dropFirst(2).drop { $0 == "0" }
      return isMobile(national) || isLandline(national) ? national : nil
    }
    // A version has one digit before its first point, as in `0.8.1234.5678`.
    if sizes[0] == 1, Set(gaps) == ["."] { return nil }
    if isMobile(text) { return isDateOrAccount ? nil : text }
    return isLandline(text) && (isCalled || Self.landlineSizes.contains(sizes)) ? text : nil
  }

  /// Whether the groups are those of `08-11-2565 09`, `09.00-12.00 15` or, at banks,
  /// `089-1-23456-7`.
  private var isDateOrAccount: Bool {
    sizes == [3, 1, 5, 1] || sizes.starts(with: [2, 2, 4])
      || (sizes.starts(with: [2, 2, 2]) && Set(gaps).count > 1)
  }

  private func isMobile(_ text: String) -> Bool {
    text.utf8.count == 10 && ["06", "08", "09"].contains { text.hasPrefix($0) }
  }

  private func isLandline(_ text: String) -> Bool {
    text.utf8.count == 9 && text.hasPrefix("0")
      && text.utf8.dropFirst().first.map { (0x32...0x37).contains($0) } == true
  }

  /// How landline numbers are grouped; nine digits in one piece may be any code.
  private static let landlineSizes: [[Int]] = [
    [2, 3, 4], [2, 7], [3, 6], [3, 3, 3], [1, 4, 4], [1, 8], [2, 4, 3], [3, 2, 4], [1, 1, 3, 4],
    [1, 2, 3, 3], [1, 2, 6], [3, 2, 2, 2], [2, 3, 2, 2], [1, 1, 7],
  ]
}

extension UInt8 {
  /// Whether it may stand between the groups of one number.
  fileprivate var isGap: Bool {
    self == 0x20 || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
      || self == UInt8(ascii: "(") || self == UInt8(ascii: ")") || self == UInt8(ascii: "/")
  }
}
