import ArgumentParser
import SaanSite

struct ReferenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract:
      "Print the reference of filters, tests, functions, fields, checks and outputs as Markdown.")

  func run() async throws { Terminal.write(Array(referenceMarkdown().utf8)) }
}
