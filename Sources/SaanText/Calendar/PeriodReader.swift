extension FiscalYear {
  /// The fiscal year that a user wrote: `ปีงบประมาณ พ.ศ. 2565`, `ปีงบประมาณ 2565`, `FY2022`,
  /// `FY2565`, `fiscal year 2022`; `nil` when the text does not name a fiscal year at all.
  public static func read(_ text: String) -> Result<FiscalYear, DateMistake>? {
    var rest = text[...].drop(while: \.isWhitespace)
    let thai = take(["ปีงบประมาณ", "ปีงบฯ", "ปีงบ"], from: &rest)
    guard thai || take(["fiscal year", "fy"], from: &rest) else { return nil }
    let digits = asciiDigits(String(rest)).filter { !$0.isWhitespace }
    let isBare = digits.allSatisfy(\.isWholeNumber)
    if isBare, let year = Int(digits), digits.count == 4 {
      let era = thai ? .buddhist : Era.plausible(for: year) ?? .gregorian
      return WrittenDate(year: year).resolved(as: era).flatMap(make)
    }
    if isBare { return .failure(digits.count == 2 ? .twoDigitYear : .unreadable) }
    return CalendarDate.read(String(rest)).flatMap(make)
  }

  private static func make(_ date: CalendarDate) -> Result<FiscalYear, DateMistake> {
    guard date.precision == .year, let year = FiscalYear(endingIn: date.year) else {
      return .failure(.unreadable)
    }
    return .success(year)
  }

  private static func take(_ words: [String], from text: inout Substring) -> Bool {
    for word in words where text.lowercased().hasPrefix(word) {
      text = text.dropFirst(word.count)
      return true
    }
    return false
  }
}

extension CalendarPeriod {
  /// The period that a user wrote: a date of any precision, two dates with a slash, a dash or a
  /// word between them, or a fiscal year.
  public static func read(_ text: String) -> Result<CalendarPeriod, DateMistake> {
    readEnds(text).mapError { mistake in
      mistake == .unreadable && text.contains(where: \.isNumber) ? .unreadablePeriod : mistake
    }
  }

  private static func readEnds(_ text: String) -> Result<CalendarPeriod, DateMistake> {
    if let fiscal = FiscalYear.read(text) {
      return fiscal.flatMap { year in year.period.map { .success($0) } ?? .failure(.unreadable) }
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if let years = yearsRunTogether(parts) { return .failure(.yearsRunTogether(years)) }
    // A form such as 3/10/2554 has slashes too; only that between two whole dates divides.
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count >= 4 }) else {
      return CalendarDate.read(text).map { CalendarPeriod($0) }.flatMapError { mistake in
        worded(text).map { .success($0) } ?? .failure(mistake)
      }
    }
    return CalendarDate.read(String(parts[0])).flatMap { first in
      CalendarDate.read(withEra(of: parts[0], parts[1])).flatMap { last in
        CalendarPeriod(first, last).map { .success($0) } ?? .failure(.endsBeforeItBegins)
      }
    }
  }

  /// Two whole dates with a dash or a word between them: `ตุลาคม 2563 – มีนาคม 2564`.
  private static func worded(_ text: String) -> CalendarPeriod? {
    for between in [" - ", "–", "—", "ถึง", " to "] {
      let ends = text.split(separator: between, omittingEmptySubsequences: false)
      guard ends.count == 2, let first = try? CalendarDate.read(String(ends[0])).get(),
        let last = try? CalendarDate.read(String(ends[1])).get()
      else { continue }
      return CalendarPeriod(first, last)
    }
    return nil
  }

  /// The fiscal year that `2564/65` may mean, as an academic or a crop year may be written so too.
  private static func yearsRunTogether(_ parts: [Substring]) -> FiscalYear? {
    guard parts.count == 2 else { return nil }
    let digits = parts.map { asciiDigits(String($0)).filter { $0.isASCII && $0.isWholeNumber } }
    guard digits[0].count == 4, digits[1].count == 2,
      digits[1].count == parts[1].filter({ !$0.isWhitespace }).count,
      let first = Int(digits[0]), let second = Int(digits[1]), (first + 1) % 100 == second,
      let era = Era.plausible(for: first)
    else { return nil }
    return FiscalYear(
      endingIn: first + 1 - (era == .buddhist ? CalendarDate.buddhistOffset : 0))
  }

  /// In `พ.ศ. 2565/2566` the era counts for both years.
  private static func withEra(of first: Substring, _ last: Substring) -> String {
    let era = first.prefix { !$0.isNumber }
    let isYear = last.count == 4 && last.allSatisfy(\.isNumber)
    return isYear && era.contains("ศ") ? String(era) + last : String(last)
  }
}
