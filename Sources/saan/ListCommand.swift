import ArgumentParser
import SaanSite
import SaanText

struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what the site has.", subcommands: [ListPages.self])
}

struct ListPages: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages", abstract: "Every page that would be published, with what it is made from."
  )

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let tree = try await site.readSource()
    let (_, plan, found) = try await inspect(tree, site.buildOptions)
    guard let plan else {
      site.messages.show(found)
      throw ExitCode(1)
    }
    switch site.messages.format {
    case .text: Terminal.write(Array(plan.pageTable.utf8))
    case .json: Terminal.write(Array(plan.pageJSON.utf8))
    }
  }
}
