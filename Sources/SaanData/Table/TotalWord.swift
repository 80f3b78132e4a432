import SaanText

/// A cell that says that its row is none of the table's: it adds up others, or is worked out from
/// them.
enum TotalWord: Equatable {
  /// Nothing but the word: `รวมทั้งสิ้น`.
  case whole
  /// The word with what is added up: `รวมอำเภอปราสาท`, `Prasat total`.
  case part(isOfPlaces: Bool)
  /// The word before what may be a place, or the rest of a name: `รวมสุรินทร์`, `รวมใจ`.
  case joined(String)
  /// What is worked out from other rows, or carried over: `เฉลี่ย`, `สูงสุด`, `ยอดยกมา`.
  case statistic

  /// A quick look that lets through what begins or ends like one.
  @inline(__always)
  static func mayBe(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count >= 3 else { return false }
    let (first, last) = (cell[0], cell[cell.count - 1])
    let letter = first == 0xE0 ? cell[2] : first | 0x20
    // ม and l end `รวม` and `total`.
    let isOpen = first <= 0x20 || first == 0xC2 || last == 0xA1 || last | 0x20 == 0x6C
    return (isOpen || !stems[Int(letter)].isEmpty) && isLike(cell)
  }

  @inline(never)
  private static func isLike(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let cell = cell.trimmed
    guard cell.count >= 3 else { return false }
    let letter = cell[0] == 0xE0 ? cell[2] : cell[0] | 0x20
    return stems[Int(letter)].contains { stem, isWhole in
      isSame(cell.prefix(stem.count), stem)
        && !(isWhole && cell.count > stem.count && (cell[stem.count] | 0x20) &- 0x61 < 26)
    } || ends.contains { isSame(cell.suffix($0.count), $0) }
  }

  private static func isSame(_ part: Slice<UnsafeBufferPointer<UInt8>>, _ stem: [UInt8]) -> Bool {
    part.count == stem.count
      && zip(part, stem).allSatisfy { ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1 }
  }

  /// What such cells begin with, by the byte that tells their first letter: the third of a Thai
  /// one; of short words no letter goes on with them.
  private static let stems: [[(stem: [UInt8], isWhole: Bool)]] = {
    var stems = Array(repeating: [(stem: [UInt8], isWhole: Bool)](), count: 256)
    let words = [
      "รวม", "ยอดรวม", "ยอดยก", "ยอดคงเหลือยก", "ผลรวม", "total", "grand total", "sub", "เฉลี่ย",
      "ค่าเฉลี่ย",
      "ค่าสูงสุด", "ค่าต่ำสุด", "ค่ากลาง", "ค่ามัธยฐาน", "คิดเป็น", "ร้อยละ", "สูงสุด", "ต่ำสุด", "มัธยฐาน",
      "ส่วนเบี่ยงเบน", "ยกมา", "ยกไป", "carried forward", "brought forward", "balance carried",
      "balance brought", "standard deviation",
    ].map { (stem: Array($0.utf8), isWhole: false) }
    let whole = [
      "sum", "average", "averages", "avg", "mean", "median", "max", "maximum", "min", "minimum",
      "percent", "percentage", "percentages", "%",
    ].map { (stem: Array($0.utf8), isWhole: true) }
    for word in words + whole {
      let first = word.stem[0] == 0xE0 ? word.stem[2] : word.stem[0] | 0x20
      stems[Int(first)].append(word)
    }
    return stems
  }()
  private static let ends = ["รวม", "total"].map { Array($0.utf8) }

  /// Reads a cell; `nil` for any other.
  init?(_ cell: String) {
    var text = cell.lowercased()
    if text.hasSuffix(")"), let open = text.lastIndex(of: "(") { text = String(text[..<open]) }
    text = text.filter { !":.-".contains($0) }.split { $0.isWhitespace }.joined(separator: " ")
    let compact = text.filter { $0 != " " }
    if Self.wholes.contains(compact) {
      self = .whole
      return
    }
    if Self.isStatistic(compact) {
      self = .statistic
      return
    }
    for word in ["ยอดรวม", "ผลรวม", "รวมยอด", "รวม"] where text.hasPrefix(word) {
      let rest = text.dropFirst(word.count)
      let isOfPlaces = Self.places.contains { rest.hasPrefix($0) }
      if isOfPlaces || rest.first == " " || rest.first?.isNumber == true {
        self = .part(isOfPlaces: isOfPlaces)
        return
      }
      guard rest.count > 1 else { continue }
      self = .joined(Self.place(String(rest)))
      return
    }
    let isEnglish =
      ["total ", "subtotal ", "sum of "].contains { text.hasPrefix($0) }
      || [" total", " subtotal"].contains { text.hasSuffix($0) }
    guard isEnglish || text.hasSuffix("ผลรวม") || text.hasSuffix(" รวม") else { return nil }
    self = .part(isOfPlaces: false)
  }

  /// What is added up behind the word for it, as rows name it: `เมือง` of `รวมอำเภอเมือง`.
  static func place(behindWordOf cell: String) -> String? {
    let text = cell.lowercased().filter { !$0.isWhitespace }
    return ["ยอดรวม", "ผลรวม", "รวมยอด", "รวม"].first {
      text.hasPrefix($0) && text.count > $0.count + 1
    }
    .map { place(String(text.dropFirst($0.count))) }
  }

  /// The name of a place without the word for its class and without blanks.
  static func place(_ text: String) -> String {
    let text = text.lowercased().filter { !$0.isWhitespace }
    for word in ["จังหวัด", "อำเภอ", "ตำบล", "แขวง", "เขต", "จ.", "อ.", "ต."]
    where text.hasPrefix(word) && text.count > word.count {
      return String(text.dropFirst(word.count))
    }
    return text
  }

  private static let wholes: Set<String> = [
    "รวม", "รวมทั้งสิ้น", "รวมทั้งหมด", "รวมทั้งหมดทั้งสิ้น", "รวมสุทธิ", "รวมยอด", "รวมยอดทั้งสิ้น", "รวมย่อย",
    "รวมจำนวน", "รวมเงิน", "รวมเป็นเงิน", "รวมเป็นเงินทั้งสิ้น", "รวมเงินทั้งสิ้น", "ยอดรวม", "ยอดรวมทั้งสิ้น",
    "ยอดรวมทั้งหมด", "ผลรวม", "ผลรวมทั้งสิ้น", "ผลรวมทั้งหมด", "total", "totals", "grandtotal", "subtotal",
    "sum",
  ]
  private static let places = [
    "อำเภอ", "จังหวัด", "ตำบล", "ภาค", "เขต", "แขวง", "หมู่บ้าน", "ทั้ง", "ทุก", "พื้นที่",
  ]

  private static func isStatistic(_ compact: String) -> Bool {
    if statistics.contains(compact) { return true }
    return ["ค่าเฉลี่ย", "เฉลี่ย"].contains { word in
      guard compact.hasPrefix(word) else { return false }
      let rest = compact.dropFirst(word.count)
      let around = rest.hasPrefix("ต่อ") ? rest.dropFirst("ต่อ".count) : rest
      return (places + ["แห่ง", "สภา", "กองทุน"]).contains { around.hasPrefix($0) }
    }
  }

  private static let statistics: Set<String> = [
    "เฉลี่ย", "ค่าเฉลี่ย", "เฉลี่ยรวม", "รวมเฉลี่ย", "ค่าเฉลี่ยรวม", "ร้อยละ", "คิดเป็นร้อยละ", "คิดเป็น%", "%",
    "ร้อยละของทั้งหมด", "ร้อยละของยอดรวม", "สูงสุด", "ต่ำสุด", "ค่าสูงสุด", "ค่าต่ำสุด", "มัธยฐาน", "ค่ามัธยฐาน",
    "ค่ากลาง", "ส่วนเบี่ยงเบนมาตรฐาน", "ยอดยกมา", "ยกมา", "ยอดยกไป", "ยกไป", "ยอดคงเหลือยกมา",
    "ยอดคงเหลือยกไป", "average", "averages", "avg", "mean", "median", "maximum", "max", "minimum",
    "min", "percent", "percentage", "percentages", "%oftotal", "standarddeviation",
    "carriedforward", "broughtforward", "balancecarriedforward", "balancebroughtforward",
  ]
}
