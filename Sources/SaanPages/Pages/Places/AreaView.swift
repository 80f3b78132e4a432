import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// A place as templates see it: the country, a region, a province, a district.
///
/// Lists show thousands of places, so that values, ranks, names and addresses are worked out for
/// all of them before the first page; here they are looked up and put into words.
struct AreaView: Sendable {
  let reader: Reader
  let area: Area

  private var tag: Language.Tag { reader.tag }
  var prose: Prose { Prose(reader.language) }
  var figures: FigureReader { reader.figures }
  private var places: PlaceIndex { reader.places }

  func view(_ other: Area) -> AreaView {
    AreaView(reader: reader, area: other)
  }

  private func views(_ ids: [AreaID]) -> [AreaView] {
    ids.map { view(reader.areas.all[$0]) }
  }

  var isInBangkok: Bool { area.isInBangkok }

  var fullName: String { places.names[reader.languageID][area.id] }

  var url: String { places.urls[reader.languageID][area.id] }

  var parent: Area? { reader.areas.parent(of: area) }

  /// The areas around it, from the nearest to the country.
  ///
  /// There are four at most; a table whose areas lie in each other ends there as well.
  var ancestors: [Area] {
    var found: [Area] = []
    var next = parent
    while let area = next, found.count < 4 {
      found.append(area)
      next = reader.areas.parent(of: area)
    }
    return found
  }

  var region: AreaView? {
    ancestors.first { $0.areaClass == .region }.map(view)
  }

  /// The areas of a class in it, in the order of their names.
  func members(_ areaClass: AreaClass) -> [AreaView] {
    views(places.children[reader.languageID][area.id]).filter { $0.area.areaClass == areaClass }
  }

  /// The provinces that its pages speak of: of a region its own, of a province itself.
  var provinces: [AreaView] {
    switch area.areaClass {
    case .country: views(places.provinces[reader.languageID])
    default: members(.province)
    }
  }

  /// Whether these are all that the country or a region has.
  var hasAllProvinces: Bool {
    [.country, .region].contains(area.areaClass)
      && reader.figures.areas.namesAllProvinces(of: area.id)
  }

  var groups: [AreaView] { views(places.groups[area.id]) }

  /// Who divides the country so, where that is an organisation that the data knows.
  var schemeName: String? {
    guard area.areaClass == .region, let scheme = area.scheme else { return nil }
    return figures.organisations.first { $0.id == scheme }?.name[tag]
  }

  /// The title of its page, which tells it from regions of the same name.
  var title: String {
    guard let schemeName else { return fullName }
    return reader.phrase(
      .regionOfScheme, ["name": fullName, "scheme": schemeName])
  }

  // MARK: Figures

  private var allRows: [ProfileRow] { figures.profile(of: area.id) }

  /// What is known of it with a number, in the order of the indicators.
  var rows: [AreaRowView] {
    allRows.filter { $0.value != nil }.map { AreaRowView(area: self, row: $0) }
  }

  /// What is counted in every such place, and can be held against others.
  private var general: [ProfileRow] { allRows.filter { $0.value != nil && !isOfOne($0) } }

  /// What is counted of one organisation, event or place only, and is here.
  var own: [AreaRowView] { rows.filter { isOfOne($0.row) } }

  private func isOfOne(_ row: ProfileRow) -> Bool {
    figures.indicators[row.indicator].scope.isOfOne
  }

  /// The values of the areas inside that can't be added up, by indicator.
  var unadded: [Value] {
    figures.indicatorsUnadded(in: area.id).compactMap { index in
      guard let figure = figures.figure(index, area.id) else { return nil }
      return Value(
        UnaddedFigureRecord(
          name: figures.indicators[index].name[tag], url: reader.url(ofIndicator: index),
          parts: FigureCellView(reader: reader, figure: figure).unadded))
    }
  }

  /// What sources say of it without giving a number.
  var mentions: [FigureView] {
    allRows.filter { $0.value == nil }.compactMap(\.shown).map { figures.observation($0) }
      .filter { !$0.status.contains(.notApplicable) }
      .map { FigureView(reader: reader, observation: $0, isPicked: false) }
  }

  /// The figures that come first: of each topic in turn, the site's own topics before others.
  func headlines(_ limit: Int = 6) -> [AreaRowView] {
    headlines(of: general, limit)
  }

  /// Its figures as the places in it show them: what only one of these has reported says nothing of
  /// the others.
  var common: [AreaRowView] {
    headlines(
      of: general.filter { row in
        row.area == area.id && row.value.map { !$0.isOfOneArea } ?? false
      }, 6)
  }

  /// What is counted in every such place, as the lines of a table.
  var lines: FigureLines {
    FigureLines(general.map { AreaRowView(area: self, row: $0) }, in: reader)
  }

  /// What is counted here only, as the lines of a table.
  var ownLines: FigureLines { FigureLines(own, in: reader) }

  /// What its page says of its own numbers, by which search finds it.
  var statedTexts: [String] {
    (general.map { AreaRowView(area: self, row: $0) } + own)
      .flatMap { row in row.row.value.map { [row.name, row.amount($0)] } ?? [] }
  }

  private func headlines(of rows: [ProfileRow], _ limit: Int) -> [AreaRowView] {
    var turns = [Int](repeating: 0, count: (places.topics.all.max() ?? 0) + 1)
    let ordered = rows.map { row in
      let topic = places.topics[row.indicator]
      turns[topic] += 1
      return (turn: turns[topic], topic: topic, row: row)
    }.sorted { ($0.turn, $0.topic, $0.row.indicator) < ($1.turn, $1.topic, $1.row.indicator) }
    return ordered.prefix(limit).map { AreaRowView(area: self, row: $0.row) }
  }

  /// The figures that are no headlines.
  var others: [AreaRowView] {
    let first = headlines().map(\.row)
    // An area may have a figure both for itself and jointly.
    return general.filter { row in
      !first.contains { $0.indicator == row.indicator && $0.area == row.area }
    }.map { AreaRowView(area: self, row: $0) }
  }

  /// The sentence that the page begins with.
  var lead: String {
    prose.introduction(
      fullName, in: surroundings, facts: headlines(2).map(\.fact), mentions: mentions.count,
      hasOwn: !own.isEmpty)
  }

  private var surroundings: Surroundings? {
    switch area.areaClass {
    case .country: nil
    case .region:
      schemeName.map {
        .division(reader.phrase(.divisionOf, ["scheme": $0]))
      }
    default: parent.map { .place(view($0).fullName) }
    }
  }

  /// From when to when its figures are.
  var datesText: String? {
    Prose(reader.language).dates(of: allRows.compactMap(\.value).map(\.time))
  }

  /// The sources of its figures, each once, and those of what was added up; registers come last.
  var sources: [Value] {
    var (seen, tables) = (Set<SourceID>(), Set<String>())
    var (sources, registers) = ([SourceID](), [String]())
    for row in allRows {
      var values = row.shown.map { [$0] } ?? []
      if row.value?.observation == nil, let sum = figures.rollup(row.indicator, row.area) {
        values += sum.parts
        if case .register(let table) = sum.origin, tables.insert(table).inserted {
          registers.append(table)
        }
      }
      for value in values {
        let source = figures.observation(value).source
        if seen.insert(source).inserted { sources.append(source) }
      }
    }
    return sources.map(reader.source) + registers.map(reader.source(ofTable:))
  }

  /// The source of what the table of areas says of it, such as how many districts it has.
  var ownSource: Value {
    area.source.flatMap { figures.source($0) }.map { reader.source($0) } ?? .none
  }

  /// The provinces that belong to it by nobody's word: it follows from other figures.
  var inferredMembers: [AreaView] {
    views(figures.memberships(of: area.id).filter { $0.basis == .inferred }.map(\.area))
  }

  /// What the provinces of a division are taken or inferred from, each source once.
  var memberSources: [Value] {
    var seen = Set<SourceID>()
    return figures.memberships(of: area.id).compactMap(\.source)
      .filter { seen.insert($0).inserted }.map { reader.source($0) }
  }

  /// The href of a file with its figures.
  func file(_ ending: String) -> Value {
    guard let path = reader.areas.filePath(of: area, ending), reader.publishes(path)
    else { return .none }
    return .string(reader.href(path))
  }

  /// What is known of the places that it lies in or belongs to, the nearest first.
  var around: [AreaView] {
    let wider = ancestors.filter { $0.areaClass != .country }.map(view) + groups
    return wider.filter { !$0.common.isEmpty }
  }

  /// The same as lines of tables, without what the lines of its own figures have beside them.
  var linesAround: [Value] {
    let own = lines.lines.map(\.row)
    let told = Dictionary(
      own.compactMap { row in row.country.map { (row.row.indicator, $0.value) } },
      uniquingKeysWith: { first, _ in first })
    // What the place has jointly with others stands among its own.
    let shared = Set(own.compactMap { $0.row.value?.observation })
    return around.compactMap { wider in
      let beside = Set(own.filter { $0.region?.area.id == wider.area.id }.map(\.row.indicator))
      let rows = wider.common.filter { row in
        !beside.contains(row.row.indicator)
          && row.row.value?.observation.map(shared.contains) != true
      }
      guard !rows.isEmpty else { return nil }
      let isInferred = wider.inferredMembers.contains { $0.area.id == area.id }
      return Value(
        LinesAroundRecord(
          name: wider.area.name[tag], area: Value(wider), isInferred: isInferred,
          lines: Value(FigureLines(rows, in: reader, told: told))))
    }
  }

  /// The areas beside it by who divides the country: of a province those of its region, then those
  /// of the regions of other divisions.
  var neighbours: [Value] {
    let wider = (area.areaClass == .country ? nil : parent.map(view)).map { [$0] + groups } ?? []
    return wider.compactMap { other in
      let siblings = other.members(area.areaClass)
        .filter { $0.area.id != area.id && $0.area.scheme == area.scheme }
      guard !siblings.isEmpty else { return nil }
      let isInferred = other.inferredMembers.contains { $0.area.id == area.id }
      return Value(
        NeighboursRecord(
          name: other.area.name[tag], area: Value(other), isInferred: isInferred,
          areas: siblings.map { Value($0) }))
    }
  }

  // MARK: Coverage

  /// How many figures are of the place alone and of all of it.
  var figuresCount: Int {
    allRows.count { $0.area == area.id && $0.value != nil && !isOfParts($0) }
  }

  /// How many figures are of places or of an organisation inside it only.
  var partsCount: Int { allRows.count { $0.area == area.id && isOfParts($0) } }

  /// Whether a number is but the sum of some places inside, or the own one of an organisation
  /// there, and so no figure of the place itself.
  private func isOfParts(_ row: ProfileRow) -> Bool {
    guard [.province, .district].contains(area.areaClass), let value = row.value else {
      return false
    }
    if case .organisation = figures.indicators[row.indicator].scope.kind { return true }
    return value.observation == nil && !value.isOfRegister && value.expected > 0 && !value.isWhole
  }

  /// How many figures it has together with other areas.
  var sharedCount: Int { allRows.count { $0.area != area.id && $0.value != nil } }

  /// What the site has of the place: "figures" of its own; figures "shared" with other areas; of
  /// "parts" of it only; "stories", which speak of it without a number; "wider" figures only, of
  /// areas that it lies in; or nothing.
  var coverage: String? {
    if figuresCount > 0 { return "figures" }
    if area.areaClass != .country, sharedCount > 0 { return "shared" }
    if partsCount > 0 { return "parts" }
    if !reader.mentions(of: area.id).isEmpty || !mentions.isEmpty { return "stories" }
    return allRows.isEmpty && around.isEmpty ? nil : "wider"
  }

  // MARK: What else

  /// The articles about it by the collection that they are in, in the order of the site's
  /// settings; the newest first.
  var pageGroups: [Value] {
    let entries = reader.mentions(of: area.id)
    guard !entries.isEmpty else { return [] }
    let settings = reader.settings
    let byName = Dictionary(grouping: entries) {
      settings.collection(containing: $0.key)?.name ?? ""
    }
    func group(_ name: String, _ title: String?, _ url: String?) -> Value? {
      guard let members = byName[name] else { return nil }
      let pages = members.prefix(Self.listed).map {
        Value(PageView(reader: reader, entry: $0))
      }
      return Value(
        PageGroupRecord(
          name: name, title: title, url: url, count: members.count, items: Array(pages)))
    }
    let known = settings.collections.compactMap { collection in
      group(
        collection.name, collection.title[tag],
        reader.href(reader.path(collection.path + "/", reader.language)))
    }
    return known + [group("", nil, nil)].compactMap { $0 }
  }

  /// How many articles of a collection a place's page lists.
  private static let listed = 8

  var organisations: [Value] {
    places.organisations[area.id].map { index in
      let organisation = figures.organisations[index]
      let name = organisation.name.spoken(for: tag)
      let parent = organisation.parent.flatMap { id in
        figures.organisations.first { $0.id == id }
      }
      return Value(
        OrganisationRecord(
          id: organisation.id, name: name.text, nameLanguage: name.language.rawValue,
          kind: organisation.kind, parent: parent?.name[tag],
          parentLanguage: parent?.name.spoken(for: tag).language.rawValue,
          membersCount: organisation.membersCount,
          organisationsCount: organisation.organisationsCount, url: organisation.url,
          note: organisation.note?[tag],
          source: organisation.source.map { reader.source($0) } ?? .none,
          basis: organisation.basis?.rawValue))
    }
  }
}
