import SaanData
import SaanModel
import SaanPages
import SaanText

extension Site {
  /// The outputs that are missing because their author holds an article back: its page in each
  /// language that shows it, its aliases, and the pages of topics that nothing else is on, with
  /// the feeds of these and of the areas that it names.
  func outputsHeldBack(_ routes: Routes) -> Set<String> {
    let paths = heldBack.flatMap { held in
      let showing = routes.languages.filter { entry(held.key)?.has($0.tag) != true }
      let aliases = held.aliases.compactMap { try? OldAddress($0) }
      let topics = placesOfTopics(held.topics)
      let areas = held.areas.compactMap { self.areas[$0].flatMap { self.areas.pagePlace(of: $0) } }
      let feeds = FeedFormat.allCases.flatMap { format in
        (topics + areas).map { $0 + format.rawValue }
      }
      return showing.flatMap { language in
        [routes.path(of: held, language)] + aliases.map { routes.path(ofAlias: $0, language) }
      }
        + routes.languages.flatMap { language in
          (topics + feeds).map { routes.path($0, language) }
        }
    }
    return Set(paths.map { PublishedAddresses.output(for: $0) })
  }

  private func placesOfTopics(_ slugs: [String]) -> [String] {
    settings.taxonomies.flatMap { taxonomy in
      taxonomy.terms.filter { slugs.contains($0.slug) }.map { "\(taxonomy.path)/\($0.slug)/" }
    }
  }
}
