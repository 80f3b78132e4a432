import ArgumentParser
import SaanFiles
import SaanSite
import SaanText

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: said(en: "Start a site, a page or a theme.", th: "เริ่มเว็บ หน้า หรือธีมใหม่"),
    subcommands: [NewSite.self, NewPage.self, NewTheme.self])
}

struct NewSite: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: said(
      en: "Make a folder with a small working site in Thai and English.",
      th: "สร้างโฟลเดอร์ที่มีเว็บเล็ก ๆ ใช้งานได้ ทั้งไทยและอังกฤษ"))

  @Argument(
    help: .said(
      en: "The folder to make; it must not exist or be empty.",
      th: "โฟลเดอร์ที่จะสร้าง ต้องยังไม่มีหรือว่างเปล่า"))
  var directory: String

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    do {
      let paths = try makeSite(
        at: directory, today: Terminal.today, themes: programThemes(beside: Terminal.executable))
      messages.printResult(
        Wording(
          en:
            "made \(directory) with \(paths.count) files; look at content/ and site.yaml, then: cd \(shellWord(directory)) && saan serve",
          th:
            "สร้าง \(directory) แล้ว มี \(paths.count) ไฟล์ ดูที่ content/ และ site.yaml แล้วสั่ง: cd \(shellWord(directory)) && saan serve"
        ).text(in: messages.language),
        ["directory": jsonString(directory), "files": "\(paths.count)"])
    } catch {
      throw messages.failure(error)
    }
  }
}

struct NewTheme: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme",
    abstract: said(
      en: "Make a small theme that changes another.", th: "สร้างธีมเล็ก ๆ ที่ปรับจากธีมอื่น"),
    discussion: said(
      en:
        "To change single files of a theme, no theme of one's own is needed: put copies into theme/.",
      th: "ถ้าจะแก้เพียงบางไฟล์ของธีม ไม่ต้องมีธีมของตัวเอง ให้วางสำเนาไว้ใน theme/"))

  @Argument(
    help: .said(en: "The new theme's name, such as our-theme.", th: "ชื่อธีมใหม่ เช่น our-theme"))
  var name: String

  @Option(help: .said(en: "The theme that it changes.", th: "ธีมที่จะปรับ"))
  var extends = "commons"

  @OptionGroup var site: FolderOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let tree = try await site.readSource(messages)
    do {
      let made = try makeTheme(name, extending: extends, in: tree, at: site.source)
      if made.diagnostics.hasErrors {
        messages.show(made.diagnostics)
        throw ExitCode(1)
      }
      let list = made.value.map { jsonString($0) }.joined(separator: ", ")
      messages.printResult(made.value.joined(separator: "\n"), ["files": "[\(list)]"])
      guard !messages.quiet, messages.format == .text else { return }
      Terminal.printError(
        said(
          en: "to use it, write in site.yaml: theme: \(name)",
          th: "เมื่อจะใช้ ให้เขียนใน site.yaml: theme: \(name)"))
    } catch let error as DiskError {
      throw messages.failure(error)
    }
  }
}
