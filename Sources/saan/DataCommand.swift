import ArgumentParser
import SaanSite
import SaanText

struct DataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "The tables alone: check, read, describe and release them.",
    subcommands: [DataCheck.self, DataRead.self, DataInfer.self, DataRelease.self])
}

struct DataCheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report every mistake in content/data, and read nothing else.")

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let tree = try await site.readSource(folders: dataFolders, mapsTables: true)
    let all = try await checkData(tree, site.buildOptions)
    let found = site.strict ? all.strict : all
    site.messages.show(found)
    site.messages.showVerdict(found)
    if found.hasErrors { throw ExitCode(1) }
  }
}

struct DataRead: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Print a table as JSON records with typed values; no site is needed.",
    discussion: """
      CSV, TSV, JSON, YAML and Excel files are read. Columns that a descriptor marks private, or that \
      look like personal data, are left out.
      """)

  @Argument(help: "The file with the table.")
  var file: String

  @Option(help: "A datapackage.yaml that describes the file; the types are inferred without one.")
  var schema: String?

  @OptionGroup var place: TableOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    do {
      let outcome = try readRecords(file, descriptor: schema, at: place.place)
      Terminal.write(outcome.value)
      messages.showOnError(outcome.diagnostics)
      if outcome.diagnostics.hasErrors { throw ExitCode(1) }
    } catch let error as DiskError {
      throw messages.failure(error)
    }
  }
}

/// Where in a file the table is.
struct TableOptions: ParsableArguments {
  @Option(help: "The sheet of a workbook that has several.")
  var sheet: String?

  @Option(help: "The row of the table's head, where title rows stand above it.")
  var headRow: Int?

  var place: TablePlace { TablePlace(sheet: sheet, headRow: headRow) }

  func validate() throws {
    if let headRow, !(1...1_048_576).contains(headRow) {
      throw ValidationError("--head-row must be the number of a row")
    }
  }
}

struct DataInfer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infer", abstract: "Print a draft of the description of a file's table, in YAML.")

  @Argument(help: "The file with the table.")
  var file: String

  @OptionGroup var place: TableOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    do {
      let outcome = try inferDescriptor(file, at: place.place)
      if let draft = outcome.value { Terminal.write(Array(draft.utf8)) }
      messages.showOnError(outcome.diagnostics)
      if outcome.diagnostics.hasErrors { throw ExitCode(1) }
    } catch let error as DiskError {
      throw messages.failure(error)
    }
  }
}

struct DataRelease: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Write down today's values, so that later builds can tell what changed.",
    discussion: """
      The release is a file in content/data/releases, named after its day; keep it with the content. \
      Corrections that a release announces can't be deleted afterwards.
      """)

  @OptionGroup var site: SiteOptions

  func run() async throws {
    let tree = try await site.readSource(folders: dataFolders)
    do {
      let outcome = try await releaseData(tree, site.buildOptions, in: site.source)
      guard let path = outcome.value else {
        site.messages.show(outcome.diagnostics)
        throw ExitCode(1)
      }
      site.messages.showOnError(outcome.diagnostics, withNotes: false)
      site.messages.printResult(path, ["path": jsonString(path)])
    } catch let error as DiskError {
      throw site.messages.failure(error)
    }
  }
}
