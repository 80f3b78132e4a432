import SaanData
import SaanTemplate
import SaanText

/// A place as templates see it: the country, a region, a province, a district.
struct AreaView: Sendable {
  let context: SiteContext
  let area: Area
  let language: Int

  var reader: Language { context.languages[language] }
  private var tag: Language.Tag { reader.tag }
  var prose: Prose { Prose(reader) }
  var figures: Statistics { context.site.figures }
  private var places: PlaceIndex { context.places }

  /// The area's position among the site's.
  var position: Int { context.site.areas.position(of: area.code) ?? 0 }
  /// The area's position among the figures'.
  var figureArea: Int? { places.figureAreas[position] }

  func view(_ other: Area) -> AreaView {
    AreaView(context: context, area: other, language: language)
  }

  private func views(_ positions: [Int]) -> [AreaView] {
    positions.map { view(context.site.areas.all[$0]) }
  }

  var isInBangkok: Bool { area.isInBangkok }

  var kind: PlaceKind { schemeName == nil ? PlaceKind(area.areaClass) : .subregion }

  var fullName: String { places.names[language][position] }

  var url: String { places.urls[language][position] }

  var parent: Area? { area.parent.flatMap { context.site.areas[$0] } }

  /// The areas around it, from the nearest to the country.
  var ancestors: [Area] {
    var found: [Area] = []
    var next = parent
    while let area = next, found.count < 4 {
      found.append(area)
      next = area.parent.flatMap { context.site.areas[$0] }
    }
    return found
  }

  var region: AreaView? {
    ancestors.first { $0.areaClass == .region }.map(view)
  }

  /// The areas of a class in it, in the order of their names.
  func members(_ areaClass: Area.Class) -> [AreaView] {
    views(places.children[language][position]).filter { $0.area.areaClass == areaClass }
  }

  /// The provinces that its pages speak of: of a region its own, of a province itself.
  var provinces: [AreaView] {
    switch area.areaClass {
    case .country: views(places.provinces[language])
    default: members(.province)
    }
  }

  var groups: [AreaView] { views(places.groups[position]) }

  /// Who divides the country so, where that is an organisation that the data knows.
  var schemeName: String? {
    guard area.areaClass == .region, let scheme = area.scheme else { return nil }
    return figures.organisations.first { $0.id == scheme }?.name[tag]
  }

  /// The title of its page, which tells it from regions of the same name.
  var title: String {
    guard let schemeName else { return fullName }
    return context.phrase(
      .regionOfScheme, language: language, ["name": fullName, "scheme": schemeName])
  }

  // MARK: Figures

  private var allRows: [ProfileRow] {
    figureArea.map { figures.profiles.rows[$0] } ?? []
  }

  /// What is known of it with a number, in the order of the indicators.
  var rows: [AreaRowView] {
    allRows.filter { $0.value != nil }.map { AreaRowView(area: self, row: $0) }
  }

  /// What sources say of it without giving a number.
  var mentions: [FigureView] {
    allRows.filter { $0.value == nil }.compactMap(\.shown).map {
      FigureView(
        context: context, observation: figures.observations[$0], isPicked: false,
        language: language)
    }
  }

  /// The figures that come first: of each topic in turn, the site's own topics before others.
  func headlines(_ limit: Int = 6) -> [AreaRowView] {
    headlines(of: allRows.filter { $0.value != nil }, limit)
  }

  /// Its figures as the places in it show them: what only one of these has reported says nothing of
  /// the others.
  var common: [AreaRowView] {
    headlines(
      of: allRows.filter { row in row.value.map { !$0.isOfOneArea } ?? false }, 6)
  }

  private func headlines(of rows: [ProfileRow], _ limit: Int) -> [AreaRowView] {
    var turns = [Int](repeating: 0, count: (places.topics.max() ?? 0) + 1)
    let ordered = rows.map { row in
      let topic = places.topics[row.indicator]
      turns[topic] += 1
      return (turn: turns[topic], topic: topic, row: row)
    }.sorted { ($0.turn, $0.topic, $0.row.indicator) < ($1.turn, $1.topic, $1.row.indicator) }
    return ordered.prefix(limit).map { AreaRowView(area: self, row: $0.row) }
  }

  /// The figures that are no headlines.
  var others: [AreaRowView] {
    let first = Set(headlines().map(\.row.indicator))
    return rows.filter { !first.contains($0.row.indicator) }
  }

  /// The sentence that the page begins with.
  var lead: String {
    prose.introduction(
      fullName, in: surroundings, facts: headlines(2).map(\.fact), mentions: mentions.count)
  }

  private var surroundings: Surroundings? {
    switch area.areaClass {
    case .country: nil
    case .region:
      schemeName.map {
        .division(context.phrase(.divisionOf, language: language, ["scheme": $0]))
      }
    default: parent.map { .place(view($0).fullName) }
    }
  }

  /// From when to when its figures are.
  var datesText: String? {
    let values = allRows.compactMap(\.value)
    let dates = values.compactMap(\.date)
    return prose.dates(
      oldest: dates.min(), newest: dates.max(), undated: values.count - dates.count,
      of: values.count)
  }

  /// The sources of its figures, each once.
  var sources: [Value] {
    var seen = Set<Int>()
    return allRows.compactMap(\.shown).map { figures.observations[$0] }
      .filter { seen.insert($0.source).inserted }
      .map { FigureView(context: context, observation: $0, isPicked: false, language: language) }
      .map(\.source)
  }

  /// The href of a file with its figures.
  func file(_ ending: String) -> Value {
    guard let path = context.site.areas.filePath(of: area, ending), context.plan.publishes(path)
    else { return .none }
    return .string(context.plan.routes.href(path))
  }

  /// What is known of the places that it lies in or belongs to, the nearest first.
  var around: [AreaView] {
    let wider = ancestors.filter { $0.areaClass != .country }.map(view) + groups
    return wider.filter { !$0.common.isEmpty }
  }

  // MARK: What else

  /// The articles about it by the collection that they are in, in the order of the site's
  /// settings; the newest first.
  var pageGroups: [Value] {
    let entries = places.mentions[language][position]
    guard !entries.isEmpty else { return [] }
    let settings = context.site.settings
    let byName = Dictionary(grouping: entries) {
      settings.collection(containing: $0.key)?.name ?? ""
    }
    func group(_ name: String, _ title: Value, _ url: Value) -> Value? {
      guard let members = byName[name] else { return nil }
      let pages = members.prefix(Self.listed).map {
        Value(PageView(context: context, entry: $0, language: language))
      }
      return RecordShape.pageGroup(
        .string(name), title, url, .int(members.count), .list(Array(pages)))
    }
    let routes = context.plan.routes
    let known = settings.collections.compactMap { collection in
      group(
        collection.name, .string(collection.title[tag]),
        .string(routes.href(routes.path(collection.path + "/", reader))))
    }
    return known + [group("", .none, .none)].compactMap { $0 }
  }

  /// How many articles of a collection a place's page lists.
  private static let listed = 8

  var organisations: [Value] {
    places.organisations[position].map { index in
      let organisation = figures.organisations[index]
      let name = organisation.name.resolved(for: tag)
      let parent = organisation.parent.flatMap { id in
        figures.organisations.first { $0.id == id }
      }
      return RecordShape.organisation(
        .string(organisation.id), .string(name.value),
        .string((name.language ?? tag).rawValue), Value(organisation.kind),
        Value(parent?.name[tag]), organisation.membersCount.map { .int($0) } ?? .none,
        organisation.organisationsCount.map { .int($0) } ?? .none, Value(organisation.url),
        Value(organisation.note?[tag]))
    }
  }
}

extension Area {
  /// Whether it is Bangkok or lies in it, where places have other names.
  var isInBangkok: Bool { code.hasPrefix("10") }
}

extension PlaceKind {
  init(_ areaClass: Area.Class) {
    switch areaClass {
    case .country: self = .country
    case .region: self = .region
    case .province: self = .province
    case .district: self = .district
    case .subdistrict: self = .subdistrict
    case .municipality: self = .municipality
    }
  }
}
