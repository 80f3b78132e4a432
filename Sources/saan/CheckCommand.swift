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
    site.messages.showVerdict(found)
    if found.hasErrors { throw ExitCode(1) }
  }
}
