import ArgumentParser
import SaanSite

struct ReferenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Print what templates and settings can name, with examples, as Markdown.")

  @Argument(
    help: ArgumentHelp(
      "Only this section: \(ReferenceSection.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "section"))
  var section: ReferenceSection?

  func run() async throws { Terminal.write(Array(referenceMarkdown(section).utf8)) }
}

extension ReferenceSection: ExpressibleByArgument {}
