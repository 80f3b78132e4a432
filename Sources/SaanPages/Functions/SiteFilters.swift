import SaanData
import SaanMarkdown
import SaanModel
import SaanTemplate
import SaanText

/// The filters that templates may use beside Jinja's own; what they do is in `SiteFilters`.
package let siteFilters: [Filter] = [
  Filter(
    "date", [Parameter("style", "long"), Parameter("until", .none)],
    summary:
      "A date in the reader's language and era; styles: full, long, medium, short, month_year, year, era_year, iso. `until` is the last day of several.",
    result: .type(.string),
    examples: [
      .init("{{ '2022-10-26' | date }}", "26 ตุลาคม 2565"),
      .init("{{ '2022-10-26' | date('iso') }}", "2022-10-26"),
      .init("{{ '2022-10-26' | date(until='2022-10-28') }}", "26–28 ตุลาคม 2565"),
    ]),
  Filter(
    "number", [Parameter("digits", .none)],
    summary:
      "A number with its thousands grouped; digits fixes how many follow the point. Without it, what a division leaves (more than six) is rounded to two, or to two that count.",
    result: .type(.string),
    examples: [
      .init("{{ 5915 | number }}", "5,915"), .init("{{ 2.5 | number(digits=2) }}", "2.50"),
      .init("{{ (1 / 3) | number }}", "0.33"), .init("{{ (1 / 300) | number }}", "0.0033"),
    ]),
  Filter(
    "money", summary: "An amount of baht: in full below a million, in millions from there on.",
    result: .type(.string), examples: [.init("{{ 2500000 | money }}", "2.5 ล้านบาท")]),
  Filter(
    "percent", [Parameter("digits", .none)],
    summary:
      "A ratio as a percentage; digits fixes how many follow the point, without it one at most, or the first that counts.",
    result: .type(.string),
    examples: [
      .init("{{ 0.985 | percent }}", "98.5%"), .init("{{ (1 / 2) | percent }}", "50%"),
      .init("{{ (1 / 3) | percent(digits=2) }}", "33.33%"),
      .init("{{ 0.0004 | percent }}", "0.04%"),
    ]),
  Filter(
    "url", summary: "The href of a path of the site in the reader's language.",
    result: .type(.string), examples: [.init("{{ '/news/' | url }}", "/th/news/")]),
  Filter(
    "absolute_url",
    summary:
      "The absolute URL of an href or of a path of the site; the href itself while the site has no base_url.",
    result: .type(.string),
    examples: [
      .init("{{ '/news/' | url | absolute_url }}", "https://example.org/th/news/")
    ]),
  Filter(
    "asset", summary: "The fingerprinted href of a file in the theme's assets.",
    result: .type(.string), examples: [.init("{{ 'css/site.css' | asset }}", assetExample)]),
  Filter(
    "t", summary: "A phrase of the theme in the reader's language.", result: .type(.string),
    examples: [.init("{{ 'read_more' | t }}", "อ่านต่อ")]),
  Filter(
    "markdown", summary: "Markdown turned into HTML.", result: .type(.html),
    examples: [.init("{{ 'a *b*' | markdown | trim }}", "<p>a <em>b</em></p>")]),
  Filter(
    "marked", [Parameter("lang", .none)],
    summary:
      "A text of the data for the content of an element: what is in another language than the reader's stands in `<span lang>`. `lang` is the language around it, where that is another.",
    result: .type(.oneOf([.string, .html])),
    examples: [.init("{{ 'กองทุน' | marked }}", "กองทุน")]),
  Filter(
    "truncate_th", [Parameter("length", 160)],
    summary: "The beginning of a text, cut between words or clusters, never inside a Thai letter.",
    result: .type(.string),
    examples: [.init("{{ 'กองทุน สวัสดิการ ชุมชน' | truncate_th(8) }}", "กองทุน…")]),
  Filter(
    "sort_th", [Parameter("attribute", .none)],
    summary: "A list in the order of the reader's language, by the text or by an attribute.",
    result: .sameAsInput,
    examples: [.init("{{ ['แพร่', 'น่าน'] | sort_th | join(' ') }}", "น่าน แพร่")]),
]

/// The published name of an empty style sheet, as the examples show it.
let assetExample = "/assets/css/site.99aa06d301.css"

/// What the site's filters do, for one language.
///
/// The rows above are known without a site, to the manual and to the check of templates. These
/// bodies are bound to a reader, so that what a template asks of the site is noted for its page.
struct SiteFilters: Sendable {
  let reader: Reader

  var bodies: [String: Filter.Body] {
    [
      "date": { (value, arguments, _) throws(TemplateFault) in try date(value, arguments) },
      "number": { (value, arguments, _) throws(TemplateFault) in
        let digits = try arguments.optionalInteger(0, "digits")
        let number = try number(value)
        return .string(
          digits.map { number.text(.fixed(min(max(0, $0), 18))) } ?? number.readable.text(.grouped))
      },
      "money": { (value, _, _) throws(TemplateFault) in
        .string(try number(value).readable.moneyText(in: reader.language))
      },
      "percent": { (value, arguments, _) throws(TemplateFault) in try percent(value, arguments) },
      "url": { (value, _, _) throws(TemplateFault) in
        .string(reader.href(written: try text(value)))
      },
      "absolute_url": { (value, _, _) throws(TemplateFault) in .string(try absolute(value)) },
      "asset": { (value, _, _) throws(TemplateFault) in
        .string(try reader.assetHref(try text(value)))
      },
      "t": { (value, _, _) throws(TemplateFault) in .string(try phrase(try text(value))) },
      "markdown": { (value, _, _) throws(TemplateFault) in
        let html = renderMarkdown(Array(try text(value).utf8), rawHTML: false, isPlain: false).value
        return .html(HTML(trusted: String(decoding: html, as: UTF8.self)))
      },
      "marked": { (value, arguments, _) throws(TemplateFault) in
        try marked(value, arguments.optionalText(0, "lang"))
      },
      "truncate_th": { (value, arguments, _) throws(TemplateFault) in
        .string(truncated(try text(value), to: max(0, try arguments.integer(0, "length"))))
      },
      "sort_th": { (value, arguments, _) throws(TemplateFault) in try sorted(value, arguments) },
    ]
  }

  private func text(_ value: Value) throws(TemplateFault) -> String {
    guard let text = value.text else { throw .wrongKind("text", "ข้อความ", value) }
    return text
  }

  private func marked(_ value: Value, _ around: String?) -> Value {
    guard case .string(let text) = value else { return value }
    let reader = around.map { self.reader.reading(Language.Tag($0)) } ?? self.reader
    return reader.borrowed.markup(text).map { .html($0) } ?? value
  }

  private func number(_ value: Value) throws(TemplateFault) -> ExactNumber {
    guard let number = value.exactNumber else {
      throw reader.numberFault(value) ?? .wrongKind("a number", "ตัวเลข", value)
    }
    return number
  }

  private func date(_ value: Value, _ arguments: Arguments) throws(TemplateFault) -> Value {
    let name = try arguments.text(0, "style")
    guard let style = DateStyle(rawValue: name) else {
      throw .unknown(
        Wording(en: "date style", th: "รูปแบบวันที่"), name, among: DateStyle.allCases.map(\.rawValue))
    }
    let first = try date(value)
    guard !arguments[1].isNone, let days = CalendarPeriod(first, try date(arguments[1])) else {
      return .string(first.text(style, in: reader.language))
    }
    return .string(days.text(style, in: reader.language))
  }

  private func date(_ value: Value) throws(TemplateFault) -> CalendarDate {
    guard let date = value.date else {
      throw reader.dateFault(value) ?? .wrongKind("a date", "วันที่", value)
    }
    return date
  }

  private func percent(_ value: Value, _ arguments: Arguments) throws(TemplateFault) -> Value {
    guard let percent = try number(value).timesPowerOfTen(2) else {
      throw .wrongKind("a ratio", "อัตราส่วน", value)
    }
    if let digits = try arguments.optionalInteger(0, "digits") {
      return .string(percent.text(.fixed(min(max(0, digits), 18))) + "%")
    }
    return .string(percent.rounded(atLeast: 1, significant: 1).trimmed.text(.grouped) + "%")
  }

  private func absolute(_ value: Value) throws(TemplateFault) -> String {
    let href = try text(value)
    guard href.hasPrefix("/"), !href.hasPrefix("//") else { return href }
    return (reader.baseURL?.origin ?? "") + href
  }

  private func phrase(_ key: String) throws(TemplateFault) -> String {
    let book = reader.phrasebook()
    guard let text = book?.text(key, count: nil, arguments: [:], values: nil) else {
      throw .unknown(Wording(en: "phrase", th: "วลี"), key, among: (book?.phrases ?? [:]).keys)
    }
    return text
  }

  private func sorted(_ value: Value, _ arguments: Arguments) throws(TemplateFault) -> Value {
    guard case .list(let values) = value else { throw .wrongKind("a list", "รายการ", value) }
    let attribute = try arguments.optionalText(0, "attribute")
    return .list(
      values.sorted(in: reader.language) { element in
        (attribute.map { element.member($0) } ?? element)?.text ?? ""
      })
  }
}

extension ExactNumber {
  /// The number as people write it: decimals that only a division leaves are rounded away.
  ///
  /// Up to six decimals are somebody's data and stay.
  fileprivate var readable: ExactNumber {
    trimmed.scale <= 6 ? self : rounded(atLeast: 2, significant: 2).trimmed
  }

  /// The number with so many decimals, or more where the digits that count begin later.
  fileprivate func rounded(atLeast decimals: Int, significant: Int) -> ExactNumber {
    let first = scale - String(mantissa.magnitude).utf8.count + 1
    return isZero ? self : rounded(toScale: max(decimals, first + significant - 1))
  }
}

extension Value {
  /// A field of an object or a map.
  fileprivate func member(_ name: String) -> Value? {
    switch self {
    case .object(let object): object[name]
    case .map(let map): map[name]
    default: nil
    }
  }
}

extension TemplateFault {
  fileprivate static func wrongKind(_ english: String, _ thai: String, _ value: Value)
    -> TemplateFault
  {
    TemplateFault(
      code: "template-type",
      Wording(
        en: "this takes \(english), not \(value.kindName)",
        th: "ต้องเป็น\(thai) ไม่ใช่ \(value.kindName)"))
  }
}
