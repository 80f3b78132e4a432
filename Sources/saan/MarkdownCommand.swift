import ArgumentParser
import SaanMarkdown
import SaanText

struct MarkdownCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown",
    abstract: said(en: "The Markdown part alone.", th: "เฉพาะส่วน Markdown"),
    subcommands: [MarkdownRender.self])
}

struct MarkdownRender: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: said(
      en: "Turn Markdown on standard input into HTML on standard output.",
      th: "แปลง Markdown จากอินพุตมาตรฐานเป็น HTML ที่เอาต์พุตมาตรฐาน")
  )

  @Flag(
    name: .customLong("raw-html"),
    help: .said(
      en: "Let raw HTML through instead of escaping it.", th: "ปล่อย HTML ดิบผ่าน แทนที่จะแสดงเป็นข้อความ")
  )
  var rawHTML = false

  @Flag(
    help: .said(
      en: "Write what CommonMark and GFM specify, without our additions.",
      th: "เขียนตามข้อกำหนด CommonMark และ GFM โดยไม่มีส่วนเสริม"))
  var plain = false

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let outcome = renderMarkdown(Terminal.readInput(), rawHTML: rawHTML, isPlain: plain)
    switch messages.format {
    case .text: Terminal.write(outcome.value)
    case .json:
      let html = String(decoding: outcome.value, as: UTF8.self)
      messages.printResult(html, ["html": jsonString(html)])
    }
    messages.showOnError(outcome.diagnostics)
    if outcome.diagnostics.hasErrors { throw ExitCode(1) }
  }
}
