import ArgumentParser
import SaanModel
import SaanPublish
import SaanSite
import SaanText

struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: said(en: "List what the site has.", th: "แสดงรายการสิ่งที่เว็บมี"),
    subcommands: [
      ListPages.self, ListDatasets.self, ListFigures.self, ListSources.self, ListRegisters.self,
      ListAreas.self, ListPromises.self,
    ])
}

struct ListPages: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: said(
      en: "Every page that would be published, with what it is made from.",
      th: "หน้าทั้งหมดที่จะเผยแพร่ และสิ่งที่ใช้สร้าง")
  )

  @Flag(
    help: .said(
      en: "Only addresses that were published once and that nothing answers now.",
      th: "เฉพาะที่อยู่ที่เคยเผยแพร่แต่ตอนนี้เปิดไม่ได้แล้ว"))
  var gone = false

  @Option(
    name: [.short, .long],
    help: .said(
      en: "The folder that was published into, for --gone; public in the site's folder by default.",
      th: "โฟลเดอร์ที่เผยแพร่ไว้ ใช้กับ --gone ถ้าไม่ระบุใช้ public ในโฟลเดอร์ของเว็บ"))
  var output: String?

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let (loaded, plan) = try await site.inspected(messages)
    if gone { return try listGone(loaded, plan) }
    switch messages.format {
    case .text: Terminal.write(Array(plan.pageTable.utf8))
    case .json: Terminal.write(Array(plan.pageJSON.utf8))
    }
  }

  private func listGone(_ loaded: Site, _ plan: BuildPlan) throws {
    do {
      let former = try OutputFolder(output ?? site.folder("public")).formerAddresses()
      let found = goneAddresses(former, loaded, plan)
      Terminal.write(Array((messages.format == .json ? found.json : found.table).utf8))
    } catch {
      throw messages.failure(error)
    }
  }
}

struct ListDatasets: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasets",
    abstract: said(
      en: "Every table of content/data, with its size.", th: "ตารางทั้งหมดใน content/data และขนาด"))

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws { try await site.list(.datasets, messages) }
}

struct ListFigures: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: said(
      en: "Every indicator, with the value that is shown.", th: "ตัวชี้วัดทั้งหมด และค่าที่แสดง"))

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws { try await site.list(.figures, messages) }
}

struct ListSources: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: said(
      en: "Every source, with how many values come from it.",
      th: "แหล่งข้อมูลทั้งหมด และจำนวนค่าที่มาจากแต่ละแหล่ง"))

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws { try await site.list(.sources, messages) }
}

struct ListRegisters: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registers",
    abstract: said(
      en: "Every table that has a page for each of its rows.", th: "ตารางทั้งหมดที่แต่ละแถวมีหน้าของตัวเอง")
  )

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws { try await site.list(.registers, messages) }
}

struct ListAreas: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "areas",
    abstract: said(
      en: "Provinces, districts and subdistricts with the codes that tables name them by.",
      th: "จังหวัด อำเภอ และตำบล พร้อมรหัสที่ใช้ในตาราง"))

  @Option(
    help: .said(
      en: "Only areas whose name or code holds this text, districts and subdistricts too.",
      th: "เฉพาะพื้นที่ที่ชื่อหรือรหัสมีข้อความนี้ รวมถึงอำเภอและตำบล"))
  var search: String?

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let list = try await AreaList(
      try await site.readSource(messages), site.buildOptions, search: search)
    switch messages.format {
    case .text: Terminal.write(Array(list.table(language: messages.language).utf8))
    case .json: Terminal.write(list.json)
    }
    if list.isEmpty { throw ExitCode(1) }
  }
}

struct ListPromises: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promises",
    abstract: said(
      en: "Every promise, with where it stands today.", th: "คำสัญญาทั้งหมด และสถานะวันนี้"))

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws { try await site.list(.promises, messages) }
}

extension SiteOptions {
  /// The site and its plan; without them, what went wrong is shown and the exit status is 1.
  func inspected(_ messages: MessageOptions) async throws -> (site: Site, plan: BuildPlan) {
    let (site, plan, found) = try await inspect(try await readSource(messages), buildOptions)
    guard let site, let plan else {
      messages.show(found)
      throw ExitCode(1)
    }
    return (site, plan)
  }

  fileprivate func list(_ list: DataList, _ messages: MessageOptions) async throws {
    let (site, _) = try await inspected(messages)
    switch messages.format {
    case .text: Terminal.write(Array(list.table(site, language: messages.language).utf8))
    case .json: Terminal.write(list.json(site))
    }
  }
}
