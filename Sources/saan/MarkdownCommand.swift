import ArgumentParser
import SaanMarkdown
import SaanSite
import SaanText

struct MarkdownCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown", abstract: "The Markdown part alone.",
    subcommands: [MarkdownRender.self])
}

struct MarkdownRender: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Turn Markdown on standard input into HTML on standard output."
  )

  @Flag(help: "Let raw HTML through instead of escaping it.")
  var rawHTML = false

  @Flag(help: "Write what CommonMark and GFM specify, without our additions.")
  var plain = false

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let outcome = renderMarkdown(Terminal.readInput(), rawHTML: rawHTML, isPlain: plain)
    Terminal.write(outcome.value)
    messages.showOnError(outcome.diagnostics)
    if outcome.diagnostics.hasErrors { throw ExitCode(1) }
  }
}
