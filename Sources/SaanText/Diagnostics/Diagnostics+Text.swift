/// The diagnostics about dates, numbers and Thai text that users write.
extension Diagnostic {
  /// The text is not a date, or one of the wrong era.
  public static func badDate(
    _ text: String, _ mistake: DateMistake, at place: Place? = nil
  ) -> Diagnostic {
    let code =
      switch mistake {
      case .buddhistYearAsGregorian, .gregorianYearAsBuddhist, .convertedTwice: "wrong-era"
      default: "bad-date"
      }
    let reason = mistake.wording
    let message =
      switch mistake {
      case .unreadable, .unreadablePeriod:
        Wording(en: "'\(text)' \(reason.en)", th: "'\(text)' \(reason.th)")
      default: Wording(en: "date '\(text)': \(reason.en)", th: "วันที่ '\(text)': \(reason.th)")
      }
    let time = mistake == .unreadable ? DateMistake.hint(forTimeIn: text) : nil
    return Diagnostic(.error, code, message, at: place, hint: time ?? mistake.hint)
  }

  /// A link to a file where it lies on its author's computer.
  package static func pathOfComputer(_ path: String, at place: Place) -> Diagnostic {
    let name = String(path.split { $0 == "/" || $0 == "\\" }.last ?? "")
    let written = name.contains(" ") ? "<\(name)>" : name
    return Diagnostic(
      .error, "dead-link",
      Wording(
        en: "'\(path)' is a file on your computer, which nobody else can open",
        th: "'\(path)' เป็นไฟล์ในเครื่องของคุณ ผู้อื่นเปิดไม่ได้"), at: place,
      hint: Wording(
        en: "copy the file into the folder of this article and write its name alone: \(written)",
        th: "คัดลอกไฟล์ไปไว้ในโฟลเดอร์ของบทความนี้ แล้วเขียนเฉพาะชื่อ: \(written)"))
  }

  /// Whether a text stands where a number is not known.
  private static func saysNothing(_ text: String) -> Bool {
    let word = text.lowercased().filter { !$0.isWhitespace }
    let words = [
      "n/a", "na", "n.a.", "#n/a", "null", "nil", "none", "nan", "x", "?", "ไม่มี", "ไม่มีข้อมูล",
      "ไม่ทราบ",
      "ไม่ระบุ", "ยังไม่มี",
    ]
    return words.contains(word) || (!word.isEmpty && word.allSatisfy { "-–—−._*".contains($0) })
  }

  /// The text is not a number.
  public static func badNumber(
    _ text: String, _ mistake: NumberMistake, at place: Place? = nil
  ) -> Diagnostic {
    let reason = mistake.wording
    var hint = Wording(
      en: "write digits alone or 20,412.35, and the unit in its own field",
      th: "เขียนเฉพาะตัวเลขหรือแบบ 20,412.35 และแยกหน่วยไว้ในช่องของหน่วย")
    if let worded = WordedNumber(text) { hint = .apart(worded) }
    if let worded = WordedNumber(text), worded.unit == "%" {
      let number = worded.number.trimmed.plain
      hint = Wording(
        en:
          "write \(number) without '%'; in Excel give the cells the format Number, not Percentage, and multiply by 100",
        th: "เขียน \(number) โดยไม่มี '%' ใน Excel ให้เปลี่ยนรูปแบบเซลล์จากเปอร์เซ็นต์เป็นตัวเลข แล้วคูณด้วย 100")
    }
    if let ends = Bound.range(text) {
      hint = .range(ends)
    } else if let number = Bound.below(text) {
      hint = .below(number)
    }
    if let looks = LettersForDigits(text) {
      let number = looks.number.trimmed.plain
      hint = Wording(
        en: "write \(number) if the letter '\(looks.letter)' is to be the digit \(looks.digit)",
        th: "ถ้าตัวอักษร '\(looks.letter)' หมายถึงเลข \(looks.digit) ให้เขียน \(number)")
    }
    if saysNothing(text) {
      hint = Wording(
        en: "leave the cell empty where there is no number", th: "ถ้าไม่มีตัวเลข ให้เว้นช่องว่างไว้")
    }
    return Diagnostic(
      .error, "bad-number",
      Wording(en: "number '\(text)': \(reason.en)", th: "ตัวเลข '\(text)': \(reason.th)"),
      at: place, hint: hint)
  }

  /// What was put right when a text was read.
  ///
  /// - Parameter isTable: whether rows are counted, not lines.
  package static func textMended(
    _ mends: TextMends, isTable: Bool = false, at place: Place
  ) -> Diagnostic {
    func list(_ language: MessageLanguage, _ line: Wording, _ lines: Wording) -> String {
      mends.groups.map { group in
        let word = (group.lines.count == 1 ? line : lines).text(in: language)
        let places = group.lines.map(String.init).joined(separator: ", ")
        let more = group.count > group.lines.count && group.lines.count == 3 ? ", …" : ""
        let what =
          group.name.isEmpty ? group.kind.wording.text(in: language) : "‹\(group.name)›"
        return "\(group.count) × \(what) (\(word) \(places)\(more))"
      }.joined(separator: "; ")
    }
    let line = isTable ? Wording(en: "row", th: "แถว") : Wording(en: "line", th: "บรรทัด")
    let lines = isTable ? Wording(en: "rows", th: "แถว") : Wording(en: "lines", th: "บรรทัด")
    return Diagnostic(
      .note, "thai-text",
      Wording(
        en: "characters that cannot be seen or are typed wrong were put right: "
          + list(.english, line, lines),
        th: "แก้อักขระที่มองไม่เห็นหรือพิมพ์ผิดให้แล้ว: " + list(.thai, line, lines)), at: place,
      hint: Wording(
        en: "what is published is right; to mend the file as well, type these places again",
        th: "ข้อความที่เผยแพร่ถูกต้องแล้ว ถ้าต้องการแก้ในไฟล์ด้วย ให้พิมพ์ตรงนั้นใหม่"))
  }

  /// Thai text that is typed wrong.
  public static func thaiText(_ issue: ThaiTextIssue, at place: Place) -> Diagnostic {
    let hint =
      issue.kind == .lost
      ? Wording(en: "type the letter again", th: "พิมพ์ตัวอักษรนั้นใหม่")
      : issue.suggestion.isEmpty
        ? Wording(en: "delete it", th: "ลบออก")
        : Wording(en: "write '\(issue.suggestion)'", th: "เขียน '\(issue.suggestion)'")
    return Diagnostic(.warning, "thai-text", issue.kind.wording, at: place, hint: hint)
  }
}

extension Wording {
  /// What to do with "less than 20", of which no bound says just this.
  fileprivate static func below(_ number: ExactNumber) -> Wording {
    let number = number.trimmed.plain
    return Wording(
      en: "\"less than\" has no bound of its own: see what the source means, then write \(number) "
        + "with 'nearly' or 'at_most' in the column bound of the table observations",
      th: "คำว่า “น้อยกว่า” ไม่มีขอบเขตของตัวเอง ให้ดูว่าแหล่งข้อมูลหมายถึงอะไร แล้วเขียน \(number) "
        + "และใส่ 'nearly' หรือ 'at_most' ในคอลัมน์ bound ของตาราง observations")
  }

  /// What to do with both ends of what a number may be.
  fileprivate static func range(_ ends: (least: ExactNumber, most: ExactNumber)) -> Wording {
    let (least, most) = (ends.least.trimmed.plain, ends.most.trimmed.plain)
    return Wording(
      en: "a value is one number: write \(least) with 'at_least' in the column bound of the table "
        + "observations, or \(most) with 'at_most', or make each end an indicator of its own",
      th: "ค่าหนึ่งคือตัวเลขเดียว เขียน \(least) และใส่ 'at_least' ในคอลัมน์ bound ของตาราง observations "
        + "หรือ \(most) และใส่ 'at_most' หรือตั้งตัวชี้วัดแยกสำหรับแต่ละค่า")
  }
}

extension Wording {
  /// The number that words stand around, and what becomes of them.
  fileprivate static func apart(_ worded: WordedNumber) -> Wording {
    let number = worded.number.trimmed.plain
    let bound = worded.bound.map { bound in
      Wording(
        en: " with '\(bound.rawValue)' in the column bound of the table observations",
        th: " และใส่ '\(bound.rawValue)' ในคอลัมน์ bound ของตาราง observations")
    }
    // A table may count in millions, as an indicator's unit_multiplier says.
    let typed = worded.typed.flatMap { typed in
      worded.scale.map { scale in
        Wording(
          en: "; where the unit has '\(scale)' in it, write \(typed.trimmed.plain)",
          th: " ถ้าหน่วยมีคำว่า '\(scale)' อยู่แล้ว เขียน \(typed.trimmed.plain)")
      }
    }
    let isMark = !worded.unit.contains { $0.isLetter || "%฿$€".contains($0) }
    let unit =
      isMark
      ? Wording(
        en: ", and what '\(worded.unit)' means in a note",
        th: " และบอกไว้ในหมายเหตุว่า '\(worded.unit)' หมายถึงอะไร")
      : Wording(
        en: ", and the unit '\(worded.unit)' apart from it",
        th: " และแยกหน่วย '\(worded.unit)' ไว้ต่างหาก")
    return Wording(
      en: "write \(number)" + (bound?.en ?? "") + (worded.unit.isEmpty ? "" : unit.en)
        + (typed?.en ?? ""),
      th: "เขียน \(number)" + (bound?.th ?? "") + (worded.unit.isEmpty ? "" : unit.th)
        + (typed?.th ?? ""))
  }
}
