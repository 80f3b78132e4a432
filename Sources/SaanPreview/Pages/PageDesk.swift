import SaanFiles
import SaanModel
import SaanPages
import SaanSite
import SaanText
import Synchronization

/// Where requests are answered from: the snapshot of the moment, which nobody waits for.
///
/// An output is made when it is asked for, and no other. Paths are looked up in the plan and never
/// on the disk, so that nothing is found but what would be published.
final class PageDesk: Sendable {
  private struct State {
    var snapshot = Snapshot()
    /// Pages as they were last without an error, the last asked for at the end.
    var kept: [(path: String, page: [UInt8])] = []
    /// Large files that somebody is sent, by their outputs.
    var sent: [String: SentFile] = [:]
  }

  private struct SentFile {
    let digest: Digest
    weak var bytes: SharedBytes?
  }

  private let state = Mutex(State())
  let language: MessageLanguage
  let editor: EditorLinks?

  /// Starts without a site.
  init(language: MessageLanguage, editor: EditorLinks?) {
    (self.language, self.editor) = (language, editor)
  }

  /// The snapshot of the moment.
  var snapshot: Snapshot { state.withLock { $0.snapshot } }

  /// Puts another in its place.
  func change(_ edit: (inout Snapshot) -> Void) { state.withLock { edit(&$0.snapshot) } }

  /// How many pages are kept in case that an edit breaks them.
  private static let mostKept = 32

  /// What was made of an output, and what was found with it.
  struct Made: Sendable {
    let status: Int
    let output: String
    let bytes: [UInt8]
    let job: Job?
    /// What is wrong with the page itself.
    let found: [Diagnostic]

    var isPage: Bool { job?.template != nil || status != 200 }
  }

  /// What answers a site path without the base path: its output, else the site's page for what is
  /// missing.
  func made(at path: String) -> Made {
    let snapshot = snapshot
    let output = PublishedAddresses.output(for: path)
    guard let site = snapshot.site(for: output) else {
      return Made(status: 500, output: output, bytes: mistakePage(), job: nil, found: [])
    }
    if let job = site.plan.job(at: output) { return make(job, of: site, status: 200, snapshot) }
    for folder in folders(above: output) {
      if let job = site.plan.job(at: folder + "404.html") {
        return make(job, of: site, status: 404, snapshot)
      }
    }
    let text = Wording(en: "There is no such page.", th: "ไม่มีหน้านี้")
    return Made(
      status: 404, output: output, bytes: page(saying: text), job: nil, found: [])
  }

  private func make(
    _ job: Job, of site: StandingSite, status: Int, _ snapshot: Snapshot
  ) -> Made {
    do throws(DiskError) {
      let outcome = try site.make(job)
      // Without its theme no page can be made, which is said with the theme.
      let found = site.site.theme.isBroken ? [] : outcome.diagnostics.all
      if !outcome.diagnostics.hasErrors {
        if job.template != nil { keep(outcome.value, at: job.output) }
        return Made(
          status: status, output: job.output, bytes: outcome.value, job: job, found: found)
      }
      if let former = kept(at: job.output) {
        return Made(status: status, output: job.output, bytes: former, job: job, found: found)
      }
      return Made(status: 500, output: job.output, bytes: mistakePage(), job: job, found: found)
    } catch {
      return Made(
        status: 500, output: job.output, bytes: mistakePage(), job: job, found: [error.diagnostic])
    }
  }

  private func keep(_ page: [UInt8], at output: String) {
    state.withLock { state in
      state.kept.removeAll { $0.path == output }
      if state.kept.count >= Self.mostKept { state.kept.removeFirst() }
      state.kept.append((output, page))
    }
  }

  private func kept(at output: String) -> [UInt8]? {
    state.withLock { state in state.kept.last { $0.path == output }?.page }
  }

  /// The bytes of a file, which all share that are sent it while it is the same.
  func shared(_ made: Made) -> SharedBytes {
    guard made.bytes.count > Self.mostSentTwice else { return SharedBytes(made.bytes) }
    let digest = Digest(of: made.bytes)
    return state.withLock { state in
      state.sent = state.sent.filter { $0.value.bytes != nil }
      if let sent = state.sent[made.output], sent.digest == digest, let bytes = sent.bytes {
        return bytes
      }
      let bytes = SharedBytes(made.bytes)
      state.sent[made.output] = SentFile(digest: digest, bytes: bytes)
      return bytes
    }
  }

  /// What is small enough to be in memory for each who is sent it.
  private static let mostSentTwice = 256 << 10

  private func folders(above output: String) -> [String] {
    var parts = output.split(separator: "/").dropLast()
    var folders: [String] = []
    while true {
      folders.append(parts.map { "\($0)/" }.joined())
      if parts.popLast() == nil { return folders }
    }
  }

  // MARK: What stands over a page

  /// What is wrong as the reader of a page is told it, that page's own first.
  func panel(of made: Made) -> MistakePanel {
    let snapshot = snapshot
    var files = Set([made.job?.origin?.path].compactMap { $0 })
    let articles = [snapshot.current, snapshot.good].compactMap {
      $0?.plan.job(at: made.output)?.subject.entry
    }
    for entry in articles { files.formUnion(entry.pages.map(\.source.path)) }
    let all = Diagnostics(snapshot.findings.all.adding(made.found)).sorted.filter {
      $0.severity != .note
    }
    let ownFound = Set(made.found)
    // What keeps all pages from being made anew comes before what follows from it.
    let causes = all.filter { snapshot.holdsBack(made.output) && SourceFaults.reachAllPages($0) }
    let isOwn = { (found: Diagnostic) in
      ownFound.contains(found) || found.place.map { files.contains($0.path) } == true
    }
    let own = all.filter { isOwn($0) && !causes.contains($0) }
    let others = all.filter { !isOwn($0) && !causes.contains($0) }
    let ordered = { (found: [Diagnostic]) in
      found.filter { $0.severity == .error } + found.filter { $0.severity != .error }
    }
    return MistakePanel(
      findings: causes + ordered(own) + ordered(others),
      own: causes.count..<(causes.count + own.count),
      ribbon: snapshot.isReading ? .readingAnew : ribbon(of: made, in: snapshot),
      holdsBack: made.status != 500
        && (snapshot.holdsBack(made.output) || made.found.contains { $0.severity == .error }),
      language: language, editor: editor)
  }

  /// Why a page is not out, in words.
  private func ribbon(of made: Made, in snapshot: Snapshot) -> Wording? {
    guard let job = made.job, let site = snapshot.current else { return nil }
    let own = site.site.settings.languages.first { $0.tag.rawValue == language.rawValue }
    return site.reasonToHold(job)?.ribbon(in: own)
  }

  /// A page for when there is none: the panel comes over it.
  private func mistakePage() -> [UInt8] {
    page(
      saying: Wording(
        en: "This page cannot be shown yet. It comes by itself when the mistakes are mended.",
        th: "ยังแสดงหน้านี้ไม่ได้ เมื่อแก้ข้อผิดพลาดแล้ว หน้าจะแสดงเอง"))
  }

  private func page(saying text: Wording) -> [UInt8] {
    let words = HTML(escaping: text.text(in: language)).markup
    return Array(
      """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <head><meta charset="utf-8"><title>Saan</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"></head>
      <body><main><h1>Saan</h1><p>\(words)</p></main></body>
      </html>

      """.utf8)
  }
}
