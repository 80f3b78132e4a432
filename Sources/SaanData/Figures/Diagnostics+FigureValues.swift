import SaanText

// The catalogue of what can be wrong with figures: values, sums and sources.

extension Diagnostic {
  /// A row that names a province in which its area does not lie.
  static func areaContradiction(
    _ area: Area, in own: Area?, province: Area, count: Int, at place: Place
  ) -> Diagnostic {
    let rows =
      count == 1
      ? Wording(en: "", th: "")
      : Wording(en: ", in \(count) rows", th: " รวม \(count) แถว")
    return Diagnostic(
      .warning, "area-contradiction",
      Wording(
        en:
          "\(area.name[.english]) (\(area.code)) does not lie in \(province.name[.english])\(own.map { ", but in \($0.name[.english])" } ?? "")\(rows.en)",
        th:
          "\(area.name[.thai]) (\(area.code)) ไม่ได้อยู่ใน\(province.name[.thai])\(own.map { " แต่อยู่ใน\($0.name[.thai])" } ?? "")\(rows.th)"
      ),
      at: place,
      hint: Wording(
        en:
          "the row is listed by 'area': correct the one or the other; of two areas of one name, write the code in 'area'",
        th:
          "แถวนี้จัดเรียงตาม 'area' ให้แก้ช่องใดช่องหนึ่งให้ตรงกัน ถ้าชื่อซ้ำกันหลายแห่ง ให้เขียนรหัสใน 'area'"
      ))
  }

  static func outOfBounds(
    _ value: ExactNumber, limit: ExactNumber, isTooSmall: Bool, _ indicator: String,
    at place: Place
  ) -> Diagnostic {
    let (number, bound) = (value.text(), limit.text())
    return Diagnostic(
      .error, "out-of-bounds",
      isTooSmall
        ? Wording(
          en: "\(number) is less than \(bound), the least for '\(indicator)'",
          th: "\(number) น้อยกว่า \(bound) ซึ่งเป็นค่าต่ำสุดของ '\(indicator)'")
        : Wording(
          en: "\(number) is more than \(bound), the most for '\(indicator)'",
          th: "\(number) มากกว่า \(bound) ซึ่งเป็นค่าสูงสุดของ '\(indicator)'"), at: place,
      hint: Wording(
        en: "check the unit: the value must be in the indicator's own",
        th: "ตรวจหน่วย ค่าต้องอยู่ในหน่วยของตัวชี้วัด"))
  }

  /// A count of which nobody knows whether its point was to part thousands.
  static func countWithPoint(
    _ value: ExactNumber, whole: ExactNumber, _ indicator: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "count-with-point",
      Wording(
        en: "\(value.plain) is read as \(value.trimmed.plain), though '\(indicator)' is a count",
        th: "\(value.plain) อ่านได้เป็น \(value.trimmed.plain) แต่ '\(indicator)' เป็นจำนวนนับ"),
      at: place,
      hint: Wording(
        en:
          "write \(value.trimmed.plain) or \(whole.trimmed.plain): a point does not part thousands",
        th: "เขียน \(value.trimmed.plain) หรือ \(whole.trimmed.plain) จุดไม่ใช่เครื่องหมายคั่นหลักพัน"))
  }

  static func scaleJump(
    _ value: ExactNumber?, from other: ExactNumber?, _ power: Int, at place: Place
  ) -> Diagnostic {
    let factor = ExactNumber(1).timesPowerOfTen(abs(power))?.text() ?? ""
    let (number, earlier) = (value?.text() ?? "", other?.text() ?? "")
    return Diagnostic(
      .warning, "scale-jump",
      power > 0
        ? Wording(
          en: "\(number) is about \(factor) times \(earlier) beside it",
          th: "\(number) เป็นราว \(factor) เท่าของ \(earlier) ที่อยู่ข้างกัน")
        : Wording(
          en: "\(number) is about \(factor) times less than \(earlier) beside it",
          th: "\(number) น้อยกว่า \(earlier) ที่อยู่ข้างกันราว \(factor) เท่า"), at: place,
      hint: Wording(
        en: "check the unit, such as million baht for baht",
        th: "ตรวจหน่วย เช่น ล้านบาทกับบาท"))
  }

  static func impossiblePair(
    _ part: (name: String, value: BoundedNumber), _ whole: (name: String, value: BoundedNumber),
    firstRow: Int?, at place: Place
  ) -> Diagnostic {
    let (few, many) = (part.value, whole.value)
    let (en, th) = (firstRow.map { " in row \($0)" } ?? "", firstRow.map { " ในแถว \($0)" } ?? "")
    return Diagnostic(
      .error, "impossible-pair",
      Wording(
        en: "'\(part.name)' \(few.english) is more than '\(whole.name)' \(many.english)\(en)",
        th: "'\(part.name)'\(few.thai) มากกว่า '\(whole.name)'\(many.thai)\(th)"), at: place,
      hint: Wording(
        en: "check both numbers, or whether the columns are swapped",
        th: "ตรวจตัวเลขทั้งสอง หรือคอลัมน์ที่อาจสลับกัน"))
  }

  static func cumulativeFall(
    _ value: ExactNumber, from earlier: ExactNumber, _ date: CalendarDate, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "cumulative-fall",
      Wording(
        en: "a cumulative figure fell from \(earlier.text()) on \(date.iso) to \(value.text())",
        th: "ยอดสะสมลดจาก \(earlier.text()) เมื่อ \(date.text(in: .thai)) เหลือ \(value.text())"),
      at: place,
      hint: Wording(
        en: "check dates and sources, or mark a break in the series with status B",
        th: "ตรวจวันที่และแหล่งข้อมูล หรือใส่สถานะ B เมื่ออนุกรมขาดช่วง"))
  }

  static func digitsSwapped(
    _ value: ExactNumber, other: ExactNumber, source: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "digits-swapped",
      Wording(
        en: "\(value.text()) is \(other.text()) of '\(source)' with two digits swapped",
        th: "\(value.text()) คือ \(other.text()) ของ '\(source)' ที่เลขสองหลักสลับกัน"), at: place,
      hint: Wording(
        en: "compare with the source's own text", th: "เทียบกับข้อความต้นทาง"))
  }

  static func quoteWithoutValue(
    _ value: ExactNumber, quote: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "quote-without-value",
      Wording(
        en: "the quotation '\(quote)' does not contain \(value.text())",
        th: "ข้อความ '\(quote)' ไม่มี \(value.text())"), at: place,
      hint: Wording(
        en: "quote the words with the number, or correct the value",
        th: "คัดข้อความที่มีตัวเลข หรือแก้ค่า"))
  }

  static func missingStatus(hasValue: Bool, at place: Place) -> Diagnostic {
    hasValue
      ? Diagnostic(
        .error, "missing-status",
        Wording(
          en: "the value is marked as missing or not applicable, yet there is one",
          th: "สถานะบอกว่าไม่มีค่าหรือไม่เกี่ยวข้อง แต่มีค่าอยู่"), at: place,
        hint: Wording(en: "remove the value or the mark", th: "ลบค่า หรือแก้สถานะ"))
      : Diagnostic(
        .error, "missing-status",
        Wording(
          en: "the value is empty and nothing says why", th: "ค่าว่างโดยไม่บอกเหตุ"), at: place,
        hint: Wording(
          en: "write status O for missing, N for not applicable, or 0 as the value",
          th: "ใส่สถานะ O เมื่อไม่มีค่า N เมื่อไม่เกี่ยวข้อง หรือใส่ค่า 0"))
  }

  static func statusWithoutEvidence(
    _ status: String, column: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "status-without-evidence",
      Wording(
        en: "'\(column)' says '\(status)' without evidence",
        th: "'\(column)' เป็น '\(status)' โดยไม่มีหลักฐาน"), at: place,
      hint: Wording(
        en: "add the document to 'sources' and write its id in 'evidence'",
        th: "เพิ่มเอกสารในตาราง sources แล้วใส่รหัสของเอกสารในคอลัมน์ evidence"))
  }

  /// - Parameters:
  ///   - sources: those of the value that the others are held against, and of these.
  ///   - isShown: whether it is the value that pages show; else it is of an earlier year.
  static func unreconciled(
    _ found: Disagreement, indicator: String, area: String, sources: [String], isShown: Bool,
    at place: Place
  ) -> Diagnostic {
    let others = zip(found.others, sources.dropFirst()).map { value, source in
      (
        en: "\(value.bounded?.english ?? "–") (\(source))",
        th: "\(value.bounded?.thai ?? " –") (\(source))"
      )
    }
    let given = Wording(
      en: others.map(\.en).joined(separator: ", "),
      th: others.map(\.th).enumerated().map { index, text in
        index == 0 || text.hasPrefix(" ") ? text : " " + text
      }.joined(separator: ","))
    let first = Wording(
      en: found.shown.bounded?.english ?? "–", th: found.shown.bounded?.thai ?? " –")
    let isOfOne = Set(sources).count == 1
    let (en, th) =
      isOfOne
      ? ("the same source also gives", "แหล่งเดียวกันให้ค่าอื่นด้วย คือ")
      : ("others give", "แหล่งอื่นให้")
    let year = found.shown.date.map { date in
      date.isSpan
        ? (en: " for \(date.text(.medium, in: .english))", th: " \(date.text(.medium, in: .thai))")
        : (en: " in \(date.year)", th: " ปี \(date.buddhistYear)")
    }
    return Diagnostic(
      .warning, "unreconciled",
      isShown
        ? Wording(
          en: "'\(indicator)' for \(area) is shown as \(first.en), but \(en) \(given.en)",
          th: "'\(indicator)' ของ \(area) แสดง\(first.th) แต่\(th)\(given.th)")
        : Wording(
          en: "'\(indicator)' for \(area)\(year?.en ?? "") is \(first.en) (\(sources[0])), "
            + "but \(en) \(given.en)",
          th: "'\(indicator)' ของ \(area)\(year?.th ?? "") เป็น\(first.th) (\(sources[0])) "
            + "แต่\(th)\(given.th)"), at: place,
      hint: Wording(
        en: "add a row to 'reconciliations' with the cause, or 'unexplained'",
        th: "เพิ่มแถวในตาราง reconciliations พร้อมสาเหตุ หรือ unexplained"))
  }

  static func nothingToReconcile(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "nothing-to-reconcile",
      Wording(
        en: "'\(id)' explains values that do not differ", th: "'\(id)' อธิบายค่าที่ไม่ได้ต่างกัน"),
      at: place,
      hint: Wording(
        en: "check the indicator, area and sources, or remove the row",
        th: "ตรวจตัวชี้วัด พื้นที่ และแหล่งข้อมูล หรือลบแถวนี้"))
  }

  /// A reconciliation of some of the sources whose values differ.
  ///
  /// - Parameter left: the others.
  static func reconcilesSome(_ id: String, left: [String], at place: Place) -> Diagnostic {
    let (en, th) = (left.joined(separator: ", "), left.joined(separator: ", "))
    return Diagnostic(
      .warning, "nothing-to-reconcile",
      Wording(
        en: "'\(id)' names some of the sources that differ, but not \(en), so no page shows it",
        th: "'\(id)' ระบุเพียงบางแหล่งที่ให้ค่าต่างกัน ไม่มี \(th) จึงไม่แสดงในหน้าใด"), at: place,
      hint: Wording(
        en: "add \(en) in 'sources' and say in 'reason' what holds of each",
        th: "เพิ่ม \(th) ในช่อง 'sources' แล้วบอกใน 'reason' ว่าแต่ละแหล่งต่างเพราะอะไร"))
  }

  /// A second reconciliation of the same values.
  static func reconciledAlready(_ id: String, by other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "nothing-to-reconcile",
      Wording(
        en: "'\(id)' explains what '\(other)' explains already, and pages show that one",
        th: "'\(id)' อธิบายค่าเดียวกับ '\(other)' ซึ่งเป็นแถวที่แสดงในหน้าเว็บ"), at: place,
      hint: Wording(
        en: "join both in one row", th: "รวมทั้งสองเป็นแถวเดียว"))
  }

  /// A reconciliation that says how far the question has come, and not what was found or asked.
  static func explainedWithoutReason(
    _ id: String, column: String, at place: Place
  ) -> Diagnostic {
    let isReason = column == "reason"
    return Diagnostic(
      .warning, "explained-without-reason",
      isReason
        ? Wording(
          en: "'\(id)' is said to be explained, but gives no reason",
          th: "'\(id)' บอกว่าอธิบายแล้ว แต่ไม่ได้ให้เหตุผล")
        : Wording(
          en: "the source is said to have been asked about '\(id)', but not what",
          th: "'\(id)' บอกว่าถามแหล่งข้อมูลแล้ว แต่ไม่ได้บอกว่าถามอะไร"), at: place,
      hint: isReason
        ? Wording(
          en: "write in 'reason' why the values differ, or make 'status' open",
          th: "เขียนในช่อง 'reason' ว่าค่าต่างกันเพราะเหตุใด หรือให้ 'status' เป็น open")
        : Wording(
          en: "write in 'asked' what was asked of whom, or make 'status' open",
          th: "เขียนในช่อง 'asked' ว่าถามอะไรกับใคร หรือให้ 'status' เป็น open"))
  }

  static func askedInFuture(
    _ day: CalendarDate, _ id: String, today: CalendarDate, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "asked-in-future",
      Wording(
        en: "'\(id)' was asked on \(day.iso), which is still to come",
        th: "'\(id)' ถามเมื่อ \(day.text(in: .thai)) ซึ่งยังมาไม่ถึง"), at: place,
      hint: Wording(
        en: "write the day on which the source was asked; today is \(today.iso)",
        th: "ใส่วันที่ถามแหล่งข้อมูล วันนี้คือ \(today.text(in: .thai))"))
  }

  static func prefersAnother(_ preferred: String, shown: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "nothing-to-reconcile",
      Wording(
        en: "'\(preferred)' is preferred here, but the value of '\(shown)' is shown",
        th: "แถวนี้เลือก '\(preferred)' แต่ที่แสดงคือค่าของ '\(shown)'"), at: place,
      hint: Wording(
        en: "give the preferred value the rank 'preferred'",
        th: "ใส่ rank เป็น preferred ให้ค่าที่เลือก"))
  }

  static func severalPreferred(_ indicator: String, firstRow: Int?, at place: Place) -> Diagnostic {
    let row = firstRow.map(String.init) ?? ""
    return Diagnostic(
      .error, "several-preferred",
      Wording(
        en: "row \(row) is already the preferred value of '\(indicator)'",
        th: "แถว \(row) เป็นค่าที่เลือกของ '\(indicator)' อยู่แล้ว"), at: place,
      hint: Wording(en: "keep one, make the others normal", th: "เหลือค่าเดียว ที่เหลือใช้ normal"))
  }

  static func duplicateObservation(firstRow: Int?, at place: Place) -> Diagnostic {
    let row = firstRow.map(String.init) ?? ""
    return Diagnostic(
      .error, "duplicate-observation",
      Wording(
        en: "row \(row) already has this indicator, area, date and source",
        th: "แถว \(row) มีตัวชี้วัด พื้นที่ วันที่ และแหล่งข้อมูลนี้แล้ว"), at: place,
      hint: Wording(
        en: "remove one of the rows; if the source says both, give the words of each in 'quote'",
        th: "ลบแถวใดแถวหนึ่ง ถ้าแหล่งข้อมูลเขียนไว้ทั้งสองค่า ให้คัดถ้อยคำของแต่ละค่าไว้ใน quote"))
  }

  static func nearDuplicate(
    _ name: String, other: String, firstRow: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "near-duplicate",
      Wording(
        en: "'\(name)' looks like '\(other)' in row \(firstRow), in the same area",
        th: "'\(name)' คล้าย '\(other)' ในแถว \(firstRow) พื้นที่เดียวกัน"), at: place,
      hint: Wording(
        en: "remove one, or name them apart", th: "ลบแถวหนึ่ง หรือตั้งชื่อให้ต่างกัน"))
  }

  /// - Parameter bound: what the correction says of the value, where it tells.
  static func correctionNotApplied(
    _ value: ExactNumber, _ bound: Bound?, indicator: String, at place: Place
  ) -> Diagnostic {
    let (number, bound) = (value.text(), bound ?? .exact)
    return Diagnostic(
      .error, "correction-not-applied",
      Wording(
        en: "no observation of '\(indicator)' has the corrected value "
          + LanguageWords.english.hedged(number, bound),
        th: "ไม่มีค่าของ '\(indicator)' ที่เป็น \(LanguageWords.thai.hedged(number, bound)) "
          + "ตามที่แก้ไข"), at: place,
      hint: Wording(
        en:
          "correct the row in 'observations' too; if the value was corrected once more, add a row for that correction below this one",
        th:
          "แก้แถวในตาราง observations ด้วย ถ้าแก้ค่านี้อีกครั้งแล้ว ให้เพิ่มแถวของการแก้ไขครั้งหลังไว้ใต้แถวนี้"))
  }
}
