import SaanText

// The wording of every mistake in a template's syntax. Facts are found elsewhere; words are here.

extension Diagnostic {
  static func syntax(
    _ en: String, _ th: String, at span: SourceSpan, hint: Wording? = nil
  ) -> Diagnostic {
    Diagnostic(.error, "template-syntax", Wording(en: en, th: th), at: span.place, hint: hint)
  }

  static func unclosed(_ open: String, _ close: String, at span: SourceSpan) -> Diagnostic {
    syntax("'\(open)' has no '\(close)'", "'\(open)' ไม่มี '\(close)' ปิด", at: span)
  }

  static func unclosedString(at span: SourceSpan) -> Diagnostic {
    syntax(
      "the text in quotes does not end in this tag", "ข้อความในเครื่องหมายคำพูดไม่มีตัวปิดในแท็กนี้",
      at: span)
  }

  static func unexpectedCharacter(at span: SourceSpan) -> Diagnostic {
    syntax(
      "'\(span.text)' has no meaning inside a tag", "'\(span.text)' ใช้ในแท็กไม่ได้", at: span)
  }

  static func numberOutOfRange(at span: SourceSpan) -> Diagnostic {
    syntax(
      "\(span.text) is no integer of 64 bits", "\(span.text) ไม่ใช่จำนวนเต็ม 64 บิต", at: span)
  }

  static func unexpectedToken(
    _ found: (en: String, th: String), expected: (en: String, th: String), at span: SourceSpan
  ) -> Diagnostic {
    syntax(
      "expected \(expected.en), found \(found.en)", "ต้องเป็น \(expected.th) แต่พบ \(found.th)",
      at: span)
  }

  static func unclosedTag(_ tag: String, _ ends: [String], at span: SourceSpan) -> Diagnostic {
    let end = ends.last ?? "end" + tag
    return syntax("'\(tag)' has no '\(end)'", "'\(tag)' ไม่มี '\(end)' ปิด", at: span)
  }

  static func strayTag(_ tag: String, open: String?, at span: SourceSpan) -> Diagnostic {
    guard let open else {
      return syntax("'\(tag)' closes nothing", "'\(tag)' ไม่ได้ปิดแท็กใด", at: span)
    }
    return syntax(
      "'\(tag)' stands inside '\(open)', which is still open",
      "'\(tag)' อยู่ใน '\(open)' ที่ยังไม่ปิด", at: span,
      hint: Wording(en: "close it with 'end\(open)' first", th: "ปิดด้วย 'end\(open)' ก่อน"))
  }

  static func unknownTag(_ tag: String, among tags: [String], at span: SourceSpan) -> Diagnostic {
    syntax(
      "unknown tag '\(tag)'", "ไม่รู้จักแท็ก '\(tag)'", at: span, hint: didYouMean(tag, among: tags))
  }

  static func nestedTooDeeply(at span: SourceSpan) -> Diagnostic {
    syntax(
      "nested too deeply", "ซ้อนกันลึกเกินไป", at: span,
      hint: Wording(
        en: "give a part of it a name with 'set', or move a part into a macro or another file",
        th: "ตั้งชื่อให้บางส่วนด้วย 'set' หรือย้ายบางส่วนไปไว้ในแมโครหรือไฟล์อื่น"))
  }

  static func privateImport(_ name: String, at span: SourceSpan) -> Diagnostic {
    syntax(
      "'\(name)' begins with '_' and cannot be imported", "'\(name)' ขึ้นต้นด้วย '_' จึงนำเข้าไม่ได้",
      at: span)
  }

  static func blockEndsWithOtherName(
    _ found: String, _ name: String, at span: SourceSpan
  ) -> Diagnostic {
    syntax(
      "'endblock \(found)' closes block '\(name)'", "'endblock \(found)' ปิดบล็อก '\(name)'", at: span
    )
  }

  static func requiredBlockHasContent(_ name: String, at span: SourceSpan) -> Diagnostic {
    syntax(
      "required block '\(name)' must be empty", "บล็อกบังคับ '\(name)' ต้องว่าง", at: span)
  }

  static func callBlockWithoutCall(at span: SourceSpan) -> Diagnostic {
    syntax("'call' needs a call of a macro", "'call' ต้องตามด้วยการเรียกแมโคร", at: span)
  }

  static func parameterOrder(_ name: String, at span: SourceSpan) -> Diagnostic {
    syntax(
      "parameter '\(name)' needs a default, since one before it has one",
      "พารามิเตอร์ '\(name)' ต้องมีค่าเริ่มต้น เพราะตัวก่อนหน้ามีแล้ว", at: span)
  }

  static func repeatedParameter(_ name: String, at span: SourceSpan) -> Diagnostic {
    syntax("parameter '\(name)' is there twice", "พารามิเตอร์ '\(name)' ซ้ำกัน", at: span)
  }

  static func repeatedArgument(_ name: String, at span: SourceSpan) -> Diagnostic {
    syntax("argument '\(name)' is given twice", "ให้อาร์กิวเมนต์ '\(name)' ซ้ำกัน", at: span)
  }

  static func positionalAfterNamed(at span: SourceSpan) -> Diagnostic {
    syntax(
      "an argument without a name cannot follow one with a name",
      "อาร์กิวเมนต์ที่ไม่มีชื่อต้องอยู่ก่อนอาร์กิวเมนต์ที่มีชื่อ", at: span)
  }

  static func chainedTests(at span: SourceSpan) -> Diagnostic {
    syntax("tests with 'is' cannot be chained", "ใช้ 'is' ต่อกันไม่ได้", at: span)
  }

  static func autoescapeNotLiteral(at span: SourceSpan) -> Diagnostic {
    syntax(
      "'autoescape' takes true or false", "'autoescape' รับเฉพาะ true หรือ false", at: span)
  }

  static func reservedName(_ name: String, at span: SourceSpan) -> Diagnostic {
    syntax("'\(name)' cannot be assigned to", "กำหนดค่าให้ '\(name)' ไม่ได้", at: span)
  }

  static func extendsTwice(at span: SourceSpan) -> Diagnostic {
    syntax("a template can extend only one other", "แม่แบบสืบทอดได้จากแม่แบบเดียว", at: span)
  }

  static func leadingZero(at span: SourceSpan) -> Diagnostic {
    syntax("an integer cannot begin with 0", "จำนวนเต็มขึ้นต้นด้วย 0 ไม่ได้", at: span)
  }

  static func extendsInBody(at span: SourceSpan) -> Diagnostic {
    syntax(
      "'extends' stands in the template itself, not inside another tag",
      "'extends' ต้องอยู่ในตัวแม่แบบเอง ไม่อยู่ในแท็กอื่น", at: span)
  }
}

// MARK: - What the check before rendering finds

extension Diagnostic {
  private static func at(_ span: SourceSpan?, _ fault: TemplateFault) -> Diagnostic {
    Diagnostic(.error, fault.code, fault.message, at: span?.place, hint: fault.hint)
  }

  static func unknownFilter(
    _ name: String, among names: some Sequence<String>, at span: SourceSpan
  ) -> Diagnostic { at(span, .unknownFilter(name, among: names)) }

  static func unknownTest(
    _ name: String, among names: some Sequence<String>, at span: SourceSpan
  ) -> Diagnostic { at(span, .unknownTest(name, among: names)) }

  static func missingTemplate(
    _ name: String, among names: some Sequence<String>, renamed: [String: String] = [:],
    at span: SourceSpan?
  ) -> Diagnostic { at(span, .missingTemplate(name, among: names, renamed: renamed)) }

  static func undefinedVariable(
    _ name: String, among names: [String], at span: SourceSpan
  ) -> Diagnostic { at(span, .undefinedVariable(name, among: names)) }

  static func missingImport(
    _ name: String, _ template: String, among names: [String], at span: SourceSpan
  ) -> Diagnostic { at(span, .missingImport(name, template, among: names)) }

  static func argumentTwice(_ name: String, at span: SourceSpan) -> Diagnostic {
    at(span, .argumentTwice(name))
  }

  static func unknownFunction(
    _ name: String, among names: some Sequence<String>, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-function",
      Wording(en: "unknown function '\(name)'", th: "ไม่รู้จักฟังก์ชัน '\(name)'"), at: span.place,
      hint: didYouMean(name, among: names))
  }

  static func unknownField(
    _ name: String, of type: ObjectType, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-field",
      Wording(en: "\(type.name) has no field '\(name)'", th: "\(type.name) ไม่มีฟิลด์ '\(name)'"),
      at: span.place, hint: didYouMean(name, among: type.fields.map(\.name)))
  }

  /// A field that is asked for under a name that it had once.
  static func renamedField(_ former: String, to name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "renamed-field",
      Wording(
        en: "the field '\(former)' is called '\(name)' now",
        th: "ฟิลด์ '\(former)' เปลี่ยนชื่อเป็น '\(name)' แล้ว"),
      at: span.place,
      hint: Wording(
        en: "write '\(name)': a later version knows only that",
        th: "เปลี่ยนเป็น '\(name)' เพราะรุ่นต่อไปจะรู้จักเพียงชื่อนี้"))
  }

  static func tooManyArguments(_ what: String, limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .error, "wrong-arguments",
      Wording(
        en: "too many arguments for \(what), which takes \(limit)",
        th: "อาร์กิวเมนต์ของ \(what) มากเกินไป รับได้ \(limit) ตัว"), at: span.place,
      hint: Wording(
        en: "take out what is too many",
        th: "ลบอาร์กิวเมนต์ที่เกินออก"))
  }

  static func unknownArgument(
    _ name: String, of what: String, among names: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, "wrong-arguments",
      Wording(en: "\(what) has no parameter '\(name)'", th: "\(what) ไม่มีพารามิเตอร์ '\(name)'"),
      at: span.place, hint: didYouMean(name, among: names) ?? .arguments(names))
  }

  /// More arguments without a name than a shortcode looks at.
  static func surplusArguments(
    _ what: String, limit: Int, named names: [String], at span: SourceSpan
  ) -> Diagnostic {
    var diagnostic = tooManyArguments(what, limit: limit, at: span)
    diagnostic.hint = names.isEmpty ? nil : .argumentsByName(names)
    return diagnostic
  }

  static func missingArgument(
    _ name: String, of what: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, "wrong-arguments",
      Wording(en: "\(what) needs the argument '\(name)'", th: "\(what) ต้องมีอาร์กิวเมนต์ '\(name)'"),
      at: span.place,
      hint: Wording(
        en: "write it between the brackets: \(name)=…",
        th: "เขียนไว้ในวงเล็บ: \(name)=…"))
  }

  static func repeatedBlock(_ name: String, at span: SourceSpan) -> Diagnostic {
    syntax("block '\(name)' is there twice", "บล็อก '\(name)' ซ้ำกัน", at: span)
  }

  static func unknownBlock(
    _ name: String, among names: some Sequence<String>, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-block",
      Wording(en: "no parent has a block '\(name)'", th: "ไม่มีแม่แบบแม่ที่มีบล็อก '\(name)'"),
      at: span.place, hint: didYouMean(name, among: names))
  }

  static func templateCycle(
    _ names: [String], instead other: String? = nil, at span: SourceSpan
  ) -> Diagnostic {
    let way = names.joined(separator: " → ")
    return Diagnostic(
      .error, "template-cycle",
      Wording(en: "templates go round in a circle: \(way)", th: "แม่แบบวนเป็นวงกลม: \(way)"),
      at: span.place,
      hint: other.map {
        Wording(en: "did you mean '\($0)'?", th: "หมายถึง '\($0)' หรือไม่")
      })
  }

  static func callNotLiteral(at span: SourceSpan) -> Diagnostic {
    syntax(
      "arguments here are texts, numbers, true, false, none or lists of these",
      "อาร์กิวเมนต์ที่นี่เป็นได้เฉพาะข้อความ ตัวเลข true false none หรือรายการของสิ่งเหล่านี้", at: span)
  }
}

// MARK: - The way to a mistake

extension Wording {
  private static func place(_ span: SourceSpan) -> String {
    let (line, column) = span.position
    return "\(span.file.path):\(line):\(column)"
  }

  static func included(at span: SourceSpan) -> Wording {
    Wording(en: "included at \(place(span))", th: "ถูกรวมไว้ที่ \(place(span))")
  }

  static func imported(at span: SourceSpan) -> Wording {
    Wording(en: "imported at \(place(span))", th: "ถูกนำเข้าที่ \(place(span))")
  }

  static func used(at span: SourceSpan) -> Wording {
    Wording(en: "used at \(place(span))", th: "ถูกใช้ที่ \(place(span))")
  }

  static func called(at span: SourceSpan) -> Wording {
    Wording(en: "called at \(place(span))", th: "ถูกเรียกที่ \(place(span))")
  }
}

extension Wording {
  /// That arguments need their names.
  fileprivate static func argumentsByName(_ names: [String]) -> Wording {
    let list = names.map { "\($0)=…" }.joined(separator: ", ")
    return Wording(
      en: "write the others with their names: \(list)", th: "ตัวที่เหลือให้เขียนพร้อมชื่อ: \(list)")
  }
}
