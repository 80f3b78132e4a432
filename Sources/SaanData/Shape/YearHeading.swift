import SaanText

/// A heading that names a year: `2563`, `ปี 2563`, `ปีงบประมาณ ๒๕๖๓ (คน)`, `ปีงบฯ 67`.
struct YearHeading {
  /// The year as it is written.
  let year: Int
  /// Whether it says so itself that the year is a fiscal one.
  let isFiscal: Bool

  /// Reads a heading; `nil` where anything else stands in it than one year and words for years.
  init?(_ heading: String) {
    var digits = ""
    var rest = ""
    for character in heading {
      if let digit = character.wholeNumberValue, (0...9).contains(digit) {
        digits += String(digit)
      } else {
        rest.append(character.isWhitespace ? " " : character)
      }
    }
    guard [2, 4].contains(digits.count), let number = Int(digits) else { return nil }
    let year = digits.count == 2 ? 2500 + number : number
    guard Self.eras.contains(where: { $0 ~= year }) else { return nil }
    if let open = rest.firstIndex(of: "("), rest.hasSuffix(")") { rest = String(rest[..<open]) }
    let words = rest.lowercased().filter { !" .ฯ'’".contains($0) }
    guard let isFiscal = Self.words[words] else { return nil }
    // Two digits are a year of the Buddhist Era behind a Thai word for one, and else a number.
    if digits.count == 2, words.isEmpty || words.allSatisfy(\.isASCII) || words.contains("คศ") {
      return nil
    }
    (self.year, self.isFiscal) = (year, isFiscal)
  }

  /// Years of the Buddhist and of the Common Era.
  private static let eras = [2400...2700, 1900...2150]

  /// What may stand beside the year, and whether it makes it a fiscal one.
  private static let words: [String: Bool] = [
    "": false, "ปี": false, "พศ": false, "ปีพศ": false, "คศ": false, "ปีคศ": false, "be": false,
    "ce": false, "ad": false, "year": false, "ปีงบประมาณ": true, "ปีงบ": true, "ปีงบประมาณพศ": true,
    "ปีงบพศ": true,
    "fy": true, "fiscalyear": true,
  ]

  /// How the year is said in a column of a type, so that its era is clear there.
  func text(for type: FieldType) -> String {
    guard [.date, .year, .yearmonth, .period].contains(type), year >= 2400 else {
      return type == .period && isFiscal ? "FY \(year)" : String(year)
    }
    return type == .period && isFiscal ? "ปีงบประมาณ \(year)" : "พ.ศ. \(year)"
  }
}

extension Unpivot {
  /// The columns that look like one for each year, as a span that says them; `nil` where there are
  /// too few.
  ///
  /// - Parameters:
  ///   - fewest: how many make a wide table; one is enough where a table has them as rows already.
  ///   - isTaken: whether the table has a column of its own for a heading.
  package static func years(
    among headings: [String], fewest: Int = 2, isTaken: (String) -> Bool = { _ in false }
  ) -> [String]? {
    let found = headings.filter { !isTaken($0) }.compactMap { YearHeading($0)?.year }
    guard found.count >= fewest, Set(found).count == found.count, let first = found.min(),
      let last = found.max(), (first >= 2400) == (last >= 2400)
    else { return nil }
    return ["\(first)..\(last)"]
  }

  /// The columns that seem to be one for each year, month or quarter, though no span of years says
  /// them: with other words beside, of two eras, or several of one year.
  package static func likeTimes(among headings: [String]) -> [String]? {
    let short = headings.filter(Self.isShortYear)
    let found = headings.filter { saysTime($0) || short.count > 1 && short.contains($0) }
    return found.count >= 2 ? found : nil
  }

  /// Whether a heading is two digits that may be a year of the Buddhist Era: `66`.
  private static func isShortYear(_ heading: String) -> Bool {
    let digits = heading.compactMap(\.wholeNumberValue)
    return digits.count == 2 && digits.count == heading.count
      && (50...79).contains(digits[0] * 10 + digits[1])
  }

  /// How the command line says some columns: by what they have in common and a star, else by all of
  /// their headings, and with the names of the columns that they become.
  static func choice(of columns: [String]) -> String {
    let starts = commonStart(of: columns)
    let ends = commonStart(of: columns.map { String($0.dropFirst(starts.count).reversed()) })
    let rests = columns.map { $0.dropFirst(starts.count).dropLast(ends.count) }
    let isStar =
      columns.count > 1 && starts.count + ends.count > 1 && !rests.contains { $0.isEmpty }
    let choice = isStar ? starts + "*" + ends.reversed() : columns.joined(separator: ",")
    let areYears = (isStar ? rests.map(String.init) : columns).allSatisfy {
      YearHeading($0) != nil || isShortYear($0)
    }
    return "\(choice):\(areYears ? "year" : "month"):value"
  }

  /// What texts begin with alike, up to the first digit.
  private static func commonStart(of texts: [String]) -> String {
    guard var start = texts.first else { return "" }
    for text in texts {
      start = String(zip(start, text).prefix { $0 == $1 && $0.wholeNumberValue == nil }.map(\.0))
    }
    return start
  }

  private static func saysTime(_ heading: String) -> Bool {
    let numbers = heading.split { $0.wholeNumberValue == nil }.map { digits in
      digits.compactMap(\.wholeNumberValue).reduce(0) { min($0 * 10 + $1, 1_000_000) }
    }
    if YearHeading(heading) != nil || numbers.contains(where: { (2400...2700).contains($0) }) {
      return true
    }
    let text = heading.lowercased().filter { !$0.isWhitespace }
    let isMonth = namesOfMonths.contains { month in
      let next = text.dropFirst(month.count).first
      return text.hasPrefix(month)
        && (!month.utf8.allSatisfy { $0 < 0x80 } || next?.isLetter != true)
    }
    return numbers.contains { (1950...2100).contains($0) } && numbers.count == 1
      || isMonth && text.count <= 16 || text.hasPrefix("ไตรมาส") || text.hasPrefix("quarter")
  }

  /// The columns of a table that become rows, each with what its rows say in the key's column.
  func moved(among headings: [String], keyType: FieldType) -> [(column: Int, text: String)] {
    headings.enumerated().compactMap { column, heading in
      let texts = columns.lazy.compactMap { text(of: heading, by: $0, keyType) }
      return texts.first.map { (column, $0) }
    }
  }

  /// The headings of the columns that become rows.
  package func headings(among headings: [String]) -> [String] {
    moved(among: headings, keyType: .string).map { headings[$0.column] }
  }

  /// The choices that no heading is meant by.
  func unmet(by headings: [String]) -> [String] {
    columns.filter { choice in
      !headings.contains { text(of: $0, by: choice, .string) != nil }
    }
  }

  private func text(of heading: String, by choice: String, _ type: FieldType) -> String? {
    if let span = Self.span(choice) {
      guard let year = YearHeading(heading), span.contains(year.year) else { return nil }
      return year.text(for: type)
    }
    if let star = choice.firstIndex(of: "*") {
      let (start, end) = (choice[..<star], choice[choice.index(after: star)...])
      guard heading.utf8.count > start.utf8.count + end.utf8.count, heading.hasPrefix(start),
        heading.hasSuffix(end), !TotalRows.isWord(heading)
      else { return nil }
      return String(heading.dropFirst(start.count).dropLast(end.count)).trimmed
    }
    guard Headings.forms(of: heading).contains(choice) else { return nil }
    return YearHeading(heading)?.text(for: type) ?? heading
  }

  /// The years of `2563..2566`.
  private static func span(_ text: String) -> ClosedRange<Int>? {
    let ends = text.components(around: "..").compactMap { YearHeading($0)?.year }
    return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
  }
}

extension String {
  /// The texts before and behind a sign; none where it is not there once.
  fileprivate func components(around sign: String) -> [String] {
    let parts = split(separator: sign, omittingEmptySubsequences: false).map(String.init)
    return parts.count == 2 ? parts : []
  }
}
