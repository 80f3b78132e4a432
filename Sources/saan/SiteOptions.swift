import ArgumentParser
import SaanFiles
import SaanModel
import SaanSite
import SaanText

/// The options that every command over a site has.
struct SiteOptions: ParsableArguments {
  @Option(name: [.short, .long], help: .said(en: "The site's folder.", th: "โฟลเดอร์ของเว็บ"))
  var source = "."

  @Option(
    name: [.customShort("b"), .customLong("base-url")],
    help: .said(
      en: "The address of the site, instead of base_url in site.yaml.",
      th: "ที่อยู่ของเว็บ แทน base_url ใน site.yaml"))
  var baseURL: String?

  @Flag(name: [.customShort("D"), .long], help: .said(en: "Include drafts.", th: "รวมฉบับร่าง"))
  var drafts = false

  @Flag(
    name: [.customShort("F"), .long],
    help: .said(
      en: "Include what is not published yet or has expired.",
      th: "รวมสิ่งที่ยังไม่ถึงวันเผยแพร่หรือหมดอายุแล้ว"))
  var future = false

  @Option(
    help: .said(
      en: "The date that counts as today, such as 2026-11-21.", th: "วันที่ที่ถือเป็นวันนี้ เช่น 2026-11-21"))
  var clock: CalendarDate?

  @Option(
    name: [.short, .long],
    help: .said(
      en: "How many tasks work at once; the processors by default.",
      th: "จำนวนงานที่ทำพร้อมกัน ถ้าไม่ระบุใช้เท่าจำนวนตัวประมวลผล"))
  var jobs: Int?

  @Flag(help: .said(en: "Treat warnings as errors.", th: "ถือคำเตือนเป็นข้อผิดพลาด"))
  var strict = false

  func validate() throws {
    if let jobs, jobs < 1 {
      throw ValidationError(said(en: "--jobs must be 1 or more", th: "--jobs ต้องเป็น 1 ขึ้นไป"))
    }
    try saan.validate(baseURL: baseURL)
  }

  /// Where a folder of the site is, as seen from here.
  func folder(_ name: String) -> String { folderOfSite(name, in: source) }

  /// What the stages need to know.
  var buildOptions: BuildOptions {
    var options = BuildOptions(
      today: clock ?? Terminal.today, jobs: jobs ?? Terminal.processorCount, baseURL: baseURL,
      includesDrafts: drafts, includesFuture: future)
    options.program = Terminal.program
    options.workshop = Terminal.workshop(ofSite: source)
    return options
  }

  /// The same for commands that make every output: with who paints share cards, where the site
  /// asks for some.
  func buildOptions(for tree: SourceTree) -> BuildOptions {
    var options = buildOptions
    // Of what is built to be looked at before its time nobody sends a link.
    if tree.files["site.yaml"]?.text.contains("card:") == true, !drafts, !future {
      options.cardPainter = options.workshop.flatMap { CardPainter($0) }
      options.lacksPainter = options.cardPainter == nil
    }
    return options
  }

  /// Reads the site's folder.
  ///
  /// - Parameter messages: how trouble with the disk is shown.
  /// - Parameter folders: the folders to read, where a command needs no more of the site.
  /// - Parameter mapsTables: whether large tables are mapped, for commands that end soon.
  func readSource(
    _ messages: MessageOptions, folders: [String]? = nil, mapsTables: Bool = false
  ) async throws -> SourceTree {
    try await saan.readSource(
      source, jobs: buildOptions.jobs, folders, mapsTables: mapsTables, messages)
  }
}

/// Where a folder of a site is, as seen from here: what is published of a site lies in it.
func folderOfSite(_ name: String, in source: String) -> String {
  source == "." ? name : source.hasSuffix("/") ? source + name : "\(source)/\(name)"
}

/// Refuses what is no address of a site.
func validate(baseURL: String?) throws {
  guard let baseURL, BaseURL(baseURL) == nil else { return }
  throw ValidationError(
    said(
      en: "--base-url must be like https://example.org/ or https://example.org/report/",
      th: "--base-url ต้องเป็นแบบ https://example.org/ หรือ https://example.org/report/"))
}

/// The options of commands that only add files to a site.
struct FolderOptions: ParsableArguments {
  @Option(name: [.short, .long], help: .said(en: "The site's folder.", th: "โฟลเดอร์ของเว็บ"))
  var source = "."

  /// Reads the site's folder, or parts of it.
  func readSource(
    _ messages: MessageOptions, folders: [String]? = nil
  ) async throws -> SourceTree {
    try await saan.readSource(source, jobs: Terminal.processorCount, folders, messages)
  }
}

/// Reads a site's folder; trouble with the disk is shown, and the exit status is 2.
private func readSource(
  _ source: String, jobs: Int, _ folders: [String]?, mapsTables: Bool = false,
  _ messages: MessageOptions
) async throws -> SourceTree {
  do {
    let themes = programThemes(beside: Terminal.executable)
    guard let folders else {
      return try await readTree(at: source, jobs: jobs, programThemes: themes)
    }
    return try await readTree(
      at: source, jobs: jobs, folders: folders, mapsTables: mapsTables, programThemes: themes)
  } catch let error as DiskError {
    throw messages.failure(error)
  }
}

/// How diagnostics are shown.
struct MessageOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(
    help: .said(
      en: "How diagnostics and lists are written: text or json.",
      th: "รูปแบบของข้อความแจ้งและรายการ: text หรือ json"))
  var format = Format.text

  @Option(
    help: .said(
      en: "The language of the messages: en or th; LANG by default.",
      th: "ภาษาของข้อความ: en หรือ th ถ้าไม่ระบุใช้ตาม LANG"))
  var lang: MessageLanguage?

  @Flag(name: [.short, .long], help: .said(en: "Show errors only.", th: "แสดงเฉพาะข้อผิดพลาด"))
  var quiet = false

  @Flag(name: [.short, .long], help: .said(en: "Show what is done.", th: "แสดงสิ่งที่ทำ"))
  var verbose = false

  /// The language of help, usage mistakes and messages alike, which `--lang` asks for.
  var language: MessageLanguage { Terminal.language }

  /// Shows what was found: text on standard error, JSON on standard output.
  func show(_ diagnostics: Diagnostics) {
    let lowest: Diagnostic.Severity = quiet ? .error : verbose || format == .json ? .note : .warning
    let shown = Diagnostics(diagnostics.all.filter { $0.severity >= lowest })
    switch format {
    case .text:
      if !shown.isEmpty { Terminal.printError(DiagnosticPrinter(language: language).text(shown)) }
    case .json: Terminal.print(DiagnosticPrinter(language: language).json(shown))
    }
  }

  /// Shows what was found on standard error in the form asked for, where standard output has a
  /// result.
  func showOnError(_ diagnostics: Diagnostics, withNotes: Bool = true) {
    let lowest: Diagnostic.Severity = quiet ? .error : withNotes || verbose ? .note : .warning
    let shown = Diagnostics(diagnostics.all.filter { $0.severity >= lowest })
    let printer = DiagnosticPrinter(language: language)
    switch format {
    case .text: if !shown.isEmpty { Terminal.printError(printer.text(shown)) }
    case .json: Terminal.printError(printer.json(shown))
    }
  }

  /// Says how many mistakes there are.
  func showVerdict(_ found: Diagnostics) {
    guard !quiet, format == .text else { return }
    let (errors, warnings) = (found.count(.error), found.count(.warning))
    let verdict = Wording(
      en: "\(errors) \(errors == 1 ? "error" : "errors"), "
        + "\(warnings) \(warnings == 1 ? "warning" : "warnings")",
      th: "ข้อผิดพลาด \(errors) รายการ คำเตือน \(warnings) รายการ")
    let notes = found.count(.note)
    let rest = Wording(
      en: ", \(notes) \(notes == 1 ? "note" : "notes") (--verbose shows them)",
      th: " หมายเหตุ \(notes) รายการ (ดูด้วย --verbose)")
    Terminal.printError(
      verdict.text(in: language) + (notes > 0 && !verbose ? rest.text(in: language) : ""))
  }

  /// Prints what a command has done: a text, or a JSON object with members whose values are JSON.
  func printResult(_ text: String, _ members: KeyValuePairs<String, String>) {
    switch format {
    case .text: if !quiet { Terminal.write(Array((text + "\n").utf8)) }
    case .json:
      let object = members.map { "\(jsonString($0.key)): \($0.value)" }.joined(separator: ", ")
      Terminal.write(Array("{\(object)}\n".utf8))
    }
  }

  /// Prints a text; without one, says why and gives the exit status 1.
  func print(_ outcome: Outcome<String?>) throws {
    guard let text = outcome.value else {
      show(outcome.diagnostics)
      throw ExitCode(1)
    }
    switch format {
    case .text: Terminal.write(Array(text.utf8))
    case .json: printResult(text, ["text": jsonString(text)])
    }
  }

  /// Shows trouble with the disk; the exit status is 2.
  func failure(_ error: DiskError) -> ExitCode {
    show(Diagnostics([error.diagnostic]))
    return ExitCode(2)
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads a day in any of the forms that a user may write.
  public init?(argument: String) {
    guard let date = try? CalendarDate.read(argument).get(), date.precision == .day else {
      return nil
    }
    self = date
  }
}

extension MessageLanguage: ExpressibleByArgument {}
