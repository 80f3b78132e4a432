extension LanguageWords {
  /// The words of English.
  public static let english = LanguageWords(
    [
      Word.calendar(
        CalendarNames.englishMonths, short: CalendarNames.englishShortMonths,
        weekdays: CalendarNames.englishWeekdays),
      englishDates, englishNumbers, englishNouns, englishSentences, englishPlaces, englishRanks,
      englishSeries, englishCharts, englishEvents,
    ].reduce(into: [:]) { $0.merge($1) { one, _ in one } },
    grammar: .english)
}

private let englishDates: [Word: PhraseForms] = [
  .fullDate: "{weekday}, {date}",
  .buddhistYear: "{year} BE",
  .gregorianYear: "{year}",
  .fiscalYear: "fiscal year {year}",
  .fiscalYearWithMonths: "{year} ({months})",
  .dayWithTime: "{day}, {time}",
  .monthOf: "{month}",
  .inYear: "in {date}",
  .spanOf: "{date}",
  .inSpan: "for {date}",
  .publishedOn: "published {date}",
  .asOfMonth: "as of {date}",
  .asOfDay: "as of {date}",
  .dateNotStated: "date not stated",
  .noFigureDated: PhraseForms(
    one: "this figure has no stated date",
    other: "none of these figures has a stated date"),
  .figuresDated: PhraseForms(
    one: "this figure is as of {date}", other: "these figures are as of {date}"),
  .figuresOfTime: PhraseForms(
    one: "this figure is of {date}", other: "these figures are of {date}"),
  .figuresOfSpan: PhraseForms(
    one: "this figure is for {date}", other: "these figures are for {date}"),
  .figuresPublished: PhraseForms(
    one: "this figure was published on {date}", other: "these figures were published on {date}"),
  .figuresPublishedIn: PhraseForms(
    one: "this figure was published in {date}", other: "these figures were published in {date}"),
  .figuresDatedOrPublished: "these figures are as of {date} or were published then",
  .figuresDatedFrom: PhraseForms(
    one: "this figure is dated from {first} to {last}",
    other: "these figures are dated from {first} to {last}"),
  .figuresPublishedFrom: PhraseForms(
    one: "this figure was published between {first} and {last}",
    other: "these figures were published between {first} and {last}"),
  .moreUndated: PhraseForms(
    one: "1 more has no stated date",
    other: "{count} more have no stated date"),
  .fromTo: "from {first} to {last}",
  .publishedFromTo: "published from {first} to {last}",
  .datedOrPublishedFromTo: "as of or published from {first} to {last}",
  .datedOrPublished: "as of or published {date}",
  .sinceDate: "since {date}",
]

private let englishNumbers: [Word: PhraseForms] = [
  .money: "THB {amount}",
  .moneyInMillions: "THB {amount} million",
  .percent: "per cent",
  .baht: "baht",
  .thousands: "{number} thousand",
  .millions: "{number} million",
  .billions: "{number} billion",
  .trillions: "{number} trillion",
  .thousandsShort: "{number}k",
  .millionsShort: "{number}m",
  .billionsShort: "{number}bn",
  .trillionsShort: "{number}tn",
  .ordinal: "{number}th",
  .ordinalOfOne: "{number}st",
  .ordinalOfTwo: "{number}nd",
  .ordinalOfThree: "{number}rd",
  .about: "about {amount}",
  .moreThan: "more than {amount}",
  .atLeast: "at least {amount}",
  .atLeastAbout: "at least about {amount}",
  .nearly: "nearly {amount}",
  .atMost: "at most {amount}",
  .recordedSoFar: "at least {amount} recorded so far",
  .amongRecorded: "{amount} among those recorded so far",
  .amongReported: "{amount} among those with data",
  .counted: "{amount} ({name})",
]

private let englishNouns: [Word: PhraseForms] = [
  .item: PhraseForms(one: "item", other: "items"),
  .figure: PhraseForms(one: "figure", other: "figures"),
  .area: PhraseForms(one: "area", other: "areas"),
  .country: PhraseForms(one: "country", other: "countries"),
  .region: PhraseForms(one: "region", other: "regions"),
  .regionInCharts: PhraseForms(one: "region", other: "regions"),
  .subregion: PhraseForms(one: "sub-region", other: "sub-regions"),
  .province: PhraseForms(one: "province", other: "provinces"),
  .district: PhraseForms(one: "district", other: "districts"),
  .bangkokDistrict: PhraseForms(one: "district", other: "districts"),
  .subdistrict: PhraseForms(one: "subdistrict", other: "subdistricts"),
  .bangkokSubdistrict: PhraseForms(one: "subdistrict", other: "subdistricts"),
  .municipality: PhraseForms(one: "municipality", other: "municipalities"),
  .provinceName: "{name}",
  .districtName: "{name} District",
  .bangkokDistrictName: "{name} District",
  .subdistrictName: "{name} Subdistrict",
  .bangkokSubdistrictName: "{name} Subdistrict",
  .municipalityName: "{name} Municipality",
]

private let englishSentences: [Word: PhraseForms] = [
  .sentence: "{text}.",
  .nextClause: "{text}; {next}",
  .listNext: "{list}, {next}",
  .listLast: "{list} and {last}",
  .twoNames: "{first} and {last}",
  .twoPlaces: "{first} and {last}",
  .firstAndMore: "{first} and {count} more",
  .labelled: "{name}: {text}",
  .afterNumber: "{amount}",
  .credit: "{title}, {producer}",
]

private let englishPlaces: [Word: PhraseForms] = [
  .rowsWithValue: PhraseForms(
    one: "{reported} of {expected} rows has a value",
    other: "{reported} of {expected} rows have a value"),
  .coverage: PhraseForms(
    one: "{reported} of {expected} has data", other: "{reported} of {expected} have data"),
  .recordsIn: "records in {reported} of {expected}",
  .bothFigures: "both",
  .allFigures: "all",
  .datesNotStated: "dates not stated",
  .sharedDateNotStated: "dates not stated",
  .sharedProviso: "{figures} {proviso}",
  .sharedCoverage: "for {figures}, {proviso}",
  .placeWithin: "{name}, in {around},",
  .placeInDivision: "{name}, in {division},",
  .placeHas: "{place} has {figures}",
  .placeHasNothing: "{place} has no figures on this site yet",
  .placeIsMentioned: PhraseForms(
    one: "{place} has no figures of its own on this site yet, but sources mention"
      + " {count} project there",
    other: "{place} has no figures of its own on this site yet, but sources mention"
      + " {count} projects there"),
  .placeHasOwn: PhraseForms(
    other: "{place} has no figures of the whole place on this site yet, only figures of"
      + " organisations or events there"),
  .sharedWith: "together with {names}",
  .sharedBy: "{names} together",
]

private let englishRanks: [Word: PhraseForms] = [
  .onlyOne: "no figure for other {noun}",
  .allSame: "the same in all {all} with data",
  .moreOfTwo: "the higher of the {all} with data",
  .fewerOfTwo: "the lower of the {all} with data",
  .higherOfTwo: "the higher of the {all} with data",
  .lowerOfTwo: "the lower of the {all} with data",
  .most: "the highest of the {all} with data",
  .fewest: "the lowest of the {all} with data",
  .highest: "the highest of the {all} with data",
  .lowest: "the lowest of the {all} with data",
  .nthMost: "{ordinal} highest of the {all} with data",
  .nthHighest: "{ordinal} highest of the {all} with data",
  .levelWith: PhraseForms(
    one: "{rank}, level with {count} other",
    other: "{rank}, level with {count} others"),
  .above: "above {name}",
  .below: "below {name}",
  .same: "the same as {name}",
  .bothOf: "both {first} and {second}",
  .comparisonAnd: "{text} and {next}",
  .comparisonBut: "{text} but {next}",
]

private let englishSeries: [Word: PhraseForms] = [
  .onlyValue: "the only value is {value}",
  .onlyValueOf: "only {name} has data: {value}",
  .allLevel: "all {items} stand at {value}",
  .extremes: "the highest of {items} is {high} ({high_name}), the lowest {low} ({low_name})",
  .standing: "{name} is {ordinal} of {count} with {value}",
  .withoutData: PhraseForms(one: "{items} has no data", other: "{items} have no data"),
  .notApplicableTo: "not applicable to {items}",
  .missingValues: PhraseForms(one: "{count} value is missing", other: "{count} values are missing"),
  .allAsOf: "{as_of}",
  .asOfPeriod: "as of {date}",
  .whole: "{total} in all: {parts}",
  .partsAboveTotal:
    "the source’s own total is {total}; the parts exceed it by {difference}",
  .partsBelowTotal:
    "the source’s own total is {total}; the parts fall short of it by {difference}",
  .unknownOrder: "the order is not certain, for some values are not exact",
  .unlikeUnits: "the values are in unlike units and are not compared",
  .inOtherUnit: "counted in another unit",
  .unlikeThings: "the values do not count quite the same and are not compared",
  .ofOtherKind: "counts something a little different",
  .unlikeTimes: "the values are not of the same time and are not compared",
  .unlikeSpans: "values of unlike spans of time are neither joined nor compared",
  .ofOtherTimes: PhraseForms(
    one: "the value of {items} is of another time ({times}) and is not compared",
    other: "the values of {items} are of another time ({times}) and are not compared"),
  .ofManyOtherTimes: PhraseForms(
    one: "the value of {items} is of another time and is not compared",
    other: "the values of {items} are of other times and are not compared"),
  .ofOtherTime: "of another time",
  .absentTogether: PhraseForms(
    one: "{items} has a value only together with others",
    other: "{items} have a value only together with others"),
  .absentInRegister: PhraseForms(
    one: "the register of {items} is not known to be complete",
    other: "the registers of {items} are not known to be complete"),
  .absentInParts: PhraseForms(
    one: "{items} has data of some parts only", other: "{items} have data of some parts only"),
  .noTotal: "no certain total",
  .progress: "{value} of a target of {target} ({percent})",
  .rises: "rose from {before} in {then} to {after} in {now}",
  .falls: "fell from {before} in {then} to {after} in {now}",
  .succession: "{before} in {then}, {after} in {now}",
  .staysLevel: "{value} in both {first} and {last}",
  .valueIn: "{value} in {date}",
  .countedDifferently: "counted differently from {date}",
  .dateOfPublication: "{date} (date of publication)",
  .dateStatedOrOfPublication: "{date} (stated or date of publication)",
  .moreSeries: "and {count} more series",
  .values: PhraseForms(one: "1 value", other: "{count} values"),
  .fromSources: PhraseForms(one: "{values} from 1 source", other: "{values} from {count} sources"),
  .between: "{values}, from {low} to {high}",
  .valueUsed: "the value used is {value}",
  .withoutDate: PhraseForms(one: "{count} has no date", other: "{count} have no date"),
]

private let englishCharts: [Word: PhraseForms] = [
  .onlyTogether: "only together with others",
  .partialRegister: "register not complete",
  .onlyParts: "only of some parts",
  .noData: "no data",
  .notApplicable: "not applicable",
  .noDate: "no date",
  .seriesBreak: "counted differently from here",
  .preferred: "value used",
  .disagree: "sources disagree",
  .target: "target",
  .median: "median",
  .total: "Total",
  .printedTotal: "Total that the source gives",
  .difference: "Difference",
  .nothingPublished: "No data has been published yet",
  .openTable: "View the data as a table",
  .value: "Value",
  .asOf: "As of",
  .source: "Source",
  .series: "Series",
  .year: "Year",
  .notStated: "Not stated",
  .numberOfRows: "Number of rows",
  .addedUp: "added up from smaller areas",
  .onlyComplete: "Only areas whose register is complete are shown",
  .onlyRecorded: "Only what has been recorded so far; there may be more",
  .undatedRows: "Rows without a date, which are not shown: {count}",
  .placelessRows: "Rows without an area, which are not shown: {count}",
  .offTheMap: "Not on the map: {areas}",
  .shownOf: "{shown} of {all} are shown",
  .titleOfPlaces: "{title}, {places}",
  .table: "Table",
  .backToText: "Back to the text",
  .asPublishedOn:
    "The figures here are those published on {date}, not the newest; pages of records are left out",
  .unitOf: "Unit of {name}",
  .nameOf: "Name of {name}",
  .multiplierOf: "Power of ten of {name}",
]

private let englishEvents: [Word: PhraseForms] = [
  .everyWeek: "every {days}",
  .everyWeeks: "every {interval} weeks on {days}",
  .everyMonth: "every month, {days}",
  .everyMonths: "every {interval} months, {days}",
  .everyYear: "every year",
  .everyYears: "every {interval} years",
  .dayOfMonth: "on day {number}",
  .lastDayOfMonth: "on the last day",
  .nthWeekday: "on the {ordinal} {weekday}",
  .lastWeekday: "on the last {weekday}",
  .daysInMonth: "{text}, {days} of {month}",
  .repeatsUntil: "{text} until {date}",
  .repeatsTimes: PhraseForms(one: "{text}, once", other: "{text}, {count} times in all"),
  .repeatsExcept: "{text}, except {dates}",
  .eventConfirmed: "as announced",
  .eventTentative: "not confirmed",
  .eventCancelled: "cancelled",
  .eventPostponed: "postponed, no new date yet",
  .eventRescheduled: "moved to another date",
  .eventMovedOnline: "moved online",
  .eventWithStatus: "[{status}] {name}",
]
