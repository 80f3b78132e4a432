import SaanData
import SaanText

/// What the numbers of changed values count, where that is sure.
///
/// Releases hold numbers, and units only where these have changed: a number is told with the unit
/// of its value today, and without one where it may have had another.
struct UnitsOfChanges {
  private let figures: FigureReader
  private let tag: Language.Tag
  /// The indicators that were counted in another unit once.
  private let changed: Set<String>

  init(figures: FigureReader, history: [DataChanges], tag: Language.Tag) {
    self.figures = figures
    self.tag = tag
    let units = history.flatMap(\.words).filter { $0.column.hasPrefix("unit") }
    changed = Set(units.map(\.id))
  }

  /// The unit of a record's number, in the language of the page or not at all.
  func noun(of record: ReleasedRecord) -> CountedNoun? {
    guard let index = figures.indicator(record.indicator), !changed.contains(record.indicator)
    else { return nil }
    let unit = figures.indicators[index].unit
    let own = figures.area(record.area).map { figures.values(index, $0) }?.filter { value in
      record.source == nil || figures.sources[value.source].id == record.source
    }
    if let own, !own.isEmpty {
      // A source may give several, each in its unit.
      let same = own.filter { $0.value == record.value }
      let nouns = (same.isEmpty ? own : same).map { ($0.unit ?? unit)?.exact(tag)?.noun }
      return nouns.allSatisfy { $0 == nouns[0] } ? nouns[0] : nil
    }
    // Of a value that is gone nobody knows whether its unit was the indicator's.
    let others = figures.areas(of: index).flatMap { figures.values(index, $0) }
    return others.contains { $0.unit != nil } ? nil : unit?.exact(tag)?.noun
  }
}
