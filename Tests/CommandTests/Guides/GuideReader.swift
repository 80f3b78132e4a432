import Foundation
import TestSupport
import Testing

/// Somebody who does what a guide says, from its first line to its last, on a machine of their own.
///
/// Commands are run by bash with the built program; what would reach out of the machine (`sudo`,
/// `make`, `rsync`, a web server, `git` to a server) has a stand-in that does the same in the
/// scratch folder. The day is always the same.
///
/// `SAAN_UPDATE=1` writes what the program says into the page, and still fails: read the
/// difference.
final class GuideReader {
  private(set) var page: GuidePage
  private let folder: WorkFolder
  /// Where the reader stands.
  private var place: String
  /// Where the reader stood when the last block went into a file.
  private var site = ""
  /// The file that the last block went into.
  private var lastFile: String?
  /// What the file held before the last block, so that a mistake can be undone.
  private var undo: (path: String, text: String?)?
  private var output: (text: String, status: Int32) = ("", 0)
  /// Whether something was put that no check has seen.
  private var isUnchecked = false
  /// What blocks should say, by the line where they begin.
  private var corrections: [Int: String] = [:]
  private(set) var pagesOfTheirOwn: [(path: String, guide: GuidePage, block: GuideBlock)] = []

  init(_ page: GuidePage, on start: GuideStart) throws {
    self.page = page
    folder = try WorkFolder()
    place = folder.path("home")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try prepareMachine()
    switch start {
    case .nothing: break
    case .newSite:
      run("saan new site my-site", at: 0)
      place += "/my-site"
    case .network:
      run("saan new site my-site && cp -R '\(Self.material("Network"))/.' my-site", at: 0)
      place += "/my-site"
    case .repository:
      try folder.copyRepository(["site.yaml", "content", "themes", "Makefile"], to: "home/my-site")
      place += "/my-site"
    }
  }

  /// Does what every block says.
  func read() throws {
    for (index, block) in page.blocks.enumerated() {
      try supplyPictures(namedIn: block)
      let next = index + 1 < page.blocks.count ? page.blocks[index + 1] : nil
      switch block.kind {
      case .commands: runAll(block)
      case .session: try answer(block)
      case .file: try put(block, isMistake: next.map(Self.showsMessages) == true)
      case .output: try compareOutput(block)
      case .server: compareServer(block)
      case .folder: compareFolder(block)
      case .template, .siteTemplate: break
      case nil:
        complain("nobody could say what to do with this block: see GuideBlock", at: block.line)
      }
    }
    if ProcessInfo.processInfo.environment["SAAN_UPDATE"] == "1" {
      try page.replaceBlocks(corrections)
    }
  }

  /// Goes on with another guide on the same site.
  func turn(to page: GuidePage) {
    self.page = page
    lastFile = nil
    undo = nil
    corrections = [:]
  }

  /// Everything that was put since the last check is without a mistake.
  ///
  /// - Parameter command: what looks at the site, `check` or `build`.
  func finish(by command: String = "check") {
    checkSite(at: page.blocks.last?.line ?? 0, by: command)
  }

  func text(_ path: String) -> String? {
    try? String(contentsOfFile: "\(place)/\(path)", encoding: .utf8)
  }

  /// As many charts and maps are drawn on each page as its example asks for.
  func expectCharts() {
    for (path, guide, block) in pagesOfTheirOwn {
      page = guide
      let language = page.isThai ? "th" : "en"
      let name = path.dropFirst("content/".count).dropLast(".th.md".count)
      let drawn = text("public/\(language)/\(name)/index.html")?.components(
        separatedBy: "<figure class=\"chart")
      if drawn?.count != block.text.components(separatedBy: "kind=").count {
        complain("not every chart is drawn", at: block.line)
      }
    }
  }

  /// Pages with a line of front matter each show what the guide says in their language.
  func expectPages(of lines: [(language: String, head: String, shown: String)]) throws {
    for (number, line) in lines.enumerated() {
      let page = "---\ntitle: ก\n\(line.head)\n---\nก\n"
      try write("content/news/page-\(number).\(line.language).md", Data(page.utf8))
    }
    run("saan build --lang en", at: 0)
    if output.status != 0 { complain(output.text, at: 0) }
    for (number, line) in lines.enumerated() {
      let html = text("public/\(line.language)/news/page-\(number)/index.html") ?? ""
      if !html.contains(">\(line.shown)<") {
        complain("\(line.head) is not \(line.shown) in \(line.language)", at: 0)
      }
    }
  }

  func complain(_ text: String, at line: Int) {
    Issue.record("\(page.path):\(line): \(text)")
  }

  /// A folder beside this file.
  private static func material(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: name).path
  }

  /// Whether a block answers a mistake; what a command leaves out on purpose is none.
  private static func showsMessages(_ block: GuideBlock) -> Bool {
    [.output, .session].contains(block.kind)
      && block.text.contains(
        /^(error|warning|note)\[(?!column-left-out)/.anchorsMatchLineEndings())
  }
}

/// What a guide's reader has before the first line.
enum GuideStart {
  case nothing, newSite
  /// A new site with a few places and figures.
  case network
  /// A copy of this repository.
  case repository
}

// MARK: - Files

extension GuideReader {
  private func put(_ block: GuideBlock, isMistake: Bool) throws {
    let placing = Placing(language: block.language, text: block.text)
    guard let path = file(for: block) else {
      return complain("the paragraph before names no file in backticks", at: block.line)
    }
    let old = text(path)
    let new = placing.result(in: path, old: old)
    if isUnchecked, new != old, !placing.replacedKeys(of: old ?? "").isEmpty {
      checkSite(at: block.line)
    }
    undo = (path, old)
    site = place
    if block.namedFile != nil { lastFile = path }
    try write(path, Data(new.utf8))
    isUnchecked = !isMistake || isUnchecked
  }

  private func file(for block: GuideBlock) -> String? {
    if let named = block.namedFile { return named }
    if let lastFile { return lastFile }
    guard block.language == "markdown" else { return nil }
    let path = "content/example-\(block.line).\(page.isThai ? "th" : "en").md"
    pagesOfTheirOwn.append((path, page, block))
    return path
  }

  private func undoMistake() throws {
    guard let undo else { return }
    if let text = undo.text {
      try write(undo.path, Data(text.utf8))
    } else {
      try FileManager.default.removeItem(atPath: "\(place)/\(undo.path)")
    }
    self.undo = nil
  }

  /// A guide says where the reader's own pictures and documents go; here they come from.
  private func supplyPictures(namedIn block: GuideBlock) throws {
    for name in block.namedFiles where name.hasPrefix("content/") || name.hasPrefix("theme/") {
      guard let sample = GuideSamples.bytes(for: name),
        !FileManager.default.fileExists(atPath: "\(place)/\(name)")
      else { continue }
      try write(name, sample)
    }
  }

  private func write(_ path: String, _ bytes: Data) throws {
    let file = URL(filePath: "\(place)/\(path)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }
}

// MARK: - Commands

extension GuideReader {
  private func runAll(_ block: GuideBlock) {
    run(block.text, at: block.line)
    if output.status != 0 {
      complain("exit status \(output.status)\n\(output.text)", at: block.line)
    }
    undo = nil
  }

  /// Types what stands after each `$` and holds the answer against the lines below.
  private func answer(_ block: GuideBlock) throws {
    var commands: [(typed: String, expected: String)] = []
    for line in block.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("$ ") {
        commands.append((String(line.dropFirst(2)), ""))
      } else if !commands.isEmpty {
        commands[commands.count - 1].expected += line + "\n"
      }
    }
    var said = ""
    for (typed, expected) in commands {
      run(typed, at: block.line)
      let isFailure = expected.contains(/^error\[/.anchorsMatchLineEndings())
      if (output.status != 0) != isFailure {
        complain("\(typed): exit status \(output.status)\n\(output.text)", at: block.line)
      }
      said += "$ \(typed)\n"
      if !expected.trimmingCharacters(in: .newlines).isEmpty {
        said += compare(expected, output.text, at: block.line) ? expected : output.text
      }
    }
    if said != block.text { corrections[block.line] = said }
    if Self.showsMessages(block) { try undoMistake() }
  }

  private func compareOutput(_ block: GuideBlock) throws {
    guard undo != nil else { return hold(block, against: output.text) }
    run("saan check --lang \(page.isThai ? "th" : "en")", at: block.line)
    let found = output.text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains(/^(\d+ errors?, \d+ warn|ข้อผิดพลาด \d+ รายการ)/) }
    hold(block, against: found.joined(separator: "\n"))
    try undoMistake()
  }

  private func hold(_ block: GuideBlock, against actual: String) {
    if !compare(block.text, actual, at: block.line) {
      corrections[block.line] = actual.trimmingCharacters(in: .newlines) + "\n"
    }
  }

  /// Everything that was put since the last check is without a mistake.
  private func checkSite(at line: Int, by command: String = "check") {
    guard isUnchecked else { return }
    isUnchecked = false
    let former = output
    run("cd '\(site)'; saan \(command) --strict --lang en; cd '\(place)'", at: line)
    if output.status != 0 { complain("what was put before:\n\(output.text)", at: line) }
    output = former
  }

  /// An `…` in the guide stands for anything, and a day in a file's name for today.
  private func compare(_ expected: String, _ actual: String, at line: Int) -> Bool {
    let lines = { (text: String) in
      text.trimmingCharacters(in: .newlines).components(separatedBy: "\n").map {
        String($0.reversed().drop { $0 == " " }.reversed())
      }
    }
    let (left, right) = (lines(expected), lines(actual))
    let isSame =
      left.count == right.count
      && zip(left, right).allSatisfy { wanted, found in
        let parts = wanted.split(separator: "…", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return wanted == found }
        return found.hasPrefix(parts[0]) && found.hasSuffix(parts[parts.count - 1])
      }
    if !isSame { complain("the guide says\n\(expected)\nthe program says\n\(actual)", at: line) }
    return isSame
  }

  private func run(_ script: String, at line: Int) {
    do {
      let standing = folder.path("standing")
      let result = try folder.run(
        "/bin/bash", ["-c", "exec 2>&1; set -e\n\(script)\npwd > '\(standing)'"], in: place,
        environment: environment)
      output = (result.output, result.status)
      if result.status == 0, let now = folder.text("standing") {
        place = now.trimmingCharacters(in: .newlines)
      }
    } catch {
      complain("\(error)", at: line)
    }
  }
}

// MARK: - The machine

extension GuideReader {
  private var environment: [String: String] {
    return [
      "HOME": folder.path("home"), "LANG": page.isThai ? "th_TH.UTF-8" : "en_GB.UTF-8",
      "PATH": "\(Self.material("StandIns")):/usr/bin:/bin",
      "SAAN_PROGRAM": WorkFolder.builtProgram.path,
      "GUIDE_SERVER": folder.path("server"), "MAKEFLAGS": "n", "GIT_CONFIG_NOSYSTEM": "1",
    ]
  }

  /// Git with a name, this repository to clone, and a server that takes what is pushed.
  private func prepareMachine() throws {
    let home = folder.path("home")
    try folder.write(
      "home/.gitconfig",
      """
      [user]
      name = Reader
      email = reader@example.org
      [url "file://\(folder.path("server"))/"]
      insteadOf = https://github.com/

      """)
    let bare = folder.path("server/our-network/my-site.git")
    run("git init -q --bare '\(bare)'", at: 0)
    guard let clone = page.text.firstMatch(of: /git clone (\S+) saan/) else { return }
    let repository = "\(home)/\(clone.1)"
    try FileManager.default.createDirectory(
      atPath: repository, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: GuidePage.root.appending(path: "Makefile").path, toPath: "\(repository)/Makefile")
    run("cd '\(repository)'; git init -q; git add .; git commit -qm x; cd '\(home)'", at: 0)
  }

  /// A server's configuration serves the folder that was copied, and its page for what is missing.
  private func compareServer(_ block: GuideBlock) {
    let root = block.text.firstMatch(of: /root ([^;]+);/).map { String($0.1) } ?? "?"
    let missing = block.text.firstMatch(of: /error_page 404 ([^;]+);/).map { String($0.1) } ?? "?"
    if !FileManager.default.fileExists(atPath: folder.path("server\(root)\(missing)")) {
      complain("\(root)\(missing) was not copied to the server before", at: block.line)
    }
  }

  /// Every name in a list of a theme's files is one of the theme that comes with the program.
  private func compareFolder(_ block: GuideBlock) {
    let theme = GuidePage.root.appending(path: "themes/commons").path
    let files = (FileManager.default.enumerator(atPath: theme)?.allObjects ?? [])
      .compactMap { $0 as? String }
    for line in block.text.split(separator: "\n").dropFirst() {
      for word in line.prefix(while: { $0 != ":" }).split(separator: " ")
      where word.contains(".") || word.hasSuffix("/") {
        let name = word.hasSuffix("/") ? String(word.dropLast()) : String(word)
        if !files.contains(where: { $0 == name || $0.hasSuffix("/\(name)") }) {
          complain("themes/commons has no \(word)", at: block.line)
        }
      }
    }
  }
}
