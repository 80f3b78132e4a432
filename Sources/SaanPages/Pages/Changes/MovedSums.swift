import SaanData
import SaanModel
import SaanText

/// Sums that moved, as templates and the feed see them.
extension Reader {
  /// A sum that moved: what it was and is, of how many areas and when, and whose values moved it.
  func movedSum(_ sum: SumChange, _ step: DataChanges) -> ChangeRecord {
    let index = figures.indicator(sum.before.indicator)
    let names = movers(of: sum.before, in: step).map { figures.areas.all[$0].name[tag] }
    let prose = Prose(language)
    return ChangeRecord(
      name: prose.enumeration([
        index.map { figures.indicators[$0].name[tag] } ?? sum.before.indicator,
        areaName(sum.before.area) ?? sum.before.area,
      ]),
      url: index.flatMap { url(ofIndicator: $0) }, source: nil, asOf: nil,
      before: text(sum.before), after: sum.after.map(text) ?? "–", kind: "sum",
      why: names.isEmpty
        ? nil : language.words.text(.movedBy, ["names": prose.places(names)]))
  }

  /// The areas in which values or records changed that a sum is made from.
  private func movers(of sum: ReleasedSum, in step: DataChanges) -> [AreaID] {
    guard let indicator = figures.indicator(sum.indicator), let whole = figures.area(sum.area)
    else { return [] }
    let records = step.added + step.removed + step.changed.flatMap { [$0.before, $0.after] }
    let register = figures.indicators[indicator].register?.table
    let codes =
      records.filter { $0.indicator == sum.indicator }.map(\.area)
      + step.registers.filter { $0.name == register }.map(\.area)
      + step.words.filter { $0.isOfCoverage && $0.id == register }.compactMap(\.area)
    var seen = Set<AreaID>()
    return codes.compactMap { figures.area($0) }.filter { area in
      area != whole
        && (figures.areas.members(of: area) ?? [area]).contains {
          figures.areas.ancestors[$0].contains(whole)
        } && seen.insert(area).inserted
    }
  }

  private func text(_ sum: ReleasedSum) -> String {
    let prose = Prose(language, bindsNumbers: false)
    let index = figures.indicator(sum.indicator)
    let shown = index.map { figures.indicators[$0].shown(sum.value, sum.bound, isComputed: true) }
    let amount = prose.amount(
      shown ?? sum.value, index.flatMap { figures.indicators[$0].unit?[tag].noun },
      hedge: sum.bound)
    let coverage =
      sum.expected > 0 && sum.reported < sum.expected
      ? prose.coverage(sum.reported, of: sum.expected, prose.noun(.together)) : nil
    return "\(amount) (\(prose.proviso(coverage: coverage, date: sum.asOf.map { prose.asOf($0) })))"
  }
}
