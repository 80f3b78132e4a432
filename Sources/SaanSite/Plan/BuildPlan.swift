import SaanData
import SaanText

/// Every output of a build, decided before anything is rendered.
package struct BuildPlan: Sendable {
  package let routes: Routes
  package let listings: [Listing]
  /// The outputs, sorted by their path.
  package let jobs: [Job]

  /// The jobs that make pages people read, with their site path.
  package var pages: [Job] { jobs.filter { $0.template != nil } }

  /// Whether something is published under a site path such as `/th/news/`.
  package func publishes(_ path: String) -> Bool { outputs.contains(Self.output(for: path)) }

  /// The site path that a path without language means to a reader: the one in the reader's
  /// language, or the path itself where only that is published.
  package func path(of written: String, _ language: Language) -> String {
    let root = "/" + percentDecoded(written).drop { $0 == "/" }
    let own = routes.path(String(root.dropFirst()), language)
    return publishes(own) || !publishes(root) ? own : root
  }

  private let outputs: Set<String>

  /// Sorts the jobs.
  init(routes: Routes, listings: [Listing], jobs: [Job]) {
    self.routes = routes
    self.listings = listings
    self.jobs = jobs.sorted { $0.output < $1.output }
    outputs = Set(jobs.map(\.output))
  }

  /// The file that a server sends for a site path: `/th/` → `th/index.html`.
  static func output(for path: String) -> String {
    let relative = String(path.drop { $0 == "/" })
    return relative.isEmpty || relative.hasSuffix("/") ? relative + "index.html" : relative
  }
}

/// One output: where it goes and what it shows.
///
/// It never changes; a class, because plans of hundreds of thousands are sorted and handed round.
package final class Job: Sendable {
  /// The path below the output directory.
  package let output: String
  let subject: any Subject
  /// The position of the reader's language; the first for outputs without one.
  package let language: Int
  /// The template, for outputs that are rendered through one.
  package let template: String?
  /// What in the content asked for it, for messages.
  package let origin: Place?

  init(
    output: String, subject: any Subject, language: Int, template: String?, origin: Place?
  ) {
    self.output = output
    self.subject = subject
    self.language = language
    self.template = template
    self.origin = origin
  }

  /// Whether search engines may list it, as far as its kind goes.
  var isForSearch: Bool { subject.isForSearch }

  /// The site path that a link to it has.
  package var path: String {
    "/" + (output.hasSuffix("index.html") ? String(output.dropLast("index.html".count)) : output)
  }

  /// What kind of output it is, as `saan list pages` and templates name it.
  package var kind: String { subject.kind }
}

extension Listing {
  /// Whether it lists the pages of a term.
  package var isTerm: Bool {
    if case .term = kind { true } else { false }
  }
}
