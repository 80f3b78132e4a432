import ArgumentParser
import SaanFiles
import SaanModel
import SaanSite
import SaanText

struct DataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: said(
      en: "The tables alone: check, read, import, describe, release and compare them.",
      th: "เฉพาะตารางข้อมูล: ตรวจ อ่าน นำเข้า อธิบาย บันทึกรุ่น และเทียบรุ่น"),
    subcommands: [
      DataCheck.self, DataRead.self, DataImport.self, DataInfer.self, DataRelease.self,
      DataDiff.self,
    ])
}

struct DataCheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: said(
      en: "Report every mistake in content/data, and read nothing else.",
      th: "บอกข้อผิดพลาดทั้งหมดใน content/data โดยไม่อ่านส่วนอื่น"))

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let tree = try await site.readSource(messages, folders: dataFolders, mapsTables: true)
    let all = try await checkData(tree, site.buildOptions)
    let found = site.strict ? all.strict : all
    messages.show(found)
    messages.showVerdict(found)
    if found.hasErrors { throw ExitCode(1) }
  }
}

struct DataRead: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: said(
      en: "Print a table as JSON records with typed values; no site is needed.",
      th: "แสดงตารางเป็น JSON โดยแยกชนิดของค่า ไม่ต้องมีเว็บ"),
    discussion: said(
      en: """
        CSV, TSV, JSON, YAML and Excel files are read. Columns that a descriptor marks private, or that \
        look like personal data, are left out.
        """,
      th: """
        อ่านไฟล์ CSV, TSV, JSON, YAML และ Excel คอลัมน์ที่คำอธิบายระบุว่าเป็นส่วนตัว \
        หรือดูเหมือนข้อมูลส่วนบุคคล จะถูกตัดออก
        """))

  @Argument(help: .said(en: "The file with the table.", th: "ไฟล์ที่มีตาราง"))
  var file: String

  @Option(
    help: .said(
      en: "A datapackage.yaml that describes the file; the types are inferred without one.",
      th: "ไฟล์ datapackage.yaml ที่อธิบายตาราง ถ้าไม่มีจะเดาชนิดของค่าให้"))
  var schema: String?

  @Option(
    help: .said(
      en: "Say how each value of a row came to be, instead of printing the table.",
      th: "บอกที่มาของค่าแต่ละค่าในแถวนี้ แทนการพิมพ์ทั้งตาราง"))
  var explain: Int?

  @Option(
    help: .said(
      en: "Read the file as 'data import' reads it for this table, such as funds.",
      th: "อ่านไฟล์อย่างที่ 'data import' อ่านเข้าตารางนี้ เช่น funds"))
  var to: String?

  @OptionGroup var place: TableOptions

  @OptionGroup var site: FolderOptions

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if to != nil, schema != nil {
      throw ValidationError(
        said(
          en: "--to and --schema both say how to read the file: give one of them",
          th: "--to กับ --schema ต่างก็บอกวิธีอ่านไฟล์ ให้ใช้อย่างใดอย่างหนึ่ง"))
    }
  }

  func run() async throws {
    do {
      if let explain {
        let outcome = try await explanation(of: explain)
        try messages.print(outcome)
        messages.showOnError(outcome.diagnostics)
        if outcome.diagnostics.hasErrors { throw ExitCode(1) }
        return
      }
      let outcome = try await records()
      guard let records = outcome.value else {
        messages.show(outcome.diagnostics)
        throw ExitCode(1)
      }
      Terminal.write(records)
      messages.showOnError(outcome.diagnostics)
      if outcome.diagnostics.hasErrors { throw ExitCode(1) }
    } catch let error as DiskError {
      throw messages.failure(error)
    }
  }
}

extension DataRead {
  private func explanation(of row: Int) async throws -> Outcome<String?> {
    let themes = programThemes(beside: Terminal.executable)
    guard let to else {
      return try explainRow(
        row, of: file, descriptor: schema, at: place.place, themes: themes,
        workshop: Terminal.workshop(), messages.language)
    }
    let tree = try await site.readSource(messages, folders: dataFolders)
    return try await explainRow(
      row, of: file, to: to, at: place.place, tree, options, messages.language)
  }

  private func records() async throws -> Outcome<[UInt8]?> {
    guard let to else {
      return try readRecords(
        file, descriptor: schema, at: place.place, workshop: Terminal.workshop())
    }
    let tree = try await site.readSource(messages, folders: dataFolders)
    return try await readRecords(file, to: to, at: place.place, tree, options)
  }

  private var options: BuildOptions {
    var options = BuildOptions(today: Terminal.today, jobs: Terminal.processorCount)
    options.workshop = Terminal.workshop()
    return options
  }
}

struct DataImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: said(
      en: "Read a workbook or a text as rows of one of the site's tables.",
      th: "อ่านสมุดงานหรือไฟล์ข้อความเป็นแถวของตารางในเว็บ"),
    discussion: said(
      en: """
        It tells what it understood: the sheet, the head, the columns, the places, what is left out, \
        and what would be added or changed. Nothing is written without --write, and nothing that the \
        file lacks is taken out without --replace.
        """,
      th: """
        คำสั่งนี้บอกสิ่งที่อ่านได้ คือแผ่นงาน หัวตาราง คอลัมน์ พื้นที่ สิ่งที่ไม่นำเข้า \
        และสิ่งที่จะเพิ่มหรือเปลี่ยน ถ้าไม่มี --write จะไม่เขียนอะไร ถ้าไม่มี --replace จะไม่ลบแถวที่ไฟล์ไม่มี
        """))

  @Argument(help: .said(en: "The file with the rows.", th: "ไฟล์ที่มีแถวข้อมูล"))
  var file: String

  @Option(
    help: .said(
      en: "The table that the rows belong to, such as councils.",
      th: "ตารางที่แถวเหล่านี้อยู่ เช่น councils"))
  var to: String

  @Flag(help: .said(en: "Write the table.", th: "เขียนลงตาราง"))
  var write = false

  @Flag(
    help: .said(
      en: "Take out the rows that the file does not have.", th: "ลบแถวที่ไม่มีในไฟล์ออกด้วย"))
  var replace = false

  @OptionGroup var place: TableOptions

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let tree = try await site.readSource(messages, folders: dataFolders, mapsTables: true)
    do {
      let outcome = try await importTable(
        file, to: to, at: place.place, replaces: replace, tree, site.buildOptions)
      let told = site.strict ? outcome.diagnostics.strict : outcome.diagnostics
      messages.showOnError(told)
      guard let found = outcome.value else { throw ExitCode(1) }
      let isWritten = write && !told.hasErrors
      if isWritten { try found.write(in: site.source) }
      let report = found.report(
        messages.language, isWritten: isWritten, hasErrors: told.hasErrors)
      messages.printResult(String(report.dropLast()), ["text": jsonString(report)])
      // What is only noted has been shown.
      messages.showVerdict(Diagnostics(told.all.filter { $0.severity != .note }))
      if told.hasErrors { throw ExitCode(1) }
    } catch let error as DiskError {
      throw messages.failure(error)
    }
  }
}

/// Where in a file the table is.
struct TableOptions: ParsableArguments {
  @Option(
    help: .said(
      en:
        "The sheet of a workbook that has several; repeat it to read several as one table, '*' for all.",
      th:
        "แผ่นงานที่จะอ่าน เมื่อสมุดงานมีหลายแผ่น ใส่ซ้ำได้เพื่ออ่านหลายแผ่นเป็นตารางเดียว '*' คือทุกแผ่น"))
  var sheet: [String] = []

  @Option(
    help: .said(
      en:
        "The row of the table's head, where title rows stand above it; 3-4 for a head of two rows.",
      th: "แถวของหัวตาราง เมื่อมีแถวชื่อเรื่องอยู่ข้างบน ถ้าหัวตารางซ้อนกันสองแถวเขียน 3-4"))
  var headRow: String?

  @Option(
    help: .said(
      en:
        "Columns that become rows, such as 2563..2566:year:members: a column per year, and the columns for year and value.",
      th:
        "คอลัมน์ที่จะทำเป็นแถว เช่น 2563..2566:year:members คือมีคอลัมน์ละปี ตามด้วยชื่อคอลัมน์ปีและคอลัมน์ค่า"))
  var unpivot: String?

  @Option(
    help: .said(
      en:
        "The heading of a column that is text, though its values look like numbers or dates; repeatable.",
      th: "หัวของคอลัมน์ที่เป็นข้อความ แม้ค่าจะดูเหมือนตัวเลขหรือวันที่ ใส่ซ้ำได้"))
  var text: [String] = []

  @Option(
    help: .said(
      en:
        "The heading of a column whose values hold for the rows below that have none, such as a province in the first row of its group; repeatable.",
      th:
        "หัวของคอลัมน์ที่ค่าหนึ่งเป็นของแถวว่างข้างล่างด้วย เช่น จังหวัดที่เขียนไว้เฉพาะแถวแรกของกลุ่ม ใส่ซ้ำได้"))
  var fillDown: [String] = []

  var place: TablePlace {
    TablePlace(
      sheets: sheet, headRows: headRows, unpivot: unpivot, texts: text, filledDown: fillDown)
  }

  /// The rows as `3`, `3-4` or `3,4`.
  private var headRows: ClosedRange<Int>? {
    let numbers = headRow?.split(whereSeparator: { "-,– ".contains($0) }).compactMap { Int($0) }
    guard let first = numbers?.first, let last = numbers?.last, numbers?.count ?? 0 <= 9 else {
      return nil
    }
    let isInSheet = first >= 1 && first <= last && last <= 1_048_576 && last - first < 9
    return isInSheet ? first...last : nil
  }

  func validate() throws {
    if headRow != nil, headRows == nil {
      throw ValidationError(
        said(
          en: "--head-row must be the number of a row, or of the first and last one, such as 3-4",
          th: "--head-row ต้องเป็นเลขแถว หรือเลขแถวแรกกับแถวสุดท้าย เช่น 3-4"))
    }
    if let unpivot, !TablePlace.saysColumns(unpivot) {
      throw ValidationError(
        said(
          en: "--unpivot must be columns and two names, such as 2563..2566:year:members",
          th: "--unpivot ต้องเป็นคอลัมน์และชื่อสองชื่อ เช่น 2563..2566:year:members"))
    }
  }
}

struct DataInfer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infer",
    abstract: said(
      en: "Print a draft of the description of a file's table, in YAML.",
      th: "พิมพ์ร่างคำอธิบายตารางของไฟล์เป็น YAML"))

  @Argument(help: .said(en: "The file with the table.", th: "ไฟล์ที่มีตาราง"))
  var file: String

  @OptionGroup var place: TableOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    do {
      let outcome = try inferDescriptor(
        file, at: place.place, workshop: Terminal.workshop())
      try messages.print(outcome)
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
    abstract: said(
      en: "Write down today's values, so that later builds can tell what changed.",
      th: "บันทึกค่าของวันนี้ เพื่อให้ครั้งต่อไปบอกได้ว่าอะไรเปลี่ยน"),
    discussion: said(
      en: """
        The release is a file in content/data/releases, named after its day; keep it with the content. \
        Corrections that a release announces can't be deleted afterwards.
        """,
      th: """
        รุ่นของข้อมูลเป็นไฟล์ใน content/data/releases ชื่อตามวันที่ ให้เก็บไว้กับเนื้อหา \
        รายการแก้ไขที่ประกาศไปกับรุ่นแล้วลบภายหลังไม่ได้
        """))

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let tree = try await site.readSource(messages, folders: dataFolders)
    do {
      let outcome = try await releaseData(tree, site.buildOptions, in: site.source)
      guard let path = outcome.value else {
        messages.show(outcome.diagnostics)
        throw ExitCode(1)
      }
      messages.showOnError(outcome.diagnostics, withNotes: false)
      messages.printResult(path, ["path": jsonString(path)])
    } catch let error as DiskError {
      throw messages.failure(error)
    }
  }
}

struct DataDiff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: said(
      en: "What has changed in the values since a release, and the sentences that say it.",
      th: "ค่าที่เปลี่ยนตั้งแต่รุ่นของข้อมูลที่บันทึกไว้ และประโยคที่กล่าวถึงค่านั้น"),
    discussion: said(
      en: """
        Every value that was added, changed or withdrawn, with its date and source, and below it the \
        pages that read it, each with the sentences that state it. A sentence that goes on saying the \
        old number is marked. Registers are told by area: how many rows there were and are.
        """,
      th: """
        แสดงค่าที่เพิ่ม เปลี่ยน หรือถอน พร้อมวันที่และแหล่งที่มา และใต้ค่านั้นคือหน้าที่อ่านค่าดังกล่าว \
        พร้อมประโยคที่กล่าวถึง ประโยคที่ยังเป็นตัวเลขเดิมมีเครื่องหมายบอก \
        ส่วนทะเบียนบอกเป็นรายพื้นที่ว่าเดิมมีกี่แถวและบัดนี้มีกี่แถว
        """))

  @Option(
    help: .said(
      en: "Compare with the last release up to this day, such as 2026-11-21.",
      th: "เทียบกับรุ่นล่าสุดจนถึงวันนี้ เช่น 2026-11-21"))
  var since: CalendarDate?

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let (loaded, plan) = try await site.inspected(messages)
    let reads = try await SiteReads(loaded, plan, site.buildOptions)
    let changes = try await explainChanges(
      since: since, in: loaded, reads: reads, language: messages.language)
    try messages.print(changes)
    if changes.value != nil { messages.showOnError(changes.diagnostics, withNotes: false) }
  }
}
