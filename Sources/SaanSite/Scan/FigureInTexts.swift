import SaanData
import SaanModel
import SaanPages
import SaanText

/// An indicator as texts tell of it, in some areas or in any.
struct FigureInTexts: Sendable {
  let index: IndicatorID
  /// The areas whose values are meant; `nil` where those of all are.
  let areas: Set<AreaID>?
  private let figures: Statistics
  /// What is counted; a text with its name tells of it.
  private let names: [String]
  /// What it is counted in.
  private let units: [String]
  /// The numbers that other indicators have in one of the same units.
  private let others: Set<ExactNumber>

  var indicator: Indicator { figures.indicators[index] }

  init(_ index: IndicatorID, in areas: Set<AreaID>? = nil, of figures: Statistics) {
    self.index = index
    self.areas = areas
    self.figures = figures
    let indicator = figures.indicators[index]
    let values = figures.areas(of: index).flatMap { figures.values(index, $0) }
    let tags: [Language.Tag] = [.thai, .english]
    let ownNames = [indicator.name] + values.compactMap(\.name)
    let ownUnits = [indicator.unit].compactMap { $0 } + values.compactMap(\.unit)
    names = Set(tags.flatMap { tag in ownNames.map { $0[tag].lowercased() } }).sorted()
    let units = Set(ownUnits.flatMap(\.words)).sorted()
    self.units = units
    others = Set(
      figures.indicators.ids.filter { $0 != index }.flatMap { other -> [ExactNumber] in
        let unit = figures.indicators[other].unit?.words ?? []
        return unit.contains(where: units.contains) ? figures.numbers(of: other) : []
      })
  }

  /// Whether a text says what is counted, or in what.
  func isAbout(_ text: String) -> Bool {
    let text = text.lowercased()
    return isNamed(in: text) || units.contains { text.contains($0) }
  }

  /// Whether a text says what is counted.
  func isNamed(in text: String) -> Bool {
    let text = text.lowercased()
    return names.contains { text.contains($0) }
  }

  /// Whether a unit stands behind a number.
  func counts(_ after: Substring) -> Bool {
    let words = after.drop(while: \.isWhitespace).prefix(60).lowercased()
    return units.contains { words.hasPrefix($0) }
  }

  /// Whether another indicator has a number in the same unit, so that only a name tells them apart.
  func isShared(_ number: ExactNumber) -> Bool { others.contains(number.trimmed) }

  /// Whether a call or a link around a number says that it is this figure; `nil` where none does.
  func isTold(by meanings: [TextOfPage.Meaning]) -> Bool? {
    let stated = meanings.compactMap { meaning -> (id: String, area: String?)? in
      if case .stated(let id, let area) = meaning { (id, area) } else { nil }
    }
    if !stated.isEmpty { return stated.contains { isStated(as: $0.id, of: $0.area) } }
    let links = meanings.compactMap { meaning -> Bool? in
      if case .link(let href) = meaning { isMeant(by: href) } else { nil }
    }
    return links.isEmpty ? nil : links.contains(true)
  }

  /// Whether a call states this figure.
  func isStated(as id: String, of area: String?) -> Bool {
    guard id == indicator.id else { return false }
    guard let areas else { return true }
    guard let area = figures.area(area ?? "TH") else { return false }
    return areas.contains(area) || figures.together(index, area).contains(where: areas.contains)
  }

  /// Whether an address is that of a figure's page, and of this one; `nil` where it is of no
  /// figure.
  private func isMeant(by href: String) -> Bool? {
    guard let (slug, anchor) = figureAddress(href) else { return nil }
    guard slug == indicator.slug else {
      return figures.indicators.contains { $0.slug == slug } ? false : nil
    }
    guard let anchor, let areas else { return true }
    return areas.contains { anchor == anchorOfArea($0) }
  }

  private func anchorOfArea(_ area: AreaID) -> String {
    anchor(ofArea: figures.areas.all[area].code)
  }

  /// Whether an address is that of another figure's page.
  func leadsElsewhere(_ href: String) -> Bool { isMeant(by: href) == false }

  /// Whether a page is that of this figure; `nil` where it is of none.
  func isSubject(ofPage path: String) -> Bool? {
    figureAddress(path).map { $0.slug == indicator.slug }
  }

  /// Whether a number is of an area that is not meant: a text or its page names that one and none
  /// of those that are.
  func isOfElsewhere(_ number: ExactNumber, _ text: String, on page: PageOfTexts) -> Bool {
    guard let areas else { return false }
    let others = figures.areas(of: index).filter { area in
      !areas.contains(area) && figures.values(index, area).contains { $0.value == number }
    }
    func isNamed(_ area: AreaID) -> Bool {
      let name = figures.areas.all[area].name
      return text.contains(name[.thai]) || text.contains(name[.english])
    }
    guard others.contains(where: { $0 == page.area || isNamed($0) }) else { return false }
    return !areas.contains { $0 == page.area || isNamed($0) }
  }
}

/// A page as the place of texts: which it is, and what is said on it of figures beside calls.
struct PageOfTexts {
  let path: String
  /// The area that it is about.
  let area: AreaID?
  /// The texts of the site that state figures, wherever they are shown.
  let stating: [StatingText]

  /// Whether it is the figure's own.
  func isAbout(_ figure: FigureInTexts) -> Bool { figure.isSubject(ofPage: path) == true }

  /// Whether it is another figure's.
  func isAboutAnother(than figure: FigureInTexts) -> Bool {
    figure.isSubject(ofPage: path) == false
  }

  /// Whether a text of the site that states figures, and stands in this one, states it; `nil` where
  /// none stands there.
  func isTold(_ figure: FigureInTexts, in text: String) -> Bool? {
    let found = stating.filter { text.contains($0.text) }
    guard !found.isEmpty else { return nil }
    return found.contains { $0.states(figure) }
  }
}

extension StatingText {
  /// Whether one of its calls states a figure.
  func states(_ figure: FigureInTexts) -> Bool {
    figures.contains { figure.isStated(as: $0.id, of: $0.area) }
  }
}

extension Statistics {
  /// Every number of an indicator, published or added up.
  fileprivate func numbers(of indicator: IndicatorID) -> [ExactNumber] {
    let published = areas(of: indicator).flatMap { values(indicator, $0) }.compactMap(\.value)
    let sums = areas.all.ids.compactMap { rollup(indicator, $0)?.value }
    return (published + sums).map(\.trimmed)
  }
}

extension Localized<UnitName> {
  /// The words for one and for many in both languages.
  fileprivate var words: [String] {
    [Language.Tag.thai, .english].flatMap { tag in
      [self[tag].other, self[tag].one].compactMap { $0?.lowercased() }
    }
  }
}

/// The figure whose page an address is, by its slug, and the part of it.
private func figureAddress(_ href: String) -> (slug: String, anchor: String?)? {
  let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
  let folders = (parts.first ?? "").split(separator: "/")
  guard folders.count >= 2, folders[folders.count - 2] == "figures", let slug = folders.last else {
    return nil
  }
  return (String(slug), parts.count > 1 ? String(parts[1]) : nil)
}
