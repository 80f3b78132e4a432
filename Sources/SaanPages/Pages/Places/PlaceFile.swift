import SaanData
import SaanFiles
import SaanModel
import SaanText

/// What is known of a place as a file.
struct PlaceFile: FileSubject {
  let place: Area
  let form: ValueFileForm

  var kind: String { "area file" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    let file = AreaFile(reader, place)
    bytes += form == .csv ? file.csv : file.json
  }

  func source(in site: Site) -> Place? { site.place(of: place) }
}

/// What is known of an area and of the districts in it, as files: every published value, and what
/// was added up.
///
/// CSV and JSON are made of the same rows, so that they cannot differ, and the columns are the same
/// for every place, so that files of several can be put below each other.
struct AreaFile {
  let reader: Reader
  let area: Area

  init(_ reader: Reader, _ area: Area) {
    self.reader = reader
    self.area = area
  }

  private var figures: FigureReader { reader.figures }

  /// The area itself, then its districts.
  private static func members(_ areas: AreaTable, _ area: AreaID) -> [AreaID] {
    [area] + areas.children[area].filter { areas.all[$0].areaClass == .district }
  }

  static func hasRows(_ figures: Statistics, _ area: AreaID) -> Bool {
    members(figures.areas, area).contains { !figures.profiles.rows[$0].isEmpty }
  }

  private static let columns = [
    "indicator", "indicator_name", "indicator_name@en", "area", "areas", "area_name",
    "area_name@en", "origin", "value", "bound", "unit", "unit@en", "as_of", "as_of_basis", "status",
    "rank", "is_shown", "at_least", "reported", "expected", "register", "register_status", "source",
    "source_title", "source_url", "date_published", "page", "quote",
  ]

  private var rows: [[String?]] {
    Self.members(figures.areas, area.id).flatMap { member in
      figures.profile(of: member).flatMap { row -> [[String?]] in
        let values = figures.values(row.indicator, row.area).map(cells)
        return values + (figures.rollup(row.indicator, row.area).map { [cells($0, row)] } ?? [])
      }
    }
  }

  private func names(_ indicator: Indicator, _ area: Area, areas: String? = nil) -> [String?] {
    [
      indicator.id, indicator.name[.thai], indicator.name[.english],
      areas == nil ? area.code : nil, areas, area.name[.thai], area.name[.english],
    ]
  }

  private func cells(_ value: Observation) -> [String?] {
    let source = figures.sources[value.source]
    let unit = figures.unit(of: value)
    let isShown = figures.shown(value.indicator, value.area)?.row == value.row
    return names(
      figures.indicators[value.indicator], figures.areas.all[value.area],
      areas: figures.codes(of: value)
    ) + [
      "published", value.value?.plain, value.value == nil ? nil : value.bound.rawValue,
      unit?[.thai].other, unit?[.english].other,
      value.date?.iso, value.asOfBasis.rawValue, value.status.letters,
      value.rank.rawValue, isShown ? "true" : "false", nil, nil, nil, nil, nil, source.id,
      source.title[reader.languages[0].tag], source.url, source.datePublished?.iso, value.page,
      value.quote,
    ]
  }

  private func cells(_ sum: Rollup, _ row: ProfileRow) -> [String?] {
    let indicator = figures.indicators[row.indicator]
    var register: String?
    if case .register(let name) = sum.origin { register = name }
    let unit = sum.unit ?? indicator.unit
    // A complete register lacks nothing in the areas without a row.
    let isInSome = sum.expected > 0 && (!sum.isOfRegister || sum.lacksRows)
    let sources = sum.parts.isEmpty ? nil : figures.sourceIDs(of: sum).joined(separator: "; ")
    return names(indicator, figures.areas.all[row.area]) + [
      "computed", sum.value.plain, sum.toldToMachines?.rawValue, unit?[.thai].other,
      unit?[.english].other,
      sum.writtenTime, sum.newest == nil ? nil : "computed", nil, nil,
      row.value?.observation == nil ? "true" : "false",
      sum.isAtLeast ? "true" : "false", isInSome ? String(sum.reported) : nil,
      isInSome ? String(sum.expected) : nil, register,
      sum.completeness?.status.rawValue, sources, nil, nil, nil, nil, nil,
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
    let pages = reader.languages.compactMap { language in
      reader.areas.pagePlace(of: area).map { place in
        (
          key: language.tag.rawValue,
          value: JSONDocument.text(reader.reference(reader.path(place, language)))
        )
      }
    }
    return JSONDocument.members([
      "code": .text(area.code), "class": .text(area.areaClass.rawValue),
      "name": .object(
        reader.languages.filter { area.name.has($0.tag) }.map {
          ($0.tag.rawValue, .text(area.name[$0.tag]))
        }), "pages": .object(pages), "values": .list(values),
    ]).bytes
  }
}
