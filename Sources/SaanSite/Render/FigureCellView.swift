import SaanCharts
import SaanData
import SaanTemplate
import SaanText

/// An indicator in one area: every value from every source, and what they add up to.
struct FigureCellView: Sendable {
  let context: SiteContext
  let figure: Figure
  let language: Int

  private var figures: Statistics { context.site.figures }
  private var reader: Language { context.languages[language] }
  private var areaCode: String { figures.areas.all[figure.area].code }

  private func view(_ observation: Observation) -> FigureView {
    FigureView(context: context, observation: observation, isPicked: false, language: language)
  }

  /// The values, newest first; those without a date come last.
  private var values: [FigureView] {
    let dated = figure.values.enumerated().sorted { left, right in
      let (a, b) = (left.element.asOf?.iso ?? "", right.element.asOf?.iso ?? "")
      return (a, -left.offset) > (b, -right.offset)
    }
    return dated.map { view($0.element) }
  }

  /// Why the shown value is the one that is shown.
  private var reason: String {
    guard let shown = figure.shown else { return "none" }
    if shown.rank == .preferred { return "preferred" }
    let others = figure.values.filter { $0.rank != .deprecated }
    return others.count > 1 ? "newest" : "only"
  }

  private var area: Value {
    let area = context.site.areas[areaCode]
    return area.map { context.areaValue($0, language: language) } ?? .none
  }

  /// What the values of smaller areas or the rows of a register make.
  var rollup: Value {
    guard let rollup = figure.rollup else { return .none }
    let indicator = figures.indicators[figure.indicator]
    func text(_ number: ExactNumber) -> String {
      let shown = indicator.shown(number, isComputed: true)
      return [shown.text(.grouped), indicator.unit?[reader.tag].text(for: number)].compactMap { $0 }
        .joined(separator: " ")
    }
    var origin = "areas"
    var register: Value = .none
    if case .register(let name) = rollup.origin {
      origin = "register"
      let title = figures.package.descriptor.resource(name)?.title.text(in: reader.tag)?.text
      register = .string(title ?? name)
    }
    return RecordShape.rollup(
      .string(text(rollup.value)), .string(origin), register, .int(rollup.count),
      .int(rollup.reported), .int(rollup.expected), Value(rollup.unitClass?.rawValue),
      .bool(rollup.isComplete), .bool(rollup.isAtLeast), Value(date: rollup.oldest),
      Value(date: rollup.newest), rollup.published.map { Value(view($0)) } ?? .none,
      Value(
        difference(of: rollup).map {
          $0.isZero ? text($0) : ($0.isNegative ? "" : "+") + text($0)
        }), Value(rollup.completeness?.status.rawValue))
  }

  /// How far a sum is from the published value; a register that may lack rows is expected to be
  /// below it.
  private func difference(of rollup: Rollup) -> ExactNumber? {
    let isLacking = rollup.completeness != nil && !rollup.isWhole
    return rollup.difference.flatMap { isLacking && $0.isNegative ? nil : $0 }
  }

  /// The values as dots over their dates; nothing when there is only one.
  ///
  /// The indicator's page has a table of its own, with pages and quotes that a chart's table has no
  /// place for.
  private var drawing: Value {
    guard let chart = chart("chart-" + IndicatorView.slug(areaCode)) else { return .none }
    var bytes = Array("<div class=\"chart chart-dot-plot\">\n".utf8)
    for width in Chart.Width.allCases {
      bytes += Array("<div class=\"chart-at-\(width.rawValue)\">".utf8)
      chart.write(svg: width, into: &bytes)
      bytes += Array("</div>\n".utf8)
    }
    bytes += Array("</div>".utf8)
    return .html(HTML(trusted: String(decoding: bytes, as: UTF8.self)))
  }

  /// The values as dots over their dates, with a table, for pages of more than one chart.
  var chartWithTable: Value {
    let slug = IndicatorView.slug(figures.indicators[figure.indicator].id)
    guard let chart = chart("chart-" + slug) else { return .none }
    var bytes: [UInt8] = []
    // One drawing is enough: several stand beside each other where there is room.
    chart.write(into: &bytes, widths: [.narrow])
    return .html(HTML(trusted: String(decoding: bytes, as: UTF8.self)))
  }

  private func chart(_ id: String) -> Chart? {
    let drawn = figure.values.filter { $0.value != nil && $0.rank != .deprecated }
    guard drawn.count > 1 else { return nil }
    let indicator = figures.indicators[figure.indicator]
    let points = drawn.map { value in
      ChartPoint(
        date: value.asOf, ChartValue(value.value),
        source: figures.sources[value.source].title[reader.tag]
      ).with {
        $0.isApproximate = value.isApproximate
        $0.isPreferred = value.row == figure.shown?.row
      }
    }
    let unit = indicator.unit.map { unit in
      ChartUnit.counted(one: unit[reader.tag].one, other: unit[reader.tag].other)
    }
    return Chart(
      id: id, kind: .dotPlot, data: ChartData(points: points, unit: unit ?? .none),
      text: ChartText(
        title: indicator.name[reader.tag],
        itemHeading: context.phrase(.columnAsOf, language: language),
        words: .of(reader)), language: reader)
  }
}

extension FigureCellView: TemplateObject {
  static let table = ObjectTable<FigureCellView>(
    "figure of an area",
    [
      .init("area", .record(RecordShape.area.type), "the area") { $0.area },
      .init("anchor", .string, "the id of the part of the page that is about the area") {
        .string(IndicatorView.anchor(ofArea: $0.areaCode))
      },
      .init("shown", .object(FigureView.self), "the value that is shown") { cell in
        cell.figure.shown.map { Value(cell.view($0)) } ?? .none
      },
      .init("reason", .string, "why it is shown: preferred, newest, only; or none") {
        .string($0.reason)
      },
      .init("values", .list(of: .object(FigureView.self)), "every value, the newest first") {
        .list($0.values.map { Value($0) })
      },
      .init("disputed", .bool, "whether sources disagree") { .bool($0.figure.disagreement != nil) },
      .init(
        "reconciliation", .record(RecordShape.reconciliation.type),
        "why sources disagree, where somebody has said so"
      ) { cell in cell.figure.shown.map { cell.view($0).reconciliation } ?? .none },
      .init("chart", .html, "the values over their dates; none when there is only one") {
        $0.drawing
      },
      .init(
        "rollup", .record(RecordShape.rollup.type), "what smaller areas or a register add up to"
      ) { $0.rollup },
    ])
}
