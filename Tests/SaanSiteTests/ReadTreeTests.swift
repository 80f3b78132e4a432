import Glibc
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import TestSupport
import Testing

/// Reading a site's folder: links, special files and names as people have them.
@Suite struct ReadTreeTests {
  private func site() throws -> Folder {
    let folder = Folder()
    for (path, text) in TestSite().files {
      try FileSystem.create(folder.path("s/\(path)"), Array(text.utf8))
    }
    return folder
  }

  private func read(_ folder: Folder) async throws -> SourceTree {
    try await readTree(at: folder.path("s"), jobs: 2)
  }

  private func told(_ tree: SourceTree) -> [String] {
    tree.diagnostics.all.map { "\($0.code) \($0.place?.path ?? "")" }.sorted()
  }

  @Test func aLinkThatLeavesTheSiteIsAnError() async throws {
    let folder = try site()
    try FileSystem.create(folder.path("out/secret.txt"), Array("secret".utf8))
    try FileSystem.create(folder.path("s2/x.txt"), Array("secret".utf8))
    for name in ["content/news", "static"] {
      try FileSystem.makeDirectories(folder.path("s/\(name)"))
    }
    let links = [
      "content/news/file.txt": "/etc/hostname", "content/news/folder": folder.path("out"),
      "content/news/chain.txt": "../../first", "first": "../out/secret.txt",
      "content/news/near": "../../../s2", "static/x.txt": "../../out/secret.txt",
      "content/data": "../../out", "theme": "../out", "themes/other": "../../out",
    ]
    for (name, target) in links { try folder.link("s/\(name)", to: target) }
    let tree = try await read(folder)
    #expect(
      told(tree)
        == links.keys.filter { $0 != "first" }.map { "outside-link \($0)" }.sorted())
    #expect(!tree.assets.values.contains { $0.path.contains("secret") || $0.path.contains(".txt") })
  }

  @Test func linksInsideTheSiteBehaveAsTheirTargets() async throws {
    let folder = try site()
    try FileSystem.create(folder.path("s/pictures/photos/p.png"), Array("x".utf8))
    try FileSystem.create(folder.path("s/content/news/a.th.md"), Array("---\ntitle: ก\n---\n".utf8))
    try folder.link("s/content/news/photos", to: "../../pictures/photos")
    try folder.link("s/content/news/one.png", to: "photos/p.png")
    try folder.link("s/content/copy", to: "news")
    let tree = try await read(folder)
    #expect(told(tree).isEmpty)
    #expect(tree.files["content/copy/a.th.md"] != nil)
    #expect(
      tree.assets.keys.filter { $0.hasSuffix(".png") }.sorted() == [
        "content/copy/one.png", "content/copy/photos/p.png", "content/news/one.png",
        "content/news/photos/p.png",
      ])
    #expect(
      Set(tree.linkedFolders) == [folder.path("s/pictures/photos"), folder.path("s/content/news")])
  }

  @Test func aLinkThatLeadsBackIsTold() async throws {
    let folder = try site()
    try FileSystem.makeDirectories(folder.path("s/content/a/b"))
    try folder.link("s/content/a/b/back", to: "../../a")
    #expect(told(try await read(folder)) == ["link-loop content/a/b/back"])
  }

  @Test func pipesAreToldAndNeverWaitedFor() async throws {
    let folder = try site()
    for name in ["content/pipe.th.md", "content/pipe.png", "static/pipe"] {
      try FileSystem.makeDirectories(folder.path("s/static"))
      try #require(mkfifo(folder.path("s/\(name)"), 0o600) == 0)
    }
    try folder.link("s/content/to-pipe.md", to: "pipe.png")
    #expect(
      told(try await read(folder)) == [
        "special-file content/pipe.png", "special-file content/pipe.th.md",
        "special-file content/to-pipe.md", "special-file static/pipe",
      ])
  }

  @Test func namesInOldEncodingsStopNothingUnlessTheyAreUsed() async throws {
    let folder = try site()
    try folder.makeFile(namedBy: [0xA1, 0xD2, 0x2E, 0x70, 0x6E, 0x67], in: "s/content")
    let tree = try await read(folder)
    #expect(told(tree) == ["undecodable-name content"])
    #expect(!tree.diagnostics.hasErrors)
    try folder.makeFile(namedBy: [0xA1, 0xD2, 0x2E, 0x6D, 0x64], in: "s/content")
    #expect(try await read(folder).diagnostics.hasErrors)
  }

  @Test func foldersMayBeNestedAsDeepAsAnybodyLikes() async throws {
    let folder = try site()
    let deep = "content/" + String(repeating: "a/", count: 200) + "b.th.md"
    try FileSystem.create(folder.path("s/\(deep)"), Array("---\ntitle: ก\n---\n".utf8))
    let tree = try await read(folder)
    #expect(tree.files[deep] != nil && told(tree).isEmpty)
  }

  @Test func whatProgramsLeaveBehindIsNotRead() async throws {
    let folder = try site()
    try FileSystem.makeDirectories(folder.path("s/static"))
    for name in [
      "Thumbs.db", ".DS_Store", "desktop.ini", "~$x.docx", ".~lock.x.odt#", "a.tmp", "b.md~",
      "._c.md", "d.swp", "e.bak",
    ] {
      for place in ["content", "static"] { try folder.write("s/\(place)/\(name)", "x") }
    }
    let tree = try await read(folder)
    #expect(tree.assets.isEmpty && told(tree).isEmpty)
  }

  @Test func hiddenFilesAreReadWhereAPatternNamesThem() async throws {
    let folder = try site()
    let settings =
      (TestSite().files["site.yaml"] ?? "") + "static: [.well-known/**, 'files/*.pdf']\n"
    try folder.write("s/site.yaml", settings)
    for name in [
      "static/.well-known/a/b.txt", "static/.htpasswd", "files/a.pdf", "files/b.txt", "other/c.pdf",
    ] { try FileSystem.create(folder.path("s/\(name)"), Array("x".utf8)) }
    let result = try await SaanSite.build(
      try await read(folder), TestSite().options(), into: MemorySink())
    let outputs = result.report?.keys.filter { path in
      !["ml", "robots.txt", "feed.json"].contains { path.hasSuffix($0) }
    }
    #expect(outputs?.sorted() == [".well-known/a/b.txt", "files/a.pdf"])
    #expect(result.diagnostics.all.map(\.code) == ["hidden-files"])
  }

  @Test func everythingIsToldInBothLanguages() async throws {
    let folder = try site()
    try folder.link("s/content/out", to: "/etc/hostname")
    try folder.link("s/content/loop", to: ".")
    try #require(mkfifo(folder.path("s/content/pipe"), 0o600) == 0)
    try folder.makeFile(namedBy: [0xA1, 0x2E, 0x70], in: "s/content")
    let found = try await read(folder).diagnostics
    let printed = MessageLanguage.allCases.map { DiagnosticPrinter(language: $0).text(found) }
    try expectGolden(printed.joined(separator: "\n"), "Mistakes/what-cannot-be-read.txt")
  }
}
