/// A phrase of the theme that the program itself puts on pages and into feeds; templates ask for
/// others by `t`.
///
/// There is no other way from Swift to a phrase, so that none can be asked for and not be required.
package enum Phrase: String, CaseIterable {
  case home, undated, source, yes, no
  case notFoundTitle = "not_found_title"
  case goneTitle = "gone_title"
  case provincesTitle = "provinces_title"
  case regionsTitle = "regions_title"
  case regionsSummary = "regions_summary"
  case regionOfScheme = "region_of_scheme"
  case divisionOf = "division_of"
  case figureByProvince = "figure_by_province"
  case figureByRegion = "figure_by_region"
  case figuresTitle = "figures_title"
  case searchFigures = "search_figures"
  case figuresSummary = "figures_summary"
  case otherFigures = "other_figures"
  case columnAsOf = "column_as_of"
  case asOf = "as_of"
  case asOfYear = "as_of_year"
  case asOfPublished = "as_of_published"
  case computedValue = "computed_value"
  case datasetsTitle = "datasets_title"
  case datasetsSummary = "datasets_summary"
  case dataVersion = "data_version"
  case howToCite = "how_to_cite"
  case licenceTitle = "licence_title"
  case registerInArea = "register_in_area"
  case registerAreaSummary = "register_area_summary"
  case registerAreaSoFar = "register_area_so_far"
  case recordSummary = "record_summary"
  case registerElsewhere = "register_elsewhere"
  case changesTitle = "changes_title"
  case changesSummary = "changes_summary"
  case valueChanged = "value_changed"
  case valueAdded = "value_added"
  case valueRemoved = "value_removed"
  case valueCorrected = "value_corrected"
  case recordsAdded = "records_added"
  case recordsRemoved = "records_removed"
  case recordsChanged = "records_changed"
  case sourcesTitle = "sources_title"
  case sourcesSummary = "sources_summary"
  case sourceSummary = "source_summary"
  case sourceUnused = "source_unused"
  case disagreementsTitle = "disagreements_title"
  case disagreementsSummary = "disagreements_summary"
  case differenceBelow = "difference_below"
  case differenceAbove = "difference_above"
  case differenceNone = "difference_none"
  case differencePercent = "difference_percent"
  case percentagePoints = "percentage_points"
  case differenceTiny = "difference_tiny"
  case proposalsTitle = "proposals_title"
  case trackerTitle = "tracker_title"
  case trackerSummary = "tracker_summary"
  case trackerPart = "tracker_part"
  case matrixTitle = "matrix_title"
  case matrixSummary = "matrix_summary"
  case matrixPart = "matrix_part"
  case methodTitle = "method_title"
  case methodSummary = "method_summary"
  case partiesTitle = "parties_title"
  case partiesSummary = "parties_summary"
  case progressNotResearched = "progress_not_researched"
  case progressNoMovementFound = "progress_no_movement_found"
  case progressCannotBeChecked = "progress_cannot_be_checked"
  case progressDisputed = "progress_disputed"
  case progressClarifying = "progress_clarifying"
  case progressProposed = "progress_proposed"
  case progressInProgress = "progress_in_progress"
  case progressStalled = "progress_stalled"
  case progressPartlyKept = "progress_partly_kept"
  case progressKept = "progress_kept"
  case progressAbandoned = "progress_abandoned"
  case retired
  case merged
  case translatedByUs = "translated_by_us"
  case notTranslated = "fallback_label"
  case conditions
  case stanceAgree = "stance_agree"
  case stanceAgreeWithConditions = "stance_agree_with_conditions"
  case stanceNeutral = "stance_neutral"
  case stanceDisagree = "stance_disagree"
  case stanceNoReply = "stance_no_reply"
  case stanceNotAsked = "stance_not_asked"
  case typeStatement = "type_statement"
  case typeCheckpoint = "type_checkpoint"
  case typeVote = "type_vote"
  case typeBudget = "type_budget"
  case typeCourt = "type_court"
  case typeReply = "type_reply"
  case typeReview = "type_review"
  case searchTitle = "search_title"
  case searchSummary = "search_summary"
  case previewDraft = "preview_draft"
  case previewScheduled = "preview_scheduled"
  case previewExpired = "preview_expired"

  /// The template without which a theme has no page that shows it; nil for those of every site.
  private var template: String? {
    switch self {
    case .home, .undated, .notFoundTitle, .provincesTitle: nil
    case .goneTitle: "gone.html"
    case .regionsTitle, .regionsSummary: "regions.html"
    case .regionOfScheme, .divisionOf: "region.html"
    case .figureByProvince, .figureByRegion: "provinces-figure.html"
    case .figuresTitle, .figuresSummary, .otherFigures, .columnAsOf, .asOf, .asOfYear,
      .asOfPublished, .computedValue, .source:
      "figure.html"
    case .datasetsTitle, .datasetsSummary, .dataVersion, .howToCite, .licenceTitle: "dataset.html"
    case .registerInArea, .registerAreaSummary, .registerAreaSoFar, .recordSummary,
      .registerElsewhere, .yes, .no:
      "record.html"
    case .changesTitle, .changesSummary, .valueChanged, .valueAdded, .valueRemoved,
      .valueCorrected, .recordsAdded, .recordsRemoved, .recordsChanged:
      "changes.html"
    case .sourcesTitle, .sourcesSummary, .sourceSummary, .sourceUnused: "source.html"
    case .disagreementsTitle, .disagreementsSummary, .differenceBelow, .differenceAbove,
      .differenceNone, .differencePercent, .percentagePoints, .differenceTiny:
      "disagreements.html"
    case .proposalsTitle: "proposal.html"
    case .typeStatement, .typeCheckpoint, .typeVote, .typeBudget, .typeCourt, .typeReply,
      .typeReview, .retired, .merged, .translatedByUs, .notTranslated, .conditions, .stanceAgree,
      .stanceAgreeWithConditions, .stanceNeutral, .stanceDisagree, .stanceNoReply, .stanceNotAsked:
      "promise.html"
    case .matrixTitle, .matrixSummary, .matrixPart: "matrix.html"
    case .methodTitle, .methodSummary: "tracker-method.html"
    case .partiesTitle, .partiesSummary: "party.html"
    case .trackerTitle, .trackerSummary, .trackerPart, .progressNotResearched,
      .progressNoMovementFound, .progressCannotBeChecked, .progressDisputed, .progressClarifying,
      .progressProposed, .progressInProgress, .progressStalled, .progressPartlyKept,
      .progressKept, .progressAbandoned:
      "promises.html"
    case .searchTitle, .searchSummary, .searchFigures, .previewDraft, .previewScheduled,
      .previewExpired:
      "search.html"
    }
  }

  /// The phrases that a theme with these templates must have.
  package static func required(by templates: [String]) -> [Phrase] {
    let templates = Set(templates)
    return allCases.filter { $0.template.map(templates.contains) ?? true }
  }
}
