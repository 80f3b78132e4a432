import ArgumentParser
import SaanSite
import SaanText

struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: said(en: "List what the site has.", th: "แสดงรายการสิ่งที่เว็บมี"),
    subcommands: [
      ListPages.self, ListDatasets.self, ListFigures.self, ListSources.self, ListRegisters.self,
    ])
}

struct ListPages: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: said(
      en: "Every page that would be published, with what it is made from.",
      th: "หน้าทั้งหมดที่จะเผยแพร่ และสิ่งที่ใช้สร้าง")
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

struct ListDatasets: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasets",
    abstract: said(
      en: "Every table of content/data, with its size.", th: "ตารางทั้งหมดใน content/data และขนาด"))

  @OptionGroup var site: SiteOptions

  func run() async throws { try await site.list(.datasets) }
}

struct ListFigures: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: said(
      en: "Every indicator, with the value that is shown.", th: "ตัวชี้วัดทั้งหมด และค่าที่แสดง"))

  @OptionGroup var site: SiteOptions

  func run() async throws { try await site.list(.figures) }
}

struct ListSources: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: said(
      en: "Every source, with how many values come from it.",
      th: "แหล่งข้อมูลทั้งหมด และจำนวนค่าที่มาจากแต่ละแหล่ง"))

  @OptionGroup var site: SiteOptions

  func run() async throws { try await site.list(.sources) }
}

struct ListRegisters: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registers",
    abstract: said(
      en: "Every table that has a page for each of its rows.", th: "ตารางทั้งหมดที่แต่ละแถวมีหน้าของตัวเอง")
  )

  @OptionGroup var site: SiteOptions

  func run() async throws { try await site.list(.registers) }
}

extension SiteOptions {
  /// The site and its plan; without them, what went wrong is shown and the exit status is 1.
  func inspected() async throws -> (site: Site, plan: BuildPlan) {
    let (site, plan, found) = try await inspect(try await readSource(), buildOptions)
    guard let site, let plan else {
      messages.show(found)
      throw ExitCode(1)
    }
    return (site, plan)
  }

  fileprivate func list(_ list: DataList) async throws {
    let (site, _) = try await inspected()
    switch messages.format {
    case .text: Terminal.write(Array(list.table(site).utf8))
    case .json: Terminal.write(list.json(site))
    }
  }
}
