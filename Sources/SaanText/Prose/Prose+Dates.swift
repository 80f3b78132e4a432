/// How the date of a value is known.
public enum DateBasis: Sendable, Hashable, CaseIterable {
  /// The source says which day the value is true for.
  case stated
  /// Only the day of publication is known.
  case published
}

extension Prose {
  /// The day that a value is true for: `ณ วันที่ 3 ตุลาคม 2554`, `as of 3 October 2011`.
  ///
  /// A value without a date says so, in the same place.
  public func asOf(_ date: CalendarDate?, _ basis: DateBasis = .stated) -> String {
    guard let date else { return pick("ไม่ระบุวันที่", "date not stated") }
    let text = moment(date)
    switch (date.precision, basis) {
    case (.year, _): return pick("ใน\(joint)\(text)", "in \(text)")
    case (_, .published): return pick("เผยแพร่เมื่อ \(text)", "published \(text)")
    case (.month, _): return pick("ณ เดือน\(text)", "as of \(text)")
    case (.day, _): return pick("ณ วันที่ \(text)", "as of \(text)")
    }
  }

  /// A date in words, as exact as it is known, with its era where it is a year alone.
  public func moment(_ date: CalendarDate) -> String {
    bound(date, date.precision == .year ? .eraYear : .long)
  }

  /// The month of a date, or its year when no more is known: for changes over time.
  public func month(_ date: CalendarDate) -> String {
    let text = bound(date, date.precision == .year ? .eraYear : .monthYear)
    return isThai && date.precision != .year ? "เดือน" + text : text
  }

  /// A date whose parts stay on one line.
  private func bound(_ date: CalendarDate, _ style: DateStyle) -> String {
    written { bytes in
      for byte in date.text(style, in: language).utf8 {
        if byte == 0x20 { bytes.append(text: joint) } else { bytes.append(byte) }
      }
    }
  }

  /// From when to when the values of a page are, and how many of them say nothing of their date.
  public func dates(
    oldest: CalendarDate?, newest: CalendarDate?, undated: Int, of count: Int
  ) -> String? {
    guard count > 0 else { return nil }
    let figures = CountedNoun(one: pick("ตัวเลข", "figure"), other: pick("ตัวเลข", "figures"))
    guard let oldest, let newest else {
      return sentence([
        pick(
          count == 1 ? "ตัวเลขในหน้านี้ไม่ระบุวันที่" : "ตัวเลขทั้งหมดในหน้านี้ไม่ระบุวันที่",
          count == 1 ? "the figure has no stated date" : "none of the figures has a stated date")
      ])
    }
    let (first, last) = (moment(oldest), moment(newest))
    let span =
      oldest == newest
      ? pick(
        run(oldest.precision == .day ? "ข้อมูลในหน้านี้ลงวันที่" : "ข้อมูลในหน้านี้เป็นของ", first),
        "the figures are dated \(first)")
      : pick(
        run(run("ข้อมูลในหน้านี้อยู่ระหว่าง", first) + " ถึง", last),
        "the figures are dated from \(first) to \(last)")
    guard undated > 0 else { return sentence([span]) }
    return sentence([
      span,
      pick(
        "ส่วนอีก \(self.count(undated, figures))ไม่ระบุวันที่",
        undated == 1
          ? "1 more has no stated date" : "\(undated) more have no stated date"),
    ])
  }
}
