import ArgumentParser
import Glibc
import SaanText

/// The command line: each subcommand says what to do, `SaanSite` does it.
@main
struct Saan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "saan",
    abstract: said(
      en: "Publishes a folder of articles and tables as a bilingual website.",
      th: "เผยแพร่โฟลเดอร์ของบทความและตารางเป็นเว็บสองภาษา"),
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, ServeCommand.self, CheckCommand.self, ListCommand.self,
      ExplainCommand.self,
      DataCommand.self, NewCommand.self, CleanCommand.self, DoctorCommand.self,
      MarkdownCommand.self, TemplateCommand.self, ReferenceCommand.self,
    ])

  /// Exit status: 0 fine, 1 the content has errors, 2 the environment (disk, arguments).
  static func main() async {
    Terminal.openStandardStreams()
    let arguments = Terminal.arguments
    do {
      if let mistake = unknownTopic(of: arguments) { throw mistake }
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      let status = exitCode(for: error)
      switch status {
      case .success: Terminal.print(translatedHelp(fullMessage(for: error)))
      case .validationFailure: show(usageMistake(error, of: arguments), arguments)
      default:
        let message = fullMessage(for: error)
        if !message.isEmpty { Terminal.printError(message) }
      }
      Glibc.exit(status == .validationFailure ? 2 : status.rawValue)
    }
  }

  /// Shows a mistake in the words after `saan`, in the form that these ask for.
  private static func show(_ mistake: Diagnostic, _ arguments: [String]) {
    let printer = DiagnosticPrinter(language: Terminal.language)
    let isJSON =
      arguments.contains("--format=json")
      || zip(arguments, arguments.dropFirst()).contains { $0 == ("--format", "json") }
    if isJSON {
      Terminal.print(printer.json(Diagnostics([mistake])))
    } else {
      Terminal.printError(printer.text(mistake))
    }
  }
}
