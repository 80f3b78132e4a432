import SaanCharts
import SaanData
import SaanFiles
import SaanModel
import SaanTemplate
import SaanText

/// The functions that templates may call beside Jinja's own; what they do is in `SiteFunctions`.
package let siteFunctions: [TemplateFunction] = [
  TemplateFunction(
    "t", [Parameter("key"), Parameter("count", .none), Parameter("lang", .none)], takesMore: true,
    summary: "A phrase of the theme in the reader's language, with its {placeholders} filled in.",
    result: .string,
    examples: [
      .init("{{ t('read_more') }}", "อ่านต่อ"), .init("{{ t('pages', count=3) }}", "3 หน้า"),
      .init("{{ t('read_more', lang='en') }}", "Read more"),
    ], isPure: true),
  TemplateFunction(
    "url", [Parameter("path")],
    summary: "The href of a path of the site in the reader's language.",
    result: .string, examples: [.init("{{ url('/news/') }}", "/th/news/")],
    isPure: true),
  TemplateFunction(
    "published", [Parameter("path")],
    summary: "Whether the site publishes a path, in the reader's language or in none.",
    result: .bool,
    examples: [.init("{% if published('/data/') %}{{ url('/data/') }}{% endif %}", "")],
    isPure: true),
  TemplateFunction(
    "asset", [Parameter("name")],
    summary: "The fingerprinted href of a file in the theme's assets.",
    result: .string, examples: [.init("{{ asset('css/site.css') }}", assetExample)],
    isPure: true),
  TemplateFunction(
    "asset_size", [Parameter("name")],
    summary: "Width and height of a picture in the theme's assets, in pixels; none if unknown.",
    result: .record(AssetSizeRecord.self),
    examples: [.init("{{ asset_size('css/site.css') is none }}", "True")], isPure: true),
  TemplateFunction(
    "figure", [Parameter("id"), Parameter("area", .none), Parameter("source", .none)],
    summary: "The value of an indicator that is shown for an area, the country by default.",
    result: .object(FigureView.self),
    examples: [.init("{{ figure('members').text }}", "5,915 คน")]),
  TemplateFunction(
    "figures", [Parameter("topic"), Parameter("area", .none)],
    summary: "The figures of a topic, each with the value that is shown.",
    result: .list(of: .object(FigureView.self)),
    examples: [
      .init("{{ figures('people') | map(attribute='name') | join }}", "สมาชิก")
    ]),
  TemplateFunction(
    "collection", [Parameter("name"), Parameter("limit", .none), Parameter("upcoming", false)],
    summary:
      "The pages of a collection in its order; with upcoming, those from today on, soonest first.",
    result: .list(of: .object(PageView.self)),
    examples: [
      .init("{{ collection('news', limit=1) | map(attribute='title') | join }}", "ข่าวใหม่")
    ]),
  TemplateFunction(
    "data", [Parameter("name")], summary: "The rows of a table of content/data, by its name.",
    examples: [.init("{{ data('contacts') | map(attribute='name') | join }}", "สำนักงาน")]),
  TemplateFunction(
    "fitted",
    [
      Parameter("text"), Parameter("width"),
      Parameter("sizes", .list([.int(64), .int(56), .int(48)])),
      Parameter("lines", 3), Parameter("bold", true),
    ],
    summary:
      "A text in lines that fit a width in pixels, for drawings: the largest of the sizes that makes few enough lines; what is too much for the smallest is cut with …",
    result: .record(FittedTextRecord.self),
    examples: [
      .init(
        "{{ fitted('สภาองค์กรชุมชน', width=200, sizes=[40]).lines | join('|') }}", "สภาองค์กร|ชุมชน")
    ], isPure: true),
  chartFunction, mapFunction, pictureFunction,
]

/// What the site's functions do, for one language.
///
/// As with `SiteFilters`, a row says what a call takes and gives, and the body here is bound to a
/// reader. What does not exist is a fault that names what does, since a call is written by hand.
struct SiteFunctions: Sendable {
  let reader: Reader

  private var charts: ChartFunctions { ChartFunctions(reader: reader) }

  var bodies: [String: TemplateFunction.Body] {
    [
      "t": { (arguments, _) throws(TemplateFault) in try phrase(arguments) },
      "url": { (arguments, _) throws(TemplateFault) in
        .string(reader.href(written: try arguments.text(0, "path")))
      },
      "published": { (arguments, _) throws(TemplateFault) in
        .bool(reader.publishes(written: try arguments.text(0, "path")))
      },
      "asset": { (arguments, _) throws(TemplateFault) in
        .string(try reader.assetHref(try arguments.text(0, "name")))
      },
      "asset_size": { (arguments, _) throws(TemplateFault) in
        try assetSize(try arguments.text(0, "name"))
      },
      "fitted": { (arguments, _) throws(TemplateFault) in try fitted(arguments) },
      "figure": { (arguments, _) throws(TemplateFault) in try figure(arguments) },
      "figures": { (arguments, _) throws(TemplateFault) in try figures(arguments) },
      "collection": { (arguments, _) throws(TemplateFault) in try collection(arguments) },
      "data": { (arguments, _) throws(TemplateFault) in try data(arguments) },
      "picture": { (arguments, _) throws(TemplateFault) in try picture(arguments) },
      "chart": { (arguments, _) throws(TemplateFault) in try charts.chart(arguments) },
      "map": { (arguments, _) throws(TemplateFault) in try charts.map(arguments) },
    ]
  }

  private func phrase(_ arguments: Arguments) throws(TemplateFault) -> Value {
    let key = try arguments.text(0, "key")
    let tag =
      try arguments.optionalText(2, "lang").map { Language.Tag($0) }
      ?? reader.tag
    let count = try arguments.optionalInteger(1, "count")
    var names = Dictionary(
      arguments.moreNamed.map { ($0.0, $0.1.phraseText) }, uniquingKeysWith: { $1 })
    if let count { names["count"] = ExactNumber(count).text(.grouped) }
    let book = reader.phrasebook(tag)
    let values = reader.languages.first { $0.tag == tag }?.words.valueInText
    guard let text = book?.text(key, count: count, arguments: names, values: values) else {
      throw .unknown(
        Wording(en: "phrase", th: "วลี"), key, among: (book?.phrases ?? [:]).keys)
    }
    // A call that fills nothing leaves the names to a script.
    if !names.isEmpty, let unfilled = book?.unfilled(key, count: count, by: names) {
      throw .unfilledPhrase(key, unfilled)
    }
    return .string(text)
  }

  private func assetSize(_ name: String) throws(TemplateFault) -> Value {
    guard let size = try reader.asset(name).asset.imageSize else { return .none }
    return Value(AssetSizeRecord(width: size.width, height: size.height))
  }

  private func fitted(_ arguments: Arguments) throws(TemplateFault) -> Value {
    let text = try arguments.text(0, "text")
    let width = try arguments.optionalInteger(1, "width") ?? 0
    guard case .list(let values) = arguments[2] else {
      throw TemplateFault(
        Wording(en: "argument 'sizes' must be a list", th: "อาร์กิวเมนต์ 'sizes' ต้องเป็นรายการ"))
    }
    let sizes = values.compactMap { value -> Int? in
      guard case .int(let size) = value else { return nil }
      return size
    }
    let limit = try arguments.optionalInteger(3, "lines") ?? 3
    let fitted = FittedText(
      text, width: Double(width), sizes: sizes, limit: max(1, limit), isBold: arguments[4].isTrue)
    return Value(FittedTextRecord(fitted: fitted))
  }

  private func figure(_ arguments: Arguments) throws(TemplateFault) -> Value {
    let id = try arguments.text(0, "id")
    let area = try arguments.optionalText(1, "area")
    let source = try arguments.optionalText(2, "source")
    guard
      let figure = reader.figure(id, area: area, source: source)
        ?? reader.figureOfLater(id, area: area)
    else {
      throw missing(id, area: area ?? "TH", source: source)
    }
    reader.note(StatedFigure(id: id, area: area, source: source))
    return Value(figure)
  }

  /// Why there is no such value: the name that is unknown, or the places that have one.
  private func missing(_ id: String, area: String, source: String?) -> TemplateFault {
    let figures = reader.figures
    guard let indicator = figures.indicator(id) else {
      return .unknown(
        Wording(en: "figure", th: "ตัวเลข"), id, among: figures.indicators.map(\.id))
    }
    if let source, figures.source(source) == nil {
      return .unknown(
        Wording(en: "source", th: "แหล่งข้อมูล"), source, among: figures.sources.map(\.id))
    }
    let known = figures.areas(of: indicator).prefix(12).map { figures.areas.all[$0].code }
    return .noFigureValue(id, of: area, source: source, known: known)
  }

  private func figures(_ arguments: Arguments) throws(TemplateFault) -> Value {
    let topic = try arguments.text(0, "topic")
    let area = try arguments.optionalText(1, "area")
    let table = reader.figures
    let shown = table.indicators(topic: topic).flatMap { index -> [FigureView] in
      let codes = area.map { [$0] } ?? table.areas(of: index).map { table.areas.all[$0].code }
      // Where the country has a value, those of its regions belong to the indicator's own page.
      let areas = area == nil && (codes.contains("TH") || codes.isEmpty) ? ["TH"] : codes
      // Areas that sources name without a number are told of on their own pages.
      return areas.compactMap {
        reader.figure(table.indicators[index].id, area: $0)
      }.filter { $0.value != nil }
    }
    return .list(shown.map { Value($0) })
  }

  private func data(_ arguments: Arguments) throws(TemplateFault) -> Value {
    let name = try arguments.text(0, "name")
    if let table = reader.table(name) { return Value(table.whole, language: reader.tag) }
    guard let notes = reader.notes(name) else {
      throw .unknown(
        Wording(en: "data table", th: "ตารางข้อมูล"), name, among: reader.dataNames)
    }
    return Value(yaml: notes)
  }

  private func collection(_ arguments: Arguments) throws(TemplateFault) -> Value {
    let name = try arguments.text(0, "name")
    let all = reader.settings.collections
    guard let collection = all.first(where: { $0.name == name }) else {
      throw .unknown(Wording(en: "collection", th: "คอลเลกชัน"), name, among: all.map(\.name))
    }
    var pages = CollectionView(reader: reader, collection: collection).pages
    if arguments[2].isTrue {
      pages = pages.compactMap { page in page.nextTime.map { ($0.iso, page) } }
        .sorted { ($0.0, $0.1.path) < ($1.0, $1.1.path) }.map(\.1)
    }
    let limit = try arguments.optionalInteger(1, "limit") ?? pages.count
    return .list(pages.prefix(max(0, limit)).map { Value($0) })
  }
}

extension Value {
  /// The value inside a phrase.
  fileprivate var phraseText: String {
    switch self {
    case .int(let number): ExactNumber(number).text(.grouped)
    default: text ?? ""
    }
  }
}

extension Reader {
  /// The href of a path of the site as a template writes it; whole URLs stay as they are.
  ///
  /// A path that is published in no language, such as a file's, is that file's.
  func href(written path: String) -> String {
    guard path.hasPrefix("/"), !path.hasPrefix("//") else { return path }
    let end = path.firstIndex { $0 == "#" || $0 == "?" } ?? path.endIndex
    return href(self.path(meantBy: String(path[..<end]))) + path[end...]
  }

  /// Whether a path of the site as a template writes it is published in the reader's language, or
  /// outside all of them.
  func publishes(written path: String) -> Bool {
    let end = path.firstIndex { $0 == "#" || $0 == "?" } ?? path.endIndex
    return publishes(self.path(meantBy: String(path[..<end])))
  }

  /// A file in the theme's assets, and its site path.
  func asset(_ name: String) throws(TemplateFault) -> (asset: Asset, path: String) {
    guard let found = themeAsset(name) else {
      throw .unknown(Wording(en: "asset", th: "ไฟล์ประกอบ"), name, among: themeAssetNames)
    }
    return found
  }

  /// The href of a file in the theme's assets.
  func assetHref(_ name: String) throws(TemplateFault) -> String { href(try asset(name).path) }
}

extension TemplateFault {
  /// A figure that has no value for an area, or none of a source there.
  fileprivate static func noFigureValue(
    _ id: String, of area: String, source: String?, known: [String]
  ) -> TemplateFault {
    let (en, th) = source.map { (" by the source '\($0)'", " จากแหล่งข้อมูล '\($0)'") } ?? ("", "")
    let areas = known.joined(separator: ", ")
    return TemplateFault(
      code: "no-figure-value",
      Wording(
        en: "the figure '\(id)' has no value for the area '\(area)'\(en)",
        th: "ตัวเลข '\(id)' ไม่มีค่าสำหรับพื้นที่ '\(area)'\(th)"),
      hint: known.isEmpty
        ? Wording(
          en: "it has no values yet: add a row to the table 'observations'",
          th: "ยังไม่มีค่าเลย ให้เพิ่มแถวในตาราง 'observations'")
        : Wording(en: "it has values for \(areas)", th: "ตัวเลขนี้มีค่าสำหรับ \(areas)"))
  }

  /// A phrase whose names in braces a call fills in part.
  static func unfilledPhrase(_ key: String, _ name: String) -> TemplateFault {
    TemplateFault(
      code: "phrase-arguments",
      Wording(
        en: "the phrase '\(key)' has {\(name)}, which this call does not fill",
        th: "วลี '\(key)' มี {\(name)} แต่การเรียกนี้ไม่ได้ให้ค่า"),
      hint: Wording(
        en: "write t(\"\(key)\", \(name)=…), or take the name out of the phrase",
        th: "เขียน t(\"\(key)\", \(name)=…) หรือลบชื่อนี้ออกจากวลี"))
  }
}

/// A text in lines, with the size of its letters.
private struct FittedTextRecord: TemplateRecord {
  let fitted: FittedText

  static let table = ObjectTable<FittedTextRecord>(
    "fitted text",
    [
      .init("lines", .list(of: .string)) { .list($0.fitted.lines.map { .string($0) }) },
      .init("size", .number) { .int($0.fitted.size) },
    ])
}

/// How large a picture is, in pixels.
private struct AssetSizeRecord: TemplateRecord {
  let width: Int
  let height: Int

  static let table = ObjectTable<AssetSizeRecord>(
    "size",
    [
      .init("width", .number) { .int($0.width) },
      .init("height", .number) { .int($0.height) },
    ])
}
