import SaanData
import SaanFiles
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

/// What everything that pages may read is in this build, each as one number: where the numbers of
/// two builds are equal, a page that reads nothing else is the same in both.
///
/// A digest may cover more than what was asked; it must never cover less. It is worked out when it
/// is asked for, so that a build pays for what outputs have read and for nothing beside.
struct ReadDigests: Sendable {
  private let context: SiteContext
  private let woven: WovenTexts
  private let tree: SourceTree
  private let plan: BuildPlan
  private let lists: [String: Listing]
  private let heldBack: [String: [HeldBack]]
  private let files: [String: Digest]
  /// An article of each folder, from which its links start.
  private let folders: [String: Entry]

  init(
    _ context: SiteContext, _ woven: WovenTexts, _ plan: BuildPlan, _ tree: SourceTree
  ) {
    self.context = context
    self.woven = woven
    self.tree = tree
    self.plan = plan
    let site = context.site
    lists = Dictionary(context.plan.listings.map { ($0.place, $0) }) { first, _ in first }
    heldBack = Dictionary(grouping: site.heldBack, by: \.key)
    files = Dictionary(
      (Array(site.assets.values) + site.theme.assets.values).map { ($0.path, $0.digest) }
    ) { first, _ in first }
    folders = Dictionary(site.entries.map { ($0.folder, $0) }) { first, _ in first }
  }

  private var site: Site { context.site }
  private var figures: Statistics { context.site.figures }

  /// The digest of a key.
  func digest(of key: ReadKey) -> UInt64 {
    var digest = DigestBytes()
    switch key {
    case .head, .opening, .text, .neighbours, .folder, .topic, .mentions, .citations, .list,
      .listPage, .link, .events, .eventsOf:
      addArticles(key, to: &digest)
    case .definitions, .cell, .indicator, .profile, .figures, .areas, .completeness, .table,
      .package, .notes, .releases, .outlines:
      addData(key, to: &digest)
    case .counts, .inside, .row, .rows, .sums: addRegister(key, to: &digest)
    case .template, .phrases, .menus, .borrowed, .themeAsset, .file, .address, .today, .pages,
      .output:
      addRest(key, to: &digest)
    }
    return digest.value
  }

  // MARK: Articles

  private func addArticles(_ key: ReadKey, to digest: inout DigestBytes) {
    switch key {
    case .head(let key): addHead(key, to: &digest)
    case .opening(let key, let language): addOpening(key, language, to: &digest)
    case .text(let key):
      addHead(key, to: &digest)
      for page in site.entry(key)?.pages ?? [] { digest.add(page.source.bytes) }
    case .neighbours(let key, let language):
      guard let entry = site.entry(key) else { return }
      let beside = context.neighbours(of: entry, language: language)
      digest.add(beside.previous?.key)
      digest.add(beside.next?.key)
    case .folder(let key): digest.add(context.children(of: key).map(\.key))
    case .topic(let slug):
      digest.add(context.count(ofTopic: slug))
      for entry in context.newest(ofTopic: slug) {
        digest.add(entry.key)
        digest.add(entry.original.front.date?.iso)
        digest.add(entry.original.title)
      }
    case .mentions(let area, let language):
      digest.add(context.mentions(of: area, language: language).map(\.key))
    case .citations(let indicator, let language):
      for citation in woven.citations(of: indicator, language: language) ?? [] {
        digest.add(citation.entry.key)
        digest.add(citation.calls.count)
      }
    case .list(let place, let language):
      digest.add(lists[place]?.entries(language).map(\.key) ?? [])
      digest.add(lists[place]?.perPage)
    case .listPage(let place, let number, let language):
      digest.add(lists[place]?.page(number, language).map(\.key) ?? [])
    case .link(let destination, let folder): addLink(destination, folder, to: &digest)
    case .events: for key in context.events.value.keys { addHead(key, to: &digest) }
    case .eventsOf(let key): digest.add(context.events.value.keys(ofOutput: key))
    default: break
    }
  }

  /// The fields of all files of an article, also of those that are not out, since what one of them
  /// says without words counts for all; its addresses; and why it would not be out.
  private func addHead(_ key: String, to digest: inout DigestBytes) {
    guard let entry = site.entry(key) else { return }
    digest.add(entry.isIndex)
    for language in context.languages {
      digest.add(context.plan.routes.path(of: entry, language))
    }
    for page in entry.pages {
      digest.add(page.language.rawValue)
      digest.add(page.preview?.word)
      digest.add(page.source.path)
      digest.add(page.source.head)
      digest.add(page.front.figureWords)
      digest.add(page.front.event.cells)
    }
    for held in heldBack[key] ?? [] {
      digest.add(held.language.rawValue)
      digest.add(held.source.head)
    }
  }

  private func addOpening(_ key: String, _ language: LanguageID, to digest: inout DigestBytes) {
    guard let page = site.entry(key)?.page(for: context.languages[language].tag) else { return }
    digest.add(page.language.rawValue)
    // What a call shows is read by itself; that it is another call is seen here.
    digest.add(
      page.body.beginning { shortcode in
        guard let call = shortcode.call else { return nil }
        let values = call.positional + call.named.flatMap { [.string($0.name), $0.value] }
        return "{\(call.name) \(values.map(\.representation).joined(separator: " "))}"
      })
  }

  private func addLink(_ destination: String, _ folder: String, to digest: inout DigestBytes) {
    guard let entry = folders[folder] else { return }
    switch LinkTarget(destination, from: entry, in: site) {
    case .external: digest.add("external")
    case .page(let target, let fragment):
      // A link without a path leads to the article itself, whichever it is.
      digest.add(destination.hasPrefix("#") || destination.isEmpty ? "" : target.key)
      digest.add(fragment)
    case .place(let place, let fragment):
      digest.add(place)
      digest.add(fragment)
      digest.add("place")
    case .asset(let asset):
      digest.add(asset.path)
      digest.add(asset.digest)
      digest.add(context.plan.routes.path(ofAsset: asset.path))
    case .dead: digest.add("dead")
    }
  }

  // MARK: Data

  private func addData(_ key: ReadKey, to digest: inout DigestBytes) {
    switch key {
    case .definitions: addDefinitions(to: &digest)
    case .cell(let indicator, let area): addCell(indicator, area, to: &digest)
    case .indicator(let indicator):
      digest.add(figures.areas(of: indicator).map { figures.areas.all[$0].code })
      for area in figures.areas.all.ids { addCell(indicator, area, to: &digest) }
    case .profile(let area):
      for row in figures.profiles.rows[area] { addProfile(row, to: &digest) }
      for indicator in figures.indicators.ids {
        for part in figures.unadded(indicator, area) { add(part, to: &digest) }
      }
    case .figures:
      digest.add(figures.package["observations"])
      for indicator in figures.indicators.ids {
        for area in figures.areas.all.ids { addCell(indicator, area, to: &digest) }
      }
    case .areas:
      for name in ["areas", "area_groups"] { digest.add(figures.package[name]) }
      for urls in context.places.value.urls.all { digest.add(urls.all) }
      // Areas that values belong to jointly stand in no table of areas.
      digest.add(figures.areas.all.filter { $0.areaClass == .together }.map(\.code))
    case .completeness(let table, let area):
      digest.add(figures.completeness(of: table, in: area))
    case .table(let name): digest.add(figures.package[name])
    case .package:
      for table in figures.package.tables { digest.add(table) }
      addDefinitions(to: &digest)
    case .notes(let name): if let node = site.data[name] { digest.add(node) }
    case .releases:
      for path in tree.paths(below: releasesFolder, ending: "json") {
        digest.add(path)
        digest.add(tree.files[path]?.bytes ?? [])
      }
    case .outlines:
      digest.add(tree.files[outlinesPath]?.bytes ?? tree.gazetteer?.bytes(.outlines) ?? [])
    default: break
    }
  }

  private func addDefinitions(to digest: inout DigestBytes) {
    let descriptors = tree.files.filter { $0.key.hasPrefix("content/data/datapackage.") }
    for (path, file) in descriptors.sorted(by: { $0.key < $1.key }) {
      digest.add(path)
      digest.add(file.bytes)
    }
    for table in figures.package.tables {
      digest.add(table.name)
      digest.add(table.path)
      digest.add(table.fields.map(\.name))
      digest.add(table.count == 0)
    }
    for name in [
      "indicators", "sources", "organisations", "programmes", "parts", "reconciliations",
      "corrections",
    ] { digest.add(figures.package[name]) }
  }

  /// All that is known of an indicator in an area, for itself or jointly with others; nothing where
  /// nothing is.
  private func addCell(_ indicator: IndicatorID, _ area: AreaID, to digest: inout DigestBytes) {
    addOwnCell(indicator, area, to: &digest)
    for place in figures.together(indicator, area) where place != area {
      addOwnCell(indicator, place, to: &digest)
    }
    for part in figures.unadded(indicator, area) { add(part, to: &digest) }
  }

  /// A value that no sum has, and why.
  private func add(_ part: UnaddedPart, to digest: inout DigestBytes) {
    digest.add(part.reason.rawValue)
    digest.add(part.time)
    add(figures.observations[part.observation], to: &digest)
  }

  private func add(_ value: Observation, to digest: inout DigestBytes) {
    if let table = figures.package["observations"] { digest.add(table[value.row]) }
  }

  private func addOwnCell(_ indicator: IndicatorID, _ area: AreaID, to digest: inout DigestBytes) {
    let values = figures.values(indicator, area)
    let rollup = figures.rollup(indicator, area)
    guard !values.isEmpty || rollup != nil else { return }
    digest.add(figures.areas.all[area].code)
    for value in values { add(value, to: &digest) }
    guard let rollup else { return digest.add(false) }
    digest.add(rollup.value)
    digest.add(rollup.difference)
    digest.add([rollup.bound.rawValue] + context.languages.map { rollup.unit?[$0.tag].other ?? "" })
    let counts = [rollup.reported, rollup.partly, rollup.expected, rollup.count, rollup.rows ?? 0]
    for number in counts { digest.add(number) }
    digest.add(rollup.published?.row)
    digest.add([rollup.unitClass?.rawValue ?? "", rollup.scheme ?? ""])
    for flag in [rollup.isWhole, rollup.addsUp, rollup.daysAreOfValues] { digest.add(flag) }
    digest.add([String(describing: rollup.basis)])
    if let completeness = rollup.completeness { digest.add(completeness) }
    digest.add(rollup.origin.word)
    if case .register(let name) = rollup.origin { digest.add(name) }
    digest.add(rollup.oldest)
    digest.add(rollup.newest)
    for part in rollup.parts { add(figures.observations[part], to: &digest) }
  }

  private func addProfile(_ row: ProfileRow, to digest: inout DigestBytes) {
    addCell(row.indicator, row.area, to: &digest)
    digest.add(row.indicator.position)
    digest.add(row.standing?.rank)
    digest.add(row.standing?.count)
    digest.add(row.standing?.level)
    for peer in figures.profiles.peers(of: row) {
      digest.add(peer.number)
      digest.add([peer.bound.rawValue])
    }
    guard let value = row.value else { return }
    digest.add(value.number)
    digest.add(value.date)
    for number in [value.reported, value.expected, value.count] { digest.add(number) }
  }

  // MARK: Registers

  private func addRegister(_ key: ReadKey, to digest: inout DigestBytes) {
    switch key {
    case .counts(let register, let group):
      let own = site.registers[register]
      if let group { return addGroup(own, group, to: &digest) }
      digest.add(own.count)
      for group in own.places.groups.ids { addGroup(own, group, to: &digest) }
    case .inside(let register, let area):
      let inside = context.registers[register].inside(area, site.areas)
      digest.add(inside.rows)
      digest.add(inside.group.map { site.registers[register].place(ofGroup: $0) })
      for sum in inside.sums { digest.add(sum) }
    case .row(let register, let row):
      let own = site.registers[register]
      digest.add(own.table[row])
      digest.add(own.slugs[row])
      // The list that it is shown in, which the way down to it names.
      let group = own.places.district(ofRow: row) ?? own.places.province(ofRow: row)
      digest.add(group.map { own.place(ofGroup: $0) })
    case .rows(let register, let group, let language):
      let index = context.registers[register]
      let rows =
        group.map { index.rows(of: $0, language: language) } ?? index.rows(language: language)
      digest.add(rows.count)
      for row in rows { digest.add(site.registers[register].slugs[row]) }
    case .sums(let register, let group):
      let index = context.registers[register]
      for sum in group.map({ index.sums(of: $0) }) ?? index.total { digest.add(sum) }
    default: break
    }
  }

  private func addGroup(_ register: Register, _ group: GroupID, to digest: inout DigestBytes) {
    digest.add(register.place(ofGroup: group))
    digest.add(register.places.groups[group].count)
    digest.add(register.places.groups[group].area.map { site.areas.all[$0].code })
  }

  // MARK: The theme and the rest

  private func addRest(_ key: ReadKey, to digest: inout DigestBytes) {
    switch key {
    case .template(let name):
      for (name, file) in site.theme.templates.sources(of: name) {
        digest.add(name)
        digest.add(file?.path)
        digest.add(file?.bytes ?? [])
      }
    case .phrases(let language):
      let book = site.theme.phrases[context.languages[language].tag]
      for (name, phrase) in (book?.phrases ?? [:]).sorted(by: { $0.key < $1.key }) {
        digest.add([name, phrase.forms.other.written])
        digest.add(phrase.forms.one?.written)
      }
    case .menus(let language): digest.add(context.menus[language].links)
    case .borrowed(let language):
      for (text, tag) in context.borrowed[language].value.all { digest.add([text, tag.rawValue]) }
    case .themeAsset(let name): digest.add(site.theme.assets[name]?.digest)
    case .file(let path): digest.add(files[path])
    case .address(let path): digest.add(context.plan.publishes(path))
    case .today: digest.add(context.today)
    case .pages:
      for job in plan.jobs {
        digest.add(job.output)
        digest.add(job.isForSearch)
      }
      for entry in site.entries { addHead(entry.key, to: &digest) }
    case .output(let path):
      guard let job = plan.job(at: path) else { return }
      var bytes: [UInt8] = []
      let reader = Reader(Door(context, woven), language: job.language)
      // What cannot be read is told by who makes the output.
      try? job.subject.write(job, reader, into: &bytes)
      digest.add(bytes)
    default: break
    }
  }
}

extension DigestBytes {
  fileprivate mutating func add(_ completeness: Completeness) {
    add(completeness.status.rawValue)
    add(completeness.oldest)
    add(completeness.newest)
    for (tag, note) in completeness.note?.pairs ?? [] { add([tag?.rawValue ?? "", note]) }
  }

  fileprivate mutating func add(_ sum: RegisterSum) {
    add(sum.sum)
    add(sum.count)
    add(sum.hasNegative ? 1 : 0)
  }
}
