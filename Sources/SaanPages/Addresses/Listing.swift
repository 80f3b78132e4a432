import SaanData
import SaanModel
import SaanText

/// A list of articles that is published over one or more pages.
package struct Listing: Sendable {
  /// What the list is of.
  package enum Kind: Sendable, Equatable {
    /// A collection, by its position in the settings.
    case collection(Int)
    /// A term of a taxonomy, by their positions in the settings.
    case term(taxonomy: Int, term: Int)
    /// The articles of a year in a collection, by the collection's position in the settings.
    case year(collection: Int, year: Int)
  }

  package let kind: Kind
  /// Where the list lies in each language, such as `news/`.
  package let place: String
  /// The articles in each of the site's languages, in the order that the reader sees.
  private let orders: ByID<Language, Lazily<[Entry]>>
  /// How many articles it has.
  private let count: Int
  package let perPage: Int

  /// Takes articles, and how they are put in order for the readers of a language.
  fileprivate init(
    _ kind: Kind, place: String, of members: [Entry], in languages: [Language], perPage: Int,
    order: @escaping @Sendable ([Entry], Language) -> [Entry]
  ) {
    (self.kind, self.place, self.perPage) = (kind, place, perPage)
    count = members.count
    orders = languages.byID { language in Lazily { order(members, language) } }
  }

  /// The articles in the order that the readers of a language see.
  ///
  /// An article that is not translated is in the list all the same, marked as what it is.
  package func entries(_ language: LanguageID) -> [Entry] { orders[language].value }

  /// How many pages the list has, in whichever language; never none.
  package var pageCount: Int { max(1, (count + perPage - 1) / perPage) }

  /// The articles on one page of the list, counted from 1.
  package func page(_ number: Int, _ language: LanguageID) -> ArraySlice<Entry> {
    let all = entries(language)
    let start = min(all.count, (number - 1) * perPage)
    return all[start..<min(all.count, start + perPage)]
  }
}

/// The lists of a site: one for each collection, and of one that goes on over several pages one for
/// each year, one for each term that is used.
package func makeListings(_ site: Site) -> [Listing] {
  let collections = collectionListings(site)
  return collections + collections.flatMap { yearListings(of: $0, site) } + termListings(site)
}

/// For readers without a script: who looks for what was told in a year need not turn every page.
private func yearListings(of listing: Listing, _ site: Site) -> [Listing] {
  guard case .collection(let index) = listing.kind, listing.pageCount > 1 else { return [] }
  let collection = site.settings.collections[index]
  let byYear = Dictionary(
    grouping: site.members(of: collection).filter { $0.original.front.date != nil }
  ) { $0.original.front.date?.date.year ?? 0 }
  guard byYear.count > 1 else { return [] }
  return byYear.sorted { $0.key > $1.key }.map { year, members in
    Listing(
      .year(collection: index, year: year), place: "\(listing.place)years/\(year)/", of: members,
      in: site.settings.languages, perPage: collection.perPage
    ) { $0.sorted(as: collection, in: $1) }
  }
}

private func collectionListings(_ site: Site) -> [Listing] {
  site.settings.collections.enumerated().map { index, collection in
    Listing(
      .collection(index), place: collection.path + "/", of: site.members(of: collection),
      in: site.settings.languages, perPage: collection.perPage
    ) { $0.sorted(as: collection, in: $1) }
  }
}

private func termListings(_ site: Site) -> [Listing] {
  site.settings.taxonomies.enumerated().flatMap { taxonomyIndex, taxonomy in
    let used = Dictionary(
      grouping: site.entries.flatMap { entry in
        Set((entry.original.front.topics ?? []).map(\.value)).map { (slug: $0, entry: entry) }
      }, by: \.slug)
    return taxonomy.terms.enumerated().compactMap { termIndex, term -> Listing? in
      guard let members = used[term.slug]?.map(\.entry) else { return nil }
      return Listing(
        .term(taxonomy: taxonomyIndex, term: termIndex),
        place: "\(taxonomy.path)/\(term.slug)/", of: members, in: site.settings.languages,
        perPage: 50
      ) { $0.sortedByTitle(in: $1).sortedNewestFirst() }
    }
  }
}

extension [Entry] {
  /// The articles in the order that a collection asks for; ties go by title, then by key.
  fileprivate func sorted(as collection: Collection, in language: Language) -> [Entry] {
    let titled = sortedByTitle(in: language)
    let isAscending = collection.order == .ascending
    switch collection.sort {
    case .title: return isAscending ? titled : titled.reversed()
    case .weight:
      return titled.stablySorted(by: { $0.original.front.weight ?? Int.max }) {
        isAscending ? $0 < $1 : $0 > $1
      }
    case .date:
      return isAscending ? titled.sortedNewestFirst().reversed() : titled.sortedNewestFirst()
    }
  }

  /// The newest first; what has no date comes last; equal ones keep their order.
  func sortedNewestFirst() -> [Entry] {
    stablySorted(by: { $0.original.front.date }) { left, right in
      switch (left, right) {
      case (nil, _): false
      case (_?, nil): true
      case (let left?, let right?): left > right
      }
    }
  }

  fileprivate func sortedByTitle(in language: Language) -> [Entry] {
    sorted(in: language) { $0.page(for: language.tag).title }
  }
}

extension Array {
  /// The elements sorted by a key that is computed once each; equal ones keep their order.
  fileprivate func stablySorted<Key>(
    by key: (Element) -> Key, inOrder areInOrder: (Key, Key) -> Bool
  ) -> [Element] {
    map { (key($0), $0) }.enumerated().sorted { left, right in
      if areInOrder(left.element.0, right.element.0) { return true }
      if areInOrder(right.element.0, left.element.0) { return false }
      return left.offset < right.offset
    }.map(\.element.1)
  }
}

extension Listing {
  /// Whether it lists the pages of a term.
  package var isTerm: Bool {
    if case .term = kind { true } else { false }
  }

  /// Whether it lists a whole collection.
  package var isCollection: Bool {
    if case .collection = kind { true } else { false }
  }
}
