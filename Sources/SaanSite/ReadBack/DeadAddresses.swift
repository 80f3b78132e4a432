import SaanData
import SaanMarkdown
import SaanModel
import SaanPages
import SaanPublish
import SaanText

/// What leads nowhere on the pages that were read: one finding for each target and each place where
/// an author or a template wrote it, with the pages that show it.
///
/// A link in a template is dead on every page: told page by page it would hide all others. So each
/// is traced to where it is written, in the article first, then in templates, settings and tables.
struct DeadAddresses {
  /// A dead address and who made it.
  private struct Kind: Hashable {
    /// The path without its language; empty for a part of the very page that links to it.
    let target: String
    let reason: DeadAddress.Reason
    /// The article or file that it stands in, else the template.
    let maker: String
  }

  private struct Group {
    let address: DeadAddress
    /// Where it is written, if that is known.
    var span: SourceSpan?
    var jobs: [Job] = []
  }

  /// How many targets of one template are told one by one.
  private static let mostOfOneTemplate = 20

  private let site: Site
  private let plan: BuildPlan
  private let book: AddressBook
  private let sources: AddressSources

  init(_ site: Site, _ plan: BuildPlan, _ book: AddressBook, _ tree: SourceTree) {
    self.site = site
    self.plan = plan
    self.book = book
    sources = AddressSources(tree)
  }

  /// Puts together what all outputs say of one another.
  func found(in readings: [OutputReading]) -> [Diagnostic] {
    var order: [Kind] = []
    var groups: [Kind: Group] = [:]
    for (job, address) in dead(in: readings) {
      let span = sources.article(of: job, site, plan)?.firstSpan(of: literals(of: address))
      let isOwn =
        address.reason.isOfPage
        || address.reason != .missing && address.reference.hasPrefix("#")
      let kind = Kind(
        target: isOwn ? "" : withoutLanguage(address.target, job), reason: address.reason,
        maker: span?.file.path ?? job.assetPath ?? job.template ?? job.kind)
      if groups[kind] == nil { order.append(kind) }
      groups[kind, default: Group(address: address, span: span)].jobs.append(job)
    }
    var counts: [String: Int] = [:]
    var left: [String: Int] = [:]
    for kind in order {
      counts[kind.maker, default: 0] += 1
      if counts[kind.maker] ?? 0 > Self.mostOfOneTemplate { left[kind.maker, default: 0] += 1 }
    }
    var told: [String: Int] = [:]
    let shown = order.filter { kind in
      told[kind.maker, default: 0] += 1
      return told[kind.maker] ?? 0 <= Self.mostOfOneTemplate
    }
    return merged(shown, groups).map { kind, group in
      let diagnostic = diagnostic(group)
      return shown.last { $0.maker == kind.maker } == kind
        ? left[kind.maker].map { diagnostic.notingMoreAddresses($0) } ?? diagnostic : diagnostic
    }
  }

  /// The groups with those as one that a single place in a source makes: for both languages, say.
  private func merged(_ order: [Kind], _ groups: [Kind: Group]) -> [(Kind, Group)] {
    var found: [(kind: Kind, group: Group)] = []
    for kind in order {
      guard var group = groups[kind] else { continue }
      group.span = group.span ?? sources.template(of: group.jobs[0], literals(of: group.address))
      let same = found.firstIndex {
        $0.group.span != nil && $0.group.span == group.span && $0.kind.reason == kind.reason
      }
      if let same {
        found[same].group.jobs += group.jobs
      } else {
        found.append((kind, group))
      }
    }
    return found
  }

  /// The path without the language of the page that leads there.
  private func withoutLanguage(_ path: String, _ job: Job) -> String {
    let prefix = "/" + plan.routes.languages[job.language].prefix + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.utf8.count - 1)) : path
  }

  /// Every dead address with the job that shows it, in the order of the plan.
  private func dead(in readings: [OutputReading]) -> [(Job, DeadAddress)] {
    let wanted = Set(readings.lazy.flatMap(\.anchors).map(\.target))
    var identifiers: [Int32: Set<UInt64>] = [:]
    for reading in readings where wanted.contains(reading.output) {
      identifiers[reading.output] = Set(reading.identifiers)
    }
    return readings.flatMap { reading in
      let anchors = reading.anchors.compactMap { anchor -> DeadAddress? in
        guard let known = identifiers[anchor.target], !known.contains(anchor.id),
          !AddressFormat.isPaged(book.outputs[Int(anchor.target)])
        else { return nil }
        let hash = anchor.reference.firstIndex(of: "#") ?? anchor.reference.endIndex
        let fragment = percentDecoded(String(anchor.reference[hash...].dropFirst()))
        if fragment.lowercased() == "top" { return nil }
        return DeadAddress(
          reference: anchor.reference, target: "/" + book.outputs[Int(anchor.target)].sitePath,
          reason: .anchor(fragment))
      }
      return (reading.dead + anchors).map { (plan.jobs[Int(reading.output)], $0) }
    }
  }

  /// How the address may be written in the sources, the most telling first.
  private func literals(of address: DeadAddress) -> [String] {
    if case .anchor(let fragment) = address.reason {
      return [address.reference, percentDecoded(address.reference), "#" + fragment]
    }
    if case .label(let id) = address.reason {
      return ["=\"\(id)\"", "='\(id)'", "=\(id)", "=\"\(id) ", " \(id)\""]
    }
    if case .nothing = address.reason { return [address.reference] }
    let path = address.target
    let places = plan.routes.languages.compactMap { language -> String? in
      let prefix = "/\(language.prefix)/"
      return path.hasPrefix(prefix) ? "/" + path.dropFirst(prefix.count) : nil
    }
    return ([address.reference, percentDecoded(address.reference), path] + places)
      .filter { $0.utf8.count > 2 }
  }

  private func withoutLanguage(_ path: String) -> String {
    let prefix = plan.routes.languages.map { $0.prefix + "/" }.first { path.hasPrefix($0) }
    return String(path.dropFirst(prefix?.utf8.count ?? 0))
  }

  private func diagnostic(_ group: Group) -> Diagnostic {
    let job = group.jobs[0]
    let place =
      group.span?.place ?? sources.cell(literals(of: group.address), site) ?? job.assetPath.map {
        .file(path: $0)
      }
      ?? sources.file(ofTemplate: job.template) ?? job.origin
    let hint = hint(for: group.address, on: job)
    let diagnostic = Diagnostic.deadAddress(group.address, at: place, hint: hint)
    let template = group.span == nil ? job.template : nil
    return (template.map { diagnostic.notingTemplate($0) } ?? diagnostic)
      .notingPages(group.jobs.map(\.path))
  }

  private func hint(for address: DeadAddress, on job: Job) -> Wording? {
    let path = String(address.target.dropFirst())
    switch address.reason {
    case .withdrawn: return .takeOutOrUngone
    case .base: return .takeBaseOut
    case .nothing(let mistake):
      return Diagnostic.badAddress(address.reference, mistake, at: nil).hint
    case .label: return .writeTheID
    case .besideSite:
      return .writeWithURL("/" + withoutLanguage(path))
    case .anchor(let fragment):
      guard let target = book.output(at: percentEncoded(path: path)),
        let entry = plan.jobs[Int(target)].subject.entry
      else { return .writeAnID }
      let tag = plan.routes.languages[plan.jobs[Int(target)].language].tag
      return didYouMean(fragment, among: entry.page(for: tag).body.outline.map(\.id)) ?? .writeAnID
    case .missing:
      if book.output(at: percentEncoded(path: path + "/")) != nil {
        return .writeSlash("/" + path + "/")
      }
      if let name = site.theme.assets.keys.first(where: { path == "assets/" + $0 }) {
        return job.assetPath == nil ? .writeAsset(name) : .moveToStatic(name)
      }
      let language = plan.routes.languages[job.language]
      if plan.publishes(plan.routes.path(path, language)) { return .writeWithURL("/" + path) }
      return didYouMean(address.target, among: plan.pages.lazy.map(\.path))
    }
  }
}

extension AddressFormat {
  /// Whether what follows the `#` names no part by its id: pages of a PDF, moments of a film.
  fileprivate static func isPaged(_ path: String) -> Bool {
    switch AddressFormat(path) {
    case .html, .xml: false
    default: true
    }
  }
}

extension Job {
  /// The file of an asset that is published as it is.
  fileprivate var assetPath: String? {
    subject.asset?.path
  }
}

/// Where addresses may have been written: articles, templates, settings.
private struct AddressSources {
  /// Templates and shortcodes, the site's own first, then settings and phrases.
  private let templates: [SourceFile]

  init(_ tree: SourceTree) {
    templates = tree.files.keys.compactMap { path in Self.rank(path).map { ($0, path) } }
      .sorted { $0 < $1 }.compactMap { tree.files[$0.1] }
  }

  /// How early a file is looked through; `nil` for one that writes no addresses into pages.
  private static func rank(_ path: String) -> Int? {
    if path.hasPrefix("theme/") { return 0 }
    if path == "site.yaml" { return 2 }
    if path.hasPrefix("content/data/datapackage.") { return 3 }
    guard path.hasPrefix("themes/") else { return nil }
    return path.containsBytes(of: "/phrases/") ? 3 : 1
  }

  /// The file that the text of a job's page was written in.
  func article(of job: Job, _ site: Site, _ plan: BuildPlan) -> SourceFile? {
    let tag = plan.routes.languages[job.language].tag
    return job.subject.entry?.page(for: tag).source
  }

  /// Where a template writes one of the texts: the job's own template first.
  func template(of job: Job, _ literals: [String]) -> SourceSpan? {
    let own = templates.filter { file in job.template.map { file.path.hasSuffix("/" + $0) } ?? false
    }
    for literal in literals {
      for file in own + templates {
        if let span = file.firstSpan(of: [literal]) { return span }
      }
    }
    return nil
  }

  /// The cell of a table that holds an address as it is written on a page.
  func cell(_ literals: [String], _ site: Site) -> Place? {
    for table in site.figures.package.tables {
      for field in table.publicFields where field.type == .string || field.type == .any {
        for index in 0..<table.count {
          guard let text = table[index].string(field.name), text.contains("/") else { continue }
          if literals.prefix(2).contains(where: text.contains) {
            return table[index].place(field.name)
          }
        }
      }
    }
    return nil
  }

  func file(ofTemplate name: String?) -> Place? {
    guard let name else { return nil }
    return templates.first { $0.path.hasSuffix("/templates/" + name) }.map { .file(path: $0.path) }
  }
}

extension SourceFile {
  /// The first place of the first of the texts that stands in the file.
  fileprivate func firstSpan(of texts: [String]) -> SourceSpan? {
    bytes.withUnsafeBufferPointer { buffer in
      for text in texts {
        let word = Array(text.utf8)
        if let start = buffer.firstIndex(of: word, from: 0) {
          return span(start..<(start + word.count))
        }
      }
      return nil
    }
  }
}
