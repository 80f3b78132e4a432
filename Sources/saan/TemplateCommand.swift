import ArgumentParser
import SaanFiles
import SaanModel
import SaanPublish
import SaanSite
import SaanText

struct TemplateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: said(en: "The template language alone.", th: "เฉพาะภาษาแม่แบบ"),
    subcommands: [TemplateRender.self, TemplateCheck.self, TemplateStyleguide.self])
}

struct TemplateRender: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: said(
      en: "Render one template with data, to standard output.", th: "ใส่ข้อมูลลงในแม่แบบหนึ่ง แล้วแสดงผล"),
    discussion: said(
      en:
        "What it extends, includes or imports is looked for in its folder, then in the site's theme.",
      th: "แม่แบบที่ไฟล์นี้ต่อยอด รวม หรือนำเข้า จะหาในโฟลเดอร์ของไฟล์ แล้วหาในธีมของเว็บ"))

  @Argument(help: .said(en: "The template.", th: "แม่แบบ"))
  var file: String

  @Option(
    help: .said(
      en: "A JSON file whose members are the template's variables.",
      th: "ไฟล์ JSON ที่สมาชิกเป็นตัวแปรของแม่แบบ"))
  var data: String?

  @Option(
    help: .said(
      en: "A variable; may be given several times.", th: "ตัวแปร ระบุซ้ำได้หลายครั้ง",
      valueName: "name=value"))
  var set: [String] = []

  @Option(
    name: [.short, .long],
    help: .said(
      en: "The folder of a site that gives its filters, functions and theme.",
      th: "โฟลเดอร์ของเว็บที่ให้ตัวกรอง ฟังก์ชัน และธีม"))
  var source: String?

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    do {
      let variables = try set.map { pair in
        guard let equals = pair.firstIndex(of: "=") else {
          throw ValidationError(
            said(
              en: "--set takes name=value, not '\(pair)'",
              th: "--set ต้องเป็น name=value ไม่ใช่ '\(pair)'"))
        }
        return (String(pair[..<equals]), String(pair[pair.index(after: equals)...]))
      }
      let outcome = try await renderTemplateFile(
        file, dataPath: data, variables: variables, site: try await readSite())
      // A person sees how far it came; a script gets the whole or what is wrong.
      let isLost = messages.format == .json && outcome.diagnostics.hasErrors
      let text = isLost ? nil : String(decoding: outcome.value, as: UTF8.self)
      try messages.print(Outcome(text, outcome.diagnostics))
      messages.showOnError(outcome.diagnostics)
      if outcome.diagnostics.hasErrors { throw ExitCode(1) }
    } catch let error as DiskError {
      throw messages.failure(error)
    }
  }
}

extension TemplateRender {
  private func readSite() async throws -> (tree: SourceTree, options: BuildOptions)? {
    guard let source else { return nil }
    let jobs = Terminal.processorCount
    let tree = try await readTree(
      at: source, jobs: jobs, programThemes: programThemes(beside: Terminal.executable))
    return (tree, BuildOptions(today: Terminal.today, jobs: jobs))
  }
}

struct TemplateCheck: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: said(en: "Check every template of the site's theme.", th: "ตรวจแม่แบบทั้งหมดของธีมของเว็บ")
  )

  @OptionGroup var site: SiteOptions

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let found = checkTheme(try await site.readSource(messages))
    messages.show(site.strict ? found.strict : found)
    if (site.strict ? found.strict : found).hasErrors { throw ExitCode(1) }
  }
}

struct TemplateStyleguide: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "styleguide",
    abstract: said(
      en: "Write pages that show every part of the site's theme.",
      th: "เขียนหน้าที่แสดงทุกส่วนของธีมของเว็บ"),
    discussion: said(
      en:
        "They have made-up data, are in Thai and English, light and dark, and open from the folder.",
      th: "หน้าเหล่านี้ใช้ข้อมูลสมมุติ มีทั้งไทยและอังกฤษ พื้นสว่างและพื้นมืด เปิดจากโฟลเดอร์ได้เลย"))

  @OptionGroup var site: FolderOptions

  @Option(
    name: [.short, .long],
    help: .said(en: "The folder to write into.", th: "โฟลเดอร์ที่จะเขียนลงไป"))
  var output = "styleguide"

  @OptionGroup var messages: MessageOptions

  func run() async throws {
    let tree = try await site.readSource(messages)
    do {
      let folder = try OutputFolder(output)
      try folder.refuse(publishing: site.source, linked: tree.linkedFolders)
      let made = try await makeStyleguide(
        tree, BuildOptions(today: Terminal.today, jobs: Terminal.processorCount))
      messages.show(made.diagnostics)
      guard !made.diagnostics.hasErrors else { throw ExitCode(1) }
      let lock = try folder.lock()
      let sink = try DiskSink(folder)
      var receipts: [DiskSink.Receipt] = []
      for (path, bytes) in made.value.sorted(by: { $0.key < $1.key }) {
        receipts.append(try sink.put(path, bytes))
      }
      _ = try sink.finish(receipts, nil)
      sink.close()
      lock.release()
      let index = "\(output)/index.html"
      messages.printResult(index, ["index": jsonString(index), "files": "\(made.value.count)"])
    } catch let error as DiskError {
      throw messages.failure(error)
    }
  }
}
