import SaanText

// The wording of every mistake that shows while a template is rendered.

extension TemplateFault {
  static func type(_ en: String, _ th: String) -> TemplateFault {
    TemplateFault(Wording(en: en, th: th))
  }

  private static func limit(
    _ en: String, _ th: String, hint: Wording? = nil
  ) -> TemplateFault {
    TemplateFault(code: "template-limit", Wording(en: en, th: th), hint: hint)
  }

  private static func arguments(_ en: String, _ th: String, hint: Wording? = nil) -> TemplateFault {
    TemplateFault(code: "wrong-arguments", Wording(en: en, th: th), hint: hint)
  }

  // MARK: Undefined

  static func undefinedVariable(_ name: String, among names: [String]) -> TemplateFault {
    TemplateFault(
      code: "undefined-variable", Wording(en: "'\(name)' is undefined", th: "ไม่ได้กำหนด '\(name)'"),
      hint: didYouMean(name, among: names))
  }

  static func undefinedValue(_ name: String) -> TemplateFault {
    TemplateFault(
      code: "undefined-variable", Wording(en: "'\(name)' is undefined", th: "ไม่ได้กำหนด '\(name)'"))
  }

  static var undefinedLocal: TemplateFault {
    TemplateFault(
      code: "undefined-variable",
      Wording(en: "this was not given a value", th: "ยังไม่ได้กำหนดค่านี้"))
  }

  static func undefinedMember(_ name: String, of object: Value) -> TemplateFault {
    let names: [String]
    switch object {
    case .map(let map): names = map.keys.compactMap(\.text)
    case .object(let object): names = object.type.fields.map(\.name)
    case .runtime(let reference) where reference.kind == .loop:
      names = ObjectType.loop.fields.map(\.name)
    default: names = []
    }
    let kind = object.kindName
    return TemplateFault(
      code: "unknown-field",
      Wording(en: "\(kind) has no field '\(name)'", th: "\(kind) ไม่มีฟิลด์ '\(name)'"),
      hint: didYouMean(name, among: names))
  }

  static func undefinedElement(_ index: Value, of object: Value) -> TemplateFault {
    let (kind, text) = (object.kindName, index.representation)
    return TemplateFault(
      code: "unknown-field",
      Wording(en: "\(kind) has no element \(text)", th: "\(kind) ไม่มีสมาชิก \(text)"))
  }

  static var noResult: TemplateFault {
    TemplateFault(
      code: "undefined-variable",
      Wording(en: "there is no such element or field", th: "ไม่มีสมาชิกหรือฟิลด์นี้"))
  }

  // MARK: Names

  static func unknownFilter(_ name: String, among names: some Sequence<String>) -> TemplateFault {
    TemplateFault(
      code: "unknown-filter", Wording(en: "unknown filter '\(name)'", th: "ไม่รู้จักตัวกรอง '\(name)'"),
      hint: didYouMean(name, among: names))
  }

  static func unknownTest(_ name: String, among names: some Sequence<String>) -> TemplateFault {
    TemplateFault(
      code: "unknown-test", Wording(en: "unknown test '\(name)'", th: "ไม่รู้จักการทดสอบ '\(name)'"),
      hint: didYouMean(name, among: names))
  }

  static func unknownMethod(_ name: String, of kind: String, among names: [String]) -> TemplateFault
  {
    TemplateFault(
      code: "unknown-function",
      Wording(en: "\(kind) has no method '\(name)'", th: "\(kind) ไม่มีเมท็อด '\(name)'"),
      hint: didYouMean(name, among: names))
  }

  static func notImplemented(_ name: String) -> TemplateFault {
    TemplateFault(
      code: "unknown-function",
      Wording(
        en: "'\(name)' is declared, but this program gives no implementation",
        th: "ประกาศ '\(name)' ไว้ แต่โปรแกรมนี้ไม่ได้เขียนการทำงาน"))
  }

  static func missingTemplate(
    _ name: String, among names: some Sequence<String>, renamed: [String: String] = [:]
  ) -> TemplateFault {
    TemplateFault(
      code: "missing-template",
      Wording(en: "there is no template '\(name)'", th: "ไม่มีแม่แบบ '\(name)'"),
      hint: renamed[name].map {
        Wording(en: "it is called '\($0)' now", th: "เปลี่ยนชื่อเป็น '\($0)' แล้ว")
      } ?? didYouMean(name, among: names))
  }

  static func missingImport(_ name: String, _ template: String, among names: [String])
    -> TemplateFault
  {
    TemplateFault(
      code: "unknown-function",
      Wording(en: "\(template) does not define '\(name)'", th: "\(template) ไม่ได้นิยาม '\(name)'"),
      hint: didYouMean(name, among: names))
  }

  static func unknownBlock(_ name: String) -> TemplateFault {
    TemplateFault(
      code: "unknown-block", Wording(en: "there is no block '\(name)'", th: "ไม่มีบล็อก '\(name)'"))
  }

  static var noSuperBlock: TemplateFault {
    TemplateFault(
      code: "unknown-block",
      Wording(en: "no parent template has this block", th: "ไม่มีแม่แบบแม่ที่มีบล็อกนี้"))
  }

  // MARK: Arguments

  static func tooManyArguments(limit: Int) -> TemplateFault {
    arguments(
      "too many arguments: it takes \(limit)", "อาร์กิวเมนต์มากเกินไป: รับได้ \(limit) ตัว")
  }

  static func argumentTwice(_ name: String) -> TemplateFault {
    arguments("argument '\(name)' is given twice", "ให้อาร์กิวเมนต์ '\(name)' ซ้ำกัน")
  }

  static func unknownArgument(_ name: String, among names: [String]) -> TemplateFault {
    arguments(
      "there is no parameter '\(name)'", "ไม่มีพารามิเตอร์ '\(name)'",
      hint: didYouMean(name, among: names) ?? .arguments(names))
  }

  static func missingArgument(_ name: String) -> TemplateFault {
    arguments("argument '\(name)' is missing", "ขาดอาร์กิวเมนต์ '\(name)'")
  }

  static func noCaller(_ name: String) -> TemplateFault {
    arguments("macro '\(name)' does not use 'caller'", "แมโคร '\(name)' ไม่ได้ใช้ 'caller'")
  }

  static func argumentKind(_ name: String, _ expected: String, _ value: Value) -> TemplateFault {
    arguments(
      "argument '\(name)' must be \(expected), not \(value.kindName)",
      "อาร์กิวเมนต์ '\(name)' ต้องเป็น \(expected) ไม่ใช่ \(value.kindName)")
  }

  static func argumentValue(_ name: String, _ expected: String) -> TemplateFault {
    arguments(
      "argument '\(name)' must be \(expected)", "อาร์กิวเมนต์ '\(name)' ต้องเป็น \(expected)")
  }

  // MARK: Kinds

  static func inputKind(_ expected: String, _ value: Value) -> TemplateFault {
    type(
      "it needs \(expected), not \(value.kindName)", "ต้องเป็น \(expected) ไม่ใช่ \(value.kindName)")
  }

  static func notIterable(_ value: Value) -> TemplateFault {
    type("\(value.kindName) cannot be gone through", "วนรอบ \(value.kindName) ไม่ได้")
  }

  static func notCallable(_ value: Value) -> TemplateFault {
    type("\(value.kindName) cannot be called", "เรียก \(value.kindName) ไม่ได้")
  }

  static func notPrintable(_ kind: String) -> TemplateFault {
    type("\(kind) has no text of its own", "\(kind) ไม่มีข้อความของตัวเอง")
  }

  static func notMap(_ value: Value) -> TemplateFault { inputKind("a map", value) }

  static func notNamespace(_ value: Value) -> TemplateFault {
    type(
      "only a namespace() has fields that can be set, not \(value.kindName)",
      "กำหนดฟิลด์ได้เฉพาะ namespace() ไม่ใช่ \(value.kindName)")
  }

  static func operandKind(_ operation: String, _ value: Value) -> TemplateFault {
    type(
      "'\(operation)' does not work on \(value.kindName)",
      "ใช้ '\(operation)' กับ \(value.kindName) ไม่ได้")
  }

  static func operandKinds(_ operation: String, _ left: Value, _ right: Value) -> TemplateFault {
    type(
      "'\(operation)' does not work between \(left.kindName) and \(right.kindName)",
      "ใช้ '\(operation)' ระหว่าง \(left.kindName) กับ \(right.kindName) ไม่ได้")
  }

  static func notOrdered(_ left: Value, _ right: Value) -> TemplateFault {
    type(
      "\(left.kindName) and \(right.kindName) have no order",
      "เรียงลำดับระหว่าง \(left.kindName) กับ \(right.kindName) ไม่ได้")
  }

  static func indexKind(_ index: Value, of object: Value) -> TemplateFault {
    type(
      "\(object.kindName) has no elements by \(index.kindName)",
      "\(object.kindName) ไม่มีสมาชิกตาม \(index.kindName)")
  }

  static func keyKind(_ value: Value) -> TemplateFault {
    type("\(value.kindName) cannot be a key", "ใช้ \(value.kindName) เป็นคีย์ไม่ได้")
  }

  static func unpackCount(_ found: Int, expected: Int) -> TemplateFault {
    type("\(expected) names for \(found) elements", "มี \(expected) ชื่อสำหรับ \(found) สมาชิก")
  }

  static var loopNotRecursive: TemplateFault {
    type(
      "only a 'for … recursive' that is running can be called, with one list",
      "เรียกได้เฉพาะ 'for … recursive' ที่กำลังทำงาน โดยส่งรายการเดียว")
  }

  static var overflow: TemplateFault {
    type("the result does not fit into 64 bits", "ผลลัพธ์เกิน 64 บิต")
  }

  static var divisionByZero: TemplateFault { type("division by zero", "หารด้วยศูนย์") }

  static var zeroStep: TemplateFault {
    type("a slice cannot go in steps of zero", "ช่วงก้าวทีละศูนย์ไม่ได้")
  }

  static func invalidCode(_ reason: Int) -> TemplateFault {
    switch reason {
    case 1:
      TemplateFault(
        code: "unknown-block",
        Wording(en: "a required block was not given", th: "ไม่ได้ให้บล็อกที่บังคับ"))
    case 2:
      type("this can only be called", "ใช้ได้เฉพาะการเรียก")
    case 3:
      TemplateFault(
        code: "missing-template", Wording(en: "there is no such template", th: "ไม่มีแม่แบบนี้"))
    default:
      TemplateFault(
        code: "template-syntax",
        Wording(en: "this part of the template is not valid", th: "ส่วนนี้ของแม่แบบไม่ถูกต้อง"))
    }
  }

  // MARK: Limits

  static func tooDeep(limit: Int) -> TemplateFault {
    self.limit(
      "templates, macros or lists are nested more than \(limit) deep",
      "แม่แบบ แมโคร หรือรายการซ้อนกันลึกเกิน \(limit) ชั้น",
      hint: Wording(
        en: "what includes or calls itself needs a condition under which it ends",
        th: "สิ่งที่ include หรือเรียกตัวเองต้องมีเงื่อนไขที่ทำให้จบ"))
  }

  static func tooManyTurns(limit: Int) -> TemplateFault {
    self.limit(
      "loops, macros and blocks run more than \(limit) times",
      "วนรอบและเรียกแมโครหรือบล็อกเกิน \(limit) ครั้ง")
  }

  static func tooManyElements(limit: Int) -> TemplateFault {
    self.limit("more than \(limit) elements", "เกิน \(limit) สมาชิก")
  }

  static func tooLongText(limit: Int) -> TemplateFault {
    self.limit("a text grows over \(limit) bytes", "ข้อความยาวเกิน \(limit) ไบต์")
  }

  static func tooMuchOutput(limit: Int) -> TemplateFault {
    self.limit("the page grows over \(limit) bytes", "หน้าใหญ่เกิน \(limit) ไบต์")
  }
}

extension Wording {
  /// What may be given; nil for nothing.
  static func arguments(_ names: [String]) -> Wording? {
    let list = names.joined(separator: ", ")
    return names.isEmpty
      ? nil : Wording(en: "its arguments are \(list)", th: "อาร์กิวเมนต์ที่ใช้ได้คือ \(list)")
  }
}
