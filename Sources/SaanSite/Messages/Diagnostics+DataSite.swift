import SaanData
import SaanFiles
import SaanModel
import SaanTemplate
import SaanText

/// The mistakes about areas, rules and releases, with their wording.
extension Diagnostic {
  static func areasInCircle(_ codes: [String], at place: Place) -> Diagnostic {
    let way = (codes + codes.prefix(1)).joined(separator: " → ")
    return Diagnostic(
      .error, "areas-in-circle",
      Wording(
        en: "these areas lie in each other: \(way)", th: "พื้นที่เหล่านี้อยู่ภายในกันและกัน: \(way)"),
      at: place,
      hint: Wording(
        en: "write in 'parent' the code of the wider area that it lies in",
        th: "เขียนรหัสของพื้นที่ที่กว้างกว่าในคอลัมน์ 'parent'"))
  }

  static func beyondWorld(
    _ column: String, _ degrees: String, _ limit: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "beyond-world",
      Wording(
        en: "'\(column)' is \(degrees), it must be from -\(limit) to \(limit)",
        th: "'\(column)' เป็น \(degrees) ต้องอยู่ระหว่าง -\(limit) ถึง \(limit)"), at: place,
      hint: Wording(
        en:
          "write degrees, such as lat 13.75 and lon 100.5 for Bangkok; maybe the two are exchanged",
        th: "เขียนเป็นองศา เช่น lat 13.75 และ lon 100.5 ของกรุงเทพฯ อาจสลับคอลัมน์กัน"))
  }

  static func twoDescriptors(_ unread: String, _ read: String) -> Diagnostic {
    Diagnostic(
      .warning, "two-descriptors",
      Wording(
        en: "this description of the data is not read, for there is \(read)",
        th: "ไม่อ่านคำอธิบายข้อมูลไฟล์นี้ เพราะมี \(read) อยู่แล้ว"), at: .file(path: unread),
      hint: Wording(en: "keep one of the two files", th: "เก็บไว้เพียงไฟล์เดียว"))
  }

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

  /// An area where the site knows none at all.
  static func noAreasTable(_ area: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "unknown-area",
      Wording(
        en: "'\(area.value)' is no area, for the site has no table of areas",
        th: "ไม่มีพื้นที่ '\(area.value)' เพราะเว็บนี้ยังไม่มีตารางพื้นที่"),
      at: area.span.place,
      hint: Wording(
        en:
          "write the file content/data/areas.csv: a head 'code,class,name,name@en,parent,slug' and a row for each area, such as '32,province,สุรินทร์,Surin,TH,surin'",
        th:
          "สร้างไฟล์ content/data/areas.csv ที่มีหัว 'code,class,name,name@en,parent,slug' และพื้นที่ละหนึ่งแถว เช่น '32,province,สุรินทร์,Surin,TH,surin'"
      ))
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

  /// A figure that has nothing to show for an area.
  ///
  /// - Parameters:
  ///   - known: the areas that it has something for.
  ///   - isCall: whether it is a shortcode, which may name another area.
  /// A call of a figure that does not say which.
  /// A shortcode that shows the words in it, called without any.
  static func callWithoutBody(_ call: TemplateCall) -> Diagnostic {
    let arguments =
      call.positional.map(\.representation)
      + call.named.map { "\($0.name)=\($0.value.representation)" }
    let written = "\(call.name)(\(arguments.joined(separator: ", ")))"
    return Diagnostic(
      .error, "wrong-arguments",
      Wording(
        en:
          "'\(call.name)' shows the words between {% \(call.name)(…) %} and {% end %}, and has none",
        th: "'\(call.name)' แสดงข้อความระหว่าง {% \(call.name)(…) %} กับ {% end %} แต่ที่นี่ไม่มีข้อความ"),
      at: call.nameSpan.place,
      hint: Wording(
        en: "write {% \(written) %}, the words, and {% end %}, each on a line of its own",
        th: "เขียน {% \(written) %} ข้อความ และ {% end %} แยกบรรทัดกัน"))
  }

  static func figureWithoutID(_ call: TemplateCall, example: String?) -> Diagnostic {
    let written = call.positional.first.map { $0.representation }
    let id = call["id"]?.text ?? example ?? "…"
    return Diagnostic(
      .error, "wrong-arguments",
      Wording(
        en: "'figure' begins with the id of a figure in quotation marks"
          + (written.map { ", not with \($0)" } ?? ""),
        th: "'figure' ต้องขึ้นต้นด้วยรหัสของตัวเลขในเครื่องหมายคำพูด"
          + (written.map { " ไม่ใช่ \($0)" } ?? "")),
      at: (call.span() ?? call.nameSpan).place,
      hint: Wording(
        en: "write {{ figure(\"\(id)\") }}; the ids are in the table 'indicators'",
        th: "เขียน {{ figure(\"\(id)\") }} รหัสอยู่ในตาราง 'indicators'"))
  }

  /// An argument of another kind.
  static func figureArgument(
    _ name: String, _ value: Value, of call: TemplateCall, _ kind: Wording, like example: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "wrong-arguments",
      Wording(
        en: "argument '\(name)' of 'figure' must be \(kind.en), not \(value.representation)",
        th: "อาร์กิวเมนต์ '\(name)' ของ 'figure' ต้องเป็น \(kind.th) ไม่ใช่ \(value.representation)"),
      at: (call.span(of: name) ?? call.nameSpan).place,
      hint: Wording(en: "write \(example)", th: "เขียน \(example)"))
  }

  static func noFigureValue(
    _ id: String, of area: String, known: [Area], isCall: Bool, why: Wording? = nil,
    at place: Place
  ) -> Diagnostic {
    func list(_ tag: Language.Tag) -> String {
      known.prefix(12).map { "\($0.code) (\($0.name[tag]))" }.joined(separator: ", ")
        + (known.count > 12 ? ", …" : "")
    }
    let message = Wording(
      en: "the figure '\(id)' has no such value for the area '\(area)'",
      th: "ตัวเลข '\(id)' ไม่มีค่านี้สำหรับพื้นที่ '\(area)'")
    let notes = why.map { [$0] } ?? []
    guard let first = known.first else {
      return Diagnostic(
        .error, "no-figure-value", message, at: place, notes: notes,
        hint: Wording(
          en: "it has no values yet: add a row to the table 'observations'",
          th: "ยังไม่มีค่าเลย ให้เพิ่มแถวในตาราง 'observations'"))
    }
    let call = "{{ figure(\"\(id)\", area=\"\(first.code)\") }}"
    return Diagnostic(
      .error, "no-figure-value", message, at: place, notes: notes,
      hint: isCall
        ? Wording(
          en:
            "it has values for \(list(.english)): write one of these codes if you mean that place, or leave the sentence out",
          th:
            "ตัวเลขนี้มีค่าสำหรับ \(list(.thai)) ใช้รหัสใดรหัสหนึ่งถ้าหมายถึงพื้นที่นั้น หรือตัดประโยคนี้ออก")
        : Wording(
          en: "take it out, and write in the text \(call); it has values for \(list(.english))",
          th: "ลบออก แล้วเขียนในเนื้อความว่า \(call) ตัวเลขนี้มีค่าสำหรับ \(list(.thai))"))
  }

  /// An area of which a figure has no value, as it is asked for on the command line.
  static func noFigureValue(
    _ id: String, of area: String, known: [Area], why: Wording? = nil
  ) -> Diagnostic {
    func list(_ tag: Language.Tag) -> String {
      known.prefix(12).map { "\($0.code) (\($0.name[tag]))" }.joined(separator: ", ")
        + (known.count > 12 ? ", …" : "")
    }
    return Diagnostic(
      .error, "no-figure-value",
      Wording(
        en: "the figure '\(id)' has no value for the area '\(area)'",
        th: "ตัวเลข '\(id)' ไม่มีค่าสำหรับพื้นที่ '\(area)'"), notes: why.map { [$0] } ?? [],
      hint: known.isEmpty
        ? Wording(
          en: "it has no values yet: add a row to the table 'observations'",
          th: "ยังไม่มีค่าเลย ให้เพิ่มแถวในตาราง 'observations'")
        : Wording(
          en: "it has values for \(list(.english))", th: "ตัวเลขนี้มีค่าสำหรับ \(list(.thai))"))
  }

  static func unknownTopic(
    _ kind: Wording, _ topic: Located<String>,
    among terms: [(slug: String, title: Localized<String>)]
  ) -> Diagnostic {
    func list(_ tag: Language.Tag) -> String {
      terms.prefix(20).map { "\($0.slug) (\($0.title[tag]))" }.joined(separator: ", ")
    }
    let unknown = unknownName("unknown-topic", kind, topic, among: terms.map(\.slug))
    guard !terms.isEmpty, didYouMean(topic.value, among: terms.map(\.slug)) == nil else {
      return unknown
    }
    return Diagnostic(
      unknown.severity, unknown.code, unknown.message, at: unknown.place,
      hint: Wording(
        en: "choose one of \(list(.english)), or add it under 'taxonomies' in site.yaml",
        th: "เลือกจาก \(list(.thai)) หรือเพิ่มใต้ 'taxonomies' ใน site.yaml"))
  }

  static func emptyChart(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "empty-chart",
      Wording(
        en: "nothing is known of what this chart should show, so it only says that",
        th: "ยังไม่มีข้อมูลที่แผนภูมินี้ต้องแสดง หน้าเว็บจึงบอกเพียงว่าไม่มีข้อมูล"), at: span.place,
      hint: Wording(
        en: "check figure, areas and source in the call, or take the chart out until there is data",
        th: "ตรวจ figure, areas และ source ในชอร์ตโค้ด หรือลบแผนภูมิออกจนกว่าจะมีข้อมูล"))
  }

  static func largePicture(
    _ path: String, bytes: Int, limit: Int, size: ImageSize?
  ) -> Diagnostic {
    let megabytes = ExactNumber(Double(bytes) / 1_048_576)?.rounded(toScale: 1).text(.upTo(1)) ?? ""
    let pixels = size.map { ", \($0.width) × \($0.height)" } ?? ""
    return Diagnostic(
      .warning, "large-picture",
      Wording(
        en:
          "the picture weighs \(megabytes) MB\(pixels); readers on telephones wait for it and pay",
        th: "ภาพนี้ใหญ่ \(megabytes) MB\(pixels) ผู้อ่านทางโทรศัพท์ต้องรอนานและเสียค่าอินเทอร์เน็ต"),
      at: .file(path: path),
      hint: Wording(
        en:
          "make it 1,600 pixels wide and save it as JPEG, below \(kilobytes(limit)) KB; or allow more with budgets.picture in site.yaml",
        th:
          "ย่อให้กว้าง 1,600 พิกเซลแล้วบันทึกเป็น JPEG ให้ไม่เกิน \(kilobytes(limit)) KB หรือกำหนด budgets.picture ใน site.yaml ให้มากขึ้น"
      ))
  }

  static func impossibleDate(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "impossible-date",
      Wording(en: "there is no '\(span.text)'", th: "ไม่มีวันที่ '\(span.text)' ในปฏิทิน"),
      at: span.place,
      hint: Wording(en: "correct the day or the month", th: "แก้วันหรือเดือนให้ถูก"))
  }

  static func wrongWeekday(_ actual: Weekday, at span: SourceSpan) -> Diagnostic {
    let mistake = DateMistake.weekdayMismatch(actual: actual).wording
    return Diagnostic(
      .warning, "wrong-weekday",
      Wording(
        en: "'\(span.text)': \(mistake.en)", th: "'\(span.text)' \(mistake.th)"), at: span.place,
      hint: Wording(
        en: "correct the weekday, or the day, the month or the year",
        th: "แก้ชื่อวันให้ตรง หรือแก้วันที่ เดือน หรือปี"))
  }

  static func badReleaseName(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "bad-release-name",
      Wording(
        en: "the file of a release is named after its day, such as 2026-11-21.json",
        th: "ไฟล์ของรุ่นต้องตั้งชื่อตามวันที่ เช่น 2026-11-21.json"), at: .file(path: path),
      hint: Wording(
        en: "let 'saan data release' write it", th: "ให้คำสั่ง 'saan data release' เขียนให้"))
  }

  static func releaseExists(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "release-exists",
      Wording(
        en: "there is a release of this day already, with other values",
        th: "มีรุ่นของวันนี้อยู่แล้ว และค่าไม่เหมือนกัน"), at: .file(path: path),
      hint: Wording(
        en: "delete the file if nobody has seen that release, else wait for tomorrow",
        th: "ลบไฟล์ถ้ายังไม่มีใครเห็นรุ่นนั้น มิฉะนั้นรอวันพรุ่งนี้"))
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
      en: "there is nothing to release", th: "ไม่มีข้อมูลใดให้เผยแพร่"),
    hint: Wording(
      en:
        "a release holds rows of content/data/observations.csv, of registers, and of proposals, parties and promises",
      th: "รุ่นของข้อมูลเก็บแถวใน content/data/observations.csv แถวของทะเบียน และข้อเสนอ พรรค กับคำสัญญา"))

  static func unknownPage(_ path: String, hint: Wording?) -> Diagnostic {
    Diagnostic(
      .error, "unknown-page",
      Wording(en: "the site has no page '\(path)'", th: "เว็บนี้ไม่มีหน้า '\(path)'"),
      hint: hint
        ?? Wording(
          en: "'saan list pages' shows them all", th: "ดูทั้งหมดด้วย 'saan list pages'"))
  }
}
