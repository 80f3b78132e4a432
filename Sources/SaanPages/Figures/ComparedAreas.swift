import SaanData
import SaanText

extension Statistics {
  /// The areas that a map or a ranking of an indicator says something of, as `chart` and `map` name
  /// them: the provinces where at least ten have a whole value, else the regions of a division that
  /// all have one.
  ///
  /// It is `nil` where fewer have one, and of what is an organisation's own, which says nothing of
  /// one area beside another.
  func comparedAreas(of index: IndicatorID) -> String? {
    if case .organisation = indicators[index].scope.kind { return nil }
    func reports(_ area: Area) -> Bool { self.reports(index, area) }
    if areas.all(.province).count(where: reports) >= fewestProvinces { return "provinces" }
    let divisions = Dictionary(grouping: areas.all(.region)) { $0.scheme ?? "" }
    return divisions.keys.sorted().first { scheme in
      guard !scheme.isEmpty, let regions = divisions[scheme] else { return false }
      return regions.count >= fewestRegions && regions.allSatisfy(reports)
    }
  }

  /// Those of them that have a whole value, by their codes.
  func comparedCodes(of index: IndicatorID) -> [String] {
    guard let group = comparedAreas(of: index) else { return [] }
    let all =
      group == "provinces"
      ? areas.all(.province) : areas.all(.region).filter { $0.scheme == group }
    return all.filter { reports(index, $0) }.map(\.code)
  }

  private func reports(_ index: IndicatorID, _ area: Area) -> Bool {
    value(index, area.id, like: nil)?.isWhole ?? false
  }
}

/// How many areas at least are put in an order.
private let fewestProvinces = 10
private let fewestRegions = 3
