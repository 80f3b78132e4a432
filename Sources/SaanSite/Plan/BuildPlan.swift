import SaanData
import SaanPages
import SaanText

/// Every output of a build, decided before anything is rendered.
package struct BuildPlan: Sendable {
  /// Everything that has an address.
  package let addresses: PublishedAddresses
  /// The outputs, sorted by their path.
  package let jobs: [Job]

  package var routes: Routes { addresses.routes }
  package var listings: [Listing] { addresses.listings }

  /// The jobs that make pages people read, with their site path.
  package var pages: [Job] { jobs.filter { $0.template != nil } }

  /// Whether something is published under a site path such as `/th/news/`.
  package func publishes(_ path: String) -> Bool { addresses.publishes(path) }

  /// The site path that a path without language means to a reader.
  package func path(of written: String, _ language: Language) -> String {
    addresses.path(of: written, language)
  }

  /// Sorts the jobs.
  init(routes: Routes, listings: [Listing], jobs: [Job]) {
    addresses = PublishedAddresses(
      routes: routes, listings: listings, outputs: jobs.lazy.map(\.output))
    self.jobs = jobs.sorted { $0.output < $1.output }
  }
}
