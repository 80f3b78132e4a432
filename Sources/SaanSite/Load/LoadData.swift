import SaanData
import SaanImages
import SaanModel
import SaanText

/// What `content/data/` holds.
struct SiteData: Sendable {
  let package: DataPackage
  let figures: Statistics
  /// YAML files that are no tables of the package, for templates.
  let notes: [String: YAMLNode]
  /// What was published before, by its day.
  let releases: [DataRelease]
  /// What the rows of registers came to in the release that is built; `nil` for today's rows.
  var keptTotals: [KeptTotal]?
  /// The texts of its tables and notes in which figures stand.
  var stating: [StatingText] = []
  /// The tables as they were read, for the next reading.
  let tables: ReadTables
}

/// Reads the tables that `content/data/datapackage.yaml` names, joins them into figures and checks
/// them; without a descriptor, every table that the program knows by name.
///
/// - Parameter settings: what the site says of languages and of contacts; `nil` when nothing of it
///   can be read.
func loadData(
  _ tree: SourceTree, _ options: BuildOptions, _ settings: Settings?
) async throws -> Outcome<SiteData> {
  var data = try await readData(tree, options, settings)
  data.diagnostics.merge(try await checkData(data, options))
  return data
}

/// What the rules of figures have to say of what was read, and what readers would not be told of.
///
/// Those of today have nothing to say of a release: nobody can put right what was published.
func checkData(
  _ data: Outcome<SiteData>, _ options: BuildOptions
) async throws -> Diagnostics {
  guard options.asPublished == nil else { return Diagnostics() }
  let (figures, releases) = (data.value.figures, data.value.releases)
  var diagnostics = Diagnostics()
  for found in try await checkStatistics(figures, options, told: data.diagnostics) {
    diagnostics.merge(found)
  }
  diagnostics.merge(checkChanges(of: figures, since: releases))
  let ahead = releases.compactMap(\.date).filter { $0 > options.today }
  diagnostics.merge(Diagnostics(ahead.map { .releaseAhead($0, today: options.today) }))
  return diagnostics
}

/// Reads the tables and joins them into figures, which nothing is held against yet.
///
/// - Parameters:
///   - settings: what the site says of languages and of contacts; `nil` when nothing of it can be
///     read.
///   - former: the tables as they were read before, by the same settings.
///   - mentioned: what articles call the areas that they name.
func readData(
  _ tree: SourceTree, _ options: BuildOptions, _ settings: Settings?,
  after former: ReadTables? = nil, mentioned: Set<String> = []
) async throws -> Outcome<SiteData> {
  var diagnostics = Diagnostics()
  let language = settings?.defaultLanguage.tag ?? .thai
  var descriptor = readDescriptor(tree, language).value(reportingTo: &diagnostics)
  let strange = descriptor.removeStrangeTables {
    tree.dataFile(folder + "/" + $0, options.workshop)
  }
  diagnostics.merge(
    Diagnostics(
      strange.map { .unreadKnownTable("\(folder)/\($0.path)", $0.name, needs: $0.needs) }))
  if let root = descriptor.root {
    diagnostics.merge(leftoversInTexts(root))
    if let settings { diagnostics.merge(strangeLanguages(in: root, settings.languages)) }
  }
  let read = try await readTables(descriptor, tree, options, settings, former, mentioned)
  let package = read.package.value(reportingTo: &diagnostics)
  diagnostics.merge(Diagnostics(checkAddresses(in: package)))
  let releases = loadReleases(tree).value(reportingTo: &diagnostics)
  let figures: Statistics
  if let day = options.asPublished {
    figures = loadStatistics(package, asPublished: day, releases, settings)
      .value(reportingTo: &diagnostics)
  } else {
    figures = loadStatistics(package)
    diagnostics = namingCodes(of: figures.areas, in: diagnostics, package)
  }
  let tables = Set(
    (descriptor.resources.flatMap(\.paths) + strange.map(\.path)).map { folder + "/" + $0 }
      + [descriptor.path])
  var notes: [String: YAMLNode] = [:]
  for path in tree.paths(below: folder, ending: "yaml") where !tables.contains(path) {
    guard let file = tree.files[path] else { continue }
    let name = String(path.dropFirst(folder.count + 1).dropLast(".yaml".count))
    notes[name] = readYAML(file).value(reportingTo: &diagnostics)
  }
  for path in unreadFiles(tree, beside: tables) {
    diagnostics.add(.unreadTable(path, descriptor.path))
  }
  let known = releases.filter { release in
    options.asPublished.map { release.date.map { [day = $0] in $0.iso <= day.iso } ?? false }
      ?? true
  }
  return Outcome(
    SiteData(
      package: figures.package, figures: figures, notes: notes, releases: known,
      keptTotals: options.asPublished.flatMap { day in
        releases.first { $0.date?.iso == day.iso }?.totals
      }, tables: read.tables),
    diagnostics)
}

/// What each rule has to say about the figures, in their order.
private func checkStatistics(
  _ figures: Statistics, _ options: BuildOptions, told: Diagnostics
) async throws -> [Diagnostics] {
  try await concurrentMap(DataRule.all, jobs: options.jobs) {
    checkStatistics(figures, today: options.today, told: told, rules: [$0])
  }
}

/// Reads the tables, and puts the gazetteer's places below them.
private func readTables(
  _ descriptor: PackageDescriptor, _ tree: SourceTree, _ options: BuildOptions,
  _ settings: Settings?, _ former: ReadTables?, _ mentioned: Set<String>
) async throws -> (package: Outcome<DataPackage>, tables: ReadTables) {
  let places = settings?.gazetteer ?? GazetteerSettings()
  var found = Diagnostics()
  let read = try await readPackage(
    descriptor, jobs: options.jobs, allowing: settings?.allowance ?? .nothing,
    knowsPlaces: tree.gazetteer != nil && places.scope != .ownTable, after: former
  ) { tree.dataFile($0, options.workshop) }
  let package = read.package.value(reportingTo: &found)
  found.merge(Diagnostics(checkAreas(package["areas"])))
  guard let gazetteer = tree.gazetteer else { return (Outcome(package, found), read.tables) }
  let whole = placed(package, in: gazetteer, places, mentioned: mentioned)
  return (Outcome(whole.value(reportingTo: &found), found), read.tables)
}

/// The figures as a release knew them; today's, and a mistake, where there is no such release.
private func loadStatistics(
  _ package: DataPackage, asPublished day: CalendarDate, _ releases: [DataRelease],
  _ settings: Settings?
) -> Outcome<Statistics> {
  let today = loadStatistics(package)
  guard let release = releases.first(where: { $0.date?.iso == day.iso }) else {
    let days = releases.compactMap { $0.date?.iso }
    return Outcome(today, Diagnostics([.noRelease(of: day.iso, among: days)]))
  }
  let registers = today.releasedRegisters(settings?.registerTables ?? [])
  let figures = loadStatistics(
    package.asPublished(release, withoutRowsOf: registers), kept: release.totals)
  let lost = release.lostValues(in: figures)
  return Outcome(
    figures, Diagnostics(lost.isEmpty ? [] : [.lostValues(lost, of: day.iso)]))
}

/// What readers have seen and would not be told of: changes without a correction, corrections that
/// are gone or correct nothing.
private func checkChanges(of figures: Statistics, since releases: [DataRelease]) -> Diagnostics {
  let nothing =
    correctionsOfNothing(releases, in: figures) + correctionsOfOtherSources(releases, in: figures)
  guard !releases.isEmpty else { return Diagnostics(nothing) }
  let now = DataRelease(figures, tellsWords: releases.last?.registers != nil)
  let corrections = figures.package["corrections"]?.path ?? folder + "/corrections.csv"
  return Diagnostics(
    vanishedCorrections(releases, now: now, table: corrections)
      + unannouncedChanges(releases, now: now, in: figures)
      + changesOfLastingRows(releases, in: figures) + vanishedEvents(releases, in: figures)
      + nothing)
}

private let folder = "content/data"

/// The files of the data folder that look like tables and that nothing is read from.
private func unreadFiles(_ tree: SourceTree, beside tables: Set<String>) -> [String] {
  let endings = ["csv", "tsv", "txt", "xlsx", "xls", "xlsm", "ods", "json", "numbers"]
  let names = [folder + "/datapackage.json", outlinesPath]
  return (Array(tree.files.keys) + tree.assets.keys + tree.tables.keys).filter { path in
    path.hasPrefix(folder + "/") && !path.hasPrefix(releasesFolder + "/") && !tables.contains(path)
      && !names.contains(path)
      && endings.contains(path.split(separator: ".").last.map { $0.lowercased() } ?? "")
  }
}

/// The description of the tables; known tables that it leaves out are read as well, so that the
/// first description of a table does not hide the others.
func readDescriptor(
  _ tree: SourceTree, _ language: Language.Tag
) -> Outcome<PackageDescriptor> {
  let paths = Array(tree.files.keys) + tree.tables.keys + tree.assets.keys
  let known = PackageDescriptor.ofKnownTables(
    in: paths, folder: folder, language: language)
  for name in ["datapackage.yaml", "datapackage.json"] {
    guard let file = tree.files[folder + "/" + name] else { continue }
    var outcome = PackageDescriptor.parse(file, defaultLanguage: language) { path in
      tree.files[folder + "/" + path]
    }
    let other = folder + "/datapackage.json"
    if name != "datapackage.json", tree.files[other] != nil {
      outcome.diagnostics.add(.twoDescriptors(other, file.path))
    }
    let named = Set(outcome.value.resources.flatMap { [$0.name] + $0.paths })
    outcome.value.add(
      known.resources.filter { !named.contains($0.name) && !named.contains($0.path) })
    return outcome
  }
  return Outcome(known)
}

extension SourceTree {
  /// A file with a table: text as it was read, a workbook from its place.
  func dataFile(_ path: String, _ workshop: Workshop?) -> DataFile? {
    if let table = tables[path] { return table }
    if let file = files[path] { return DataFile(path: path, bytes: file.bytes) }
    guard let asset = assets[path], let bytes = try? asset.read() else { return nil }
    return readable(DataFile(path: path, bytes: bytes), in: workshop)
  }
}
