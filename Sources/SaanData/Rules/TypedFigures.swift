import SaanText

/// The numbers of all indicators, for finding them typed into articles.
package struct TypedFigures: Sendable {
  /// What a number is: an indicator's value for an area.
  package struct Known: Sendable, Equatable {
    package let indicator: IndicatorID
    package let area: AreaID
    /// The source that gives it, where another value is shown.
    package let source: SourceID?
    /// Whether a call can state it: it is shown, or the one that a call with its source shows.
    package let canBeStated: Bool
    /// Whether the number is large or odd enough to be told from others by itself.
    package let isTelling: Bool

    /// Its unit in every language, which tells a number of four digits from a year.
    fileprivate var units: [String] = []

    fileprivate init(outdated number: ExactNumber, of indicator: IndicatorID, in area: AreaID) {
      (self.indicator, self.area) = (indicator, area)
      (source, canBeStated, isTelling) = (nil, false, number.trimmed.isTelling)
    }

    fileprivate init(_ observation: Observation, in statistics: Statistics) {
      (indicator, area) = (observation.indicator, observation.area)
      let isShown =
        statistics.shown(observation.indicator, observation.area)?.value == observation.value
      let ofSource = statistics.shown(
        observation.indicator, observation.area, source: observation.source)
      source = isShown ? nil : observation.source
      canBeStated = isShown || ofSource?.value == observation.value
      units = statistics.unit(of: observation)?.all.flatMap { [$0.other, $0.one] } ?? []
      isTelling = true
    }

    /// How near it is to what pages show.
    fileprivate var nearness: Int { source == nil ? 2 : canBeStated ? 1 : 0 }
  }

  private let values: [ExactNumber: Known]

  /// Collects the values that are large or odd enough to be told from other numbers.
  package init(_ statistics: Statistics) {
    var values: [ExactNumber: Known] = [:]
    for observation in statistics.observations {
      guard let value = observation.value?.trimmed, value.isTelling else { continue }
      let known = Known(observation, in: statistics)
      if known.nearness > values[value]?.nearness ?? -1 { values[value] = known }
    }
    self.values = values
  }

  /// Takes numbers that were published and are not any more, with what they were.
  package init(outdated: [(number: ExactNumber, indicator: IndicatorID, area: AreaID)]) {
    values = Dictionary(
      outdated.map { number, indicator, area in
        (number.trimmed, Known(outdated: number, of: indicator, in: area))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The numbers of a text that are an indicator's value, with what they are; of shortcodes
  /// (`isInCall`) those that readers see.
  ///
  /// Four digits without a separator that may be a year are left alone, unless the figure's unit
  /// follows them.
  package func find(
    in utf8: UnsafeBufferPointer<UInt8>
  ) -> [(range: Range<Int>, known: Known, isInCall: Bool)] {
    guard !values.isEmpty else { return [] }
    let shortcodes = shortcodeRanges(in: utf8)
    return QuotedNumber.all(in: utf8, loosely: true).compactMap { quoted in
      if !quoted.isFormatted, quoted.isInCode(in: utf8) { return nil }
      guard let known = values[quoted.number.trimmed] ?? values[quoted.scaled.trimmed] else {
        return nil
      }
      if !quoted.isFormatted, quoted.scaled == quoted.number, quoted.number.mayBeYear,
        !utf8.hasWord(of: known.units, after: quoted.end)
      {
        return nil
      }
      let shortcode = shortcodes.first { $0.contains(quoted.range.lowerBound) }
      if let shortcode, !quoted.isSeen(in: utf8, call: shortcode) { return nil }
      return (quoted.range, known, shortcode != nil)
    }
  }
}

extension QuotedNumber {
  /// Whether it is a part of a telephone number or a code such as `081-234-5678`.
  fileprivate func isInCode(in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let isDigit = { (index: Int) in
      utf8.indices.contains(index) && (0x30...0x39).contains(utf8[index])
    }
    let isHyphen = { (index: Int) in utf8.indices.contains(index) && utf8[index] == 0x2D }
    return isHyphen(range.lowerBound - 1) && isDigit(range.lowerBound - 2)
      || isHyphen(range.upperBound) && isDigit(range.upperBound + 1)
  }

  /// Whether readers see the number of a call: in a list it is a value, and in a text that is more
  /// than a word or a code it is a part of it.
  fileprivate func isSeen(in utf8: UnsafeBufferPointer<UInt8>, call: Range<Int>) -> Bool {
    var (quote, start, depth) = (UInt8?.none, call.lowerBound, 0)
    for index in call.lowerBound..<range.lowerBound {
      let byte = utf8[index]
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        (quote, start) = (byte, index + 1)
      } else if quote == nil {
        depth += byte == UInt8(ascii: "[") ? 1 : byte == UInt8(ascii: "]") ? -1 : 0
      }
    }
    guard let quote else { return depth > 0 }
    let text = utf8[start..<call.upperBound].prefix { $0 != quote }
    return isFormatted || text.contains { $0 == 0x20 || $0 >= 0x80 }
  }
}

extension TypedFigures {
  /// The columns whose texts are the words of others.
  private static let quoted: Set<String> = ["quote", "value_text", "citation", "original_text"]

  /// A name may have so many digits that are a code and no count.
  private static let mostOfCode = 5

  /// The columns that name what a row is about.
  private static let names: Set<String> = ["name", "title"]

  /// The numbers typed into the sentences of a table.
  package func find(
    in table: Table
  ) -> [(number: String, known: Known, place: Place, text: String)] {
    let keys = Set(table.schema.primaryKey + table.schema.foreignKeys.flatMap(\.fields))
    let columns = table.fields.indices.filter { column in
      let field = table.fields[column]
      return field.type == .string && !field.isPrivate && field.categories.isEmpty
        && field.constraints.pattern == nil && !keys.contains(field.name)
        && !Self.quoted.contains(field.baseName)
    }
    return columns.flatMap { column in
      table.rows.flatMap { row in
        row.withTyped(column) { utf8 in
          // A number alone, or in a word, is a code.
          guard utf8.contains(where: { $0 == 0x20 || $0 >= 0x80 }) else { return [] }
          // So are a few digits in the name of a thing: the forest 1007.
          let isName = Self.names.contains(table.fields[column].baseName)
          return find(in: utf8).filter { range, _, _ in
            let number = String(decoding: utf8[range], as: UTF8.self)
            return !isName || number.contains(",") || number.count > Self.mostOfCode
          }.map { range, known, _ in
            (
              String(decoding: utf8[range], as: UTF8.self), known, row.place(column),
              String(decoding: utf8, as: UTF8.self)
            )
          }
        } ?? []
      }
    }
  }
}

/// A number in a text: the bytes of its digits, and what it says with the word after it, such as
/// 4,000,000 for `4 ล้าน`.
package struct NumberInText: Sendable {
  package let range: Range<Int>
  package let number: ExactNumber
  package let scaled: ExactNumber
  /// Whether it is written with separators or decimals, so that it is no year or code.
  package let isFormatted: Bool

  /// Whether it is large or odd enough to be told from others by itself.
  package var isTelling: Bool { scaled.isTelling }

  /// All numbers of a text, Thai digits understood.
  package static func all(in text: String) -> [NumberInText] {
    QuotedNumber.all(in: text).map {
      NumberInText(
        range: $0.range, number: $0.number.trimmed, scaled: $0.scaled.trimmed,
        isFormatted: $0.isFormatted)
    }
  }
}

/// The numbers typed into a text that are an indicator's value.
package func typedFigures(
  in bytes: [UInt8], _ statistics: Statistics
) -> [(range: Range<Int>, known: TypedFigures.Known)] {
  let figures = TypedFigures(statistics)
  return bytes.withUnsafeBufferPointer { figures.find(in: $0).map { ($0.range, $0.known) } }
}

extension ExactNumber {
  fileprivate var isTelling: Bool { !isWhole || abs(double) >= 1_000 && mantissa % 1_000 != 0 }

  fileprivate var mayBeYear: Bool {
    guard let year = int else { return false }
    return (1_800...2_100).contains(year) || (2_400...2_700).contains(year)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether one of some words stands behind a place, apart from spaces.
  fileprivate func hasWord(of words: [String], after end: Int) -> Bool {
    var start = end
    while start < count, self[start] == 0x20 || self[start] == 0xC2 || self[start] == 0xA0 {
      start += 1
    }
    return words.contains { word in
      let utf8 = word.utf8
      guard !utf8.isEmpty, start + utf8.count <= count,
        self[start..<start + utf8.count].elementsEqual(utf8)
      else { return false }
      // `person` is no unit in `personal`.
      let isLatin = utf8.last.map { $0 < 0x80 } ?? false
      let next = start + utf8.count < count ? self[start + utf8.count] : 0x20
      return !isLatin || (next | 0x20) &- 0x61 >= 26
    }
  }
}

/// The ranges of `{{ … }}` and `{% … %}`.
private func shortcodeRanges(in utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var index = 0
  while index + 1 < utf8.count {
    let second = utf8[index + 1]
    guard utf8[index] == UInt8(ascii: "{"),
      second == UInt8(ascii: "{") || second == UInt8(ascii: "%")
    else {
      index += 1
      continue
    }
    let close = second == UInt8(ascii: "%") ? second : UInt8(ascii: "}")
    var end = index + 2
    while end + 1 < utf8.count, !(utf8[end] == close && utf8[end + 1] == UInt8(ascii: "}")) {
      end += 1
    }
    ranges.append(index..<min(end + 2, utf8.count))
    index = end + 2
  }
  return ranges
}
