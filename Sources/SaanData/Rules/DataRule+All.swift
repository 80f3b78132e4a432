extension DataRule {
  /// Every rule, in the order in which they run.
  package static let all: [DataRule] =
    [
      knownTables, words, ranges, datasets, areas, ambiguousAreas, areaNames, municipalities,
      placeNames, areaProvinces,
    ]
    + [scopes, scoped, together]
    + [eras, thaiText, markup, publication, future, earliest, basis]
    + [duplicates, nearDuplicates, bounds, scale, pairs, cumulative, swapped]
    + [quotes, boundsOfQuotes, emptyBounds, missing, evidence]
    + [corrections, idleCorrections, repeatedCorrections, correctionDays]
    + [coveredRegisters, coverageOnce, coverageAhead, coverageDates, completeTotals]
    + [preferred, unreconciled, needlessReconciliations, unexplained, parts, areaSums, registers]
}
