import ArgumentParser
import SaanSite
import SaanText

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: said(en: "Say how a page or a figure comes about.", th: "บอกที่มาของหน้าหรือตัวเลข"),
    subcommands: [ExplainPage.self, ExplainFigure.self, ExplainPromise.self],
    defaultSubcommand: ExplainPage.self)
}

struct ExplainPage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: said(
      en: "The output, template, source and language of a page, and what it is made of.",
      th: "ไฟล์ผลลัพธ์ แม่แบบ ไฟล์ต้นทาง ภาษาของหน้า และข้อมูลที่หน้านั้นใช้"))

  @Argument(
    help: .said(
      en: "The page's path, such as /en/news/, or the file of an article.",
      th: "พาธของหน้า เช่น /en/news/ หรือไฟล์ของบทความ"))
  var path: String

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let (loaded, plan) = try await site.inspected(messages)
    let reads = try await SiteReads(loaded, plan, site.buildOptions)
    try messages.print(
      explainPage(path, in: loaded, plan, reads: reads, language: messages.language))
  }
}

struct ExplainFigure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figure",
    abstract: said(
      en:
        "Every value of an indicator, why one of them is shown, its sources, and the sentences that state it.",
      th: "ค่าทั้งหมดของตัวชี้วัด เหตุที่เลือกแสดงค่าหนึ่ง แหล่งข้อมูล และประโยคที่กล่าวถึง"))

  @Argument(help: .said(en: "The indicator, such as funds.members.", th: "ตัวชี้วัด เช่น funds.members"))
  var id: String

  @Option(
    help: .said(
      en: "The area whose values are told, by code, slug or name, such as 32 or surin.",
      th: "พื้นที่ที่จะบอกค่า เป็นรหัส slug หรือชื่อ เช่น 32 หรือ สุรินทร์"))
  var area: String?

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let (loaded, plan) = try await site.inspected(messages)
    let reads = try await SiteReads(loaded, plan, site.buildOptions)
    let pages = try await reads.pages(showing: id, area: area)
    try messages.print(
      explainFigure(id, area: area, in: loaded, pages: pages, language: messages.language))
  }
}

struct ExplainPromise: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promise",
    abstract: said(
      en: "Where a promise stands today, which event says so, and what the clock adds.",
      th: "สถานะวันนี้ของคำสัญญา เหตุการณ์ที่ใช้ตัดสิน และสิ่งที่คำนวณจากวันที่"))

  @Argument(help: .said(en: "The promise's id.", th: "รหัสของคำสัญญา"))
  var id: String

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let (loaded, _) = try await site.inspected(messages)
    try messages.print(explainPromise(id, in: loaded, language: messages.language))
  }
}
