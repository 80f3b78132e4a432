import SaanData
import SaanModel
import SaanPages
import SaanText

/// What the keys of a build are called in every build: positions, which the next one may change,
/// are replaced by ids, slugs and codes.
///
/// A name is a word for the kind and its parts, with tabs between.
struct ReadNames: Sendable {
  private let site: Site
  private let registers: [String: RegisterID]
  /// The rows of each register by their slugs.
  private let rows: ByID<Register, Lazily<[String: RowID]>>
  /// The groups of each register by the places of their lists.
  private let groups: ByID<Register, Lazily<[String: GroupID]>>

  init(_ site: Site) {
    self.site = site
    registers = Dictionary(
      site.registers.ids.map { (site.registers[$0].settings.name, $0) }
    ) { first, _ in first }
    rows = site.registers.byID { register in
      Lazily {
        Dictionary(register.table.ids.map { (register.slugs[$0], $0) }) { first, _ in first }
      }
    }
    groups = site.registers.byID { register in
      Lazily {
        Dictionary(
          register.places.groups.ids.map { (register.place(ofGroup: $0), $0) }
        ) { first, _ in first }
      }
    }
  }

  // MARK: From keys to names

  /// The name of a key.
  func name(of key: ReadKey) -> String {
    let (kind, parts) = parts(of: key)
    return ([kind.rawValue] + parts).joined(separator: "\t")
  }

  private enum Kind: String {
    case head, opening, text, neighbours, folder, topic, mentions, citations, list, page, link
    case events, eventsOf = "events-of"
    case definitions, cell, indicator, profile, figures, areas, completeness, table, package
    case notes, releases, outlines
    case counts, inside, row, rows, sums
    case template, phrases, menus, borrowed, asset, file, address, today, pages, output
  }

  private func parts(of key: ReadKey) -> (Kind, [String]) {
    switch key {
    case .head(let key): (.head, [key])
    case .opening(let key, let language): (.opening, [tag(language), key])
    case .text(let key): (.text, [key])
    case .neighbours(let key, let language): (.neighbours, [tag(language), key])
    case .folder(let key): (.folder, [key])
    case .topic(let slug): (.topic, [slug])
    case .mentions(let area, let language): (.mentions, [tag(language), code(area)])
    case .citations(let indicator, let language): (.citations, [tag(language), id(indicator)])
    case .list(let place, let language): (.list, [tag(language), place])
    case .listPage(let place, let number, let language):
      (.page, [tag(language), String(number), place])
    case .link(let destination, let folder): (.link, [folder, destination])
    case .events: (.events, [])
    case .eventsOf(let key): (.eventsOf, [key])
    case .definitions: (.definitions, [])
    case .cell(let indicator, let area): (.cell, [id(indicator), code(area)])
    case .indicator(let indicator): (.indicator, [id(indicator)])
    case .profile(let area): (.profile, [code(area)])
    case .figures: (.figures, [])
    case .areas: (.areas, [])
    case .completeness(let table, let area): (.completeness, [table, area.map(code) ?? ""])
    case .table(let name): (.table, [name])
    case .package: (.package, [])
    case .notes(let name): (.notes, [name])
    case .releases: (.releases, [])
    case .outlines: (.outlines, [])
    case .template(let name): (.template, [name])
    case .phrases(let language): (.phrases, [tag(language)])
    case .menus(let language): (.menus, [tag(language)])
    case .borrowed(let language): (.borrowed, [tag(language)])
    case .themeAsset(let name): (.asset, [name])
    case .file(let path): (.file, [path])
    case .address(let path): (.address, [path])
    case .today: (.today, [])
    case .pages: (.pages, [])
    case .output(let path): (.output, [path])
    default: partsOfRegister(key)
    }
  }

  private func partsOfRegister(_ key: ReadKey) -> (Kind, [String]) {
    switch key {
    case .counts(let register, let group):
      (.counts, [own(register), place(register, group)])
    case .inside(let register, let area): (.inside, [own(register), code(area)])
    case .row(let register, let row): (.row, [own(register), site.registers[register].slugs[row]])
    case .rows(let register, let group, let language):
      (.rows, [own(register), tag(language), place(register, group)])
    case .sums(let register, let group): (.sums, [own(register), place(register, group)])
    default: (.pages, [])
    }
  }

  private func tag(_ language: LanguageID) -> String {
    site.settings.languages[language].tag.rawValue
  }
  private func code(_ area: AreaID) -> String { site.areas.all[area].code }
  private func id(_ indicator: IndicatorID) -> String { site.figures.indicators[indicator].id }
  private func own(_ register: RegisterID) -> String { site.registers[register].settings.name }
  private func place(_ register: RegisterID, _ group: GroupID?) -> String {
    group.map { site.registers[register].place(ofGroup: $0) } ?? ""
  }

  // MARK: From names to keys

  /// The key that has a name in this build; `nil` where it is of something that is no more.
  func key(named name: String) -> ReadKey? {
    let all = name.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard let kind = all.first.flatMap(Kind.init) else { return nil }
    let parts = Array(all.dropFirst())
    switch kind {
    case .definitions: return .definitions
    case .events: return .events
    case .figures: return .figures
    case .areas: return .areas
    case .releases: return .releases
    case .outlines: return .outlines
    case .today: return .today
    case .pages: return .pages
    case .package: return .package
    default: break
    }
    switch (kind, parts.count) {
    case (.link, 2...):
      // A link may hold a tab; a folder does not.
      return .link(parts.dropFirst().joined(separator: "\t"), folder: parts[0])
    case (_, 1): return key(kind, parts[0])
    case (_, 2): return key(kind, parts[0], parts[1])
    case (_, 3): return key(kind, parts[0], parts[1], parts[2])
    default: return nil
    }
  }

  private func key(_ kind: Kind, _ part: String) -> ReadKey? {
    switch kind {
    case .head: .head(part)
    case .eventsOf: .eventsOf(part)
    case .text: .text(part)
    case .folder: .folder(part)
    case .topic: .topic(part)
    case .indicator: site.figures.indicator(part).map { .indicator($0) }
    case .profile: site.areas.index(part).map { .profile(area: $0) }
    case .table: .table(part)
    case .notes: .notes(part)
    case .template: .template(part)
    case .phrases: language(part).map { .phrases(language: $0) }
    case .menus: language(part).map { .menus(language: $0) }
    case .borrowed: language(part).map { .borrowed(language: $0) }
    case .asset: .themeAsset(part)
    case .file: .file(part)
    case .address: .address(part)
    case .output: .output(part)
    default: nil
    }
  }

  private func key(_ kind: Kind, _ first: String, _ second: String) -> ReadKey? {
    switch kind {
    case .cell:
      site.figures.indicator(first).flatMap { indicator in
        site.areas.index(second).map { .cell(indicator: indicator, area: $0) }
      }
    case .completeness where second.isEmpty: .completeness(table: first, area: nil)
    case .completeness:
      site.areas.index(second).map { .completeness(table: first, area: $0) }
    case .counts, .inside, .row, .sums: registers[first].flatMap { key(kind, in: $0, second) }
    default: language(first).flatMap { key(kind, language: $0, second) }
    }
  }

  private func key(_ kind: Kind, language: LanguageID, _ part: String) -> ReadKey? {
    switch kind {
    case .opening: .opening(part, language: language)
    case .neighbours: .neighbours(part, language: language)
    case .mentions: site.areas.index(part).map { .mentions($0, language: language) }
    case .citations: site.figures.indicator(part).map { .citations($0, language: language) }
    case .list: .list(part, language: language)
    default: nil
    }
  }

  private func key(_ kind: Kind, in register: RegisterID, _ part: String) -> ReadKey? {
    let group = part.isEmpty ? nil : groups[register].value[part]
    switch kind {
    case .inside:
      return site.areas.index(part).map { .inside(register: register, area: $0) }
    case .row: return rows[register].value[part].map { .row(register: register, row: $0) }
    case .counts where part.isEmpty || group != nil:
      return .counts(register: register, group: group)
    case .sums where part.isEmpty || group != nil: return .sums(register: register, group: group)
    default: return nil
    }
  }

  private func key(
    _ kind: Kind, _ first: String, _ second: String, _ third: String
  ) -> ReadKey? {
    if kind == .page, let language = language(first), let number = Int(second) {
      return .listPage(third, number: number, language: language)
    }
    guard kind == .rows, let register = registers[first], let language = language(second) else {
      return nil
    }
    if third.isEmpty { return .rows(register: register, group: nil, language: language) }
    return groups[register].value[third].map {
      .rows(register: register, group: $0, language: language)
    }
  }

  private func language(_ tag: String) -> LanguageID? {
    site.settings.languages.firstID { $0.tag.rawValue == tag }
  }
}
