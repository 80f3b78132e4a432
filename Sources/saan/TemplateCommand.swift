import ArgumentParser
import SaanSite
import SaanText

struct TemplateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "The template language alone.",
    subcommands: [TemplateRender.self, TemplateCheck.self])
}

struct TemplateRender: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Render one template with data, to standard output.",
    discussion: "Templates that it extends, includes or imports are looked for in its folder.")

  @Argument(help: "The template.")
  var file: String

  @Option(help: "A JSON file whose members are the template's variables.")
  var data: String?

  @Option(help: ArgumentHelp("A variable; may be given several times.", valueName: "name=value"))
  var set: [String] = []

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    do {
      let variables = try set.map { pair in
        guard let equals = pair.firstIndex(of: "=") else {
          throw ValidationError("--set takes name=value, not '\(pair)'")
        }
        return (String(pair[..<equals]), String(pair[pair.index(after: equals)...]))
      }
      let outcome = try renderTemplateFile(file, dataPath: data, variables: variables)
      Terminal.write(outcome.value)
      messages.showOnError(outcome.diagnostics)
      if outcome.diagnostics.hasErrors { throw ExitCode(1) }
    } catch let error as DiskError {
      throw messages.failure(error)
    }
  }
}

struct TemplateCheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check every template of the site's theme.")

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let found = checkTheme(try await site.readSource())
    site.messages.show(site.strict ? found.strict : found)
    if (site.strict ? found.strict : found).hasErrors { throw ExitCode(1) }
  }
}
