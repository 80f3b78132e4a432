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
    let units = CompactUnit.all.filter { language.words.has($0.long) }
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
    let unit = width == .short ? units[index].short : units[index].long
    return language.words.text(unit, ["number": shown.text(.upTo(decimals))])
  }

  fileprivate func reaches(powerOfTen exponent: Int) -> Bool {
    mantissa.magnitude / UInt64(Self.powerOfTen(scale)) >= UInt64(Self.powerOfTen(exponent))
  }
}

private struct CompactUnit {
  let exponent: Int
  let short: Word
  let long: Word

  /// The units of all languages; each has those that it counts in.
  static let all: [CompactUnit] = [
    CompactUnit(exponent: 3, short: .thousandsShort, long: .thousands),
    CompactUnit(exponent: 4, short: .tenThousandsShort, long: .tenThousands),
    CompactUnit(exponent: 5, short: .hundredThousandsShort, long: .hundredThousands),
    CompactUnit(exponent: 6, short: .millionsShort, long: .millions),
    CompactUnit(exponent: 9, short: .billionsShort, long: .billions),
    CompactUnit(exponent: 10, short: .tenBillionsShort, long: .tenBillions),
    CompactUnit(exponent: 11, short: .hundredBillionsShort, long: .hundredBillions),
    CompactUnit(exponent: 12, short: .trillionsShort, long: .trillions),
  ]
}

extension [UInt8] {
  /// Appends an amount in baht: in full below a million, in millions from there on.
  public mutating func append(money baht: ExactNumber, in language: Language) {
    // What rounds up to a million is told as one.
    if baht.rounded(toScale: 2).reaches(powerOfTen: 6),
      let millions = baht.rounded(toScale: 6).timesPowerOfTen(-6)
    {
      let amount = millions.text(.upTo(2))
      append(text: language.words.text(.moneyInMillions, ["amount": amount]))
    } else {
      // Satang are two digits or none.
      let amount = baht.text(baht.isWhole ? .upTo(0) : .fixed(2))
      append(text: language.words.text(.money, ["amount": amount]))
    }
  }
}

/// The place in an order: `1st`, `ที่ 1`.
public func ordinalText(_ number: Int, in language: Language) -> String {
  let (tens, ones) = (number.magnitude % 100, number.magnitude % 10)
  let special: Word? =
    switch (tens, ones) {
    case (11...13, _): nil
    case (_, 1): .ordinalOfOne
    case (_, 2): .ordinalOfTwo
    case (_, 3): .ordinalOfThree
    default: nil
    }
  let word = special.flatMap { language.words.has($0) ? $0 : nil } ?? .ordinal
  return language.words.text(word, ["number": String(number)])
}
