import ArgumentParser
import SaanFiles
import SaanSite
import SaanText

struct NewPage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: said(
      en: "Make the files of a page, one for each language, as drafts.",
      th: "สร้างไฟล์ของหน้าเป็นฉบับร่าง ภาษาละไฟล์"),
    discussion: said(
      en:
        "They begin as the archetype of their collection: archetypes/events.th.md of the site or its theme, then archetypes/default.th.md.",
      th:
        "เริ่มจากต้นแบบของหมวดนั้น เช่น archetypes/events.th.md ของเว็บหรือของธีม ถ้าไม่มี จะใช้ต้นแบบกลาง"
    ))

  @Argument(
    help: .said(
      en: "The page's place below content/, such as news/my-first-article.",
      th: "ตำแหน่งของหน้าใต้ content/ เช่น news/my-first-article"))
  var page: String

  @Option(
    help: .said(
      en: "The date that counts as today, such as 2026-11-21.", th: "วันที่ที่ถือเป็นวันนี้ เช่น 2026-11-21"))
  var clock: CalendarDate?

  @OptionGroup var site: FolderOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let tree = try await site.readSource(
      messages, folders: ["archetypes", "content", "theme", "themes"])
    let outcome = loadSettings(tree)
    guard let settings = outcome.value else {
      messages.show(outcome.diagnostics)
      throw ExitCode(1)
    }
    do {
      let made = try makePage(
        page, in: site.source, tree, settings: settings, today: clock ?? Terminal.today)
      guard let (paths, archetypes) = made.value else {
        messages.show(made.diagnostics)
        throw ExitCode(1)
      }
      let files = site.source == "." ? paths : paths.map { "\(site.source)/\($0)" }
      let list = files.map { jsonString($0) }.joined(separator: ", ")
      messages.printResult(files.joined(separator: "\n"), ["files": "[\(list)]"])
      guard !messages.quiet, messages.format == .text else { return }
      let next = Wording(
        en:
          "these are drafts: 'saan serve' shows them, and without 'draft: true' they are published",
        th: "ทั้งหมดเป็นฉบับร่าง ดูได้ด้วย 'saan serve' และเผยแพร่เมื่อลบ 'draft: true'")
      if !archetypes.isEmpty {
        let begun = archetypes.joined(separator: ", ")
        let archetype = Wording(en: "begun as \(begun)", th: "เริ่มจากต้นแบบ \(begun)")
        Terminal.printError(archetype.text(in: messages.language))
      }
      Terminal.printError(next.text(in: messages.language))
      messages.showOnError(made.diagnostics, withNotes: false)
    } catch let error as DiskError {
      throw messages.failure(error)
    }
  }
}
