import SaanModel
import SaanSite
import SaanText
import Testing

/// `saan new page`: drafts from archetypes, and what stands in their way.
@Suite struct NewPageTests {
  @Test func aPageBeginsAsADraftInEachLanguage() async throws {
    let files = try made("news/flood-relief", in: TestSite())
    #expect(
      files.keys.sorted() == ["content/news/flood-relief.en.md", "content/news/flood-relief.th.md"])
    for text in files.values {
      #expect(text.contains("title: \"Flood relief\"\n"))
      #expect(text.contains("draft: true\n"))
    }
    #expect(files["content/news/flood-relief.th.md"]?.contains("date: 2024-10-04\n") == true)
    #expect(files["content/news/flood-relief.en.md"]?.contains("date:") == false)
    let site = TestSite().with(files)
    var outputs = try await site.build().outputs
    #expect(outputs["th/news/flood-relief/index.html"] == nil)
    var options = site.options()
    options.includesDrafts = true
    let (shown, diagnostics) = try await site.build(options)
    #expect(diagnostics.isEmpty)
    outputs = shown
    #expect(outputs["en/news/flood-relief/index.html"]?.contains("Write the text here.") == true)
  }

  @Test(arguments: [
    ("news/water-forum/index", "Water forum"), ("news/index", "News"), ("index", "Index"),
    ("news/water-forum/index.th.md", "Water forum"), ("news/index/old-index", "Old index"),
  ])
  func aFoldersOwnPageIsTitledAsTheFolder(name: String, title: String) throws {
    for text in try made(name, in: TestSite().without("content/index.")).values {
      #expect(text.contains("title: \"\(title)\"\n"), "\(text)")
    }
  }

  @Test func theNearestArchetypeOfTheCollectionIsTaken() throws {
    var site = TestSite().with(["archetypes/default.md": "default {{ title }}"])
    #expect(try made("news/a", in: site)["content/news/a.th.md"] == "default A")
    site = site.with(["themes/plain/archetypes/news.md": "theme {{ date }}"])
    #expect(try made("news/a", in: site)["content/news/a.en.md"] == "theme 2024-10-04")
    site = site.with(["archetypes/news.md": "site"])
    #expect(try made("news/a", in: site)["content/news/a.en.md"] == "site")
    site = site.with(["archetypes/news.en.md": "site in English"])
    #expect(try made("news/a", in: site)["content/news/a.en.md"] == "site in English")
    #expect(try made("news/a", in: site)["content/news/a.th.md"] == "site")
    #expect(try made("about", in: site)["content/about.th.md"] == "default About")
  }

  @Test(arguments: ["content/news/a.th.md", "news/a.md", "news/a/", "./content/news/a"])
  func theNameMayBeWrittenAsAFile(name: String) throws {
    #expect(try made(name, in: TestSite()).keys.contains("content/news/a.en.md"))
  }

  @Test(arguments: [
    ("news/เวทีสมัชชา", "bad-page-name", "เวทีสมัชชา", "news/page-1"),
    ("news/Flood Relief", "bad-page-name", "Flood Relief", "news/flood-relief"),
    ("../news/a", "bad-page-name", "../news/a", "news/my-first-article"),
    ("news//a", "bad-page-name", "news//a", "news/my-first-article"),
    ("/etc/a", "bad-page-name", "/etc/a", "news/my-first-article"),
    ("nwes/a", "unknown-folder", "content/nwes", "'news'"),
    ("news/there", "page-exists", "", ""), ("news/there-too", "page-exists", "", ""),
    ("news/there/index", "page-exists", "", ""), ("news/there-too/index", "page-exists", "", ""),
  ])
  func aNameThatCannotBeIsAnswered(name: String, code: String, named: String, hint: String) throws {
    let site = TestSite().with([
      "content/news/there.en.md": "", "content/news/there-too/index.th.md": "",
    ])
    let settings = try #require(loadSettings(site.tree).value)
    let (files, found) = newPage(name, site.tree, settings: settings, today: TestSite.today)
    #expect(files.isEmpty && found.all.map(\.code) == [code])
    let diagnostic = try #require(found.all.first)
    for language in MessageLanguage.allCases {
      #expect(diagnostic.message.text(in: language).contains(named))
      #expect(diagnostic.hint?.text(in: language).contains(hint) == true || hint.isEmpty)
    }
    if code == "page-exists" { #expect(diagnostic.place?.path.contains("news/there") == true) }
  }

  @Test func aPageInAFolderOfItsOwnIsCalledAsTheFolder() throws {
    let site = TestSite().with(["archetypes/news.en.md": "{{ title }}"])
    #expect(try made("news/water-forum/index", in: site).values.contains("Water forum"))
  }

  @Test func anArchetypeThatNamesWhatThereIsNotIsAnswered() throws {
    let site = TestSite().with(["archetypes/news.md": "{{ titel }}"])
    let settings = try #require(loadSettings(site.tree).value)
    let found = newPage("news/a", site.tree, settings: settings, today: TestSite.today).diagnostics
    #expect(found.all.first?.place?.path == "archetypes/news.md")
  }

  private func made(_ name: String, in site: TestSite) throws -> [String: String] {
    let settings = try #require(loadSettings(site.tree).value)
    let (files, found) = newPage(name, site.tree, settings: settings, today: TestSite.today)
    #expect(found.isEmpty)
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.text, as: UTF8.self)) })
  }
}
