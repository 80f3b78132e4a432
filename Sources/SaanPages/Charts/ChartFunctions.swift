import SaanCharts
import SaanTemplate
import SaanText

/// The function that draws a chart; what it does is in `ChartRequest`.
let chartFunction = TemplateFunction(
  "chart", [Parameter("kind", .none)] + shared + forCharts,
  summary: """
    A chart with its source and a table: \(kinds.dropLast().joined(separator: ", ")) or \
    \(kinds.last ?? ""). Its numbers are a figure's, a table's, or written in the call.
    """,
  result: .html,
  examples: [
    .init(
      "{{ chart('bar', rows=[['ก', 3], ['ข', 5]], title='กองทุน') | striptags | truncate(9) }}",
      "กองทุน...")
  ], isPure: true)

/// The kinds that it draws.
private let kinds = ChartKind.allCases.filter { !$0.showsPlaces }.map(\.name)

/// The function that draws a map of the areas.
let mapFunction = TemplateFunction(
  "map", [Parameter("kind", .none)] + shared + forMaps,
  summary: """
    A map of the provinces with its source and a table: tile or outline. Every province is a link; \
    its numbers come from the same places as those of a chart.
    """,
  result: .html, isPure: true)

/// What both functions can be asked.
private let shared: [Parameter] = [
  "figure", "figures", "source", "areas", "within", "dataset", "column", "by", "aggregate", "where",
  "rows", "columns", "data", "body", "labels", "title", "caption", "unit", "highlight", "table",
  "id",
].map { Parameter($0, .none) }

private let forCharts: [Parameter] = [
  "area", "sort", "limit", "target", "total", "compact", "fitted",
].map { Parameter($0, .none) }

private let forMaps: [Parameter] = ["classes", "breaks"].map { Parameter($0, .none) }

/// What `chart` and `map` do, for one language.
struct ChartFunctions: Sendable {
  let reader: Reader

  /// Draws what a call of `chart` asks for.
  func chart(_ arguments: Arguments) throws(TemplateFault) -> Value {
    try draw(ChartArguments(arguments, of: chartFunction), isMap: false)
  }

  /// Draws what a call of `map` asks for.
  func map(_ arguments: Arguments) throws(TemplateFault) -> Value {
    try draw(ChartArguments(arguments, of: mapFunction), isMap: true)
  }

  private func draw(_ arguments: ChartArguments, isMap: Bool) throws(TemplateFault) -> Value {
    let request = try ChartRequest(
      arguments, isMap: isMap, reader: reader)
    var bytes: [UInt8] = []
    try request.chart().write(into: &bytes)
    return .html(HTML(trusted: String(decoding: bytes, as: UTF8.self)))
  }
}
