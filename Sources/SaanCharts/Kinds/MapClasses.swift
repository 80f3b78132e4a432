import SaanText

/// The classes of a map: which shade a number has, and what the legend says of it.
///
/// Unless breaks are given the classes hold about as many places each, since one value far above
/// the others would leave all of these in one shade. Zero, no data and not applicable are in no
/// class.
struct MapClasses {
  private let breaks: [ExactNumber]
  private let hasZero: Bool
  private let numbers: [ExactNumber]
  private let points: [ChartPoint]
  private let isGiven: Bool
  let unit: ChartUnit

  private static var limit: Int { ChartData.classLimit }

  init(_ data: ChartData) {
    unit = data.unit
    let all = data.numbers
    // Zero is a finding of its own, neither little nor nothing known.
    hasZero = all.contains(where: \.isZero) && !all.contains(where: \.isNegative)
    numbers = (hasZero ? all.filter { !$0.isZero } : all).sorted()
    points = data.points.filter { $0.value.number != nil }
      .sorted { ($0.value.number ?? .zero) < ($1.value.number ?? .zero) }
    isGiven = !data.breaks.isEmpty
    breaks =
      isGiven
      ? Array(data.breaks.sorted().prefix(Self.limit - 1))
      : Self.quantiles(numbers, count: min(max(data.classes, 1), Self.limit))
  }

  private static func quantiles(_ sorted: [ExactNumber], count: Int) -> [ExactNumber] {
    let count = min(count, Set(sorted).count)
    guard count > 1, let least = sorted.first else { return [] }
    var breaks: [ExactNumber] = []
    for index in 1..<count {
      let bound = sorted[index * sorted.count / count]
      if bound > least, breaks.last != bound { breaks.append(bound) }
    }
    return breaks
  }

  private func index(of number: ExactNumber) -> Int { breaks.count { $0 <= number } }

  /// The area's and its text's paint.
  func paints(for number: ExactNumber) -> (area: Paint, text: Paint) {
    if hasZero, number.isZero { return (.zeroTile, .label) }
    let shade = shade(of: index(of: number))
    return (Paint.classes[shade], Paint.onClasses[shade])
  }

  /// Few classes are spread over all shades.
  private func shade(of index: Int) -> Int {
    breaks.isEmpty ? 2 : index * (Self.limit - 1) / breaks.count
  }

  /// The legend, high to low, then zero and what is in no class.
  ///
  /// - Parameter apart: why values have no place in the classes.
  func legend(
    _ places: [ChartPoint], _ language: Language, apart: [String]
  ) -> [LegendEntry] {
    let words = language.words
    var entries: [LegendEntry] = []
    if !numbers.isEmpty {
      for index in (0...breaks.count).reversed() {
        guard let text = text(of: index, language) else { continue }
        entries.append(
          LegendEntry(mark: .paint(Paint.classes[shade(of: index)]), label: ChartLabel(text)))
      }
    }
    if hasZero {
      entries.append(LegendEntry(mark: .paint(.zeroTile), label: "0"))
    }
    let absences = places.absences(words).map(\.words)
    if !absences.isEmpty {
      entries.append(
        LegendEntry(mark: .missing, label: ChartLabel(absences.joined(separator: " / "))))
    }
    let hatched =
      (places.contains { $0.value == .notApplicable } ? [words[.notApplicable]] : []) + apart
    if !hatched.isEmpty {
      entries.append(
        LegendEntry(mark: .naTile, label: ChartLabel(hatched.joined(separator: " / "))))
    }
    return entries
  }

  /// The breaks where they are given, else what the class holds, least to most.
  private func text(of index: Int, _ language: Language) -> String? {
    if isGiven {
      if index == 0 { return "< \(unit.shortText(breaks[0], in: language))" }
      let low = unit.shortText(breaks[index - 1], in: language)
      guard index < breaks.count else { return "≥ \(low)" }
      let isWhole = (breaks + numbers).allSatisfy(\.isWhole)
      let next = breaks[index]
      guard isWhole, let high = next.subtracting(ExactNumber(1)) else {
        return "\(low) – < \(unit.shortText(next, in: language))"
      }
      return range(low, unit.shortText(high, in: language))
    }
    let members = points.filter { point in
      point.value.number.map { self.index(of: $0) == index && !(hasZero && $0.isZero) } ?? false
    }
    guard let low = members.first?.shownNumber, let high = members.last?.shownNumber else {
      return nil
    }
    let text = unit.shortText(low, in: language)
    // The ends of a class are but numbers; a single one is told as its sources give it.
    guard low == high else { return range(text, unit.shortText(high, in: language)) }
    var seen = Set<Bound>()
    return members.map(\.bound).filter { seen.insert($0).inserted }
      .map { language.words.hedged(text, $0) }.joined(separator: " / ")
  }

  private func range(_ low: String, _ high: String) -> String {
    low == high ? low : "\(low)–\(high)"
  }
}
