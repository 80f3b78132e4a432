import ArgumentParser
import SaanPublish
import SaanText

struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: said(
      en: "Remove what builds have written, and nothing else.", th: "ลบเฉพาะสิ่งที่คำสั่ง build เขียนไว้"))

  @Option(
    name: [.short, .long],
    help: .said(en: "The folder that was published into.", th: "โฟลเดอร์ที่เผยแพร่ลงไปแล้ว"))
  var output = "public"

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    do {
      let (removed, found) = try cleanOutput(output)
      messages.showOnError(found, withNotes: false)
      messages.printResult(
        Wording(en: "removed \(removed) file\(removed == 1 ? "" : "s")", th: "ลบแล้ว \(removed) ไฟล์")
          .text(
            in: messages.language), ["removed": "\(removed)"])
    } catch {
      throw messages.failure(error)
    }
  }
}
