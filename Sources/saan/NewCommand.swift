import ArgumentParser
import SaanSite
import SaanText

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: said(en: "Start a site or a page.", th: "เริ่มเว็บหรือหน้าใหม่"),
    subcommands: [NewSite.self, NewPage.self])
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
      let paths = try makeSite(at: directory, today: Terminal.today)
      messages.printResult(
        Wording(
          en:
            "made \(directory) with \(paths.count) files; look at content/ and site.yaml, then: cd \(directory) && saan build",
          th:
            "สร้าง \(directory) แล้ว มี \(paths.count) ไฟล์ ดูที่ content/ และ site.yaml แล้วสั่ง: cd \(directory) && saan build"
        ).text(in: messages.language),
        ["directory": jsonString(directory), "files": "\(paths.count)"])
    } catch {
      throw messages.failure(error)
    }
  }
}

struct NewPage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: said(
      en: "Make the files of a page, one for each language.", th: "สร้างไฟล์ของหน้า ภาษาละไฟล์"))

  @Argument(
    help: .said(
      en: "The page's place below content/, such as news/my-first-article.",
      th: "ตำแหน่งของหน้าใต้ content/ เช่น news/my-first-article"))
  var page: String

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let tree = try await site.readSource()
    let outcome = loadSettings(tree)
    guard let settings = outcome.value else {
      site.messages.show(outcome.diagnostics)
      throw ExitCode(1)
    }
    do {
      let paths = try makePage(
        page, in: site.source, settings: settings, today: site.buildOptions.today)
      let list = paths.map { jsonString($0) }.joined(separator: ", ")
      site.messages.printResult(paths.joined(separator: "\n"), ["files": "[\(list)]"])
    } catch {
      throw site.messages.failure(error)
    }
  }
}
