import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// What the pages of a register in one language have in common: its title, its columns, the names
/// and hrefs of its lists.
final class RegisterTexts: Sendable {
  /// A column as the readers of one language see it.
  final class Column: Sendable {
    let column: RegisterColumn
    let name: Value
    let title: Value
    let titleLanguage: Value
    let unit: Value
    let unitLanguage: Value
    /// The table's columns in the order in which the reader takes their text.
    let versions: [(language: Language.Tag, column: Int)]
    let reader: Language.Tag

    init(_ column: RegisterColumn, for language: Language) {
      self.column = column
      name = .string(column.name)
      let title = column.field.title?.spoken(for: language.tag)
      self.title = .string(title?.text ?? column.name)
      titleLanguage = .string((title?.language ?? language.tag).rawValue)
      let unit = column.field.unit?.spoken(for: language.tag)
      let isPercent = unit.map { CountedNoun($0.text).isPercent } ?? false
      // Parts of a hundred have a sign, as everywhere on pages.
      self.unit = Value(isPercent ? "%" : unit?.text)
      unitLanguage = .string((isPercent ? language.tag : unit?.language ?? language.tag).rawValue)
      versions =
        column.versions.filter { $0.language == language.tag }
        + column.versions.filter { $0.language != language.tag }
      reader = language.tag
    }
  }

  let language: Language
  /// What the register is called, and the language that this is in.
  let title: (title: String, language: Language.Tag)
  /// The columns in the order of `register.fields`.
  let columns: [Column]
  /// What rows are called.
  let name: Column?
  /// The href of the register's page, with which the addresses of its records begin.
  let url: String
  private let groupNames: [String]
  private let groupURLs: [String]
  /// The groups that lie in no other: provinces in the order of their names, then wider areas.
  let tops: [GroupID]
  /// The way down to the list of each group as links, from the register on; the last is the
  /// register alone.
  private let ways: [[Value]]
  /// The areas that rows lie in, by their ids: as templates see them, and their names.
  private let areas: [AreaID: (value: Value, name: String)]

  /// Works out the texts of a register.
  init(_ register: Register, _ site: Site, _ routes: Routes, _ language: Language) {
    self.language = language
    let own = register.title.spoken(for: language.tag)
    title = (own.text, own.language)
    columns = register.fields.map { Column($0, for: language) }
    name = register.name.map { Column($0, for: language) }
    let place = routes.path(register.settings.path + "/", language)
    url = routes.href(place)
    let groups = register.places.groups
    let elsewhere = site.theme.phrases[language.tag]?.text(
      Phrase.registerElsewhere.rawValue, count: nil, arguments: [:], values: nil)
    let names = groups.map { group in
      group.area.map { site.areas.all[$0].name[language.tag] } ?? elsewhere ?? group.slug
    }
    groupNames = names
    let urls = groups.ids.map { group in
      routes.href(routes.path(register.place(ofGroup: group), language))
    }
    groupURLs = urls
    let (provinces, others) = register.places.tops.parted { groups[$0].isProvince }
    tops = provinces.sorted(in: language) { names[$0.position] } + others
    let home = Value(LinkRecord(title: own.text, language: own.language, url: url))
    let links = groups.ids.map { group in
      let name = groups[group].area.map { site.areas.all[$0].name.spoken(for: language.tag) }
      return Value(
        LinkRecord(
          title: names[group.position], language: name?.language ?? language.tag,
          url: urls[group.position]))
    }
    ways =
      groups.ids.map { group in
        [home] + (groups[group].parent.map { [links[$0.position]] } ?? [])
          + [links[group.position]]
      } + [[home]]
    areas = areaTexts(register, site.areas, language.tag, urls)
  }

  /// The name of a group's area, or what rows without an area are listed under.
  func name(ofGroup group: GroupID) -> String { groupNames[group.position] }

  /// The href of a group's list.
  func url(ofGroup group: GroupID) -> String { groupURLs[group.position] }

  /// The way from the register down to the list of a group, or the register alone.
  func way(to group: GroupID?) -> [Value] { ways[group?.position ?? ways.count - 1] }

  /// An area that rows lie in, as templates see it.
  func area(_ id: AreaID) -> Value? { areas[id]?.value }

  /// The name of an area that rows lie in.
  func areaName(_ id: AreaID) -> String? { areas[id]?.name }
}

/// The areas around rows, each with the href of its list where it has one.
private func areaTexts(
  _ register: Register, _ areas: AreaTable, _ tag: Language.Tag, _ urls: [String]
) -> [AreaID: (value: Value, name: String)] {
  let groups = register.places.groups.enumerated().compactMap { group, own in
    own.area.map { (area: $0, url: urls[group]) }
  }
  let urlsByArea = Dictionary(groups.map { ($0.area, $0.url) }) { first, _ in first }
  var texts: [AreaID: (value: Value, name: String)] = [:]
  for id in register.places.chains.values.joined() where texts[id] == nil {
    let area = areas.all[id]
    let name = area.name[tag]
    let link = AreaLinkRecord(
      code: area.code, name: name, slug: area.slug, url: urlsByArea[id])
    texts[id] = (Value(link), name)
  }
  return texts
}

extension RegisterTexts.Column {
  /// The text of a row and the language it is in.
  func text(of row: Row) -> (text: String, language: Language.Tag)? {
    for version in versions {
      guard let text = row.string(version.column) else { continue }
      // A text without a Thai letter is a code, a number or a name: no Thai to be marked as such.
      let isPlain = version.language == .thai && text.utf8.allSatisfy { $0 < 0x80 }
      return (text, isPlain ? reader : version.language.corrected(by: text))
    }
    return nil
  }
}

extension Sequence {
  /// The elements that a rule holds for, and the others.
  func parted(by holds: (Element) -> Bool) -> (yes: [Element], no: [Element]) {
    (filter(holds), filter { !holds($0) })
  }
}
