import SaanData
import SaanText

/// Everything that has an address on the site: what pages ask when they link.
package struct PublishedAddresses: Sendable {
  package private(set) var routes: Routes
  package private(set) var listings: [Listing]
  private var outputs: Set<String>
  /// The site path of the card of each page that has one, by the page's, and what it says.
  package var cards: [String: (path: String, alt: String)] = [:]

  /// Joins what is planned.
  ///
  /// - Parameter outputs: the paths of all outputs.
  package init(routes: Routes, listings: [Listing], outputs: some Sequence<String>) {
    self.routes = routes
    self.listings = listings
    self.outputs = Set(outputs)
  }

  /// The same by other routes, with some outputs in place of others.
  package func replacing(
    _ routes: Routes, without gone: [String], adding new: [String]
  ) -> PublishedAddresses {
    var addresses = self
    addresses.routes = routes
    addresses.outputs.subtract(gone)
    addresses.outputs.formUnion(new)
    return addresses
  }

  /// The same by other routes and with other lists, with some outputs in place of others.
  package func replacing(
    _ routes: Routes, _ listings: [Listing], without gone: [String], adding new: [String]
  ) -> PublishedAddresses {
    var addresses = replacing(routes, without: gone, adding: new)
    addresses.listings = listings
    return addresses
  }

  /// Whether an output is published, by its path below the output folder.
  package func has(_ output: String) -> Bool { outputs.contains(output) }

  /// Whether something is published under a site path such as `/th/news/`.
  package func publishes(_ path: String) -> Bool { outputs.contains(Self.output(for: path)) }

  /// The site path that a path without language means to a reader: the one in the reader's
  /// language, or the path itself where only that is published.
  package func path(of written: String, _ language: Language) -> String {
    path(of: written, language, publishes: publishes)
  }

  /// The same, asking of somebody else what is published.
  func path(
    of written: String, _ language: Language, publishes: (String) -> Bool
  ) -> String {
    let root = "/" + percentDecoded(written).drop { $0 == "/" }
    let own = routes.path(String(root.dropFirst()), language)
    return publishes(own) || !publishes(root) ? own : root
  }

  /// The file that a server sends for a site path: `/th/` → `th/index.html`.
  package static func output(for path: String) -> String {
    let relative = String(path.drop { $0 == "/" })
    return relative.isEmpty || relative.hasSuffix("/") ? relative + "index.html" : relative
  }
}
