extension Statistics {
  /// The areas that stand for an area and others jointly in an indicator's values.
  package func together(_ indicator: IndicatorID, _ area: AreaID) -> [AreaID] {
    together(area).filter { $0.indicator == indicator }.map(\.area)
  }

  /// The value that is shown of those that an area has only jointly with others.
  package func shownTogether(
    _ indicator: IndicatorID, _ area: AreaID, source: SourceID? = nil
  ) -> Observation? {
    together(indicator, area).lazy.compactMap { self.shown(indicator, $0, source: source) }.first
  }

  /// The joint value of all that can have one inside an area: told as what it is, not as a sum.
  ///
  /// One of some of the areas only is a part of the whole, like any sum in which others are
  /// missing.
  package func onlyTogether(_ indicator: IndicatorID, _ area: AreaID) -> Observation? {
    guard let rollup = rollup(indicator, area), rollup.isWhole, rollup.parts.count == 1,
      observations[rollup.parts[0]].isTogether
    else { return nil }
    return observations[rollup.parts[0]]
  }
}
