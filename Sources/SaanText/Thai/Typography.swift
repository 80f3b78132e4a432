/// The text with a no-break space wherever a space stands before MAIYAMOK, which must not begin a
/// line.
public func bindingMaiyamok(_ text: String) -> String {
  guard text.utf8.contains(0x86) else { return text }
  return written { $0.appendBindingMaiyamok(text) }
}

/// The text as HTML in which what belongs together does not break: a number and its unit, an era
/// and its year, a day and its month, a word and its MAIYAMOK.
public func nowrapHTML(_ text: String) -> HTML {
  guard text.utf8.contains(where: { $0.isDigit || $0 == 0xB9 }) else { return HTML(escaping: text) }
  return HTML(
    trusted: written { bytes in
      withUTF8(of: bindingMaiyamok(text)) { utf8 in
        var done = 0
        var index = 0
        while index < utf8.count {
          guard let number = WrittenNumber(in: utf8, at: index) else {
            index += 1
            continue
          }
          let start = number.startWithPrefix(in: utf8, after: done)
          let end = number.endWithUnit(in: utf8, isYear: number.hasEra(in: utf8, from: start))
          if start < index || end > number.end {
            bytes.appendEscaped(UnsafeBufferPointer(rebasing: utf8[done..<start]))
            bytes.append("<span class=\"nowrap\">")
            bytes.appendEscaped(UnsafeBufferPointer(rebasing: utf8[start..<end]))
            bytes.append("</span>")
            done = end
          }
          index = max(end, number.end)
        }
        bytes.appendEscaped(UnsafeBufferPointer(rebasing: utf8[done...]))
      }
    })
}

extension [UInt8] {
  fileprivate mutating func appendBindingMaiyamok(_ text: String) {
    withUTF8(of: text) { utf8 in
      for index in utf8.indices {
        if utf8[index] == 0x20, utf8[at: index + 1] == 0xE0, utf8[at: index + 2] == 0xB9,
          utf8[at: index + 3] == 0x86
        {
          append("\u{A0}")
        } else {
          append(utf8[index])
        }
      }
    }
  }
}

/// A run of digits with the commas and points inside it.
private struct WrittenNumber {
  let start: Int
  let end: Int

  init?(in utf8: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard var end = Self.digitEnd(in: utf8, at: start) else { return nil }
    while end < utf8.count {
      if let next = Self.digitEnd(in: utf8, at: end) {
        end = next
      } else if utf8[end] == 0x2C || utf8[end] == 0x2E,
        let next = Self.digitEnd(in: utf8, at: end + 1)
      {
        end = next
      } else {
        break
      }
    }
    self.start = start
    self.end = end
  }

  private static func digitEnd(in utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard index < utf8.count else { return nil }
    if utf8[index].isDigit { return index + 1 }
    if let code = thaiCode(utf8, at: index), code &- 0x50 < 10 { return index + 3 }
    return nil
  }

  /// Where the era or currency before the number begins, or the number itself.
  func startWithPrefix(in utf8: UnsafeBufferPointer<UInt8>, after limit: Int) -> Int {
    for prefix in BoundWords.prefixes {
      var index = start
      if index > limit, utf8[index - 1] == 0x20 { index -= 1 }
      index -= prefix.utf8CodeUnitCount
      if index >= limit, Self.text(prefix, standsIn: utf8, at: index) { return index }
    }
    return start
  }

  /// Whether what begins at `prefix` is an era, so that no unit can follow.
  func hasEra(in utf8: UnsafeBufferPointer<UInt8>, from prefix: Int) -> Bool {
    prefix < start && Self.text("ศ", standsIn: utf8, at: prefix + 4)
  }

  /// Where the unit or month after the number ends, or the number itself.
  func endWithUnit(in utf8: UnsafeBufferPointer<UInt8>, isYear: Bool) -> Int {
    if isYear { return end }
    if utf8[at: end] == 0x25 { return end + 1 }
    let index = utf8[at: end] == 0x20 ? end + 1 : end
    for word in BoundWords.thaiUnits where Self.text(word, standsIn: utf8, at: index) {
      // In "2554 วันที่ 3" the day belongs to what follows.
      if Self.text("วันที่", standsIn: utf8, at: index) { return end }
      return index + word.utf8CodeUnitCount
    }
    guard index > end else { return end }
    for word in BoundWords.englishUnits where Self.text(word, standsIn: utf8, at: index) {
      let after = index + word.utf8CodeUnitCount
      if utf8[at: after] | 0x20 &- 0x61 >= 26 { return after }
    }
    return end
  }

  private static func text(
    _ word: StaticString, standsIn utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard index + bytes.count <= utf8.count else { return false }
    return utf8[index..<index + bytes.count].elementsEqual(bytes)
  }
}

private enum BoundWords {
  static let prefixes: [StaticString] = ["พ.ศ.", "ค.ศ.", "พ.ศ", "ค.ศ", "THB", "฿", "ร้อยละ"]

  /// Longer units come before those they begin with.
  static let thaiUnits: [StaticString] =
    CalendarNames.thaiMonths + CalendarNames.thaiShortMonths + [
      "ล้านล้านบาท", "แสนล้านบาท", "หมื่นล้านบาท", "พันล้านบาท", "ล้านบาท", "แสนบาท", "หมื่นบาท",
      "พันบาท", "บาท", "ล้านคน", "แสนคน", "หมื่นคน", "คน", "ครัวเรือน", "หลังคาเรือน", "ครอบครัว",
      "องค์กร", "กองทุน", "ตำบล", "แขวง", "อำเภอ", "เขต", "จังหวัด", "เทศบาล", "ชุมชน", "หมู่บ้าน",
      "กลุ่ม", "เครือข่าย", "โครงการ", "พื้นที่", "แห่ง", "ราย", "หลัง", "ข้อ", "เรื่อง", "ครั้ง", "ปี",
      "เดือน", "วัน", "ชั่วโมง", "ไร่", "ตารางวา", "ตารางเมตร", "กิโลเมตร", "เมตร", "ล้าน", "แสน",
      "หมื่น",
    ]
  static let englishUnits: [StaticString] =
    CalendarNames.englishMonths + CalendarNames.englishShortMonths + [
      "thousand", "million", "billion", "trillion", "per cent", "percent", "baht", "km", "BE",
    ]
}
