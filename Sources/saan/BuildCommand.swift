import ArgumentParser
import SaanFiles
import SaanImages
import SaanModel
import SaanPublish
import SaanSite
import SaanText

/// `saan build`: publishes a site into a folder.
///
/// The folder is locked before anything is made, and the ledger is written when all is in its
/// place, for it speaks of what stands there.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: said(en: "Publish the site into a folder.", th: "เผยแพร่เว็บลงในโฟลเดอร์"),
    discussion: said(
      en: """
        The new site replaces the old one in one step; a build with errors leaves the old one as it is. \
        Files in the folder that were not written by a build are never touched. A folder that holds such files is \
        taken for the first time only with --force.
        """,
      th: """
        เว็บใหม่แทนที่เว็บเดิมในขั้นตอนเดียว ถ้ามีข้อผิดพลาด เว็บเดิมอยู่อย่างเดิม \
        ไฟล์ในโฟลเดอร์ที่คำสั่งนี้ไม่ได้เขียนจะไม่ถูกแตะต้อง \
        โฟลเดอร์ที่มีไฟล์อื่นอยู่ก่อน ต้องใช้ --force ในครั้งแรก
        """))

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  @Option(
    name: [.short, .long],
    help: .said(
      en:
        "The folder to publish into; public in the site's folder by default, public-2026-11-21 for what was published then.",
      th: "โฟลเดอร์ที่จะเผยแพร่ลงไป ถ้าไม่ระบุใช้ public ในโฟลเดอร์ของเว็บ หรือ public-2026-11-21 สำหรับรุ่นวันนั้น"))
  var output: String?

  @Flag(
    name: .customLong("relative-urls"),
    help: .said(
      en: "Write links relative to their page, so that the site opens from a folder.",
      th: "เขียนลิงก์แบบสัมพัทธ์กับหน้า เพื่อเปิดเว็บจากโฟลเดอร์ได้"))
  var relativeURLs = false

  @Option(
    help: .said(
      en: "Show the figures as the release of this day knew them, such as 2026-11-21.",
      th: "แสดงตัวเลขตามรุ่นของข้อมูลวันที่นี้ เช่น 2026-11-21"))
  var asPublished: CalendarDate?

  @Flag(
    help: .said(
      en: "Publish into a folder that holds other files as well; they stay as they are.",
      th: "เผยแพร่ลงในโฟลเดอร์ที่มีไฟล์อื่นด้วย ไฟล์เหล่านั้นอยู่อย่างเดิม"))
  var force = false

  @Flag(
    name: .customLong("no-ledger"),
    help: .said(
      en: "Make every page again, and leave the notes in .saan/ alone.",
      th: "สร้างใหม่ทุกหน้า และไม่แตะบันทึกใน .saan/"))
  var leavesLedger = false

  func run() async throws {
    let started = ContinuousClock.now
    let tree = try await site.readSource(messages)
    do {
      try await publish(tree, started: started)
    } catch let error as DiskError {
      throw messages.failure(error)
    }
  }

  private func publish(_ tree: SourceTree, started: ContinuousClock.Instant) async throws {
    var options = site.buildOptions(for: tree)
    options.usesRelativeURLs = relativeURLs
    options.usesLedger = !leavesLedger
    options.asPublished = asPublished
    // An old state must not replace the site by mistake.
    let output = self.output ?? site.folder(asPublished.map { "public-\($0.iso)" } ?? "public")
    let folder = try OutputFolder(output)
    try folder.refuse(publishing: site.source, linked: tree.linkedFolders)
    let lock = try folder.lock()
    let sink = try DiskSink(folder, isForced: force, marks: options.marks)
    let bar = Terminal.isInteractive && !messages.quiet ? ProgressBar() : nil
    let file = LedgerFile(ofSite: site.source, output: folder.path, options: options.digest)
    let result = try await build(
      tree, options, isStrict: site.strict, readsBack: .onSmallSites,
      notes: leavesLedger ? .none : .ledger(file.read()), into: sink
    ) { done, total in bar?.show(done, of: total) }
    bar?.finish()
    sink.close()
    lock.release()
    let untidy = [result.ledger.flatMap(file.write), options.workshop?.tidy()].compactMap { $0 }
    let found = Diagnostics(
      result.diagnostics.all + (result.report?.diagnostics.all ?? []) + untidy)
    let alarm = (result.report?.marks).flatMap { Diagnostic.heldBackPages($0, in: output) }
    // In words it stands below the summary, where nobody overlooks it.
    messages.show(
      messages.format == .text ? found : Diagnostics(found.all + [alarm].compactMap { $0 }))
    guard let report = result.report, let plan = result.plan else {
      messages.showVerdict(found)
      throw ExitCode(1)
    }
    if !messages.quiet, messages.format == .text {
      let summary = BuildSummary(
        plan: plan, report: report, heaviest: result.heaviest, pictures: result.heaviestPictures,
        elapsed: ContinuousClock.now - started, output: output,
        leavesAddresses: result.leavesAddresses)
      Terminal.printError(summary.text(in: messages.language))
    }
    if let alarm, messages.format == .text {
      Terminal.printAlarm(alarm.message.text(in: messages.language))
    }
    // The system takes a large site's memory back faster than it can be given back piece by piece.
    Terminal.end()
  }
}
