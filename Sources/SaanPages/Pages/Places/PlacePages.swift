import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension PageKind {
  static let places = PageKind(
    outputs: [.places, .placeTables, .placeRecords], fields: placeFields,
    ownTemplates: [
      "province.html": Wording(en: "provinces", th: "จังหวัด"),
      "region.html": Wording(en: "regions", th: "ภาค"),
      FigureMapPage.template: Wording(en: "maps of figures", th: "แผนที่ของตัวเลข"),
    ])
}

extension OutputFormat {
  fileprivate static let places: OutputFormat = OutputFormat(
    name: "places",
    summary:
      "The lists of provinces and regions, a page for the country, each region and province and each district that data has, and one for each figure that ten provinces or all regions of a division report; each kind where the theme has its template.",
    plan: { planner in
      let areas = planner.placesWithPages
      return areas.isEmpty
        ? []
        : planner.languages.ids.flatMap { planner.placePages(areas, language: $0) }
          + planner.figureMaps
    })

  fileprivate static let placeTables: OutputFormat = OutputFormat(
    name: "places/data.csv", summary: "What is known of a place, and of its districts, as CSV.",
    plan: { $0.placeFiles(.csv) })

  fileprivate static let placeRecords: OutputFormat = OutputFormat(
    name: "places/data.json", summary: "What is known of a place, and of its districts, as JSON.",
    plan: { $0.placeFiles(.json) })
}

extension AreaClass {
  /// The template of an area's page.
  fileprivate var template: String { rawValue + ".html" }
}

extension AreaTable {
  /// The path of a file with what is known of an area; districts are in their province's.
  func filePath(of area: Area, _ ending: String) -> String? {
    let owner = area.areaClass == .district ? parent(of: area) : area
    return owner.flatMap { pagePlace(of: $0) }.map { "/\($0)data.\(ending)" }
  }
}

extension Planner {
  fileprivate func placePages(_ areas: [Area], language: LanguageID) -> [Job] {
    var jobs = [
      page("provinces/", ProvincesPage(), language: language, template: "provinces.html")
    ]
    if hasTemplate("regions.html") {
      jobs.append(page("regions/", RegionsPage(), language: language, template: "regions.html"))
    }
    return jobs
      + areas.compactMap { area in
        site.areas.pagePlace(of: area).map { place in
          page(
            place, AreaPage(place: area, feedPlace: place), language: language,
            template: area.areaClass.template)
        }
      }
  }

  /// The areas that have pages: all provinces, and what else the theme has templates for; none on a
  /// site without provinces.
  fileprivate var placesWithPages: [Area] {
    guard !site.areas.all(.province).isEmpty else { return [] }
    let classes = Set(
      [AreaClass.country, .region, .district].filter { hasTemplate($0.template) } + [.province])
    return site.areas.described.filter { area in
      guard classes.contains(area.areaClass) else { return false }
      return area.areaClass != .district || site.figures.profiles.knows(area.id)
    }
  }

  fileprivate func placeFiles(_ form: ValueFileForm) -> [Job] {
    placesWithPages.compactMap { area in
      guard area.areaClass != .district, AreaFile.hasRows(site.figures, area.id),
        let path = site.areas.filePath(of: area, form.rawValue)
      else { return nil }
      return job(path, PlaceFile(place: area, form: form))
    }
  }
}

/// The country, a region, a province or a district.
private struct AreaPage: Subject {
  let place: Area
  let feedPlace: String?

  var kind: String { place.areaClass.rawValue }

  func source(in site: Site) -> Place? { site.place(of: place) }

  func title(of page: PageView) -> TitledText? { (page.area?.title ?? "", page.reader.tag) }
  func lead(of page: PageView) -> TitledText? { page.area.map { ($0.lead, page.reader.tag) } }
  func parents(of page: PageView) -> [Value]? {
    switch place.areaClass {
    case .country: return []
    case .region:
      let hasList = page.reader.publishes(page.reader.path("regions/", page.reader.language))
      return hasList
        ? [page.link(.regionsTitle, to: "regions/")]
        : [page.link(.provincesTitle, to: "provinces/")]
    default:
      let above = page.area?.ancestors.filter { $0.areaClass != .country }.reversed() ?? []
      return [page.link(.provincesTitle, to: "provinces/")] + above.compactMap(page.link)
    }
  }

  var area: Area? { place }
  var showsValues: Bool { true }

  var foundAs: SearchKind? { .place }
  func searchTitle(of page: PageView) -> String { place.name[page.reader.tag] }
  func searchOrder(of page: PageView) -> Int? {
    [AreaClass.country, .region, .province].firstIndex(of: place.areaClass) ?? 3
  }
  func otherNames(of page: PageView) -> [String] {
    let above = page.area?.ancestors.filter { $0.areaClass == .province } ?? []
    let names = page.reader.languages.map { place.name[$0.tag] } + [page.area?.title ?? ""]
    let all = names.filter { $0 != place.name[page.reader.tag] } + place.otherNames
    // Names in Latin letters are written in one word as well: Buriram.
    let joined = (names + [place.name[page.reader.tag]]).filter { $0.utf8.first ?? 0 < 0x80 }
      .map { $0.filter { $0 != " " && $0 != "-" } }
    var seen = Set<String>()
    return (all + joined + above.map { $0.name[page.reader.tag] } + namesOfParts(page))
      .filter { seen.insert($0).inserted }
  }
  func searchNote(of page: PageView) -> String? {
    let noun = Prose(page.reader.language).noun(
      place.areaClass, inBangkok: place.isInBangkok,
      ofDivision: page.area?.schemeName != nil)
    let around = place.areaClass == .district ? page.area?.parent?.name[page.reader.tag] : nil
    return [noun.one, around].compactMap { $0 }.joined(separator: " · ")
  }
  func searchTexts(of page: PageView) -> [String] { [] }
  /// What is known of it, and where there is more: who asks for the funds of Nan finds Nan, whether
  /// there are any or not.
  func sharedTexts(of page: PageView) -> [String] {
    let reader = page.reader
    let registers = reader.registers.map { reader.register($0).title[reader.tag] }
    return (page.area?.statedTexts ?? []) + (place.areaClass == .province ? registers : [])
  }
  /// The districts of a province, most of which have no page of their own.
  private func namesOfParts(_ page: PageView) -> [String] {
    guard place.areaClass == .province else { return [] }
    let tags = page.reader.languages.map(\.tag)
    return AreaView(reader: page.reader, area: place).members(.district).flatMap { district in
      [district.fullName] + tags.map { district.area.name[$0] }
    }
  }
  func searchProvinces(of page: PageView) -> [String] {
    [page.reader.province(around: place)].compactMap { $0 }
  }
}

extension PageView {
  /// The place that the page is about.
  var area: AreaView? {
    subject.area.map { AreaView(reader: reader, area: reader.areas.all[$0.id]) }
  }

  /// A link to the page of a place, where it has one.
  fileprivate func link(to area: Area) -> Value? {
    guard let place = reader.areas.pagePlace(of: area),
      reader.publishes(reader.path(place, reader.language))
    else { return nil }
    let name = area.name.spoken(for: reader.tag)
    return Value(LinkRecord(title: name.text, language: name.language, url: reader.url(of: area)))
  }
}

/// The list of provinces.
private struct ProvincesPage: Subject {
  var kind: String { "provinces" }
  func source(in site: Site) -> Place? { site.place(ofTable: "areas") }
  func title(of page: PageView) -> TitledText? { page.phrase(.provincesTitle) }
}

/// The list of regions.
private struct RegionsPage: Subject {
  var kind: String { "regions" }
  func source(in site: Site) -> Place? { site.place(ofTable: "areas") }
  func title(of page: PageView) -> TitledText? { page.phrase(.regionsTitle) }
  func lead(of page: PageView) -> TitledText? { page.phrase(.regionsSummary) }
}

extension Site {
  /// Where an area's page gets its name from.
  func place(of area: Area) -> Place {
    figures.package["areas"]?.rows.first { $0.string("code") == area.code }?.place("slug")
      ?? place(ofTable: "areas")
  }
}

private let placeFields: [PageField] = [
  .init("area", .object(AreaView.self), "the place of a place's page") { page in
    page.area.map { Value($0) } ?? .none
  },
  .init("province", .object(AreaView.self), "the province of a province's page") { page in
    page.area.flatMap { $0.area.areaClass == .province ? Value($0) : nil } ?? .none
  },
  .init(
    "compared_indicators", .list(of: .object(IndicatorView.self)),
    "the figures that have a page among the provinces, on their list and on these pages"
  ) { page in
    guard page.subject is ProvincesPage || page.subject is FigureMapPage else { return [] }
    let all = page.reader.figures.indicators.ids.filter { page.reader.url(ofMapOf: $0) != nil }
    return .list(all.map { Value(IndicatorView(reader: page.reader, index: $0)) })
  },
  .init(
    "region_tiles", .list(of: .record(RegionTileRecord.self)),
    "the provinces with the figure of their regions, on the page of a figure that these report"
  ) { page in .list((page.subject as? FigureMapPage)?.regionTiles(page) ?? []) },
  .init("mentions", .list(of: .object(PageView.self)), "the pages that name the place") { page in
    guard let area = page.area else { return [] }
    let entries = page.reader.mentions(of: area.area.id)
    return .list(entries.map { Value(page.beside($0)) })
  },
]
