import Testing

/// The promises of ARCHITECTURE.md that a compiler does not keep.
@Suite struct TidyTests {
  let repository = Repository()

  /// Beside the standard library, `Glibc` and `Synchronization` a file imports what Package.swift
  /// says that its target depends on.
  @Test func importsRunOneWay() throws {
    let manifest = PackageManifest(try repository.text(of: "Package.swift").string)
    for file in try Repository.sources.get() {
      let target = String(file.path.split(separator: "/")[1])
      let allowed = Set(manifest.dependencies(of: target) ?? [])
      for (number, module) in file.imports {
        if module.hasPrefix("Foundation") {
          complain(file, number, "\(module) is slow to start and large: do without")
        } else if !allowed.union(["Glibc", "Synchronization"]).contains(module) {
          complain(
            file, number, "\(target) must not import \(module); it may import \(allowed.sorted())")
        }
      }
    }
  }

  @Test func nothingBannedIsUsed() throws {
    for file in try Repository.sources.get() {
      for ban in Ban.all where !file.path.hasPrefix(ban.exempt ?? "\0") {
        for (number, line) in file.code.lines(with: ban.word) where ban.isBroken(line) {
          complain(file, number, ban.advice)
        }
      }
    }
  }

  @Test func nothingIsLeftForLater() throws {
    for files in [Repository.sources, Repository.tests] {
      for file in try files.get() {
        for (number, _) in ["TO" + "DO", "FIX" + "ME"].flatMap(file.text.lines) {
          complain(file, number, "do it now, or say in CHANGELOG.md what is missing")
        }
      }
    }
  }

  @Test func filesAreNamedAfterWhatTheyHold() throws {
    for file in try Repository.sources.get()
    where file.name.contains(/(Utils?|Utilities|Helpers?|Manager|Common|Misc)[+.]/) {
      complain(file, 0, "name the file after its type or stage")
    }
  }

  @Test func filesFunctionsAndLinesAreShort() throws {
    for files in [Repository.sources, Repository.tests] {
      for file in try files.get() {
        if file.text.lineCount > 401 {
          complain(file, 400, "the file has \(file.text.lineCount - 1) lines; split it at 400")
        }
        // Sentences in strings may run on: the formatter breaks what else is too long.
        for number in 0..<file.text.lineCount where file.text.line(number).count > 100 {
          let line = file.text[file.text.line(number)]
          if line.count > 100, line.drop(while: { $0 == " " }).first == "/" {
            complain(file, number, "the comment has \(line.count) columns; break it at 100")
          }
        }
        for function in file.code.functions() where function.length > 60 {
          complain(
            file, function.start, "the function has \(function.length) lines; split it at 60")
        }
      }
    }
  }

  @Test func theMapShowsTheCountry() throws {
    let map = try repository.text(of: "ARCHITECTURE.md")
    #expect(map.lineCount <= 121, "ARCHITECTURE.md has \(map.lineCount - 1) lines; keep it to 120")

    let files = repository.paths(below: "Sources")
    let swift = files.filter { $0.hasSuffix(".swift") }
    let folders = Set(
      files.map { $0.split(separator: "/").dropFirst().dropLast().joined(separator: "/") })
    let named = Set(
      map.string.matches(of: /`(C?[A-Za-z]+(?:\/[A-Z][A-Za-z]+)*)\/`/).map { String($0.1) })
    for folder in named.subtracting(folders).subtracting(Self.topLevel).sorted() {
      Issue.record("ARCHITECTURE.md names `\(folder)/`, which is not in Sources: correct the map")
    }
    for folder in folders.subtracting(named).sorted() where !folder.isEmpty {
      Issue.record("ARCHITECTURE.md does not name `\(folder)/`: add a line to its code map")
    }

    let sources = try Repository.sources.get()
    for name in Set(map.string.matches(of: /`([A-Za-z+]+\.swift)`/).map { String($0.1) }).sorted()
    where !swift.contains(where: { $0.hasSuffix("/\(name)") }) {
      Issue.record("ARCHITECTURE.md names \(name), which is not in Sources: correct the map")
    }
    let types = map.string.matches(of: /`([A-Z][a-z]+[A-Za-z]*)(?:\.[a-z]+)?`/)
      .filter { !$0.0.hasSuffix(".swift`") }.map { String($0.1) }
    for name in Set(types).sorted()
    where !sources.contains(where: { $0.text.contains(name) }) && !Self.topLevel.contains(name) {
      Issue.record("ARCHITECTURE.md speaks of \(name), which no source names: correct the map")
    }
  }

  /// Folders of the repository outside Sources, and files without an ending.
  static let topLevel: Set<String> = [
    "Benchmarks", "Makefile", "Sources", "Tests", "content", "docs", "themes", "theme", "public",
    "themes/commons",
  ]

  @Test func documentsSpeakOfWhatIs() throws {
    let sources = try Repository.sources.get()
    let documents =
      ["README.md", "ARCHITECTURE.md", "CHANGELOG.md"]
      + repository.paths(below: "docs").filter { $0.hasSuffix(".md") }
    for path in documents {
      let text = try repository.text(of: path)
      let codes = ["error[", "warning["].flatMap { text.codes(after: $0, until: "]") }.map(\.code)
      for code in Set(codes).sorted()
      where !sources.contains(where: { $0.text.contains("\"\(code)\"") }) {
        Issue.record("\(path) shows [\(code)], which no source reports: correct the document")
      }
      let folder = path.split(separator: "/").dropLast().map { "\($0)/" }.joined()
      let fences = text.lines(with: "```").map(\.number)
      for (number, line) in text.lines(with: "](")
      where fences.count(where: { $0 <= number }).isMultiple(of: 2) {
        for match in line.replacing(/`[^`]*`/, with: "`").matches(of: /\]\(([^):#]+)\)/)
        where !repository.has(folder + match.1) {
          Issue.record("\(path) links to \(match.1), which is not there: correct the link")
        }
      }
    }
  }

  @Test func everyDiagnosticIsPinned() throws {
    let pinned = repository.paths(below: "Tests").compactMap { try? repository.text(of: $0) }
      .reduce(into: Set<String>()) { $0.formUnion($1.marked()) }
    for file in try Repository.sources.get() {
      for opening in [".error,", ".warning,", ".note,", "Diagnostic("] {
        for (code, position) in file.text.codesGiven(after: opening) where !pinned.contains(code) {
          complain(
            file, file.text.line(at: position),
            "no test meets [\(code)]: add one that pins its text")
        }
      }
    }
  }

  /// Whoever meets a mistake reads how it is put right.
  @Test func everyMistakeIsToldWithItsFix() throws {
    for file in try Repository.sources.get() {
      let text = file.text.string
      for call in text.matches(of: /\bDiagnostic\(\s*(?:\.error,|\.warning,|"[a-z])/) {
        var (depth, isQuoted) = (0, false)
        let end = text[call.range.lowerBound...].firstIndex { character in
          if character == "\"" { isQuoted.toggle() }
          guard !isQuoted else { return false }
          depth += character == "(" ? 1 : character == ")" ? -1 : 0
          return character == ")" && depth == 0
        }
        let whole = text[call.range.lowerBound..<(end ?? text.endIndex)]
        guard !whole.contains("hint") else { continue }
        let line = text[..<call.range.lowerBound].count { $0 == "\n" } + 1
        complain(file, line, "the message has no hint: tell the fix in the author's words")
      }
    }
  }

  /// A phrase that is asked for in any other way could be missing unnoticed.
  @Test func phrasesAreAskedForByTheirType() throws {
    let doors = [
      "Context/Reader+Values", "Context/RegisterTexts", "Functions/SiteFunctions",
      "Functions/SiteFilters",
    ].map { "Sources/SaanPages/\($0).swift" }
    let files = try Repository.sources.get().filter { file in
      ["Model", "Pages", "Site"].contains { file.path.hasPrefix("Sources/Saan\($0)/") }
    }
    for file in files {
      for (number, line) in file.text.lines(with: "phrase(")
      where line.contains(/\bphrase\(\s*"/) {
        complain(file, number, "name the phrase in Phrase, so that themes must have it")
      }
      for (number, line) in file.text.lines(with: ".phrases[") {
        if line.contains(/\.phrases\[[^\]]*\]\??\.text\(|\.phrases\[language/),
          !doors.contains(file.path), !file.path.contains("/Load/")
        {
          complain(file, number, "ask Reader.phrase, which takes a Phrase")
        }
      }
    }
    let lookups = files.flatMap { file in
      file.text.lines(with: "phrases[").map(\.text).filter {
        $0.contains(/phrases\[.*\]\??$|phrases\[.*\]\?\.text\("/)
      }
    }
    #expect(lookups.filter { $0.contains("text(\"") } == [])
  }

  @Test func codeIsToldFromCommentsAndStrings() {
    let code = { (text: String) in ScannedText(text).codeOnly().string }
    #expect(code("a // try!\nb") == "a \nb")
    #expect(code(#"f("as! \" x") + 1"#) == #"f("") + 1"#)
    #expect(code("g(#\"\"try!\"\"#)") == "g(\"#\"#)")
    #expect(code("h(\"\"\"\n  var x\n  \"\"\")") == "h(\"\"\"\n\n\"\"\")")
    #expect(code("i(\"\"\"\n  a \\\n  b\n  \"\"\")\nc") == "i(\"\"\"\n\n\n\"\"\")\nc")
    let marks = ScannedText(#"f("dead-link") [same-url] no-such"#).marked()
    #expect(marks == ["dead-link", "same-url"])
    #expect(code("#if X\n#endif") == "#if X\n#endif")
  }

  func complain(_ file: Repository.File, _ line: Int, _ advice: String) {
    Issue.record("\(file.path):\(line + 1): \(advice)")
  }
}

/// A way of writing that this repository does without.
struct Ban: Sendable {
  /// What stands in every line that is broken.
  let word: String
  let advice: String
  /// Where it is fine.
  let exempt: String?
  let isBroken: @Sendable (String) -> Bool

  /// Bans a word wherever it stands alone, as `Any` in `[Any]` but not in `AnyObject`.
  init(word: String, exempt: String? = nil, _ advice: String) {
    self.init(in: word, exempt: exempt, advice) { line in
      line.ranges(of: word).contains { range in
        let before = line[..<range.lowerBound].last
        let after = line[range.upperBound...].first
        let isClosed = word.last.map { !$0.isLetter } == true
        return before.map { !$0.isPartOfName && $0 != "." } != false
          && (isClosed || after.map { !$0.isPartOfName } != false)
      }
    }
  }

  init(
    in word: String, exempt: String? = nil, _ advice: String,
    isBroken: @escaping @Sendable (String) -> Bool
  ) {
    self.word = word
    self.advice = advice
    self.exempt = exempt
    self.isBroken = isBroken
  }

  static let all: [Ban] = [
    Ban(word: "Any", "`Any` hides what is there: name the type, or close the set with an enum"),
    Ban(word: "try!", "handle the error, or turn it into a Diagnostic"),
    Ban(word: "as!", "use a closed enum, or `as?` with a way out"),
    Ban(word: "@unchecked", "make it a value, or let an actor own it"),
    Ban(word: "nonisolated(unsafe)", "pass the state as an argument"),
    Ban(word: "fatalError(", "a user's mistake is a Diagnostic, our own is a `precondition`"),
    Ban(word: "print(", exempt: "Sources/saan/", "only the command line prints: return the text"),
    Ban(word: "/*", "write comments with //"),
    Ban(in: "var ", "a global `var` is shared by all: pass it as an argument") { line in
      let words = line.split(separator: " ").drop { Self.access.contains(String($0)) }
      let isComputed = line.hasSuffix("{") && !line.contains(" = ")
      return line.first != " " && words.first == "var" && !isComputed
    },
    Ban(in: "static var ", "a stored `static var` is shared by all: make it a `let`, or pass it") {
      line in
      line.contains("static var ") && line.contains(" = ") && !line.contains("{")
    },
  ]

  static let access: Set<String> = ["public", "package", "internal", "private", "fileprivate"]
}

extension Character {
  fileprivate var isPartOfName: Bool { isLetter || isNumber || self == "_" }
}
