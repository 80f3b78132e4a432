import SaanData

/// What the row of a table says of the article that is its body: the fields that the article's own
/// files need not say again.
struct ArticleRow: Sendable, Hashable {
  let title: Localized<String>
  let summary: Localized<String>
  let topics: [String]
  let areas: [String]
  /// Its place in the table, which is that of the article in its list.
  let position: Int

  /// The rows of proposals, by the keys of their articles.
  static func all(_ tracker: Tracker) -> [String: ArticleRow] {
    Dictionary(
      tracker.proposals.map { proposal in
        (
          Proposal.folder + proposal.id,
          ArticleRow(
            title: proposal.title, summary: proposal.ask, topics: proposal.topics,
            areas: proposal.areas, position: proposal.row + 1)
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
