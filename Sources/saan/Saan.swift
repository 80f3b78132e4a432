import ArgumentParser
import Glibc

/// The command line: each subcommand says what to do, `SaanSite` does it.
@main
struct Saan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "saan",
    abstract: "Publishes a folder of articles and tables as a bilingual website.",
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, CheckCommand.self, ListCommand.self, ExplainCommand.self,
      DataCommand.self, NewCommand.self, CleanCommand.self,
      MarkdownCommand.self, TemplateCommand.self, ReferenceCommand.self,
    ])

  /// Exit status: 0 fine, 1 the content has errors, 2 the environment (disk, arguments).
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      let status = exitCode(for: error)
      let message = fullMessage(for: error)
      if status == .success {
        print(message)
      } else if !message.isEmpty {
        Terminal.printError(message)
      }
      Glibc.exit(status == .validationFailure ? 2 : status.rawValue)
    }
  }
}
