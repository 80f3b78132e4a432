import Glibc
import SaanFiles
import SaanPublish
import SaanText
import TestSupport
import Testing

/// `saan clean`, and a build that removes: only what a build wrote and nobody touched since.
@Suite struct CleanTests {
  /// A published site beside a folder with things that nobody may lose.
  private func site() throws -> Folder {
    let folder = Folder()
    try FileSystem.create(folder.path("precious/a.txt"), Array("precious\n".utf8))
    try FileSystem.create(folder.path("x"), Array("precious\n".utf8))
    _ = try folder.publish(["index.html": "one", "th/a/index.html": "two"])
    return folder
  }

  /// What is told, in both languages, with paths below the temporary folder.
  private func printed(_ found: [Diagnostic], in folder: Folder) -> String {
    MessageLanguage.allCases.map { language in
      DiagnosticPrinter(language: language).text(Diagnostics(found))
        .replacing(folder.root, with: "")
    }.joined(separator: "\n")
  }

  private func add(_ lines: [String], to folder: Folder) throws {
    let text = try folder.text("public/.saan-manifest") + lines.joined(separator: "\n") + "\n"
    try folder.write("public/.saan-manifest", text)
  }

  private static let digest = Digest(of: Array("precious\n".utf8)).description

  @Test(arguments: [
    "../x", "../precious/a.txt", "/etc/x", "th/../../x", "./x", "th//a", "th/", "", ".", "..",
    ".saan-manifest", ".saan-staging/x", "th/a/..", "x\0y",
  ])
  func aLineThatLeadsElsewhereRemovesNothing(_ path: String) throws {
    for isBuild in [false, true] {
      let folder = try site()
      try FileSystem.create(folder.path("public/x"), Array("precious\n".utf8))
      try add(["\(Self.digest) 9 \(path)"], to: folder)
      let found =
        isBuild
        ? try folder.publish(["index.html": "new"]).diagnostics
        : try cleanOutput(folder.path("public")).diagnostics
      #expect(found.all.map(\.code) == ["bad-manifest-line"])
      try expectGolden(printed(found.all, in: folder), "Mistakes/manifest-line-outside.txt")
      #expect(try folder.text("x") == "precious\n")
      #expect(try folder.text("precious/a.txt") == "precious\n")
      #expect(try folder.text("public/x") == "precious\n")
      #expect(FileSystem.status(folder.path("public/th")) == nil)
    }
  }

  @Test(arguments: [
    "\(digest) x", "\(digest) 9", "9 x", "x", "\(digest) -9 x", "\(digest) 9999999999999999999 x",
    "\(digest.dropLast()) 9 x", "zz\(digest.dropFirst(2)) 9 x", "folder", "folder ../..",
  ])
  func aLineThatSaysNothingIsTold(_ line: String) throws { try expectTold(line) }

  @Test func aVeryLongLineIsTold() throws {
    try expectTold(String(repeating: "x", count: 100_000))
    try expectTold("\(Self.digest) 9 " + String(repeating: "a/", count: 4000) + "x")
  }

  private func expectTold(_ line: String) throws {
    let folder = try site()
    try FileSystem.create(folder.path("public/x"), Array("precious\n".utf8))
    try add([line], to: folder)
    let (removed, found) = try cleanOutput(folder.path("public"))
    #expect(removed == 2)
    #expect(found.all.count == 1)
    let expected = line.hasPrefix("folder ") || line.utf8.count > 1000 && line.contains("/")
    let name = expected ? "outside" : "unreadable"
    try expectGolden(printed(found.all, in: folder), "Mistakes/manifest-line-\(name).txt")
    #expect(try FileSystem.names(in: folder.path("public")) == ["x"])
  }

  /// An editor or a full disk may cut the list short: it must not pass for a small site's.
  @Test func aListThatWasCutShortIsTold() throws {
    let folder = try site()
    let lines = try folder.text("public/.saan-manifest").split(separator: "\n")
    #expect(lines.last == "outputs 2")
    for kept in [lines.filter { !$0.hasSuffix(" th/a/index.html") }, Array(lines.prefix(2))] {
      try folder.write("public/.saan-manifest", kept.joined(separator: "\n") + "\n")
      let found = try folder.publish(["index.html": "one"]).diagnostics
      #expect(found.all.map(\.code) == ["short-manifest"])
      try expectGolden(printed(found.all, in: folder), "Mistakes/manifest-cut-short.txt")
      #expect(try folder.text("public/th/a/index.html") == "two")
    }
  }

  @Test func aFileNamedTwiceIsRemovedOnceAndTold() throws {
    let folder = try site()
    try add(["\(Self.digest) 9 index.html"], to: folder)
    let (removed, found) = try cleanOutput(folder.path("public"))
    #expect(removed == 2 && found.all.map(\.code) == ["bad-manifest-line"])
    try expectGolden(printed(found.all, in: folder), "Mistakes/manifest-line-twice.txt")
  }

  @Test func foldersLinksAndEditedFilesStayAndAreTold() throws {
    let folder = Folder()
    let names = ["edited", "folder", "link", "linked/in", "plain"]
    _ = try folder.publish(Dictionary(uniqueKeysWithValues: names.map { ($0, "precious\n") }))
    try FileSystem.create(folder.path("elsewhere/in"), Array("precious\n".utf8))
    for name in ["folder", "link", "linked"] {
      try FileSystem.removeTree(folder.path("public/\(name)"))
    }
    try FileSystem.create(folder.path("public/folder/mine"), Array("precious\n".utf8))
    try folder.link("public/link", to: "../elsewhere/in")
    try folder.link("public/linked", to: "../elsewhere")
    try folder.write("public/edited", "Precious\n")
    let (removed, found) = try cleanOutput(folder.path("public"))
    #expect(removed == 1)
    try expectGolden(printed(found.all, in: folder), "Mistakes/kept-files.txt")
    #expect(try folder.text("elsewhere/in") == "precious\n")
    #expect(try folder.text("public/folder/mine") == "precious\n")
  }

  @Test func onlyFoldersThatABuildMadeAreRemoved() throws {
    let folder = Folder()
    try FileSystem.makeDirectories(folder.path("public/empty"))
    try FileSystem.makeDirectories(folder.path("public/used"))
    _ = try folder.publish(["used/a.html": "one", "made/a.html": "two"], force: true)
    try FileSystem.makeDirectories(folder.path("public/made/by-hand"))
    _ = try folder.publish(["used/a.html": "one"])
    #expect(try FileSystem.names(in: folder.path("public/made")) == ["by-hand"])
    _ = try folder.publish(["b.html": "one"])
    #expect(try FileSystem.names(in: folder.path("public/used")).isEmpty)
    _ = try folder.publish(["used/a.html": "one", "made/a.html": "two"])
    #expect(try cleanOutput(folder.path("public")).removed == 2)
    let left = try FileSystem.names(in: folder.path("public"))
    #expect(left == ["empty", "made", "used"])
  }

  @Test func everythingGoesWhenABuildMadeEverything() throws {
    let folder = try site()
    #expect(try cleanOutput(folder.path("public")).removed == 2)
    #expect(FileSystem.status(folder.path("public")) == nil)
    let (removed, found) = try cleanOutput(folder.path("public"))
    #expect(removed == 0 && found.all.map(\.code) == ["no-output"])
    #expect(found.all.first?.message.en.hasPrefix("there is no folder ") == true)
  }

  @Test func whatALinkLeadsToIsEmptiedAndStays() throws {
    let folder = try site()
    try FileSystem.move(folder.path("public"), to: folder.path("real"))
    try folder.link("public", to: "real")
    #expect(try cleanOutput(folder.path("public")).removed == 2)
    #expect(try FileSystem.names(in: folder.path("public")).isEmpty)
    #expect(FileSystem.status(folder.path("real"))?.kind == .directory)
  }

  @Test func aListWithTheLineEndingsOfWindowsCounts() throws {
    let folder = try site()
    let text = try folder.text("public/.saan-manifest")
    try folder.write("public/.saan-manifest", text.replacing("\n", with: "\r\n"))
    let (removed, found) = try cleanOutput(folder.path("public"))
    #expect(removed == 2 && found.isEmpty)
  }

  @Test(arguments: ["saan-manifest 99\n", "saan-manifest 3 odd\n", "", "hello\n", "\n"])
  func aVersionThatIsNotKnownIsAnError(_ head: String) throws {
    let folder = try site()
    let text = try folder.text("public/.saan-manifest").split(separator: "\n").dropFirst()
    try folder.write("public/.saan-manifest", head + text.joined(separator: "\n"))
    for attempt in [
      { _ = try cleanOutput(folder.path("public")) },
      { _ = try folder.publish(["index.html": "new"], force: true) },
    ] {
      let error = #expect(throws: DiskError.self) { try attempt() }
      let told = try #require(error).diagnostic
      try expectGolden(printed([told], in: folder), "Mistakes/unknown-manifest.txt")
    }
    #expect(try folder.text("public/index.html") == "one")
  }

  @Test func aListOfTheVersionBeforeIsRead() throws {
    let folder = try site()
    let text = try folder.text("public/.saan-manifest")
    try folder.write("public/.saan-manifest", text.replacing("manifest 3", with: "manifest 2"))
    #expect(try cleanOutput(folder.path("public")).removed == 2)
  }

  @Test func aFolderThatNoBuildWroteIsNotCleaned() throws {
    let folder = Folder()
    try FileSystem.create(folder.path("public/mine.txt"), Array("mine".utf8))
    #expect(throws: DiskError.self) { try cleanOutput(folder.path("public")) }
  }
}
