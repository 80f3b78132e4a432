import ArgumentParser
import SaanSite
import SaanText

struct ReferenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: said(
      en: "Print what templates and settings can name, with examples, as Markdown.",
      th: "พิมพ์สิ่งที่แม่แบบและการตั้งค่าใช้ได้ พร้อมตัวอย่าง เป็น Markdown"))

  @Argument(
    help: .said(
      en: "Only this section: \(sectionNames).", th: "เฉพาะส่วนนี้: \(sectionNames)"))
  var section: ReferenceSection?

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    try messages.print(Outcome(referenceMarkdown(section, in: messages.language)))
  }
}

private let sectionNames = ReferenceSection.allCases.map(\.rawValue).joined(separator: ", ")

extension ReferenceSection: ExpressibleByArgument {}
