import Testing

/// What a compiler does not see of the plan of the house: that the rooms of a target stand on one
/// another without a circle, and that nobody asks for what he does not use.
@Suite struct FolderArrowTests {
  /// Targets whose rooms are being moved; nothing but their rooms is excused.
  static let excused: Set<String> = []

  private typealias Read = (file: Repository.File, names: Names)

  private func read() throws -> [Read] {
    try Repository.sources.get().map { ($0, Names($0.code)) }
  }

  @Test func foldersPointOneWayAndImportsAreUsed() throws {
    let all = try read()
    let spread = FolderArrows.spread(of: all.map(\.names))
    let targets = Dictionary(grouping: all) { String($0.file.path.split(separator: "/")[1]) }
    for (target, files) in targets.sorted(by: { $0.key < $1.key })
    where !Self.excused.contains(target) {
      let start = "Sources/\(target)/".utf8.count
      let arrows = FolderArrows(
        files.map { (String($0.file.path.dropFirst(start)), $0.names) }, spread: spread)
      for mistake in arrows.fullFolders + arrows.folderCircles + arrows.fileCircles {
        Issue.record("Sources/\(target): \(mistake)")
      }
    }
    let declared = targets.mapValues { declaredKeys(in: $0.map(\.names)) }
    for (file, names) in all {
      for (number, module) in file.imports where !isUsed(declared[module], by: names) {
        Issue.record(
          "\(file.path):\(number + 1): nothing of \(module) is used: take the import out")
      }
    }
  }

  @Test func everyDependencyIsImported() throws {
    let manifest = PackageManifest(try Repository().text(of: "Package.swift").string)
    let files = try Repository.sources.get() + Repository.tests.get()
    for mistake in manifest.unused(files.map { ($0.path, Set($0.imports.map(\.module))) }) {
      Issue.record("\(mistake)")
    }
  }

  @Test func theTableOfTargetsSaysWhatTheyImport() throws {
    let repository = Repository()
    let manifest = PackageManifest(try repository.text(of: "Package.swift").string)
    for mistake in manifest.differences(from: try repository.text(of: "ARCHITECTURE.md").string) {
      Issue.record("\(mistake)")
    }
  }

  /// What files declare, by number.
  private func declaredKeys(in names: [Names]) -> Set<Names.Key> {
    names.reduce(into: []) { keys, names in
      for declared in names.declared where declared.isSeen { keys.insert(declared.key) }
    }
  }

  /// - Parameter declared: what a module declares; `nil` for one that is not read.
  private func isUsed(_ declared: Set<Names.Key>?, by names: Names) -> Bool {
    guard let declared else { return true }
    return names.used.keys.contains(where: declared.contains)
      || names.declared.contains { declared.contains($0.key) }
  }

  // MARK: - That each can fail

  private func arrows(_ files: [(String, String)]) -> FolderArrows {
    let read = files.map { (path: $0.0, names: Names(ScannedText($0.1).codeOnly())) }
    return FolderArrows(read, spread: FolderArrows.spread(of: read.map(\.names)))
  }

  @Test func aCircleOfFoldersIsToldWithFilesAndNames() {
    let model = ("Model/Page.swift", "struct Page { let title: Title }")
    let title = ("Text/Title.swift", "struct Title {}")
    #expect(arrows([model, title]).folderCircles == [])
    let circle = arrows([model, ("Text/Title.swift", "struct Title { func of(_ page: Page) {} }")])
    #expect(
      circle.folderCircles == [
        """
        the folders Model, Text use each other: let one be the ground of the others
          Model/Page.swift uses Title of Text/Title.swift
          Text/Title.swift uses Page of Model/Page.swift
        """
      ])
    // The root of a target is a folder like any other, and a longer way back is a way back.
    let long = arrows([
      ("Read.swift", "func readAll() -> Page"), model,
      ("Text/Title.swift", "struct Title { let words = Words() }"),
      ("Words/Words.swift", "struct Words { init() { _ = readAll() } }"),
    ])
    #expect(long.folderCircles.count == 1)
    #expect(long.folderCircles.first?.hasPrefix("the folders ., Model, Text, Words use") == true)
  }

  @Test func whatStandsInTypesCountsWhereOneFileCanBeMeant() {
    let catalogue = ("Words.swift", "extension Diagnostic { static func badTitle(_: Title) {} }")
    let title = ("Model/Title.swift", "struct Title { func check() { add(.badTitle(self)) } }")
    #expect(arrows([catalogue, title]).folderCircles.count == 1)
    let twin = ("Words/More.swift", "extension Diagnostic { static func badTitle() {} }")
    #expect(arrows([catalogue, title, twin]).folderCircles == [])
    let short = ("Words.swift", "extension Diagnostic { static func bad(_: Title) {} }")
    #expect(
      arrows([short, ("Model/Title.swift", "struct Title { let x = a.bad }")]).arrows.count == 1)
    let hidden = ("Words.swift", "private extension Diagnostic { static var badTitle: Title {} }")
    #expect(arrows([hidden, title]).folderCircles == [])
    let cases = (
      "Model/Title.swift", "enum Kind { case firstOne(Int), secondOne\n indirect case a }"
    )
    let use = ("Words.swift", "let kind = at(.secondOne, \"Kind .firstOne\") // Kind")
    #expect(arrows([cases, use]).arrows.map(\.names) == [["secondOne"]])
  }

  @Test func aCircleOfFourFilesIsTold() {
    func ring(_ count: Int) -> FolderArrows {
      arrows(
        (1...count).map { ("F/A\($0).swift", "struct A\($0) { let next: A\($0 % count + 1)? }") })
    }
    #expect(ring(3).fileCircles == [])
    #expect(ring(4).fileCircles.first?.hasPrefix("4 files use each other") == true)
    #expect(ring(4).fileCircles.first?.contains("F/A4.swift uses A1 of F/A1.swift") == true)
  }

  @Test func aFolderOfTwentyOneFilesIsTold() {
    func folder(_ count: Int) -> FolderArrows { arrows((1...count).map { ("F/\($0).swift", "") }) }
    #expect(folder(20).fullFolders == [])
    #expect(
      folder(21).fullFolders == ["the folder F has 21 files: split it at 20 by what they do"])
  }

  @Test func importsAndDependenciesThatNobodyUsesAreTold() {
    let text = Names(ScannedText("public struct HTML { var markup: String }"))
    let declared = declaredKeys(in: [text])
    #expect(isUsed(declared, by: Names(ScannedText("let a = page.markup"))))
    #expect(!isUsed(declared, by: Names(ScannedText("let a = page.mark"))))
    #expect(isUsed(nil, by: Names(ScannedText(""))))
    let manifest = PackageManifest(
      """
      .target(name: "Data", dependencies: ["Text", .product(name: "Yams", package: "Yams")]),
      .executableTarget(name: "tool", dependencies: ["Data"]),
      .testTarget(name: "DataTests", dependencies: ["Data", "tool"]),
      .target(name: "Support", dependencies: ["Text"], path: "Tests/Support")
      """)
    #expect(manifest.dependencies(of: "Data") == ["Text", "Yams"])
    let files: [(String, Set<String>)] = [
      ("Sources/Data/A.swift", ["Text"]), ("Sources/tool/B.swift", ["Data"]),
      ("Tests/DataTests/C.swift", ["Testing"]), ("Tests/Support/D.swift", ["Text"]),
    ]
    #expect(
      manifest.unused(files) == [
        "Package.swift: no file of Data imports Yams: take it out of its dependencies",
        "Package.swift: no file of DataTests imports Data: take it out of its dependencies",
      ])
    let map =
      "| target | promise | imports |\n| `Data/` | tables | Yams, Text |\n| `tool/` | a | Text |"
    #expect(manifest.differences(from: map) == ["ARCHITECTURE.md: tool imports Data, not Text"])
    #expect(
      manifest.differences(from: "| `Data/` | tables | Yams |") == [
        "ARCHITECTURE.md: Data imports Text, Yams, not Yams",
        "ARCHITECTURE.md: the table of targets has no row for tool",
      ])
  }
}
