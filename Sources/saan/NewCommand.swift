import ArgumentParser
import SaanSite
import SaanText

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Start a site or a page.",
    subcommands: [NewSite.self, NewPage.self])
}

struct NewSite: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site", abstract: "Make a folder with a small working site in Thai and English.")

  @Argument(help: "The folder to make; it must not exist or be empty.")
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
