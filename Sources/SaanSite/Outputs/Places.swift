import SaanData
import SaanText

extension OutputFormat {
  static let places: OutputFormat = OutputFormat(
    name: "places",
    summary:
      "The lists of provinces and regions, and a page for the country, each region and province and each district that data has; each kind where the theme has its template.",
    plan: { planner in
      let pages = planner.placesWithPages
      guard !planner.site.areas.all(.province).isEmpty else { return [] }
      return planner.languages.enumerated().flatMap { index, language in
        let lists = [
          planner.list("provinces", .provinces, language: index),
          planner.hasTemplate("regions.html")
            ? planner.list("regions", .regions, language: index) : nil,
        ].compactMap { $0 }
        return lists
          + pages.compactMap { area in
            planner.site.areas.pagePlace(of: area).map { place in
              planner.job(
                planner.routes.path(place, language), .area(area), .places, language: index,
                template: area.areaClass.template)
            }
          }
      }
    }, render: renderTemplate)

  static let placeTables: OutputFormat = OutputFormat(
    name: "places/data.csv", summary: "What is known of a place, and of its districts, as CSV.",
    plan: { $0.placeFiles("csv", .placeTables) },
    render: { job, session, bytes in
      guard case .areaFile(let area) = job.subject else { return [] }
      bytes += AreaFile(session.context, area).csv
      return []
    })

  static let placeRecords: OutputFormat = OutputFormat(
    name: "places/data.json", summary: "What is known of a place, and of its districts, as JSON.",
    plan: { $0.placeFiles("json", .placeRecords) },
    render: { job, session, bytes in
      guard case .areaFile(let area) = job.subject else { return [] }
      bytes += AreaFile(session.context, area).json
      return []
    })
}

extension Area.Class {
  /// The template of an area's page.
  fileprivate var template: String { rawValue + ".html" }
}

extension AreaTable {
  /// The path of a file with what is known of an area; districts are in their province's.
  func filePath(of area: Area, _ ending: String) -> String? {
    let owner = area.areaClass == .district ? area.parent.flatMap { self[$0] } : area
    return owner.flatMap { pagePlace(of: $0) }.map { "/\($0)data.\(ending)" }
  }
}

extension Planner {
  fileprivate func hasTemplate(_ name: String) -> Bool { site.theme.templateNames.contains(name) }

  fileprivate func list(_ name: String, _ subject: Job.Subject, language: Int) -> Job {
    job(
      routes.path(name + "/", languages[language]), subject, .places, language: language,
      template: name + ".html")
  }

  /// The areas that have pages: all provinces, and what else the theme has templates for.
  fileprivate var placesWithPages: [Area] {
    let classes = Set(
      [Area.Class.country, .region, .district].filter { hasTemplate($0.template) } + [.province])
    return site.areas.all.filter { area in
      guard classes.contains(area.areaClass) else { return false }
      return area.areaClass != .district || knows(area)
    }
  }

  private func knows(_ area: Area) -> Bool {
    site.figures.area(area.code).map { site.figures.profiles.knows($0) } ?? false
  }

  fileprivate func placeFiles(_ ending: String, _ format: OutputFormat) -> [Job] {
    placesWithPages.compactMap { area in
      guard area.areaClass != .district,
        site.figures.area(area.code).map({
          AreaFile.hasRows(site.figures, $0)
        }) == true, let path = site.areas.filePath(of: area, ending)
      else { return nil }
      return job(path, .areaFile(area), format)
    }
  }
}

/// What is known of an area and of the districts in it, as files: every published value, and what
/// was added up.
struct AreaFile {
  let context: SiteContext
  let area: Area

  init(_ context: SiteContext, _ area: Area) {
    self.context = context
    self.area = area
  }

  private var figures: Statistics { context.site.figures }

  /// The area itself, then its districts.
  private static func members(_ figures: Statistics, _ area: Int) -> [Int] {
    [area] + figures.areas.children[area].filter { figures.areas.all[$0].areaClass == .district }
  }

  static func hasRows(_ figures: Statistics, _ area: Int) -> Bool {
    members(figures, area).contains { !figures.profiles.rows[$0].isEmpty }
  }

  private static let columns = [
    "indicator", "indicator_name", "indicator_name@en", "area", "area_name", "area_name@en",
    "origin", "value", "unit", "unit@en", "as_of", "as_of_basis", "status", "rank", "is_shown",
    "at_least", "reported", "expected", "register", "register_status", "source", "source_title",
    "source_url",
    "date_published", "page", "quote",
  ]

  private var rows: [[String?]] {
    guard let index = figures.area(area.code) else { return [] }
    return Self.members(figures, index).flatMap { member in
      figures.profiles.rows[member].flatMap { row -> [[String?]] in
        let values = figures.values(row.indicator, member).map(cells)
        return values + (figures.rollup(row.indicator, member).map { [cells($0, row)] } ?? [])
      }
    }
  }

  private func names(_ indicator: Indicator, _ area: FigureArea) -> [String?] {
    [
      indicator.id, indicator.name[.thai], indicator.name[.english], area.code, area.name[.thai],
      area.name[.english],
    ]
  }

  private func cells(_ value: Observation) -> [String?] {
    let source = figures.sources[value.source]
    let unit = figures.unit(of: value)
    let isShown = figures.shown(value.indicator, value.area)?.row == value.row
    return names(figures.indicators[value.indicator], figures.areas.all[value.area]) + [
      "published", value.value?.plain, unit?[.thai].other, unit?[.english].other,
      value.asOf?.iso ?? value.period?.iso, value.asOfBasis.rawValue, value.status.letters,
      value.rank.rawValue, isShown ? "true" : "false", nil, nil, nil, nil, nil, source.id,
      source.title[context.languages[0].tag], source.url, source.datePublished?.iso, value.page,
      value.quote,
    ]
  }

  private func cells(_ sum: Rollup, _ row: ProfileRow) -> [String?] {
    let indicator = figures.indicators[row.indicator]
    var register: String?
    if case .register(let name) = sum.origin { register = name }
    return names(indicator, figures.areas.all[row.area]) + [
      "computed", sum.value.plain, indicator.unit?[.thai].other, indicator.unit?[.english].other,
      sum.newest?.iso, nil, nil, nil, row.value?.observation == nil ? "true" : "false",
      sum.isAtLeast ? "true" : "false", sum.expected > 0 ? String(sum.reported) : nil,
      sum.expected > 0 ? String(sum.expected) : nil, register,
      sum.completeness?.status.rawValue, nil, nil, nil, nil, nil, nil,
    ]
  }

  var csv: [UInt8] {
    var bytes: [UInt8] = []
    for row in [Self.columns] + rows { bytes.appendCSVRow(row) }
    return bytes
  }

  private static let numbers: Set<String> = ["value", "reported", "expected"]
  private static let flags: Set<String> = ["is_shown", "at_least"]

  var json: [UInt8] {
    let values = rows.map { row in
      JSONDocument.object(
        zip(Self.columns, row).compactMap { name, cell in
          guard let cell else { return nil }
          if Self.numbers.contains(name) { return (name, .number(cell)) }
          return (name, Self.flags.contains(name) ? .flag(cell == "true") : .text(cell))
        })
    }
    let routes = context.plan.routes
    let pages = context.languages.compactMap { language in
      context.site.areas.pagePlace(of: area).map { place in
        (
          key: language.tag.rawValue,
          value: JSONDocument.text(routes.reference(routes.path(place, language)))
        )
      }
    }
    return JSONDocument.members([
      "code": .text(area.code), "class": .text(area.areaClass.rawValue),
      "name": .object(
        context.languages.filter { area.name.has($0.tag) }.map {
          ($0.tag.rawValue, .text(area.name[$0.tag]))
        }), "pages": .object(pages), "values": .list(values),
    ]).bytes
  }
}
