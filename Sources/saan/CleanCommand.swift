import ArgumentParser
import SaanFiles
import SaanImages
import SaanPublish
import SaanText

struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: said(
      en: "Remove what builds have written, and nothing else.", th: "ลบเฉพาะสิ่งที่คำสั่ง build เขียนไว้"))

  @Option(
    name: [.short, .long],
    help: .said(
      en: "The folder that was published into; public in the site's folder by default.",
      th: "โฟลเดอร์ที่เผยแพร่ลงไปแล้ว ถ้าไม่ระบุใช้ public ในโฟลเดอร์ของเว็บ"))
  var output: String?

  @Flag(
    help: .said(
      en: "Remove the pictures that are kept for the next build, and nothing that is published.",
      th: "ลบรูปที่เก็บไว้ใช้สร้างครั้งต่อไป ไม่แตะสิ่งที่เผยแพร่แล้ว"))
  var images = false

  @Option(
    name: [.short, .long],
    help: .said(en: "The site's folder.", th: "โฟลเดอร์ของเว็บ"))
  var source = "."

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    do {
      let (removed, found) = try remove()
      messages.showOnError(found, withNotes: false)
      messages.printResult(
        Wording(en: "removed \(removed) file\(removed == 1 ? "" : "s")", th: "ลบแล้ว \(removed) ไฟล์")
          .text(
            in: messages.language), ["removed": "\(removed)"])
    } catch {
      throw messages.failure(error)
    }
  }

  private func remove() throws(DiskError) -> (removed: Int, diagnostics: Diagnostics) {
    guard images else {
      return try cleanOutput(output ?? folderOfSite("public", in: source))
    }
    return (try KeptFiles.removeAll(ofSite: source), Diagnostics())
  }
}
