import SaanData
import SaanFiles
import SaanModel
import SaanText

/// Everything that the program knows of one kind of page: what it publishes, and what templates may
/// ask of it.
///
/// A kind has a folder of its own with its addresses, its plan, its subjects and its files; this
/// row is how the rest of the program meets it.
package struct PageKind: Sendable {
  /// What it publishes, in the order in which it is planned.
  let outputs: [OutputFormat]
  /// What templates may ask of its pages beside what every page has.
  let fields: [PageField]
  /// The templates that only its pages can fill, each with what these are about.
  package let ownTemplates: [String: Wording]

  init(
    outputs: [OutputFormat], fields: [PageField] = [], ownTemplates: [String: Wording] = [:]
  ) {
    self.outputs = outputs
    self.fields = fields
    self.ownTemplates = ownTemplates
  }
}

/// One group of outputs of a kind: which files it makes of a site.
///
/// Most are planned from the site alone. What speaks of other outputs, such as redirects and the
/// sitemap, is planned last, in view of all of them.
package struct OutputFormat: Sendable {
  /// The name that `saan reference` prints.
  package let name: String
  /// What it publishes, in a sentence.
  package let summary: String
  /// Whether there is nothing of it as long as the site's own address is unknown: it is read far
  /// from the site, where other links lead nowhere.
  package let needsBaseURL: Bool
  package let plan: @Sendable (Planner) -> [Job]
  /// Plans what is made of all other outputs, once they are known.
  package let planLast: @Sendable (Planner, [Job]) -> [Job]

  init(
    name: String, summary: String, needsBaseURL: Bool = false,
    plan: @escaping @Sendable (Planner) -> [Job] = { _ in [] },
    planLast: @escaping @Sendable (Planner, [Job]) -> [Job] = { _, _ in [] }
  ) {
    self.name = name
    self.summary = summary
    self.needsBaseURL = needsBaseURL
    self.plan = plan
    self.planLast = planLast
  }

  /// Whether an output is called as its files are.
  package func names(_ output: String) -> Bool {
    FilePath.lastPart(of: output) == FilePath.lastPart(of: name)
  }
}

/// What the plan of an output format may look at.
///
/// There is no reader in it: what is published is settled before any page is made, so that every
/// page can ask whether another is there. Paths are put together here, so that no kind of page
/// knows where a language stands in them.
package struct Planner: Sendable {
  package let site: Site
  package let routes: Routes
  package let listings: [Listing]

  /// Lets a plan look at a site with its addresses and lists.
  package init(site: Site, routes: Routes, listings: [Listing]) {
    (self.site, self.routes, self.listings) = (site, routes, listings)
  }

  var languages: [Language] { site.settings.languages }

  /// Whether the theme has a template.
  func hasTemplate(_ name: String) -> Bool { site.theme.templateNames.contains(name) }

  /// Makes a job for a site path.
  func job(
    _ path: String, _ subject: some Subject, language: LanguageID = .first, template: String? = nil,
    origin: Place? = nil
  ) -> Job {
    Job(
      output: PublishedAddresses.output(for: path), subject: subject, language: language,
      template: template, origin: origin)
  }

  /// Makes a page in each language below a place such as `figures/`.
  func pages(_ place: String, _ subject: some Subject, template: String, origin: Place? = nil)
    -> [Job]
  {
    languages.ids.map { language in
      page(place, subject, language: language, template: template, origin: origin)
    }
  }

  /// Makes a page in one language below a place such as `figures/`.
  func page(
    _ place: String, _ subject: some Subject, language: LanguageID, template: String,
    origin: Place? = nil
  ) -> Job {
    job(
      routes.path(place, languages[language]), subject, language: language, template: template,
      origin: origin)
  }
}
