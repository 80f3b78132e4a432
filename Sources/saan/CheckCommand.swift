import ArgumentParser
import SaanFiles
import SaanModel
import SaanPublish
import SaanSite
import SaanText

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: said(
      en: "Report every mistake in the site without publishing it.",
      th: "บอกข้อผิดพลาดทั้งหมดของเว็บโดยไม่เผยแพร่"))

  @Option(
    name: [.short, .long],
    help: .said(
      en:
        "The folder that was published into, for addresses that are gone; public in the site's folder by default.",
      th: "โฟลเดอร์ที่เผยแพร่ไว้ ใช้หาที่อยู่ที่หายไป ถ้าไม่ระบุใช้ public ในโฟลเดอร์ของเว็บ"))
  var output: String?

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let tree = try await site.readSource(messages)
    let found = try await check(tree).diagnostics
    messages.show(found)
    messages.showVerdict(found)
    if found.hasErrors { throw ExitCode(1) }
  }

  /// Renders every page as well, and keeps none: some mistakes show only there.
  private func check(_ tree: SourceTree) async throws -> BuildResult<Void> {
    do {
      let former = try OutputFolder(output ?? site.folder("public")).formerAddresses()
      return try await build(
        tree, site.buildOptions(for: tree), isStrict: site.strict,
        into: DiscardingSink(former: former))
    } catch let error as DiskError {
      throw messages.failure(error)
    }
  }
}
