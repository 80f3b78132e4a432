import ArgumentParser
import SaanImages
import SaanText

/// `saan doctor`: tells which programs of others are there, and how to install the rest.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: said(
      en: "Tell which programs pictures need are there, and how to install the rest.",
      th: "บอกว่ามีโปรแกรมที่ใช้ทำรูปครบหรือไม่ และติดตั้งที่ขาดอย่างไร"),
    discussion: said(
      en: "The exit status is 0 when all of them are there and 1 when one is missing.",
      th: "สถานะจบเป็น 0 เมื่อมีครบ และ 1 เมื่อขาดโปรแกรมใดโปรแกรมหนึ่ง"))

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let report = ToolReport(Terminal.workshop())
    messages.printResult(report.text(in: messages.language), ["programs": report.json])
    if !report.isComplete { throw ExitCode(1) }
  }
}
