import Testing

/// The promises of ARCHITECTURE.md that a compiler does not keep.
@Suite struct TidyTests {
  let repository = Repository()

  /// What each target may import beside the standard library, `Glibc` and `Synchronization`.
  static let imports: [String: Set<String>] = [
    "SaanText": [],
    "SaanMarkdown": ["SaanText", "CCmarkGFM"],
    "SaanTemplate": ["SaanText"],
    "SaanData": ["SaanText", "Yams", "CLibzip"],
    "SaanCharts": ["SaanText"],
    "SaanSite": [
      "SaanText", "SaanMarkdown", "SaanTemplate", "SaanData", "SaanCharts", "Yams", "CXXHash",
      "CLinux",
    ],
    "SaanServer": ["SaanSite", "SaanText", "FlyingFox", "FlyingSocks", "CLinux"],
    "saan": [
      "SaanSite", "SaanServer", "SaanData", "SaanMarkdown", "SaanTemplate", "SaanText",
      "ArgumentParser",
    ],
    "CCmarkGFM": [], "CXXHash": [], "CLinux": [], "CLibzip": [],
  ]

  /// The files that may import Foundation, and why nothing else would do.
  static let foundation: [String: String] = [
    "Sources/SaanData/Formats/XMLWalk.swift": "a workbook is XML, and XMLParser is its reader"
  ]

  @Test func importsRunOneWay() throws {
    for file in try repository.swiftFiles(in: "Sources") {
      let target = String(file.path.split(separator: "/")[1])
      guard let allowed = Self.imports[target] else {
        complain(file, 0, "target \(target) is new: give it a row in TidyTests.imports")
        continue
      }
      for (number, line) in file.code.enumerated() {
        guard let match = line.firstMatch(of: /^\s*(?:@\w+ +)?(?:\w+ +)?import +(?:\w+ +)?(\w+)/)
        else { continue }
        let module = String(match.1)
        if module.hasPrefix("Foundation") {
          if Self.foundation[file.path] == nil {
            complain(
              file, number,
              "\(module) is slow to start and large: do without, or list the file with its reason")
          }
        } else if !allowed.union(["Glibc", "Synchronization"]).contains(module) {
          complain(
            file, number, "\(target) must not import \(module); it may import \(allowed.sorted())")
        }
      }
    }
  }

  @Test func nothingBannedIsUsed() throws {
    for file in try repository.swiftFiles(in: "Sources") {
      for (number, line) in file.code.enumerated() {
        for ban in Ban.all where !file.path.hasPrefix(ban.exempt ?? "\0") && ban.isBroken(by: line)
        {
          complain(file, number, ban.advice)
        }
      }
    }
  }

  @Test func nothingIsLeftForLater() throws {
    for folder in ["Sources", "Tests"] {
      for file in try repository.swiftFiles(in: folder) {
        for (number, line) in file.lines.enumerated()
        where line.contains(/\b(TO[D]O|FIX[M]E|X[X]X)\b/) {
          complain(file, number, "do it now, or say in CHANGELOG.md what is missing")
        }
      }
    }
  }

  @Test func filesAreNamedAfterWhatTheyHold() throws {
    for file in try repository.swiftFiles(in: "Sources")
    where file.name.contains(/(Utils?|Utilities|Helpers?|Manager|Common|Misc)\b/) {
      complain(file, 0, "name the file after its type or stage")
    }
  }

  @Test func filesFunctionsAndLinesAreShort() throws {
    for folder in ["Sources", "Tests"] {
      for file in try repository.swiftFiles(in: folder) {
        if file.lines.count > 401 {
          complain(file, 400, "the file has \(file.lines.count - 1) lines; split it at 400")
        }
        for (number, line) in file.lines.enumerated() where line.count > 100 {
          // Sentences for people may run on: a break inside one helps nobody.
          guard !line.contains("\"") || file.code[number].trimmed.count > 90 else { continue }
          complain(file, number, "the line has \(line.count) columns; break it at 100")
        }
        for function in functions(in: file.code) where function.length > 60 {
          complain(
            file, function.start, "the function has \(function.length) lines; split it at 60")
        }
      }
    }
  }

  @Test func theMapShowsTheCountry() throws {
    let map = try repository.text(of: "ARCHITECTURE.md")
    let lines = map.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 121, "ARCHITECTURE.md has \(lines.count - 1) lines; keep it to 120")

    let files = repository.paths(below: "Sources")
    let swift = files.filter { $0.hasSuffix(".swift") }
    let folders = Set(
      files.map { $0.split(separator: "/").dropFirst().dropLast().joined(separator: "/") })
    let named = Set(map.matches(of: /`(C?[A-Za-z]+(?:\/[A-Z][A-Za-z]+)*)\/`/).map { String($0.1) })
    for folder in named.subtracting(folders).subtracting(Self.topLevel).sorted() {
      Issue.record("ARCHITECTURE.md names `\(folder)/`, which is not in Sources: correct the map")
    }
    for folder in folders.subtracting(named).sorted() where !folder.isEmpty {
      Issue.record("ARCHITECTURE.md does not name `\(folder)/`: add a line to its code map")
    }

    let code = try swift.map { try repository.text(of: $0) }.joined()
    for name in Set(map.matches(of: /`([A-Za-z+]+\.swift)`/).map { String($0.1) }).sorted()
    where !swift.contains(where: { $0.hasSuffix("/\(name)") }) {
      Issue.record("ARCHITECTURE.md names \(name), which is not in Sources: correct the map")
    }
    for name in Set(map.matches(of: /`([A-Z][a-z]+[A-Za-z]*)(?:\.[a-z]+)?`/).map { String($0.1) })
      .sorted()
    where !code.contains(name) && !Self.topLevel.contains(name) {
      Issue.record("ARCHITECTURE.md speaks of \(name), which no source names: correct the map")
    }
  }

  /// Folders of the repository outside Sources, and files without an ending.
  static let topLevel: Set<String> = [
    "Benchmarks", "Makefile", "Sources", "Tests", "content", "docs", "themes", "theme", "public",
    "themes/commons",
  ]

  @Test func everyDiagnosticIsPinned() throws {
    let tests = try repository.paths(below: "Tests").compactMap { try? repository.text(of: $0) }
      .joined(separator: "\n")
    for file in try repository.swiftFiles(in: "Sources") {
      let text = file.lines.joined(separator: "\n")
      for match in text.matches(of: /(?:\.(?:error|warning|note),|Diagnostic\()\s*"([a-z0-9-]+)"/) {
        let code = String(match.1)
        guard !tests.contains("[\(code)]"), !tests.contains("\"\(code)\"") else { continue }
        let line = text[..<match.range.lowerBound].count { $0 == "\n" }
        complain(file, line, "no test meets [\(code)]: add one that pins its text")
      }
    }
  }

  @Test func codeIsToldFromCommentsAndStrings() {
    #expect(codeOnly("a // try!\nb") == "a         \nb")
    #expect(codeOnly(#"f("as! \" x") + 1"#) == "f(            ) + 1")
    #expect(codeOnly("g(#\"\"try!\"\"#)") == "g(            )")
    #expect(codeOnly("#if X\n#endif") == "#if X\n#endif")
  }

  func complain(_ file: Repository.File, _ line: Int, _ advice: String) {
    Issue.record("\(file.path):\(line + 1): \(advice)")
  }
}

/// A way of writing that this repository does without.
struct Ban: Sendable {
  let pattern: String
  let advice: String
  /// Where it is fine.
  var exempt: String?

  func isBroken(by line: String) -> Bool {
    guard let regex = try? Regex(pattern) else { return true }
    return line.contains(regex)
  }

  static let all: [Ban] = [
    Ban(pattern: #"\bAny\b"#, advice: "`Any` hides what is there: name the type or close the set"),
    Ban(pattern: #"\btry!"#, advice: "handle the error, or turn it into a Diagnostic"),
    Ban(pattern: #"\bas!"#, advice: "use a closed enum, or `as?` with a way out"),
    Ban(pattern: #"@unchecked +Sendable"#, advice: "make it a value, or let an actor own it"),
    Ban(pattern: #"nonisolated\(unsafe\)"#, advice: "pass the state as an argument"),
    Ban(
      pattern: #"^(?:(?:public|package|internal|private|fileprivate) )?var "#,
      advice: "a global `var` is shared by all: pass it as an argument"),
    Ban(
      pattern: #"\bstatic var [^{]*=(?!=)"#,
      advice: "a stored `static var` is shared by all: make it a `let`, or pass it"),
    Ban(
      pattern: #"\bfatalError\("#,
      advice: "for a user's mistake make a Diagnostic, for our own use `precondition`"),
    Ban(
      pattern: #"(?<![.\w])print\("#,
      advice: "only the command line prints: return the text", exempt: "Sources/saan/"),
    Ban(pattern: #"/\*"#, advice: "write comments with //"),
  ]
}

/// The functions of a file and their lengths, told from the indentation that the style fixes.
func functions(in code: [String]) -> [(start: Int, length: Int)] {
  var found: [(start: Int, length: Int)] = []
  for (start, line) in code.enumerated()
  where line.contains(/^ *(?:[@\w]+(?:\([a-z]+\))? +)*(?:func |init[?(<])/) {
    let indent = line.prefix { $0 == " " }
    guard
      let end = code[start...].firstIndex(where: { $0.hasPrefix("\(indent)}") }),
      !code[start + 1..<max(end, start + 1)].contains(where: { startsAfresh($0, indent) })
    else { continue }
    found.append((start, end - start + 1))
  }
  return found
}

/// Whether a line begins another declaration at the same depth: then the former had no body.
private func startsAfresh(_ line: String, _ indent: Substring) -> Bool {
  line.hasPrefix(indent)
    && line.dropFirst(indent.count).contains(/^(?:[@\w]+ +)*(?:func|init|let|var|case) ?/)
}

extension String {
  /// The text without spaces around it.
  fileprivate var trimmed: Substring {
    let tail = drop { $0 == " " }
    return tail.prefix(
      tail.lastIndex { $0 != " " }.map { tail.distance(from: tail.startIndex, to: $0) + 1 } ?? 0)
  }
}
