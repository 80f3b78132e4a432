import SaanText

// Every diagnostic of this module.

extension Diagnostic {
  /// A text that is too long to be read.
  static func markdownTooLong(_ size: Int, limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "markdown-too-long",
      Wording(
        en: "text has \(size) bytes, and at most \(limit) are read as markdown",
        th: "ข้อความยาว \(size) ไบต์ แต่อ่านเป็น markdown ได้ไม่เกิน \(limit) ไบต์"),
      at: span.file.span(span.range.lowerBound..<span.range.lowerBound).place,
      hint: Wording(en: "divide it into several pages", th: "แบ่งเป็นหลายหน้า"))
  }

  /// A limit that protects from endless work was reached.
  static func limit(
    _ limit: StandIn.Limit, _ limits: MarkdownLimits, at place: Place
  ) -> Diagnostic {
    switch limit {
    case .emphasis:
      Diagnostic(
        .error, "markdown-too-many-marks",
        Wording(
          en: "paragraph has too many '*', '_' and ']' marks to be read",
          th: "ย่อหน้านี้มีเครื่องหมาย '*', '_' และ ']' มากเกินไป"),
        at: place, hint: divideHint)
    case .cells:
      Diagnostic(
        .error, "markdown-row-too-wide",
        Wording(
          en: "line has more than \(limits.cellsPerRow) '|' marks",
          th: "บรรทัดนี้มีเครื่องหมาย '|' เกิน \(limits.cellsPerRow) ตัว"),
        at: place, hint: tableHint)
    case .table:
      Diagnostic(
        .error, "markdown-table-too-large",
        Wording(
          en: "table has too many cells that are not written out",
          th: "ตารางนี้มีช่องที่ไม่ได้เขียนไว้มากเกินไป"),
        at: place, hint: tableHint)
    case .nesting:
      Diagnostic(
        .error, "markdown-too-deep",
        Wording(
          en: "quotes and lists are nested too deep",
          th: "ข้อความอ้างอิงหรือรายการซ้อนกันลึกเกินไป"),
        at: place,
        hint: Wording(
          en: "at most \(limits.markersPerLine) markers may begin a line",
          th: "ต้นบรรทัดมีเครื่องหมายได้ไม่เกิน \(limits.markersPerLine) ตัว"))
    case .definition:
      Diagnostic(
        .error, "markdown-definition-too-long",
        Wording(
          en: "link definition is too long to be used so often",
          th: "นิยามของลิงก์ยาวเกินกว่าจะใช้ซ้ำหลายครั้ง"), at: place,
        hint: Wording(
          en: "shorten the address, or write it where it is used",
          th: "ย่อที่อยู่ให้สั้นลง หรือเขียนที่อยู่ตรงที่ใช้"))
    case .declarations:
      Diagnostic(
        .error, "markdown-too-many-declarations",
        Wording(
          en: "paragraph has more than \(limits.declarations) '<!' and '<?'",
          th: "ย่อหน้านี้มี '<!' และ '<?' เกิน \(limits.declarations) แห่ง"),
        at: place, hint: divideHint)
    }
  }

  private static let divideHint = Wording(
    en: "divide it with empty lines", th: "เว้นบรรทัดเพื่อแบ่งย่อหน้า")

  private static let tableHint = Wording(
    en: "keep large tables as data and show them with a shortcode",
    th: "เก็บตารางใหญ่เป็นข้อมูลแล้วแสดงด้วยชอร์ตโค้ด")

  /// Something that looks like a shortcode and is none.
  static func shortcode(_ problem: PreparedText.Problem, at place: Place) -> Diagnostic {
    switch problem {
    case .malformed:
      Diagnostic(
        .error, "shortcode-malformed",
        Wording(
          en: "a shortcode is written '{{ name() }}', or '{% name() %}' … '{% end %}' on lines of "
            + "their own",
          th: "ชอร์ตโค้ดต้องเขียนเป็น '{{ name() }}' หรือ '{% name() %}' … '{% end %}' แยกบรรทัด"),
        at: place, hint: literalHint)
    case .unclosedCall:
      Diagnostic(
        .error, "shortcode-unclosed",
        Wording(
          en: "shortcode is not closed with ')' and '}}'",
          th: "ชอร์ตโค้ดไม่ได้ปิดด้วย ')' และ '}}'"), at: place,
        hint: Wording(
          en: "end it with ')}}', as in '{{ name() }}'; or write '\\{{' to show the braces",
          th: "ปิดด้วย ')}}' เช่น '{{ name() }}' ถ้าต้องการแสดงวงเล็บปีกกา ให้เขียน '\\{{'"))
    case .unclosedBlock:
      Diagnostic(
        .error, "shortcode-without-end",
        Wording(
          en: "shortcode has no '{% end %}'", th: "ชอร์ตโค้ดนี้ไม่มี '{% end %}'"),
        at: place,
        hint: Wording(
          en: "write '{% end %}' on a line below its body, or '{{ name() }}' when it has none",
          th: "เขียน '{% end %}' แยกบรรทัดไว้ใต้เนื้อหาของชอร์ตโค้ด ถ้าไม่มีเนื้อหา ให้เขียน '{{ name() }}'"))
    case .strayEnd:
      Diagnostic(
        .error, "shortcode-stray-end",
        Wording(
          en: "'{% end %}' closes nothing", th: "'{% end %}' นี้ไม่ได้ปิดชอร์ตโค้ดใด"), at: place,
        hint: Wording(
          en: "delete the line, or write the beginning '{% name() %}' on a line above",
          th: "ลบบรรทัดนี้ หรือเขียนจุดเริ่ม '{% name() %}' ไว้บรรทัดข้างบน"))
    }
  }

  private static let literalHint = Wording(
    en: "write '\\{{' to show the braces", th: "ถ้าต้องการแสดงวงเล็บปีกกา ให้เขียน '\\{{'")

  /// A shortcode where only an address may be.
  static func shortcodeInDestination(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "shortcode-in-link",
      Wording(
        en: "a link's destination cannot be a shortcode",
        th: "ปลายทางของลิงก์เป็นชอร์ตโค้ดไม่ได้"), at: place,
      hint: Wording(
        en: "write the address itself",
        th: "เขียนที่อยู่โดยตรง"))
  }

  /// A destination that may not be linked to.
  static func linkScheme(
    _ scheme: String, _ destination: String, allowed: Set<String>, at place: Place
  ) -> Diagnostic {
    // The letter of a drive, and no scheme.
    if scheme.utf8.count == 1 || scheme == "file" { return .pathOfComputer(destination, at: place) }
    let names = allowed.sorted().joined(separator: ", ")
    return Diagnostic(
      .error, "link-scheme",
      Wording(
        en: "links may not use '\(scheme):'", th: "ลิงก์ใช้ '\(scheme):' ไม่ได้"), at: place,
      hint: didYouMean(scheme, among: allowed)
        ?? Wording(en: "allowed are \(names)", th: "ใช้ได้เฉพาะ \(names)"))
  }

  /// A bare address that may go on in Thai letters.
  static func cutAddress(_ address: String, before rest: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "leftover-markup",
      Wording(
        en: "the address '\(address)' ends before '\(rest)'",
        th: "ที่อยู่ '\(address)' จบก่อน '\(rest)'"),
      at: place,
      hint: Wording(
        en: "if these letters belong to it, write <\(address)\(rest)>; if not, put a space between",
        th: "ถ้าอักษรเหล่านี้เป็นส่วนของที่อยู่ ให้เขียน <\(address)\(rest)> ถ้าไม่ใช่ ให้เว้นวรรคคั่น"))
  }

  /// A heading's own id that another heading has.
  static func duplicateHeadingID(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-heading-id",
      Wording(
        en: "another heading has the id '\(id)'", th: "มีหัวข้ออื่นใช้ id '\(id)' แล้ว"), at: place,
      hint: Wording(
        en: "give one of them another name in {#…}",
        th: "ตั้งชื่ออื่นใน {#…} ให้หัวข้อใดหัวข้อหนึ่ง"))
  }
}
