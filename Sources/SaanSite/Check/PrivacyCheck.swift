import SaanData
import SaanFiles
import SaanMarkdown
import SaanModel
import SaanPages
import SaanText

extension Check {
  static let privacy = Check(
    name: "privacy",
    summary: "No text and no file that is published gives away people's numbers or addresses."
  ) { site, plan in
    var guardian = PrivacyGuard(site.settings)
    for page in site.allPages.map(\.page) { guardian.look(at: page) }
    for register in site.registers { guardian.look(atRecordsOf: register) }
    for entry in site.entries { guardian.look(atName: entry.key, at: entry.original.source.path) }
    guardian.look(at: site.settings)
    for note in site.data.values { guardian.look(at: note) }
    if let descriptor = site.figures.package.descriptor.root { guardian.look(at: descriptor) }
    for file in site.theme.written { guardian.look(atTemplate: file) }
    for file in site.settings.wordFiles {
      if let words = readYAML(file).value { guardian.look(at: words) }
    }
    for book in site.theme.phrases.values {
      for phrase in book.phrases.values { guardian.look(at: phrase) }
    }
    for job in plan.jobs {
      if let asset = job.subject.asset { guardian.look(at: asset) }
      if let photograph = job.subject.madeOf { guardian.look(atPhotograph: photograph) }
    }
    let inTables = site.figures.package.tables.map(\.usedAllowances)
    return guardian.finish(used: inTables.reduce(into: []) { $0.formUnion($1) })
  }
}

/// Looks through everything that is published for what must not be.
///
/// Texts are looked at in the files that people wrote and not as they are shown, so that a finding
/// has a place to be mended at; what is a remark there is on no page. An entry of the allowance
/// that nothing needs is told, for it would let the next mistake pass.
private struct PrivacyGuard {
  private let allowance: ContactAllowance
  private let pictures: PictureSettings
  private var used: Set<Int> = []
  private var found: [Diagnostic] = []
  private var photographs: Set<String> = []

  init(_ settings: Settings) {
    (allowance, pictures) = (settings.allowance, settings.pictures)
  }

  /// What was found, and which entries of the allowance nothing needs.
  func finish(used inTables: Set<Int>) -> [Diagnostic] {
    let unused = allowance.entries.enumerated().filter { index, _ in
      !used.contains(index) && !inTables.contains(index)
    }
    return found + unused.map { .unusedAllowance($0.element) }
  }

  private mutating func told(_ findings: [PrivateData.Finding]) -> [PrivateData.Finding] {
    findings.filter { finding in
      guard let index = allowance.index(of: finding) else { return true }
      used.insert(index)
      return false
    }
  }

  /// A page's file: front matter, text, links, calls of shortcodes; not what is commented out.
  mutating func look(at page: Page) {
    let source = page.source
    let findings = source.bytes.withUnsafeBufferPointer { PrivateData.findings(in: $0) }
    let known = Set(findings.map(\.normal))
    if let slug = page.front.slug { look(atName: slug.value, slug.span, besides: known) }
    for heading in page.body.outline { look(atName: heading.id, heading.span, besides: known) }
    guard !findings.isEmpty else { return }
    let published = told(findings.filter { !source.isComment(at: $0.range.lowerBound) })
    found += published.map { .privateText($0, at: source.span($0.range).place) }
  }

  /// A name in an address, and what was found where it stands.
  private mutating func look(atName name: String, _ span: SourceSpan, besides known: Set<String>) {
    for finding in told(PrivateData.findings(inName: name)) where !known.contains(finding.normal) {
      found.append(.privateText(finding, at: span.place))
    }
  }

  /// The addresses of records, which are made of their ids.
  mutating func look(atRecordsOf register: Register) {
    var count = 0
    for row in register.table.rows where count < 20 {
      // What the value gives away by itself is told with the table.
      for finding in PrivateData.findings(inName: register.slugs[row.id])
      where PrivateData.findings(in: row.string(register.id) ?? "").isEmpty {
        guard !told([finding]).isEmpty else { continue }
        count += 1
        found.append(.privateText(finding, at: row.place(register.id)))
      }
    }
  }

  /// The settings, but for what they allow.
  mutating func look(at settings: Settings) {
    guard let root = readYAML(settings.source).value else { return }
    // A password in the address of the site is told with that.
    for (key, value) in root.pairs ?? [] where !["privacy", "base_url"].contains(key.text) {
      look(at: value)
    }
  }

  /// Every text of a YAML document.
  ///
  /// - Parameter isContact: whether it is the value of a key that asks for an office's address.
  mutating func look(at node: YAMLNode, isContact: Bool = false) {
    switch node.content {
    case .scalar(let text, _): look(at: text, node.span.place, isContact: isContact)
    case .sequence(let items): for item in items { look(at: item) }
    case .mapping(let pairs):
      for (key, value) in pairs {
        look(at: key)
        look(at: value, isContact: ["email", "maintainer_email"].contains(key.text))
      }
    }
  }

  /// A template, a macro or a shortcode: all but its comments goes into pages.
  mutating func look(atTemplate file: SourceFile) {
    let findings = file.bytes.withUnsafeBufferPointer { PrivateData.findings(in: $0) }
    let published = findings.filter { !file.isTemplateComment(at: $0.range.lowerBound) }
    for finding in told(published) {
      found.append(.privateText(finding, at: file.span(finding.range).place))
    }
  }

  mutating func look(at phrase: Phrasebook.Phrase) {
    for text in [phrase.forms.one, phrase.forms.other] {
      look(at: text?.filled(with: [:]) ?? "", phrase.span.place)
    }
  }

  private mutating func look(at text: String, _ place: Place, isContact: Bool = false) {
    for finding in told(PrivateData.findings(in: text))
    where !isContact || finding.kind.isPersonal {
      found.append(.privateText(finding, at: place))
    }
  }

  /// The name of what is published.
  mutating func look(atName name: String, at path: String) {
    let findings = PrivateData.findings(inName: name).filter { !isTimestamp($0, name) }
    for finding in told(findings) { found.append(.privateName(finding, path)) }
  }

  /// Whether a name is a moment in milliseconds, as telephones name their pictures.
  ///
  /// The years are 2008 to 2033, whose thirteen digits could check as a citizen's number.
  private func isTimestamp(_ finding: PrivateData.Finding, _ name: String) -> Bool {
    guard finding.kind == .citizenID, let moment = Int(finding.normal) else { return false }
    return (1_200_000_000_000..<2_000_000_000_000).contains(moment) && name.contains(finding.normal)
  }

  /// The name of a photograph, which stands in the addresses of what is made of it.
  mutating func look(atPhotograph asset: Asset) {
    guard photographs.insert(asset.path).inserted else { return }
    look(atName: asset.path, at: asset.path)
  }

  /// A file, as it is published.
  mutating func look(at asset: Asset) {
    look(atName: asset.path, at: asset.path)
    let bytes: [UInt8]
    do throws(DiskError) {
      bytes = try asset.publishedBytes(pictures)
    } catch {
      if error.isOfContent {
        found.append(error.diagnostic)
      } else if allowance.index(ofFile: asset.path) == nil {
        found.append(.unreadFile(asset.path))
      }
      return
    }
    let file = SourceFile(path: asset.path, bytes: bytes)
    let contents = FileContents(file.bytes, name: asset.path)
    for name in contents.people where !isOrganisation(name) {
      found.append(.documentAuthor(name, asset.path))
    }
    for home in contents.homes where !isOrganisation(home.name) {
      found.append(.documentFolder(home.path, of: home.name, asset.path))
    }
    for (finding, range) in contents.found.map({ ($0.finding, $0.range) })
    where !told([finding]).isEmpty {
      found.append(
        range.map { .privateText(finding, at: file.span($0).place) }
          ?? .privateDocument(finding, asset.path))
    }
    guard contents.isUnread || contents.hasPosition else { return }
    if let index = allowance.index(ofFile: asset.path) {
      used.insert(index)
      return
    }
    if contents.isUnread { found.append(.unreadFile(asset.path)) }
    if contents.hasPosition { found.append(.picturePosition(asset.path)) }
  }

  private mutating func isOrganisation(_ name: String) -> Bool {
    guard let index = allowance.index(ofName: name) else { return false }
    used.insert(index)
    return true
  }
}

extension SourceFile {
  /// Whether the place lies in an HTML comment, or in a comment of the front matter.
  fileprivate func isComment(at offset: Int) -> Bool {
    let before = text(in: 0..<offset)
    if offset < startOfBody {
      let line = text(in: span(offset..<offset).lineRange.lowerBound..<offset)
      return line.drop { $0 == " " }.hasPrefix("#") || line.contains(" #")
    }
    guard let open = before.ranges(of: "<!--").last else { return false }
    return before[open.upperBound...].firstRange(of: "-->") == nil
  }

  /// Whether the place lies in a template's comment.
  fileprivate func isTemplateComment(at offset: Int) -> Bool {
    let before = text(in: 0..<offset)
    guard let open = before.ranges(of: "{#").last else { return false }
    return before[open.upperBound...].firstRange(of: "#}") == nil
  }
}
