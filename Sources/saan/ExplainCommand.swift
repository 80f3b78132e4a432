import ArgumentParser
import SaanSite
import SaanText

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say how a page or a figure comes about.",
    subcommands: [ExplainPage.self, ExplainFigure.self], defaultSubcommand: ExplainPage.self)
}

struct ExplainPage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "The output, template, source and language of a page.")

  @Argument(help: "The page's path, such as /en/news/, or the file of an article.")
  var path: String

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let (loaded, plan) = try await site.inspected()
    try site.messages.print(explainPage(path, in: loaded, plan, language: site.messages.language))
  }
}

struct ExplainFigure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figure", abstract: "Every value of an indicator, and why one of them is shown.")

  @Argument(help: "The indicator, such as funds.members.")
  var id: String

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let (loaded, _) = try await site.inspected()
    try site.messages.print(explainFigure(id, in: loaded, language: site.messages.language))
  }
}
