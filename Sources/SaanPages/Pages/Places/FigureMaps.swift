import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension Planner {
  /// A page for each figure that enough places report: its map and ranking, beside the list of
  /// provinces.
  var figureMaps: [Job] {
    guard hasTemplate(FigureMapPage.template) else { return [] }
    let compared = site.figures.indicators.ids.filter { site.figures.comparedAreas(of: $0) != nil }
    return compared.flatMap { index in
      pages(
        site.figures.indicators[index].mapPlace, FigureMapPage(index: index),
        template: FigureMapPage.template, origin: site.figures.place(ofIndicator: index))
    }
  }
}

/// The map and ranking of a figure.
struct FigureMapPage: Subject {
  static let template = "provinces-figure.html"

  let index: IndicatorID

  var kind: String { "provinces_figure" }
  var indicator: IndicatorID? { index }

  func source(in site: Site) -> Place? { site.place(ofTable: "indicators") }
  func title(of page: PageView) -> TitledText? {
    let name = page.reader.figures.indicators[index].name[page.reader.tag]
    let isOfProvinces = page.reader.figures.comparedAreas(of: index) == "provinces"
    let phrase: Phrase = isOfProvinces ? .figureByProvince : .figureByRegion
    return (page.reader.phrase(phrase, ["name": name]), page.reader.tag)
  }
  func lead(of page: PageView) -> TitledText? {
    page.reader.figures.indicators[index].summary.map(page.resolved)
  }
  func parents(of page: PageView) -> [Value]? { [page.link(.provincesTitle, to: "provinces/")] }
  var showsValues: Bool { true }

  var foundAs: SearchKind? { .figure }
  func searchOrder(of page: PageView) -> Int? {
    page.reader.figures.indicators.count + index.position
  }
  func searchNote(of page: PageView) -> String? { page.reader.phrase(.provincesTitle) }

  /// The provinces on a map of regions, each with the value of its own; none where provinces
  /// themselves are compared, or where the regions have no order.
  func regionTiles(_ page: PageView) -> [Value] {
    let reader = page.reader
    let scheme = reader.figures.comparedAreas(of: index)
    let regions = reader.areas.all(.region).filter { $0.scheme != nil && $0.scheme == scheme }
    let shades = MapShades(regions.map { reader.figures.value(index, $0.id, like: nil) })
    guard let shades else { return [] }
    let id = reader.figures.indicators[index].id
    var tiles: [AreaID: Value] = [:]
    for (position, region) in regions.enumerated() {
      let text = reader.figure(id, area: region.code)?.text
      let view = AreaView(reader: reader, area: region)
      let inferred = Set(view.inferredMembers.map(\.area.id))
      for province in view.members(.province) where tiles[province.area.id] == nil {
        tiles[province.area.id] = Value(
          RegionTileRecord(
            name: province.area.name[reader.tag], province: Value(province), region: Value(view),
            text: text, number: shades.numbers[position], shade: shades.shades[position],
            isInferred: inferred.contains(province.area.id)))
      }
    }
    return reader.places.provinces[reader.languageID].map { id in
      tiles[id]
        ?? Value(
          RegionTileRecord(
            name: reader.areas.all[id].name[reader.tag],
            province: Value(AreaView(reader: reader, area: reader.areas.all[id])), region: .none,
            text: nil, number: nil, shade: nil, isInferred: false))
    }
  }
}

/// The quarters of values that can all be held against each other.
private struct MapShades {
  /// From 1 for the smallest quarter to 4; equal values have the same.
  let shades: [Int]
  let numbers: [ExactNumber]

  init?(_ values: [AreaValue?]) {
    let known = values.compactMap { $0 }
    guard !known.isEmpty, known.count == values.count else { return nil }
    for (position, value) in known.enumerated() {
      for other in known[..<position] where !value.isComparable(with: other) { return nil }
    }
    numbers = known.map(\.number)
    let steps = Set(numbers).sorted()
    shades = known.map { value in
      1 + (steps.firstIndex(of: value.number) ?? 0) * 4 / steps.count
    }
  }
}

/// A province on a map of regions, with the value of its own.
struct RegionTileRecord: TemplateRecord {
  let name: String
  let province: Value
  let region: Value
  let text: String?
  let number: ExactNumber?
  let shade: Int?
  let isInferred: Bool

  static let table = ObjectTable<RegionTileRecord>(
    "tile of a region",
    [
      .init("name", .string, "the name of the province") { .string($0.name) },
      .init("province", .object(AreaView.self), "the province") { $0.province },
      .init("region", .object(AreaView.self), "the region that it lies in, or none") { $0.region },
      .init("text", .string, "the region's number and unit, or none") { Value($0.text) },
      .init("number", .number, "the region's number alone, or none") {
        $0.number.map { .double($0.double) } ?? .none
      },
      .init("shade", .number, "the quarter of the number, from 1 for the smallest to 4, or none") {
        Value($0.shade)
      },
      .init("inferred", .bool, "whether other figures let one infer that it lies there") {
        .bool($0.isInferred)
      },
    ])
}
