import Foundation
import Testing

/// The words after `saan`: what they are called, how their mistakes are told, where results go.
@Suite struct CommandLineTests {
  private struct Tool: Decodable {
    let command: Command
  }

  private struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable {
        let kind: String
        let name: String
      }

      let kind: String
      let names: [Name]?
      let valueName: String?

      var text: String {
        guard let names else { return "<\(valueName ?? "")>" }
        return names.map { ($0.kind == "short" ? "-" : "--") + $0.name }.joined(separator: "/")
      }
    }

    let commandName: String
    let arguments: [Argument]?
    let subcommands: [Command]?

    /// A line for each command without subcommands.
    func lines(_ path: String = "") -> [String] {
      guard commandName != "help" else { return [] }
      let name = path.isEmpty ? commandName : "\(path) \(commandName)"
      if let subcommands { return subcommands.flatMap { $0.lines(name) } }
      let words = (arguments ?? []).map(\.text)
      return [name + ": " + words.filter { !shared.contains($0) }.joined(separator: " ")]
    }

    private var shared: Set<String> {
      ["--version", "-h/--help", "--lang", "-q/--quiet", "-v/--verbose"]
    }
  }

  private func tool() throws -> Command {
    let dump = try WorkFolder().saan("--experimental-dump-help")
    return try JSONDecoder().decode(Tool.self, from: Data(dump.output.utf8)).command
  }

  @Test func theNamesOfAllOptionsArePromised() throws {
    let site =
      "-s/--source -b/--base-url -D/--drafts -F/--future --clock -j/--jobs --strict --format"
    #expect(
      try tool().lines().joined(separator: "\n") == """
        saan build: \(site) -o/--output --relative-urls --as-published --force --no-ledger
        saan serve: -s/--source -p/--port --open --editor -b/--base-url --clock --bind --allow-host --poll --format
        saan check: -o/--output \(site)
        saan list pages: --gone -o/--output \(site)
        saan list datasets: \(site)
        saan list figures: \(site)
        saan list sources: \(site)
        saan list registers: \(site)
        saan list areas: --search \(site)
        saan list promises: \(site)
        saan explain page: <path> \(site)
        saan explain figure: <id> --area \(site)
        saan explain promise: <id> \(site)
        saan data check: \(site)
        saan data read: <file> --schema --explain --to --sheet --head-row --unpivot --text --fill-down -s/--source --format
        saan data import: <file> --to --write --replace --sheet --head-row --unpivot --text --fill-down \(site)
        saan data infer: <file> --sheet --head-row --unpivot --text --fill-down --format
        saan data release: \(site)
        saan data diff: --since \(site)
        saan new site: <directory> --format
        saan new page: <page> --clock -s/--source --format
        saan new theme: <name> --extends -s/--source --format
        saan clean: -o/--output --images -s/--source --format
        saan doctor: --format
        saan markdown render: --raw-html --plain --format
        saan template render: <file> --data --set -s/--source --format
        saan template check: \(site)
        saan template styleguide: -s/--source -o/--output --format
        saan reference: <section> --format
        """)
  }

  /// Every command's help, in Thai: only names, values and words for values are in Latin letters.
  @Test func helpIsInThaiToTheLastWord() throws {
    let folder = try WorkFolder()
    func commands(_ command: Command, _ path: [String]) -> [[String]] {
      [path]
        + (command.subcommands ?? []).filter { $0.commandName != "help" }
        .flatMap { commands($0, path + [$0.commandName]) }
    }
    let english = [
      "the", "of", "and", "is", "a", "for", "see", "show", "usage", "arguments",
      "default",
      "values", "overview", "subcommands", "information", "detailed",
    ]
    for path in commands(try tool(), []) {
      let help = try folder.saan(path + ["--help", "--lang", "th"])
      #expect(help.status == 0)
      #expect(help.output.contains("วิธีใช้: saan"), "\(path)")
      #expect(!help.output.contains("OPTIONS"), "\(path)")
      let words = help.output.split { !$0.isLetter && $0 != "-" && $0 != "<" }
        .map { $0.lowercased() }
      #expect(words.filter { english.contains($0) } == [], "\(path)")
    }
  }

  @Test(arguments: [
    (
      ["build", "--jobs", "-1"], "'-1' ใช้เป็นค่าของ '--jobs' ไม่ได้",
      "เขียนจำนวนเต็มตั้งแต่ 1 ขึ้นไป: --jobs 1"
    ),
    (["bild"], "ไม่มีคำสั่ง 'bild'", "หมายถึง 'build' หรือไม่"),
    (["help", "chek"], "ไม่มีคำสั่ง 'chek'", "หมายถึง 'check' หรือไม่"),
    (["data", "nosuch"], "ไม่มีคำสั่ง 'nosuch'", "คำสั่งที่มี: check, read, import, infer, release, diff"),
    (["build", "--sourc", "x"], "'saan build' ไม่มีตัวเลือก '--sourc'", "หมายถึง '--source' หรือไม่"),
    (
      ["build", "my-site"], "'saan build' ไม่รับคำ 'my-site' ตรงนี้",
      "ระบุโฟลเดอร์ของเว็บด้วย '--source my-site'"
    ),
    (["build", "--jobs"], "'--jobs' ต้องมีค่า", "จำนวนงานที่ทำพร้อมกัน ถ้าไม่ระบุใช้เท่าจำนวนตัวประมวลผล"),
    (["build", "--jobs", "0"], "--jobs ต้องเป็น 1 ขึ้นไป", "ดูสิ่งที่ใช้ได้ด้วย 'saan build --help'"),
    (
      ["build", "--format", "xml"], "'xml' ใช้เป็นค่าของ '--format' ไม่ได้",
      "ต้องเป็นอย่างใดอย่างหนึ่งใน text, json"
    ),
    (
      ["build", "--as-published", "2569-11-21"], "'2569-11-21' ใช้เป็นค่าของ '--as-published' ไม่ได้",
      "เขียน 2026-11-21 หรือ 21 พฤศจิกายน 2569"
    ),
    (["build", "--strict=1"], "'--strict' ไม่รับค่า", "ดูสิ่งที่ใช้ได้ด้วย 'saan build --help'"),
    (["data", "read"], "'saan data read' ต้องมี <file>", "ไฟล์ที่มีตาราง"),
  ])
  func aMistakeInTheWordsIsToldInThai(_ words: [String], _ message: String, _ hint: String) throws {
    let run = try WorkFolder().saan(["--lang", "th"] + words)
    #expect(run.status == 2)
    #expect(run.errors == "error[usage]: \(message)\n   = hint: \(hint)\n")
  }

  @Test(arguments: [
    ("LANG=th_TH.UTF-8", "", "ไม่มีคำสั่ง 'bild'"), ("LANG=C LC_ALL=th_TH", "", "ไม่มีคำสั่ง 'bild'"),
    ("LANG=th_TH LC_ALL=en_GB", "", "there is no command 'bild'"),
    ("LANG=C", "", "there is no command 'bild'"), ("LANG=C", "--lang=th", "ไม่มีคำสั่ง 'bild'"),
  ])
  func theEnvironmentSaysTheLanguageUnlessAsked(
    _ environment: String, _ option: String, _ message: String
  ) throws {
    let run = try WorkFolder().shell("env \(environment) saan \(option) bild")
    #expect(run.errors.hasPrefix("error[usage]: \(message)\n"))
  }

  @Test func aResultCanBeReadByAScript() throws {
    let folder = try WorkFolder()
    let run = try folder.shell(
      "echo '**a**' | saan markdown render --format json; "
        + "printf 'n\\n1\\n' > t.csv; saan data infer t.csv --format json")
    #expect(run.output.hasPrefix(#"{"html": "<p><strong>a</strong></p>\n"}"# + "\n"))
    #expect(run.output.contains(#"{"text": "#))
  }

  @Test func aMistakeInTheWordsCanBeReadByAScript() throws {
    let run = try WorkFolder().saan("build", "--nosuch", "--format", "json", "--lang", "en")
    #expect(run.status == 2)
    #expect(run.output.contains(#""message": "'saan build' has no option '--nosuch'""#))
  }

  @Test func aResultThatDoesNotFitIsAnError() throws {
    let folder = try WorkFolder()
    for words in [["reference"], ["--help"], ["new", "site", "s"]] {
      let run = try folder.shell(
        "saan \(words.joined(separator: " ")) --lang en > /dev/full")
      #expect(run.status == 2)
      #expect(run.errors.hasPrefix("error[disk]: cannot write standard output: "))
    }
    let closed = try folder.shell("saan reference >&-")
    #expect(closed.status == 2)
  }

  @Test func aReaderThatStopsEndsTheProgramQuietly() throws {
    let run = try WorkFolder().shell("saan reference | head -1")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output == "# Reference\n")
  }

  @Test func theCountIsThatOfTheListedMistakes() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    // One misspelt phrase in a part that several pages show, and one dead link.
    try FileManager.default.createDirectory(
      atPath: folder.path("s/theme/shortcodes"), withIntermediateDirectories: true)
    try folder.write("s/theme/shortcodes/bad.html", "{{ [1] | first | date }}\n")
    try folder.write("s/content/news/bad.th.md", "---\ntitle: ก\n---\n{{ bad() }} [ข](x.md)\n")
    for command in ["check", "build"] {
      let run = try folder.saan(command, "--source", "s", "--lang", "en")
      let listed = run.errors.components(separatedBy: "error[").count - 1
      #expect(listed > 0)
      #expect(
        run.errors.contains("\n\(listed) error\(listed == 1 ? "" : "s"), 0 warnings"),
        "\(run.errors)")
    }
  }
}
