import ArgumentParser
import SaanSite
import SaanText

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report every mistake in the site without publishing it.")

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let tree = try await site.readSource()
    let found = try await inspect(tree, site.buildOptions, isStrict: site.strict).diagnostics
    site.messages.show(found)
    if !site.messages.quiet, site.messages.format == .text {
      Terminal.printError(verdict(found).text(in: site.messages.language))
    }
    if found.hasErrors { throw ExitCode(1) }
  }

  private func verdict(_ found: Diagnostics) -> Wording {
    let (errors, warnings) = (found.count(.error), found.count(.warning))
    return Wording(
      en:
        "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings")",
      th: "ข้อผิดพลาด \(errors) รายการ คำเตือน \(warnings) รายการ")
  }
}
