import SaanData
import SaanFiles
import SaanModel
import SaanText

/// The values of an indicator as a file.
struct IndicatorFile: FileSubject {
  let index: IndicatorID
  let form: ValueFileForm

  var kind: String { "figure file" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    let file = FigureFile(reader, index)
    bytes += form == .csv ? file.csv : file.json
  }

  func source(in site: Site) -> Place? { site.place(ofTable: "indicators") }
}

/// The values of one indicator as files: all of them, from all sources.
private struct FigureFile {
  let reader: Reader
  let index: IndicatorID

  init(_ reader: Reader, _ index: IndicatorID) {
    self.reader = reader
    self.index = index
  }

  private var figures: FigureReader { reader.figures }
  private var indicator: Indicator { figures.indicators[index] }

  private static let columns = [
    "indicator", "area", "areas", "area_name", "as_of", "as_of_basis", "value", "bound", "unit",
    "status", "rank", "is_shown", "source", "source_title", "source_url", "date_published",
    "date_accessed", "page", "quote", "note",
  ]

  /// A value's cells in the order of the columns.
  private func cells(_ observation: Observation) -> [String?] {
    let source = figures.sources[observation.source]
    let area = figures.areas.all[observation.area]
    let isShown = figures.shown(index, observation.area)?.row == observation.row
    let tag = reader.languages[0].tag
    return [
      indicator.id, observation.isTogether ? nil : area.code, figures.codes(of: observation),
      area.name[tag], observation.date?.iso,
      observation.asOfBasis.rawValue, observation.value?.plain,
      observation.value == nil ? nil : observation.bound.rawValue,
      figures.unit(of: observation)?[tag].other, observation.status.letters,
      observation.rank.rawValue, isShown ? "true" : "false", source.id, source.title[tag],
      source.url, source.datePublished?.iso, source.dateAccessed?.iso, observation.page,
      observation.quote, observation.note?[tag],
    ]
  }

  private var rows: [[String?]] {
    let published = figures.areas(of: index).flatMap { figures.values(index, $0) }.map(cells)
    guard published.isEmpty, let country = figures.area("TH") else { return published }
    return reader.computedFigure(index, country).map { [cells($0)] } ?? []
  }

  /// The cells of a sum: its sources are those of its parts, and it may be of some parts or of some
  /// rows only.
  private func cells(_ sum: FigureView) -> [String?] {
    let area = figures.areas.all[sum.areaIndex]
    let tag = reader.languages[0].tag
    let isWhole = sum.rollup.map { $0.extent == .whole } ?? true
    let known: [String: String?] = [
      "indicator": indicator.id, "area": area.code, "area_name": area.name[tag],
      "as_of": sum.rollup?.writtenTime ?? sum.asOf?.iso, "as_of_basis": "computed",
      "value": sum.value?.plain,
      "bound": (sum.rollup.map(\.toldToMachines) ?? sum.bound)?.rawValue,
      "unit": (sum.rollup?.unit ?? indicator.unit)?[tag].other,
      "status": Observation.Status.normal.letters, "rank": "normal", "is_shown": "true",
      "source": sum.rollup.map { figures.sourceIDs(of: $0).joined(separator: "; ") },
      "source_title": sum.origins.joined(separator: "; "),
      "note": isWhole ? nil : sum.text + (sum.coverage.map { " (\($0))" } ?? ""),
    ]
    return Self.columns.map { known[$0] ?? nil }
  }

  var csv: [UInt8] {
    var bytes: [UInt8] = []
    for row in [Self.columns] + rows { bytes.appendCSVRow(row) }
    return bytes
  }

  var json: [UInt8] {
    let values = rows.map { row in
      JSONDocument.object(
        zip(Self.columns, row).dropFirst().map { name, cell in
          guard let cell else { return (name, .null) }
          switch name {
          case "value": return (name, .number(cell))
          case "is_shown": return (name, .flag(cell == "true"))
          default: return (name, .text(cell))
          }
        })
    }
    let languages = reader.languages
    func texts(_ text: Localized<String>?) -> JSONDocument? {
      guard let text else { return nil }
      return .object(
        languages.filter { text.has($0.tag) }.map { ($0.tag.rawValue, .text(text[$0.tag])) })
    }
    let place = "figures/\(indicator.slug)/"
    let pages = languages.filter { reader.publishes(reader.path(place, $0)) }.map {
      (
        key: $0.tag.rawValue,
        value: JSONDocument.text(reader.reference(reader.path(place, $0)))
      )
    }
    return JSONDocument.members([
      "id": .text(indicator.id), "name": texts(indicator.name),
      "description": texts(indicator.summary), "unit": texts(indicator.unit?.map(\.other)),
      "kind": .text(indicator.kind.rawValue), "cumulative": .flag(indicator.isCumulative),
      "pages": .object(pages), "values": .list(values),
    ]).bytes
  }
}
