import SaanTemplate
import SaanText

/// The arguments of a call of `chart` or `map`, by their names.
struct ChartArguments: Sendable {
  private let values: [String: Value]

  init(_ arguments: Arguments, of function: TemplateFunction) {
    values = Dictionary(
      zip(function.signature.parameters.map(\.name), arguments.values), uniquingKeysWith: { $1 })
  }

  /// The value, unless it is `none`, or the empty text of a block.
  subscript(name: String) -> Value? {
    guard let value = values[name], !value.isNone else { return nil }
    if case .html(let html) = value, html.markup.utf8.allSatisfy({ $0 <= 0x20 }) { return nil }
    return value
  }

  /// Whether anything was given.
  func has(_ name: String) -> Bool { self[name] != nil }

  func text(_ name: String) throws(TemplateFault) -> String? {
    guard let value = self[name] else { return nil }
    guard let text = value.chartText else { throw .chartArgument(name, "text", "ข้อความ") }
    return text
  }

  func flag(_ name: String) throws(TemplateFault) -> Bool {
    guard let value = self[name] else { return false }
    guard case .bool(let flag) = value else {
      throw .chartArgument(name, "true or false", "true หรือ false")
    }
    return flag
  }

  func integer(_ name: String) throws(TemplateFault) -> Int? {
    guard let value = self[name] else { return nil }
    guard case .int(let number) = value, number > 0 else {
      throw .chartArgument(name, "a whole number above zero", "จำนวนเต็มที่มากกว่าศูนย์")
    }
    return number
  }

  /// One text or a list of texts.
  func texts(_ name: String) throws(TemplateFault) -> [String]? {
    guard let value = self[name] else { return nil }
    let texts = (value.listed ?? [value]).map(\.chartText)
    guard texts.allSatisfy({ $0 != nil }) else {
      throw .chartArgument(name, "text or a list of texts", "ข้อความหรือรายการข้อความ")
    }
    return texts.compactMap { $0 }
  }

  func numbers(_ name: String) throws(TemplateFault) -> [ExactNumber]? {
    guard let value = self[name] else { return nil }
    let numbers = (value.listed ?? [value]).map(\.exactNumber)
    guard numbers.allSatisfy({ $0 != nil }) else {
      throw .chartArgument(name, "a list of numbers", "รายการตัวเลข")
    }
    return numbers.compactMap { $0 }
  }

  /// One of the words of a type.
  func choice<Word: RawRepresentable & CaseIterable>(
    _ name: String, of type: Word.Type
  ) throws(TemplateFault) -> Word? where Word.RawValue == String {
    guard let text = try text(name) else { return nil }
    guard let word = Word(rawValue: text) else {
      throw .unknownChartWord(name, text, among: type.allCases.map(\.rawValue))
    }
    return word
  }
}

extension Value {
  /// The elements of a list or tuple.
  var listed: [Value]? {
    switch self {
    case .list(let values), .tuple(let values): values
    default: nil
    }
  }

  /// Text, or a number as text: area codes look like numbers.
  var chartText: String? {
    switch self {
    case .int(let number): String(number)
    default: text
    }
  }
}

extension TemplateFault {
  /// An argument of the wrong kind.
  static func chartArgument(_ name: String, _ en: String, _ th: String) -> TemplateFault {
    TemplateFault(
      code: "bad-chart",
      Wording(en: "'\(name)' of a chart must be \(en)", th: "'\(name)' ของแผนภูมิต้องเป็น\(th)"))
  }

  /// An argument that is none of the words it may be.
  static func unknownChartWord(
    _ name: String, _ word: String, among known: [String]
  ) -> TemplateFault {
    let list = known.joined(separator: ", ")
    return TemplateFault(
      code: "bad-chart",
      Wording(
        en: "'\(name)' of a chart cannot be '\(word)'", th: "'\(name)' ของแผนภูมิเป็น '\(word)' ไม่ได้"),
      hint: didYouMean(word, among: known)
        ?? Wording(en: "it may be \(list)", th: "เป็นได้แก่ \(list)"))
  }

  /// A call that does not say what to draw.
  static func chartWithoutKind(_ known: [String], isMap: Bool) -> TemplateFault {
    let list = known.joined(separator: ", ")
    let example = "kind=\"\(known.first ?? "")\""
    return badChart(
      isMap ? "a map needs its kind" : "a chart needs its kind",
      isMap ? "แผนที่ต้องระบุชนิด" : "แผนภูมิต้องระบุชนิด",
      hint: Wording(
        en: "add \(example); there are \(list)", th: "เพิ่ม \(example) ชนิดที่มีคือ \(list)"))
  }

  /// Something else about a chart that cannot be drawn.
  ///
  /// - Parameter place: where it is written; a row without a path is one of the call's own table.
  static func badChart(
    _ en: String, _ th: String, hint: Wording? = nil, at place: Place? = nil
  ) -> TemplateFault {
    TemplateFault(code: "bad-chart", Wording(en: en, th: th), hint: hint, at: place)
  }
}
