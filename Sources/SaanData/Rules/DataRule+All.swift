extension DataRule {
  /// Every rule, in the order in which they run.
  package static let all: [DataRule] =
    [
      knownTables, words, ranges, datasets, filters, shares, multipliers, ratios, areas,
      ambiguousAreas, areaNames,
      municipalities,
      placeNames, areaProvinces,
    ]
    + [scopes, scoped, together]
    + [eras, thaiText, markup, publication, publicationDays, unfinished, future, earliest, basis]
    + [duplicates, nearDuplicates, bounds, wholeCounts, scale, pairs, cumulative, swapped]
    + [quotes, boundsOfQuotes, emptyBounds, missing, evidence]
    + [
      listedIDs, listedOnce, answers, verdicts, reviews, aheadOfTime, retirements, sharedIDs,
      equalAsks, equalReviews,
    ]
    + [unclearOrder, repeatedAnswers, answerDays, answerWords, answersInTime]
    + [beforePromises, absentParties, twoSides, missingTables, circles, ownParts, standingWholes]
    + [reviewers, ownWords, evidenceInTime, namesInTurn]
    + [corrections, idleCorrections, repeatedCorrections, correctionDays]
    + [
      coveredRegisters, coverageOnce, coverageOfParts, coverageAhead, coverageDates, widerRows,
      unplacedRows,
      completeTotals,
    ]
    + [
      preferred, unreconciled, needlessReconciliations, roundings, unexplained, askedAhead, parts,
      areaSums, ratioValues, registers,
    ]
}
