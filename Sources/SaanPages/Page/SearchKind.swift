/// As what search finds a page, in the order in which kinds are told.
package enum SearchKind: Int, CaseIterable, Sendable {
  /// A place.
  case place
  /// The page of a list, of a register or of a topic.
  case section
  case figure
  case article
  /// A row of a register.
  case record
  /// A source or a table.
  case source

  /// The name that the script and the theme know it by.
  var name: String {
    switch self {
    case .place: "place"
    case .section: "section"
    case .figure: "figure"
    case .article: "article"
    case .record: "record"
    case .source: "source"
    }
  }
}

/// Places in the order of results that several kinds of page have.
enum SearchOrder {
  /// Of the lists by area behind those of a whole register.
  static let listOfMany = 1
}
