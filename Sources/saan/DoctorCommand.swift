import ArgumentParser
import SaanImages
import SaanText

/// `saan doctor`: which programs of others this machine has, and what installs the rest.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: said(
      en: "Tell which programs that pictures are made with are installed here.",
      th: "บอกว่าเครื่องนี้ติดตั้งโปรแกรมที่ใช้ทำรูปแล้วหรือยัง"))

  @OptionGroup var messages: MessageOptions

  func run() {
    let workshop = Terminal.workshop()
    let found = Tool.all.map {
      (tool: $0.tool, lack: $0.lack, version: workshop.find($0.tool)?.version)
    }
    let lines = found.map { tool, lack, version in
      let answer =
        version.map { Wording(en: $0, th: $0) }
        ?? Wording(
          en: "not installed: \(lack.en). To install it: \(tool.installation)",
          th: "ยังไม่ได้ติดตั้ง: \(lack.th) ติดตั้งด้วยคำสั่ง \(tool.installation)")
      return "\(tool.command): \(answer.text(in: messages.language))"
    }
    let members = found.map { tool, _, version in
      "{\"command\": \(jsonString(tool.command)), \"version\": "
        + "\(version.map(jsonString) ?? "null"), \"install\": \(jsonString(tool.installation))}"
    }
    messages.printResult(
      lines.joined(separator: "\n"), ["programs": "[\(members.joined(separator: ", "))]"])
  }
}
