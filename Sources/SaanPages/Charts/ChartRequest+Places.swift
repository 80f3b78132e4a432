import SaanCharts
import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// Where the areas of a map lie.
extension ChartRequest {
  /// Places the areas, and says which of them are not on the map.
  func addPlaces(to data: inout ChartData) throws(TemplateFault) -> String? {
    let names = ChartAreas(reader: reader)
    let areas = try names.positions(
      arguments.texts("areas") ?? ["provinces"], within: arguments.text("within"))
    let outlines = reader.outlines
    if kind.subject == .outlines {
      guard let outlines else {
        throw .badChart(
          "an outline map needs the outlines of the areas", "แผนที่เส้นขอบต้องมีเส้นขอบของพื้นที่",
          hint: Wording(
            en: "they are the file \(outlinesPath)", th: "เส้นขอบอยู่ในไฟล์ \(outlinesPath)"))
      }
      data.outlineBox = OutlineBox(width: outlines.width, height: outlines.height)
    }
    data.places = areas.compactMap { place($0, names, outlines) }
      .sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    listByRegion(&data)
    guard !data.places.isEmpty else {
      throw .badChart(
        "these areas have no place on the map", "พื้นที่เหล่านี้ไม่มีตำแหน่งบนแผนที่",
        hint: Wording(
          en: "give them tile_col and tile_row in the areas table",
          th: "ใส่ tile_col และ tile_row ในตาราง areas"))
    }
    moveToCorner(&data)
    data.items = data.items == .none ? words.unit(names.kind(of: areas)) : data.items
    data.breaks = try arguments.numbers("breaks") ?? []
    if let classes = try arguments.integer("classes") {
      guard (2...ChartData.classLimit).contains(classes) else {
        throw .chartArgument(
          "classes", "from 2 to \(ChartData.classLimit)", "ตั้งแต่ 2 ถึง \(ChartData.classLimit)")
      }
      data.classes = classes
    }
    guard data.breaks.count < ChartData.classLimit else {
      throw .chartArgument(
        "breaks", "at most \(ChartData.classLimit - 1) numbers",
        "ตัวเลขไม่เกิน \(ChartData.classLimit - 1) ตัว")
    }
    return noteOfOthers(than: data, among: areas)
  }

  /// Which areas have no place on the map; how many have one, where there are many of them.
  private func noteOfOthers(than data: ChartData, among areas: [AreaID]) -> String? {
    let names = ChartAreas(reader: reader)
    let placed = Set(data.places.map(\.key))
    let others = areas.filter { !placed.contains(names.code($0)) }.map { names.name($0) }
    guard others.count > 8 else {
      return others.isEmpty
        ? nil : words.text(.offTheMap, ["areas": Prose(reader.language).list(others)])
    }
    let all = words.unit(names.kind(of: areas)).text(ExactNumber(areas.count), in: reader.language)
    return words.text(.shownOf, ["shown": String(placed.count), "all": all])
  }

  /// Refuses to hold areas against each other by what is an organisation's own.
  func refuseOwn(
    _ indicators: [IndicatorID], over areas: [AreaID]
  ) throws(TemplateFault) {
    let figures = reader.figures
    guard areas.count > 1 else { return }
    for indicator in indicators.map({ figures.indicators[$0] }) {
      guard case .organisation(let id) = indicator.scope.kind else { continue }
      let owner = figures.organisations.first { $0.id == id }?.name[reader.tag] ?? id
      throw .badChart(
        "the figure '\(indicator.id)' is \(owner)'s own, so it says nothing of one area beside another",
        "ตัวเลข '\(indicator.id)' เป็นของ\(owner)เท่านั้น จึงใช้เทียบพื้นที่หนึ่งกับอีกพื้นที่หนึ่งไม่ได้",
        hint: Wording(
          en:
            "state it with {{ figure(\"\(indicator.id)\", area=\"…\") }}, or name one area; if every area can have it, take the organisation out of 'scope' of the indicator",
          th:
            "บอกค่าด้วย {{ figure(\"\(indicator.id)\", area=\"…\") }} หรือระบุพื้นที่เดียว ถ้าทุกพื้นที่มีค่านี้ได้ ให้เอาองค์กรออกจาก scope ของตัวชี้วัด"
        ))
    }
  }

  /// Refuses a whole beside its own part, which would be counted twice in what they make together.
  func refuseWholes(_ indicators: [IndicatorID]) throws(TemplateFault) {
    let figures = reader.figures
    for whole in indicators {
      let parts = figures.parts.filter { $0.whole.indicator == whole }
        .flatMap { $0.parts.map(\.indicator) }
      let isPart = { (other: IndicatorID) in
        other != whole && (parts.contains(other) || figures.indicators[other].atMost == whole)
      }
      guard let part = indicators.first(where: isPart) else { continue }
      let (own, other) = (figures.indicators[part].id, figures.indicators[whole].id)
      throw .badChart(
        "the figure '\(own)' is a part of '\(other)', so both make no whole together",
        "ตัวเลข '\(own)' เป็นส่วนหนึ่งของ '\(other)' จึงนำมารวมกันไม่ได้",
        hint: Wording(
          en: "take '\(other)' out of the list; total=\"\(other)\" shows it beside its parts",
          th: "เอา '\(other)' ออกจากรายการ ถ้าอยากแสดงผลรวมให้เขียน total=\"\(other)\""))
    }
  }

  private var words: LanguageWords { reader.language.words }

  private func place(_ id: AreaID, _ names: ChartAreas, _ outlines: Outlines?) -> ChartPlace? {
    guard let area = reader.areas[names.code(id)] else { return nil }
    let isTiles = kind.subject == .tiles
    let outline = isTiles ? "" : outlines?.paths[area.code] ?? ""
    guard isTiles ? area.tile != nil : !outline.isEmpty else { return nil }
    var place = ChartPlace(
      key: area.code, name: names.name(id), abbreviation: area.abbreviation?[reader.tag] ?? "",
      column: area.tile?.column ?? 0, row: area.tile?.row ?? 0, outline: outline,
      href: names.href(id))
    place.group = group(of: area)
    return place
  }

  /// Lists the places that have values in the order of their regions, and of their names in each.
  private func listByRegion(_ data: inout ChartData) {
    let regions = reader.areas.regions.map(\.slug)
    let groups = Dictionary(
      data.places.map { ($0.key, $0.group.flatMap { regions.firstIndex(of: $0.id) } ?? 0) },
      uniquingKeysWith: { first, _ in first })
    for index in data.series.indices {
      data.series[index].points = data.series[index].points.sorted(in: reader.language) {
        $0.label.text
      }
      .enumerated().sorted { left, right in
        let (a, b) = (groups[left.element.key] ?? 0, groups[right.element.key] ?? 0)
        return (a, left.offset) < (b, right.offset)
      }.map(\.element)
    }
  }

  /// Provinces are listed under their regions, where there are several.
  private func group(of area: Area) -> ChartGroup? {
    guard area.areaClass == .province, !arguments.has("within"),
      let region = reader.areas.parent(of: area), region.areaClass == .region
    else { return nil }
    return ChartGroup(id: region.slug, name: region.name[reader.tag])
  }

  /// A part of the country begins at its own corner of the grid.
  private func moveToCorner(_ data: inout ChartData) {
    let column = data.places.map(\.column).min() ?? 0
    let row = data.places.map(\.row).min() ?? 0
    for index in data.places.indices {
      data.places[index].column -= column
      data.places[index].row -= row
    }
  }
}
