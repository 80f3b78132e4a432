import SaanData
import SaanText

/// The mistakes about rules, releases and typed figures, with their wording.
extension Diagnostic {
  static func loweredRule(_ rule: RuleSetting, count: Int) -> Diagnostic {
    let code = rule.code.value
    let wording =
      switch rule.weight {
      case .off:
        Wording(
          en: "the rule '\(code)' is off here; findings not shown: \(count)",
          th: "กฎ '\(code)' ปิดอยู่ในเว็บนี้ ไม่แสดง \(count) รายการ")
      case .note:
        Wording(
          en: "the rule '\(code)' only notes here; findings that would warn: \(count)",
          th: "กฎ '\(code)' เป็นเพียงหมายเหตุในเว็บนี้ เกี่ยวกับ \(count) รายการ")
      case .warning, .error:
        Wording(
          en: "the rule '\(code)' only warns here; findings that would be errors: \(count)",
          th: "กฎ '\(code)' เป็นเพียงคำเตือนในเว็บนี้ เกี่ยวกับ \(count) รายการ")
      }
    var note = Diagnostic(.note, "lowered-rule", wording, at: rule.code.span.place)
    if let reason = rule.reason {
      note.notes = [Wording(en: "the reason given: \(reason)", th: "เหตุผลที่ให้ไว้: \(reason)")]
    }
    return note
  }

  static func badRule(_ code: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-rule",
      Wording(
        en: "the rule '\(code)' must be error, warning, note or off",
        th: "กฎ '\(code)' ต้องเป็น error, warning, note หรือ off"), at: place,
      hint: Wording(
        en: "write it like typed-figure: warning", th: "เขียนในรูป typed-figure: warning"))
  }

  static func ruleWithoutReason(_ code: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "rule-without-reason",
      Wording(
        en: "the rule '\(code)' is lowered without a reason",
        th: "กฎ '\(code)' ลดน้ำหนักโดยไม่บอกเหตุผล"), at: place,
      hint: Wording(
        en: "write \(code): {severity: note, reason: \"…\"}",
        th: "เขียน \(code): {severity: note, reason: \"…\"}"))
  }

  static func typedFigure(_ number: String, indicator: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "typed-figure",
      Wording(
        en: "the number \(number) is typed, but it is a value of the figure '\(indicator)'",
        th: "ตัวเลข \(number) พิมพ์ไว้ตรง ๆ ทั้งที่เป็นค่าของตัวเลข '\(indicator)'"), at: span.place,
      hint: Wording(
        en: "write {{ figure(\"\(indicator)\") }}, so that it changes with the data",
        th: "เขียน {{ figure(\"\(indicator)\") }} ตัวเลขจะได้เปลี่ยนตามข้อมูล"))
  }

  static func doubledBound(_ bound: Bound, figure: String, at span: SourceSpan) -> Diagnostic {
    let (en, th) = (bound.word(in: .english) ?? "", bound.word(in: .thai) ?? "")
    return Diagnostic(
      .warning, "doubled-bound",
      Wording(
        en:
          "the figure '\(figure)' says \u{201C}\(en)\u{201D} itself, and the word before it says so again",
        th: "ตัวเลข '\(figure)' มีคำว่า “\(th)” อยู่แล้ว คำที่อยู่ข้างหน้าจึงซ้ำ"), at: span.place,
      hint: Wording(
        en: "delete the word before {{ figure(…) }}", th: "ลบคำที่อยู่หน้า {{ figure(…) }}"))
  }

  static func overBudget(
    _ part: WeightBudgets.Part, _ weight: PageWeight, budget: Int, at place: Place?
  ) -> Diagnostic {
    let (size, limit) = (kilobytes(weight[part]), kilobytes(budget))
    guard part == .page else {
      let kind = part == .map ? Wording(en: "map", th: "แผนที่") : Wording(en: "drawing", th: "ภาพ")
      return Diagnostic(
        .warning, "heavy-drawing",
        Wording(
          en: "a \(kind.en) on \(weight.path) weighs \(size) KB, more than \(limit) KB",
          th: "\(kind.th)ในหน้า \(weight.path) หนัก \(size) KB เกิน \(limit) KB"), at: place,
        hint: Wording(
          en: "show fewer points, or allow more with budgets.\(part.rawValue) in site.yaml",
          th: "แสดงให้น้อยลง หรือกำหนด budgets.\(part.rawValue) ใน site.yaml ให้มากขึ้น"))
    }
    return Diagnostic(
      .warning, "heavy-page",
      Wording(
        en: "the page \(weight.path) weighs \(size) KB, more than \(limit) KB",
        th: "หน้า \(weight.path) หนัก \(size) KB เกิน \(limit) KB"), at: place,
      hint: Wording(
        en: "split it or show fewer rows, or allow more with budgets.page in site.yaml",
        th: "แบ่งหน้าหรือแสดงแถวให้น้อยลง หรือกำหนด budgets.page ใน site.yaml ให้มากขึ้น"))
  }

  /// A size as people read it, with one decimal.
  static func kilobytes(_ bytes: Int) -> String {
    ExactNumber(Double(bytes) / 1024)?.rounded(toScale: 1).text(.upTo(1)) ?? "\(bytes / 1024)"
  }

  static func badReleaseName(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "bad-release-name",
      Wording(
        en: "the file of a release is named after its day, such as 2026-11-21.json",
        th: "ไฟล์ของการเผยแพร่ต้องตั้งชื่อตามวันที่ เช่น 2026-11-21.json"), at: .file(path: path),
      hint: Wording(
        en: "let 'saan data release' write it", th: "ให้คำสั่ง 'saan data release' เขียนให้"))
  }

  static func releaseExists(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "release-exists",
      Wording(
        en: "there is a release of this day already, with other values",
        th: "มีการเผยแพร่ของวันนี้อยู่แล้ว และค่าไม่เหมือนกัน"), at: .file(path: path),
      hint: Wording(
        en: "delete the file if nobody has seen that release, else wait for tomorrow",
        th: "ลบไฟล์ถ้ายังไม่มีใครเห็นการเผยแพร่นั้น มิฉะนั้นรอวันพรุ่งนี้"))
  }

  static func badOutlines(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .error, "bad-outlines",
      Wording(
        en: "the outlines must be an object with 'viewBox' and 'paths'",
        th: "ไฟล์เส้นขอบต้องเป็นออบเจกต์ที่มี 'viewBox' และ 'paths'"), at: .file(path: file.path),
      hint: Wording(
        en: "write {\"viewBox\": \"0 0 331 600\", \"paths\": {\"10\": \"M123,280 …z\"}}",
        th: "เขียน {\"viewBox\": \"0 0 331 600\", \"paths\": {\"10\": \"M123,280 …z\"}}"))
  }

  static func badOutline(_ code: String, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      .error, "bad-outline",
      Wording(
        en: "the outline of '\(code)' is not a path of straight lines",
        th: "เส้นขอบของ '\(code)' ไม่ใช่เส้นทางที่ประกอบด้วยเส้นตรง"), at: .file(path: file.path),
      hint: Wording(
        en: "it may hold M, L, H, V, Z in both cases, and numbers",
        th: "ใช้ได้เฉพาะ M, L, H, V, Z ทั้งตัวใหญ่และเล็ก กับตัวเลข"))
  }

  static func outlineOfNowhere(
    _ code: String, in file: SourceFile, among codes: [String]
  ) -> Diagnostic {
    Diagnostic(
      .warning, "outline-of-nowhere",
      Wording(
        en: "there is an outline of '\(code)', but no such area",
        th: "มีเส้นขอบของ '\(code)' แต่ไม่มีพื้นที่นี้"), at: .file(path: file.path),
      hint: didYouMean(code, among: codes))
  }

  static let nothingToRelease = Diagnostic(
    .error, "nothing-to-release",
    Wording(
      en: "there are no values to release", th: "ไม่มีค่าใดให้เผยแพร่"),
    hint: Wording(
      en: "values are rows of content/data/observations.csv",
      th: "ค่าคือแถวใน content/data/observations.csv"))

  static func unknownPage(_ path: String, hint: Wording?) -> Diagnostic {
    Diagnostic(
      .error, "unknown-page",
      Wording(en: "the site has no page '\(path)'", th: "เว็บนี้ไม่มีหน้า '\(path)'"),
      hint: hint
        ?? Wording(
          en: "'saan list pages' shows them all", th: "ดูทั้งหมดด้วย 'saan list pages'"))
  }
}
