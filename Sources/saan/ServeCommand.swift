import ArgumentParser
import SaanFiles
import SaanModel
import SaanPreview
import SaanPublish
import SaanSite
import SaanText

/// `saan serve`: shows a site in the browser while somebody writes it.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: said(
      en: "Show the site in the browser while you write.", th: "เปิดดูเว็บในเบราว์เซอร์ขณะเขียน"),
    discussion: said(
      en: """
        Nothing is published: pages are made when the browser asks for them, drafts and pages of later days among them. \
        What you save is on the screen at once, and what is wrong is shown over the page. Ctrl-C ends it.
        """,
      th: """
        คำสั่งนี้ไม่เผยแพร่อะไร หน้าจะสร้างเมื่อเบราว์เซอร์เรียกดู รวมฉบับร่างและหน้าที่ยังไม่ถึงวันเผยแพร่ \
        เมื่อบันทึกไฟล์ หน้าที่เปิดอยู่จะเปลี่ยนตามทันที และข้อผิดพลาดจะแสดงทับบนหน้า กด Ctrl-C เพื่อเลิก
        """))

  @Option(name: [.short, .long], help: .said(en: "The site's folder.", th: "โฟลเดอร์ของเว็บ"))
  var source = "."

  @Option(
    name: [.short, .long],
    help: .said(
      en: "The port; the next one that is free where it is taken.",
      th: "พอร์ต ถ้ามีโปรแกรมอื่นใช้อยู่จะใช้พอร์ตถัดไปที่ว่าง"))
  var port = 8000

  @Flag(help: .said(en: "Open the site in the browser.", th: "เปิดเว็บในเบราว์เซอร์"))
  var open = false

  @Option(
    help: .said(
      en: "Links to lines open in this editor: \(PreviewOptions.editors.joined(separator: ", ")).",
      th: "ลิงก์ไปยังบรรทัดจะเปิดในโปรแกรมนี้: \(PreviewOptions.editors.joined(separator: ", "))"))
  var editor: String?

  @Option(
    name: [.customShort("b"), .customLong("base-url")],
    help: .said(
      en: "The address of the site, instead of base_url in site.yaml.",
      th: "ที่อยู่ของเว็บ แทน base_url ใน site.yaml"))
  var baseURL: String?

  @Option(
    help: .said(
      en: "The date that counts as today, such as 2026-11-21.", th: "วันที่ที่ถือเป็นวันนี้ เช่น 2026-11-21"))
  var clock: CalendarDate?

  @Option(
    help: .said(
      en:
        "An address of this machine to be seen by others at; anybody who reaches it reads the site.",
      th: "ที่อยู่ของเครื่องนี้ที่ให้ผู้อื่นเปิดดูได้ ใครที่เข้าถึงได้จะอ่านเว็บได้"))
  var bind: String?

  @Option(
    help: .said(
      en: "A further name by which browsers may know this machine.",
      th: "ชื่ออื่นของเครื่องนี้ที่เบราว์เซอร์ใช้ได้"))
  var allowHost: [String] = []

  @Flag(
    help: .said(
      en: "Look for changes twice a second, for folders whose system tells of none.",
      th: "ตรวจหาการเปลี่ยนแปลงทุกครึ่งวินาที สำหรับโฟลเดอร์ที่ระบบไม่แจ้ง"))
  var poll = false

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    try saan.validate(baseURL: baseURL)
    if !(0...65_535).contains(port) {
      throw ValidationError(
        said(en: "--port must be from 0 to 65535", th: "--port ต้องอยู่ระหว่าง 0 ถึง 65535"))
    }
    if let editor, !PreviewOptions.editors.contains(editor) {
      let names = PreviewOptions.editors.joined(separator: ", ")
      throw ValidationError(
        said(en: "--editor must be one of \(names)", th: "--editor ต้องเป็น \(names)"))
    }
  }

  func run() async throws {
    do {
      let preview = try await Preview(options) { [messages] line, found in
        messages.showOnError(found, withNotes: false)
        if messages.format == .text { Terminal.printError(line) }
      }
      announce(preview)
      if open { Terminal.openBrowser(at: preview.url) }
      // The system ends the program at Ctrl-C: nothing is held that would be lost.
      while true { try await Task.sleep(for: .seconds(86_400)) }
    } catch let error as DiskError {
      throw messages.failure(error)
    }
  }

  private var options: PreviewOptions {
    let build = buildOptions
    var options = PreviewOptions(
      root: source, programThemes: programThemes(beside: Terminal.executable), build: build)
    if let folder = try? OutputFolder(folderOfSite("public", in: source)),
      let former = try? folder.formerAddresses()
    {
      options.former = former
    }
    options.language = messages.language
    (options.address, options.port) = (bind, port)
    (options.hosts, options.editor, options.polls) = (allowHost, editor, poll)
    return options
  }

  /// A build with everything that is held back; today is another day tomorrow.
  private var buildOptions: @Sendable () -> BuildOptions {
    { [clock, baseURL, workshop = Terminal.workshop(ofSite: source)] in
      var options = BuildOptions(
        today: clock ?? Terminal.today, jobs: Terminal.processorCount, baseURL: baseURL,
        includesDrafts: true, includesFuture: true)
      options.program = Terminal.program
      options.workshop = workshop
      options.cardPainter = CardPainter(workshop)
      return options
    }
  }

  private func announce(_ preview: Preview) {
    guard messages.format == .text else {
      return messages.printResult("", ["url": jsonString(preview.url)])
    }
    if preview.hasOtherPort {
      Terminal.printError(
        said(
          en: "port \(port) is taken; the next one is used", th: "พอร์ต \(port) มีผู้ใช้อยู่ จึงใช้พอร์ตถัดไป")
      )
    }
    if bind != nil {
      Terminal.printError(
        said(
          en: "whoever reaches this address reads the site, drafts and all",
          th: "ใครที่เข้าถึงที่อยู่นี้จะอ่านเว็บได้ รวมทั้งฉบับร่าง"))
    }
    let stop = said(en: "(press Ctrl-C to stop)", th: "(กด Ctrl-C เพื่อเลิก)")
    Terminal.print("\(preview.url)  \(stop)")
  }
}
