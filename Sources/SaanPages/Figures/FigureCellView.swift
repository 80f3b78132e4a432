import SaanCharts
import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// An indicator in one area: every value from every source, and what they add up to.
///
/// Where sources disagree a page must not hide it: values that are not shown are here as well, and
/// the one that is shown says why it is the one.
struct FigureCellView: Sendable {
  let reader: Reader
  let figure: Figure

  private var figures: FigureReader { reader.figures }
  private var areaCode: String { figures.areas.all[figure.area].code }

  private func view(_ observation: Observation) -> FigureView {
    FigureView(reader: reader, observation: observation, isPicked: false)
  }

  /// The values, newest first; those without a date come last.
  private var values: [FigureView] {
    let dated = figure.values.enumerated().sorted { left, right in
      guard let a = left.element.date, let b = right.element.date, a != b else {
        let isDated = (left.element.date != nil, right.element.date != nil)
        return isDated.0 == isDated.1 ? left.offset < right.offset : isDated.0
      }
      return a > b
    }
    return dated.map { view($0.element) }
  }

  /// Whether a source gives a number or there is a sum.
  var hasValue: Bool { figure.shown?.value != nil || figure.rollup != nil }

  /// Why the shown value is the one that is shown.
  private var reason: String {
    guard let shown = figure.shown else { return "none" }
    if shown.rank == .preferred { return "preferred" }
    let others = figure.values.filter { $0.rank != .deprecated }
    if figures.isTied(shown) { return "tied" }
    return others.count > 1 ? "newest" : "only"
  }

  private var area: Value {
    reader.areaValue(ofFigures: figure.area)
  }

  /// The values of smaller areas that were not added up, and why.
  var unadded: [Value] {
    figure.unadded.map { part in
      Value(
        UnaddedPartRecord(
          figure: Value(view(figures.observation(part.observation))), reason: part.reason.rawValue,
          time: part.time))
    }
  }

  /// How many of the values in a sum are named.
  private static let listedParts = 100

  /// What the values of smaller areas or the rows of a register make.
  var rollup: Value {
    guard let rollup = figure.rollup else { return .none }
    let indicator = figures.indicators[figure.indicator]
    let prose = Prose(reader.language, bindsNumbers: false)
    let noun = (rollup.unit ?? indicator.unit)?[reader.tag].noun
    func text(_ number: ExactNumber, _ bound: Bound = .exact) -> String {
      prose.amount(indicator.shown(number, bound, isComputed: true), noun)
    }
    let amount = prose.hedged(
      text(rollup.value, rollup.told), rollup.bound, of: rollup.extent)
    var register: String?
    var registerURL: String?
    if case .register(let name) = rollup.origin {
      register = figures.title(ofTable: name, in: reader.tag)
      registerURL = reader.page(ofTable: name)
    }
    return Value(
      RollupRecord(
        text: rollup.isProvisional ? prose.provisional(amount) : amount,
        ownName: rollup.name?[reader.tag],
        origin: rollup.origin.word,
        register: register, registerURL: registerURL, count: rollup.count,
        reported: rollup.reported,
        expected: rollup.expected, coverage: coverage(of: rollup, prose),
        areaClass: rollup.unitClass?.rawValue,
        isComplete: rollup.isComplete, isAtLeast: rollup.isAtLeast, oldest: rollup.oldest,
        newest: rollup.newest,
        newestBasis: rollup.newest.map { _ in
          (rollup.basis == .published ? Observation.AsOfBasis.publicationDate : .stated).rawValue
        }, published: rollup.published.map { Value(view($0)) } ?? .none,
        difference: difference(of: rollup).map {
          $0.isZero ? text($0) : ($0.isNegative ? "" : "+") + text($0)
        }, completeness: rollup.completeness,
        rows: rollup.allRows.map { prose.rows(rollup.count, of: $0) },
        window: rollup.window(in: reader.language),
        parts: rollup.parts.prefix(Self.listedParts).map { Value(view(figures.observation($0))) },
        sources: reader.sources(of: rollup)))
  }

  /// How many of the areas inside a sum has values of, all of them too.
  private func coverage(of rollup: Rollup, _ prose: Prose) -> String? {
    guard let unitClass = rollup.unitClass, rollup.completeness == nil else { return nil }
    return prose.coverage(
      rollup.reported, partly: rollup.partly, of: rollup.expected,
      prose.noun(unitClass, inBangkok: areaCode == "10"),
      only: rollup.reported < rollup.expected
        ? rollup.only.map { reader.places.names[reader.languageID][$0] } : nil)
  }

  /// How far a sum is from the published value, where both are exact; one in which areas, rows or
  /// values are missing says nothing of that yet.
  private func difference(of rollup: Rollup) -> ExactNumber? {
    rollup.hasExactDifference && rollup.isWhole ? rollup.difference : nil
  }

  /// The values as dots over their dates; nothing when there is only one.
  ///
  /// The indicator's page has a table of its own, with pages and quotes that a chart's table has no
  /// place for.
  private var drawing: Value {
    guard var chart = chart("chart-" + slugOfCode(areaCode)) else { return .none }
    chart.labelsDots = true
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
    let slug = figures.indicators[figure.indicator].slug
    guard var chart = chart("chart-" + slug) else { return .none }
    chart.text.source = sourceLine
    var bytes: [UInt8] = []
    // One drawing is enough: several stand beside each other where there is room.
    chart.write(into: &bytes, widths: [.narrow])
    return .html(HTML(trusted: String(decoding: bytes, as: UTF8.self)))
  }

  /// The sources of the values with the way to where they are told in full.
  private var sourceLine: HTML {
    var seen = Set<SourceID>()
    let titles = figure.values.filter { seen.insert($0.source).inserted }
      .map { figures.sources[$0.source].title[reader.tag] }.joined(separator: "; ")
    let words = (reader.borrowed.markup(titles) ?? HTML(escaping: titles)).markup
    let link = reader.url(ofIndicator: figure.indicator, figure.area).map {
      "<a href=\"\(HTML(escaping: $0).markup)\">\(words)</a>"
    }
    return HTML(trusted: "\(reader.language.words[.source]): \(link ?? words)")
  }

  private func chart(_ id: String) -> Chart? {
    let drawn = figure.values.filter { $0.value != nil && $0.rank != .deprecated }
    guard drawn.count > 1 else { return nil }
    let indicator = figures.indicators[figure.indicator]
    let units = ChartUnits(reader: reader)
    let isAlike = Set(drawn.map(units.word)).count == 1
    let points = drawn.map { value in
      ChartPoint(
        date: value.date, ChartValue(value.value),
        source: figures.sources[value.source].title[reader.tag]
      ).with {
        $0.bound = value.bound
        $0.rounded = value.value.map { indicator.shown($0, value.bound) }
        $0.dateBasis = value.dateBasis
        $0.unit = isAlike ? nil : units.unit(of: value)
        $0.name = value.name?[reader.tag]
        $0.isProvisional = value.isProvisional
        $0.isPreferred = value.row == figure.shown?.row
      }
    }
    var drawing = Chart(
      id: id, kind: .dotPlot,
      data: ChartData(points: points, unit: isAlike ? units.unit(of: drawn[0]) : .none),
      text: ChartText(
        title: indicator.name[reader.tag],
        itemHeading: reader.phrase(.columnAsOf)), language: reader.language)
    drawing.borrowed = reader.borrowed
    return drawing
  }
}

extension FigureCellView: TemplateObject {
  static let table = ObjectTable<FigureCellView>(
    "figure of an area",
    [
      .init("area", .record(AreaLinkRecord.self), "the area") { $0.area },
      .init("anchor", .string, "the id of the part of the page that is about the area") {
        .string(anchor(ofArea: $0.areaCode))
      },
      .init("shown", .object(FigureView.self), "the value that is shown") { cell in
        cell.figure.shown.map { Value(cell.view($0)) } ?? .none
      },
      .init("reason", .string, "why it is shown: preferred, newest, tied, only; or none") {
        .string($0.reason)
      },
      .init("values", .list(of: .object(FigureView.self)), "every value, the newest first") {
        .list($0.values.map { Value($0) })
      },
      .init("disputed", .bool, "whether sources disagree") { .bool($0.figure.disagreement != nil) },
      .init(
        "reconciliation", .record(ReconciliationRecord.self),
        "why sources disagree, where somebody has said so"
      ) { cell in cell.figure.shown.map { cell.view($0).reconciliation } ?? .none },
      .init("chart", .html, "the values over their dates; none when there is only one") {
        $0.drawing
      },
      .init(
        "rollup", .record(RollupRecord.self), "what smaller areas or a register add up to"
      ) { $0.rollup },
      .init(
        "unadded", .list(of: .record(UnaddedPartRecord.self)),
        "the values of smaller areas that were not added up, and why"
      ) { .list($0.unadded) },
    ])
}
