extension ExactNumber {
  /// An amount in baht: in full below a million, in millions from there on.
  ///
  /// `20,412.35 ล้านบาท`, `THB 20,412.35 million`; `38,500 บาท`, `THB 38,500`.
  public func moneyText(in language: Language) -> String {
    written { $0.append(money: self, in: language) }
  }

  /// How long the words of a compact number are.
  public enum CompactWidth: String, Sendable, Hashable, CaseIterable {
    /// `20bn`; Thai has the same words in both widths.
    case short
    /// `20 billion`.
    case long
  }

  /// A large number in one or two words, for the ticks of a chart: `2 หมื่นล้าน`, `20bn`.
  public func compactText(
    in language: Language, width: CompactWidth = .short, decimals: Int = 1
  ) -> String {
    let units = language.isThai ? CompactUnit.thai : CompactUnit.english
    // Six decimals are more than any tick shows, and leave room for dividing by a million million.
    let number = rounded(toScale: 6)
    guard var index = units.lastIndex(where: { number.reaches(powerOfTen: $0.exponent) }),
      var shown = number.timesPowerOfTen(-units[index].exponent)?.rounded(toScale: decimals)
    else { return text(.upTo(decimals)) }
    // 999,950 is 1m, not 1,000k.
    if index + 1 < units.count,
      shown.reaches(powerOfTen: units[index + 1].exponent - units[index].exponent),
      let carried = number.timesPowerOfTen(-units[index + 1].exponent)
    {
      index += 1
      shown = carried.rounded(toScale: decimals)
    }
    return written {
      $0.append(shown, style: .upTo(decimals))
      if language.isThai || width == .long { $0.append(UInt8(ascii: " ")) }
      $0.append(width == .short ? units[index].short : units[index].long)
    }
  }

  fileprivate func reaches(powerOfTen exponent: Int) -> Bool {
    mantissa.magnitude / UInt64(Self.powerOfTen(scale)) >= UInt64(Self.powerOfTen(exponent))
  }
}

private struct CompactUnit {
  let exponent: Int
  let short: StaticString
  let long: StaticString

  /// The units that Thai counts in, one per power of ten where the language has a word.
  static let thai: [CompactUnit] = [
    CompactUnit(exponent: 3, short: "พัน", long: "พัน"),
    CompactUnit(exponent: 4, short: "หมื่น", long: "หมื่น"),
    CompactUnit(exponent: 5, short: "แสน", long: "แสน"),
    CompactUnit(exponent: 6, short: "ล้าน", long: "ล้าน"),
    CompactUnit(exponent: 9, short: "พันล้าน", long: "พันล้าน"),
    CompactUnit(exponent: 10, short: "หมื่นล้าน", long: "หมื่นล้าน"),
    CompactUnit(exponent: 11, short: "แสนล้าน", long: "แสนล้าน"),
    CompactUnit(exponent: 12, short: "ล้านล้าน", long: "ล้านล้าน"),
  ]
  static let english: [CompactUnit] = [
    CompactUnit(exponent: 3, short: "k", long: "thousand"),
    CompactUnit(exponent: 6, short: "m", long: "million"),
    CompactUnit(exponent: 9, short: "bn", long: "billion"),
    CompactUnit(exponent: 12, short: "tn", long: "trillion"),
  ]
}

extension [UInt8] {
  /// Appends an amount in baht: in full below a million, in millions from there on.
  public mutating func append(money baht: ExactNumber, in language: Language) {
    if !language.isThai { append("THB ") }
    if baht.reaches(powerOfTen: 6), let millions = baht.rounded(toScale: 6).timesPowerOfTen(-6) {
      append(millions, style: .upTo(2))
      append(language.isThai ? " ล้านบาท" : " million")
    } else {
      // Satang are two digits or none.
      append(baht, style: baht.isWhole ? .upTo(0) : .fixed(2))
      if language.isThai { append(" บาท") }
    }
  }
}

/// The place in an order: `1st`, `ที่ 1`.
public func ordinalText(_ number: Int, in language: Language) -> String {
  if language.isThai { return "ที่ \(number)" }
  let (tens, ones) = (number.magnitude % 100, number.magnitude % 10)
  return switch (tens, ones) {
  case (11...13, _): "\(number)th"
  case (_, 1): "\(number)st"
  case (_, 2): "\(number)nd"
  case (_, 3): "\(number)rd"
  default: "\(number)th"
  }
}
