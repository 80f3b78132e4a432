import SaanData
import SaanText

extension OutputFormat {
  static let figures: OutputFormat = OutputFormat(
    name: "figures",
    summary: "The list of indicators and a page for each, where the theme has templates for them.",
    plan: { planner in
      let indicators = planner.shownIndicators
      guard !indicators.isEmpty else { return [] }
      return planner.languages.enumerated().flatMap { index, language in
        let list = planner.job(
          planner.routes.path("figures/", language), .figures, .figures, language: index,
          template: "figures.html")
        let pages = indicators.map { indicator in
          planner.job(
            planner.routes.path(planner.place(ofIndicator: indicator), language),
            .figure(indicator), .figures, language: index, template: "figure.html",
            origin: planner.site.figures.place(ofIndicator: indicator))
        }
        return [list] + pages
      }
    }, render: renderTemplate)

  static let figureTables: OutputFormat = OutputFormat(
    name: "figures/*.csv", summary: "The values of each indicator as CSV.",
    plan: { $0.figureFiles("csv", .figureTables) },
    render: { job, session, bytes in
      guard case .figureFile(let index) = job.subject else { return [] }
      bytes += FigureFile(session.context, index).csv
      return []
    })

  static let figureRecords: OutputFormat = OutputFormat(
    name: "figures/*.json", summary: "The values of each indicator as JSON, with their sources.",
    plan: { $0.figureFiles("json", .figureRecords) },
    render: { job, session, bytes in
      guard case .figureFile(let index) = job.subject else { return [] }
      bytes += FigureFile(session.context, index).json
      return []
    })
}

extension Planner {
  /// The indicators that have pages: those with values, in a theme that can show them.
  fileprivate var shownIndicators: [Int] {
    guard site.theme.templateNames.contains("figure.html"),
      site.theme.templateNames.contains("figures.html")
    else { return [] }
    return site.figures.indicators.indices.filter(site.figures.isKnown)
  }

  fileprivate func place(ofIndicator index: Int) -> String {
    "figures/\(IndicatorView.slug(site.figures.indicators[index].id))/"
  }

  fileprivate func figureFiles(_ ending: String, _ format: OutputFormat) -> [Job] {
    shownIndicators.map { index in
      let slug = IndicatorView.slug(site.figures.indicators[index].id)
      return job("/figures/\(slug).\(ending)", .figureFile(index), format)
    }
  }
}

extension Statistics {
  /// Where an indicator stands in its table.
  fileprivate func place(ofIndicator index: Int) -> Place? {
    package["indicators"].map { $0[indicators[index].row].place }
  }
}

/// The values of one indicator as files: all of them, from all sources.
private struct FigureFile {
  let context: SiteContext
  let index: Int

  init(_ context: SiteContext, _ index: Int) {
    self.context = context
    self.index = index
  }

  private var figures: Statistics { context.site.figures }
  private var indicator: Indicator { figures.indicators[index] }

  private static let columns = [
    "indicator", "area", "area_name", "as_of", "as_of_basis", "value", "unit", "status", "rank",
    "is_shown", "source", "source_title", "source_url", "date_published", "date_accessed", "page",
    "quote", "note",
  ]

  /// A value's cells in the order of the columns.
  private func cells(_ observation: Observation) -> [String?] {
    let source = figures.sources[observation.source]
    let area = figures.areas.all[observation.area]
    let isShown = figures.shown(index, observation.area)?.row == observation.row
    let tag = context.languages[0].tag
    return [
      indicator.id, area.code, area.name[tag], observation.asOf?.iso ?? observation.period?.iso,
      observation.asOfBasis.rawValue, observation.value?.plain,
      figures.unit(of: observation)?[tag].other, observation.status.letters,
      observation.rank.rawValue, isShown ? "true" : "false", source.id, source.title[tag],
      source.url, source.datePublished?.iso, source.dateAccessed?.iso, observation.page,
      observation.quote, observation.note?[tag],
    ]
  }

  private var rows: [[String?]] {
    let published = figures.areas(of: index).flatMap { figures.values(index, $0) }.map(cells)
    guard published.isEmpty, let country = figures.area("TH") else { return published }
    return context.computedFigure(index, country, language: 0).map { [cells($0)] } ?? []
  }

  /// The cells of a sum: it has no source, and may be of some parts or of some rows only.
  private func cells(_ sum: FigureView) -> [String?] {
    let area = figures.areas.all[sum.areaIndex]
    let tag = context.languages[0].tag
    var cells = [String?](repeating: nil, count: Self.columns.count)
    cells.replaceSubrange(
      0..<10,
      with: [
        indicator.id, area.code, area.name[tag], sum.asOf?.iso, "computed", sum.value?.plain,
        indicator.unit?[tag].other, Observation.Status.normal.letters, "normal", "true",
      ])
    if let hedge = sum.rollup?.hedge, hedge != .exact {
      cells[Self.columns.count - 1] = sum.text + (sum.coverage.map { " (\($0))" } ?? "")
    }
    return cells
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
    let languages = context.languages
    func texts(_ text: Localized<String>?) -> JSONDocument? {
      guard let text else { return nil }
      return .object(
        languages.filter { text.has($0.tag) }.map { ($0.tag.rawValue, .text(text[$0.tag])) })
    }
    let pages = languages.indices.compactMap { language in
      context.url(ofIndicator: index, language: language) == nil
        ? nil
        : (
          key: languages[language].tag.rawValue,
          value: JSONDocument.text(
            context.plan.routes.reference(
              context.plan.routes.path(
                "figures/\(IndicatorView.slug(indicator.id))/", languages[language])))
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
