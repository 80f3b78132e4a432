/// A word or sentence that the program itself puts on pages: one row of every language's table.
///
/// The raw value is its key in `theme/words/ms.yaml`. What stands in braces is filled in; `{_}` is
/// a space at which no line ends.
public enum Word: String, Sendable, Hashable, CaseIterable {
  // Months, days and eras.
  case january, february, march, april, may, june, july, august, september, october, november
  case december, januaryShort = "january_short", februaryShort = "february_short"
  case marchShort = "march_short", aprilShort = "april_short", mayShort = "may_short"
  case juneShort = "june_short", julyShort = "july_short", augustShort = "august_short"
  case septemberShort = "september_short", octoberShort = "october_short"
  case novemberShort = "november_short", decemberShort = "december_short", monday, tuesday
  case wednesday, thursday, friday, saturday, sunday, fullDate = "full_date"
  case buddhistYear = "buddhist_year", gregorianYear = "gregorian_year"
  case fiscalYear = "fiscal_year", fiscalYearWithMonths = "fiscal_year_with_months"
  case spanOf = "span_of", inSpan = "in_span", figuresOfSpan = "figures_of_span"
  case dayWithTime = "day_with_time", monthOf = "month_of"
  case inYear = "in_year", publishedOn = "published_on", asOfMonth = "as_of_month"
  case asOfDay = "as_of_day", dateNotStated = "date_not_stated", noFigureDated = "no_figure_dated"
  case figuresDated = "figures_dated", figuresOfTime = "figures_of_time"
  case figuresDatedFrom = "figures_dated_from", figuresPublished = "figures_published"
  case figuresPublishedIn = "figures_published_in", figuresPublishedFrom = "figures_published_from"
  case figuresDatedOrPublished = "figures_dated_or_published", moreUndated = "more_undated"
  case rowsWithValue = "rows_with_value", fromTo = "from_to", publishedFromTo = "published_from_to"
  case datedOrPublishedFromTo = "dated_or_published_from_to"
  case datedOrPublished = "dated_or_published", sinceDate = "since_date"

  // Amounts and orders.
  case money, moneyInMillions = "money_in_millions", percent, baht, thousands
  case tenThousands = "ten_thousands", hundredThousands = "hundred_thousands", millions, billions
  case tenBillions = "ten_billions", hundredBillions = "hundred_billions", trillions
  case thousandsShort = "thousands_short", tenThousandsShort = "ten_thousands_short"
  case hundredThousandsShort = "hundred_thousands_short", millionsShort = "millions_short"
  case billionsShort = "billions_short", tenBillionsShort = "ten_billions_short"
  case hundredBillionsShort = "hundred_billions_short", trillionsShort = "trillions_short"
  case ordinal, ordinalOfOne = "ordinal_of_one", ordinalOfTwo = "ordinal_of_two"
  case ordinalOfThree = "ordinal_of_three", about, moreThan = "more_than", atLeast = "at_least"
  case atLeastAbout = "at_least_about", nearly, atMost = "at_most"
  case recordedSoFar = "recorded_so_far", amongRecorded = "among_recorded"
  case amongReported = "among_reported", counted

  // What is counted, and the kinds of places.
  case item, figure, area, country, region, regionInCharts = "region_in_charts", subregion
  case province, district, bangkokDistrict = "bangkok_district", subdistrict
  case bangkokSubdistrict = "bangkok_subdistrict", municipality, provinceName = "province_name"
  case districtName = "district_name", bangkokDistrictName = "bangkok_district_name"
  case subdistrictName = "subdistrict_name", bangkokSubdistrictName = "bangkok_subdistrict_name"
  case municipalityName = "municipality_name"

  // How clauses and lists are put together.
  case sentence, nextClause = "next_clause", listNext = "list_next", listLast = "list_last"
  case twoNames = "two_names", twoPlaces = "two_places", firstAndMore = "first_and_more", labelled
  case afterNumber = "after_number", credit

  // What is said of a place.
  case coverage, coverageInPart = "coverage_in_part", coverageWithParts = "coverage_with_parts"
  case coverageOnly = "coverage_only", recordsIn = "records_in"
  case bothFigures = "both_figures", allFigures = "all_figures"
  case datesNotStated = "dates_not_stated", sharedDateNotStated = "shared_date_not_stated"
  case sharedProviso = "shared_proviso", sharedCoverage = "shared_coverage"
  case placeWithin = "place_within", placeInDivision = "place_in_division"
  case placeHas = "place_has", placeHasNothing = "place_has_nothing"
  case placeIsMentioned = "place_is_mentioned", placeHasOwn = "place_has_own"
  case sharedWith = "shared_with", sharedBy = "shared_by", provisional

  // Where a value stands among others.
  case onlyOne = "only_one", allSame = "all_same", moreOfTwo = "more_of_two"
  case fewerOfTwo = "fewer_of_two", higherOfTwo = "higher_of_two", lowerOfTwo = "lower_of_two"
  case most, fewest, highest, lowest, nthMost = "nth_most", nthHighest = "nth_highest"
  case levelWith = "level_with", above, below, same, bothOf = "both_of"
  case comparisonAnd = "comparison_and", comparisonBut = "comparison_but"

  // What is said of several values at once.
  case onlyValue = "only_value", onlyValueOf = "only_value_of", allLevel = "all_level"
  case extremes, standing, withoutData = "without_data", notApplicableTo = "not_applicable_to"
  case missingValues = "missing_values", allAsOf = "all_as_of", asOfPeriod = "as_of_period", whole
  case partsAboveTotal = "parts_above_total", partsBelowTotal = "parts_below_total"
  case unlikeTimes = "unlike_times", unlikeSpans = "unlike_spans"
  case ofOtherTimes = "of_other_times"
  case ofManyOtherTimes = "of_many_other_times", ofOtherTime = "of_other_time"
  case openValues = "open_values"
  case absentTogether = "absent_together", absentInRegister = "absent_in_register"
  case absentInParts = "absent_in_parts"
  case unknownOrder = "unknown_order", unlikeUnits = "unlike_units", inOtherUnit = "in_other_unit"
  case unlikeThings = "unlike_things", ofOtherKind = "of_other_kind", noTotal = "no_total"
  case progress, rises, falls
  case succession, staysLevel = "stays_level", valueIn = "value_in"
  case countedDifferently = "counted_differently", dateOfPublication = "date_of_publication"
  case dateStatedOrOfPublication = "date_stated_or_of_publication"
  case moreSeries = "more_series", values, fromSources = "from_sources", between
  case valueUsed = "value_used", withoutDate = "without_date"

  // Marks, headings and buttons of charts and tables.
  case onlyTogether = "only_together", partialRegister = "partial_register"
  case onlyParts = "only_parts", noData = "no_data", notApplicable = "not_applicable", noDate =
    "no_date"
  case seriesBreak = "series_break", preferred, disagree, target, median, total
  case printedTotal = "printed_total", difference
  case nothingPublished = "nothing_published", openTable = "open_table", value, asOf = "as_of"
  case source, series, year, notStated = "not_stated", numberOfRows = "number_of_rows"
  case addedUp = "added_up", onlyComplete = "only_complete", onlyRecorded = "only_recorded"
  case undatedRows = "undated_rows", placelessRows = "placeless_rows", offTheMap = "off_the_map"
  case shownOf = "shown_of", titleOfPlaces = "title_of_places", table
  case backToText = "back_to_text", documentPages = "document_pages"

  // When events take place again, and whether they take place.
  case everyWeek = "every_week", everyWeeks = "every_weeks", everyMonth = "every_month"
  case everyMonths = "every_months", everyYear = "every_year", everyYears = "every_years"
  case dayOfMonth = "day_of_month", lastDayOfMonth = "last_day_of_month"
  case nthWeekday = "nth_weekday", lastWeekday = "last_weekday", daysInMonth = "days_in_month"
  case repeatsUntil = "repeats_until", repeatsTimes = "repeats_times"
  case repeatsExcept = "repeats_except", repeatsMoved = "repeats_moved"
  case timeMoved = "time_moved", twoWeekdays = "two_weekdays"
  case yearsWithDay = "years_with_day", dayOfSomeMonths = "day_of_some_months"
  case timeInThailand = "time_in_thailand"
  case eventConfirmed = "event_confirmed", eventTentative = "event_tentative"
  case eventCancelled = "event_cancelled", eventPostponed = "event_postponed"
  case eventRescheduled = "event_rescheduled", eventMovedOnline = "event_moved_online"
  case eventWithStatus = "event_with_status"

  // What the pages of a build as published say first.
  case asPublishedOn = "as_published_on"

  // What the history of changes says of words that are others now.
  case unitOf = "unit_of"
  case nameOf = "name_of", titleOf = "title_of", producerOf = "producer_of"
  case descriptionOf = "description_of", dayOfCompletenessOf = "day_of_completeness_of"
  case recordsAltered = "records_altered", movedBy = "moved_by"
  case multiplierOf = "multiplier_of"
  case completenessOf = "completeness_of"
  case workingOutOf = "working_out_of"
  case scopeOf = "scope_of"
  case registerComplete = "register_complete", registerPartial = "register_partial"
  case registerUnknown = "register_unknown", registerUnsaid = "register_unsaid"
  case scopeOfAll = "scope_of_all"
  case addedAsSum = "added_as_sum", addedAsLargest = "added_as_largest"
  case addedAsMean = "added_as_mean", notAddedUp = "not_added_up"

  /// Whether a language can do without it: not all count in ten thousands, or write 1st, 2nd, 3rd.
  public var isOptional: Bool {
    switch self {
    case .tenThousands, .hundredThousands, .tenBillions, .hundredBillions, .tenThousandsShort,
      .hundredThousandsShort, .tenBillionsShort, .hundredBillionsShort, .ordinalOfOne,
      .ordinalOfTwo, .ordinalOfThree:
      true
    default: false
    }
  }
}
