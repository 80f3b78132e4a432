import SaanText

/// Every mistake about corrections, with its wording.
extension Diagnostic {
  /// A value that says something else than readers have seen, or nothing any more, which no
  /// correction tells of.
  ///
  /// - Parameters:
  ///   - after: what stands in its place; `nil` where its row was withdrawn.
  ///   - released: the day of the release with the new number; `nil` for today's table.
  static func unannouncedChange(
    _ before: ReleasedRecord, _ after: ReleasedRecord?, released: String?, at place: Place
  ) -> Diagnostic {
    let now = after.map { (en: $0.shown(in: .english), th: $0.shown(in: .thai)) }
    let (indicator, area) = (before.indicator, before.area)
    let message = Wording(
      en: "'\(indicator)' of \(area) was published as \(before.shown(in: .english)) and "
        + (now.map { "is now \($0.en)" } ?? "has been withdrawn")
        + ", and no correction tells readers so",
      th: "'\(indicator)' ของ \(area) เคยเผยแพร่เป็น \(before.shown(in: .thai)) "
        + (now.map { "บัดนี้เป็น \($0.th)" } ?? "บัดนี้ถอนออกแล้ว")
        + " โดยไม่มีรายการแก้ไขบอกผู้อ่าน")
    let row = before.correction(by: after)
    return Diagnostic(
      .warning, "unannounced-change", message, at: place,
      notes: released.map { day in
        [
          Wording(
            en: "it changed in the release of \(day)", th: "เปลี่ยนในรุ่นวันที่ \(day)")
        ]
      } ?? [],
      hint: Wording(
        en: "add a row to 'corrections': \(row.en), then kind, announced and reason; or put the "
          + (after == nil ? "old row back" : "old number back"),
        th: "เพิ่มแถวในตาราง 'corrections': \(row.th) แล้วเติม kind, announced และ reason "
          + (after == nil ? "หรือใส่แถวเดิมกลับ" : "หรือใส่ตัวเลขเดิมกลับ")))
  }

  /// A value or an indicator whose unit or name says something else than readers have seen.
  static func otherWords(_ change: WordChange, at place: Place) -> Diagnostic {
    let what = "'\(change.id)'" + (change.area.map { " (\($0))" } ?? "")
    let isRule = change.isOfRule || change.isOfCoverage
    let texts = change.texts.filter { isRule || $0.before != nil }
    func said(_ text: String?) -> String { text.map { "“\($0)”" } ?? "–" }
    let (before, after) = (
      texts.map { said($0.before) }.joined(separator: ", "),
      texts.map { said($0.after) }.joined(separator: ", ")
    )
    let column = change.column
    return Diagnostic(
      .warning, "unannounced-change",
      Wording(
        en: "\(what) was published with the \(column) \(before) and now has \(after): "
          + (isRule
            ? "other numbers come of the same values" : "the same numbers say something else"),
        th: "\(what) เคยเผยแพร่โดยมี \(column) เป็น \(before) บัดนี้เป็น \(after) "
          + (isRule ? "ค่าเดิมจึงให้ตัวเลขอื่น" : "ตัวเลขเดิมจึงมีความหมายเปลี่ยนไป")), at: place,
      hint: isRule
        ? .restored(column)
        : Wording(
          en: "if something else is counted, give it an indicator of its own and put the old "
            + "\(column) back; if the words alone were wrong, publish them by 'saan data release', "
            + "which tells readers on the page of changes",
          th: "ถ้านับสิ่งอื่นแล้ว ให้ตั้งตัวชี้วัดใหม่และใส่ \(column) เดิมกลับ ถ้าเพียงใช้คำผิด "
            + "ให้ออกรุ่นด้วย 'saan data release' ซึ่งจะบอกผู้อ่านในหน้าการเปลี่ยนแปลง"))
  }

  /// A correction that does not say what it corrects, or says a number that was never published.
  ///
  /// - Parameter known: the numbers that releases have.
  static func correctionOfNothing(
    _ value: BoundedNumber?, of indicator: String, in area: String, known: [BoundedNumber],
    at place: Place
  ) -> Diagnostic {
    guard let value else {
      return Diagnostic(
        .warning, "correction-of-nothing",
        Wording(
          en: "the correction of '\(indicator)' does not say which value it corrects",
          th: "การแก้ไข '\(indicator)' ไม่ได้บอกว่าแก้ค่าใด"), at: place,
        hint: Wording(
          en: "write in 'previous_value' the number that readers have seen",
          th: "เขียนตัวเลขที่ผู้อ่านเคยเห็นในช่อง 'previous_value'"))
    }
    return Diagnostic(
      .warning, "correction-of-nothing",
      Wording(
        en: "no release has \(value.english) for '\(indicator)' of \(area), which this "
          + "correction corrects",
        th: "ไม่มีรุ่นใดที่ '\(indicator)' ของ \(area) เป็น\(value.thai) "
          + "ซึ่งแถวนี้ว่าแก้ไข"), at: place,
      hint: Wording(
        en: "write in 'previous_value' what was published: "
          + known.map(\.english).joined(separator: " or "),
        th: "เขียนค่าที่เคยเผยแพร่ในช่อง 'previous_value':"
          + known.map(\.thai).joined(separator: " หรือ")))
  }

  /// A correction that was announced before its number was published for the first time.
  static func correctionBeforeRelease(
    _ value: ExactNumber, released day: CalendarDate, of indicator: String, in area: String,
    at place: Place
  ) -> Diagnostic {
    let number = value.text(.grouped)
    return Diagnostic(
      .warning, "correction-of-nothing",
      Wording(
        en: "\(number) for '\(indicator)' of \(area), which this correction corrects, was first "
          + "released later, on \(day.iso)",
        th: "\(number) ของ '\(indicator)' ใน \(area) ซึ่งแถวนี้ว่าแก้ไข เผยแพร่ครั้งแรกทีหลัง คือรุ่นวันที่ "
          + day.iso), at: place,
      hint: Wording(
        en: "write in 'announced' the day on which readers can first read of the correction",
        th: "เขียนวันที่ผู้อ่านเริ่มเห็นการแก้ไขในช่อง 'announced'"))
  }

  /// A correction to a number that was published beside the former one.
  static func correctionByOther(
    _ previous: ExactNumber, _ value: ExactNumber, of indicator: String, in area: String,
    at place: Place
  ) -> Diagnostic {
    let (before, after) = (previous.text(.grouped), value.text(.grouped))
    return Diagnostic(
      .warning, "correction-of-nothing",
      Wording(
        en: "\(before) of '\(indicator)' in \(area) did not become \(after): both were published "
          + "beside each other, and \(before) has been withdrawn",
        th: "\(before) ของ '\(indicator)' ใน \(area) ไม่ได้เปลี่ยนเป็น \(after) "
          + "เพราะเคยเผยแพร่ทั้งสองค่าอยู่ด้วยกัน แล้ว \(before) ถูกถอนออก"), at: place,
      hint: Wording(
        en: "leave 'value' empty, which says that \(before) was withdrawn, or put its row back",
        th: "เว้นช่อง 'value' ว่าง ซึ่งหมายถึงถอน \(before) ออก หรือใส่แถวของค่านั้นกลับ"))
  }

  /// A correction to another number that left the former one where it is.
  static func correctionBesideOld(
    _ previous: ExactNumber, _ value: ExactNumber, of indicator: String, in area: String,
    at place: Place
  ) -> Diagnostic {
    let (before, after) = (previous.text(.grouped), value.text(.grouped))
    return Diagnostic(
      .warning, "correction-of-nothing",
      Wording(
        en: "\(before) of '\(indicator)' in \(area) did not become \(after): 'observations' still "
          + "has it as it was published",
        th: "\(before) ของ '\(indicator)' ใน \(area) ไม่ได้เปลี่ยนเป็น \(after) "
          + "เพราะตาราง 'observations' ยังมีค่านี้ตามที่เผยแพร่"), at: place,
      hint: Wording(
        en: "change \(before) in its own row, or take that row out; if \(after) is but another "
          + "value beside it, remove this correction",
        th: "แก้ \(before) ในแถวของค่านั้น หรือลบแถวนั้นออก ถ้า \(after) เป็นเพียงอีกค่าหนึ่งที่เพิ่มมา "
          + "ให้ลบการแก้ไขแถวนี้"))
  }

  /// A correction of a source that never had a value for the indicator there.
  ///
  /// - Parameter known: the sources that have one.
  static func correctionOfOtherSource(
    _ source: String, of indicator: String, in area: String, known: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "correction-of-other-source",
      Wording(
        en: "'\(source)' has never had a value for '\(indicator)' of \(area), which this row "
          + "corrects",
        th: "'\(source)' ไม่เคยมีค่าของ '\(indicator)' ใน \(area) ซึ่งแถวนี้ว่าแก้ไข"), at: place,
      hint: known.isEmpty
        ? Wording(
          en: "leave 'source' empty, for the number is a sum; or correct the value that it is made "
            + "from",
          th: "เว้นช่อง 'source' ว่าง เพราะตัวเลขนี้เป็นผลรวม หรือแก้ไขค่าที่นำมารวมแทน")
        : Wording(
          en: "write in 'source' where the value is from: \(known.joined(separator: " or "))",
          th: "เขียนแหล่งที่มาของค่านั้นในช่อง 'source': \(known.joined(separator: " หรือ "))"))
  }

  /// A correction after which everything is as it was.
  static func correctionChangesNothing(
    _ value: ExactNumber, of indicator: String, at place: Place
  ) -> Diagnostic {
    let number = value.text(.grouped)
    return Diagnostic(
      .error, "correction-changes-nothing",
      Wording(
        en: "this correction of '\(indicator)' says \(number) before and after",
        th: "การแก้ไข '\(indicator)' แถวนี้ให้ค่าเดิมและค่าใหม่เป็น \(number) เหมือนกัน"),
      at: place,
      hint: Wording(
        en: "write in 'previous_value' what readers saw before; if only \"about\" or \"more than\" "
          + "changed, say so in 'previous_bound' and 'bound'; else remove the row",
        th: "เขียนค่าที่ผู้อ่านเคยเห็นในช่อง 'previous_value' ถ้าเปลี่ยนเฉพาะคำว่า ประมาณ หรือ กว่า "
          + "ให้บอกใน 'previous_bound' และ 'bound' มิฉะนั้นลบแถวนี้"))
  }

  /// A correction that an earlier row has announced.
  static func repeatedCorrection(
    of indicator: String, firstRow: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "repeated-correction",
      Wording(
        en: "row \(firstRow) has announced this correction of '\(indicator)' already",
        th: "แถว \(firstRow) ประกาศการแก้ไข '\(indicator)' เรื่องนี้แล้ว"), at: place,
      hint: Wording(
        en: "remove one of the rows that was not released yet",
        th: "ลบแถวที่ยังไม่เคยเผยแพร่ออกแถวหนึ่ง"))
  }

  /// A correction that was announced on a day to come.
  static func correctionAhead(
    _ announced: CalendarDate, of indicator: String, today: CalendarDate, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "future-correction",
      Wording(
        en: "the correction of '\(indicator)' is announced on \(announced.iso), which is still to "
          + "come",
        th: "การแก้ไข '\(indicator)' ประกาศเมื่อ \(announced.text(in: .thai)) ซึ่งยังมาไม่ถึง"),
      at: place,
      hint: Wording(
        en: "write the day on which readers can first read it; today is \(today.iso)",
        th: "เขียนวันที่ผู้อ่านเริ่มเห็นการแก้ไข วันนี้คือ \(today.text(in: .thai))"))
  }

  /// A value that a correction withdraws and that is still there.
  static func correctionNotWithdrawn(
    _ value: ExactNumber, indicator: String, at place: Place
  ) -> Diagnostic {
    let number = value.text(.grouped)
    return Diagnostic(
      .error, "correction-not-applied",
      Wording(
        en: "the correction of '\(indicator)' has no new value, as if \(number) were withdrawn, "
          + "but 'observations' still has it",
        th: "การแก้ไข '\(indicator)' ไม่มีค่าใหม่ เหมือนถอน \(number) ออก แต่ตาราง 'observations' "
          + "ยังมีค่านี้"), at: place,
      hint: Wording(
        en: "write the new number in 'value', or remove the value's row from 'observations'",
        th: "เขียนตัวเลขใหม่ในช่อง 'value' หรือลบแถวของค่านั้นออกจากตาราง 'observations'"))
  }
}

extension Wording {
  /// What to do where numbers come about in another way than they were published.
  fileprivate static func restored(_ column: String) -> Wording {
    Wording(
      en: "put the old \(column) back; if the new one is right, publish it by 'saan data release', "
        + "which tells readers on the page of changes",
      th: "ใส่ \(column) เดิมกลับ ถ้าค่าใหม่ถูกต้องแล้ว ให้ออกรุ่นด้วย 'saan data release' "
        + "ซึ่งจะบอกผู้อ่านในหน้าการเปลี่ยนแปลง")
  }
}

extension ReleasedRecord {
  /// The number with what it promises.
  fileprivate func shown(in language: MessageLanguage) -> String {
    let words = language == .thai ? LanguageWords.thai : .english
    return value.map { words.hedged($0.text(.grouped), bound) } ?? "–"
  }

  /// The cells of the correction that would tell of it.
  fileprivate func correction(by after: ReleasedRecord?) -> Wording {
    let hasBounds = after.map { bound != .exact || $0.bound != .exact } ?? (bound != .exact)
    let texts: [String?] = [
      "indicator \(indicator)", "area \(area)", source.map { "source \($0)" },
      value.map { "previous_value \($0.plain)" },
      hasBounds ? "previous_bound \(bound.rawValue)" : nil,
      after?.value.map { "value \($0.plain)" },
      hasBounds ? after.map { "bound \($0.bound.rawValue)" } : nil,
    ]
    let cells = texts.compactMap { $0 }.joined(separator: ", ")
    return after?.value == nil
      ? Wording(en: cells + ", value left empty", th: cells + ", value เว้นว่าง")
      : Wording(en: cells, th: cells)
  }
}
