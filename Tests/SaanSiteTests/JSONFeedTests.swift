import Foundation
import SaanPublish
import SaanSite
import SaanText
import TestSupport
import Testing

/// JSON feeds: each says what the Atom feed beside it says, in the words of JSON Feed 1.1.
@Suite struct JSONFeedTests {
  private struct Author: Decodable, Equatable { let name: String }

  private struct Item: Decodable {
    let id: String
    let url: String
    let title: String
    let summary: String?
    let contentText: String
    let datePublished: String?
    let dateModified: String
    let authors: [Author]?
  }

  private struct Document: Decodable {
    let version: String
    let title: String
    let homePageUrl: String
    let feedUrl: String
    let language: String
    let authors: [Author]
    let items: [Item]
  }

  private func feed(_ path: String, of outputs: [String: String]) throws -> Document {
    let text = try #require(outputs[path], "\(path)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Document.self, from: Data(text.utf8))
  }

  /// The texts of an element of an Atom feed, with what Atom escapes read.
  private func texts(_ name: String, of part: Substring) -> [String] {
    part.split(separator: "<\(name)>", omittingEmptySubsequences: false).dropFirst().map { rest in
      let text = rest.firstRange(of: "</\(name)>").map { rest[..<$0.lowerBound] } ?? ""
      return [("&lt;", "<"), ("&gt;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }
  }

  @Test(arguments: ["", "news/", "events/", "data/changes/"], ["th", "en"])
  func tellsWhatTheAtomFeedTells(_ place: String, language: String) async throws {
    let outputs = try await Specimen.outputs
    let json = try feed("\(language)/\(place)feed.json", of: outputs)
    let atom = try #require(outputs["\(language)/\(place)atom.xml"])
    let (head, entries) = (
      atom.prefix(upTo: atom.firstRange(of: "<entry>")?.lowerBound ?? atom.endIndex),
      atom.split(separator: "<entry>", omittingEmptySubsequences: false).dropFirst()
    )
    #expect(json.version == "https://jsonfeed.org/version/1.1")
    #expect([json.title] == texts("title", of: head))
    #expect(json.authors.map(\.name) == texts("name", of: head))
    #expect(json.language == language)
    let base = "https://specimen.example/below/\(language)/\(place)"
    #expect(json.homePageUrl == base)
    #expect(json.feedUrl == base + "feed.json")
    #expect(json.items.count == entries.count)
    for (item, entry) in zip(json.items, entries) {
      #expect([item.id] == texts("id", of: entry))
      #expect(item.url == item.id)
      #expect([item.title] == texts("title", of: entry))
      #expect([item.summary].compactMap(\.self) == texts("summary", of: entry))
      #expect(item.contentText == item.summary ?? item.title)
      #expect([item.datePublished].compactMap(\.self) == texts("published", of: entry))
      #expect([item.dateModified] == texts("updated", of: entry))
      #expect((item.authors ?? []).map(\.name) == texts("name", of: entry))
    }
  }

  private static func site(_ fields: String, body: String = "ก") -> TestSite {
    TestSite().with(["content/news/x.th.md": "---\ntitle: เวที\n\(fields)\n---\n\(body)\n"])
  }

  @Test func anArticleSaysItsAuthorItsDaysAndItsSummary() async throws {
    let fields = """
      date: 2024-09-01
      updated: 2024-09-03
      author: น้อย "ดาว" & Co.
      summary: "<b> & \\"ข้อ\\"\\\\"
      """
    let outputs = try await Self.site(fields).build().outputs
    let item = try #require(try feed("th/news/feed.json", of: outputs).items.first)
    #expect(item.id == "https://example.org/th/news/x/")
    #expect(item.authors == [Author(name: "น้อย \"ดาว\" & Co.")])
    #expect(item.datePublished == "2024-09-01T00:00:00+07:00")
    #expect(item.dateModified == "2024-09-03T00:00:00+07:00")
    #expect(item.summary == "<b> & \"ข้อ\"\\")
    #expect(item.contentText == item.summary)
  }

  /// The day of the build is 2024-10-04.
  @Test func aDayToComeIsNoDayOfPublication() async throws {
    let outputs = try await Self.site("extra: {start: 2024-10-15}", body: "").build().outputs
    let item = try #require(try feed("th/feed.json", of: outputs).items.first)
    #expect(item.datePublished == nil)
    // It says of no day when it was told: feeds have it four weeks before, on every day.
    #expect(item.dateModified == "2024-09-17T00:00:00+07:00")
    #expect(item.authors == nil)
    // Of an event a feed says when it is.
    #expect(item.summary == "15 ตุลาคม 2567" && item.contentText == item.summary)
    #expect(try feed("en/feed.json", of: outputs).items.isEmpty, "it is not in English")
  }

  @Test func aSentenceThatBeginsWithAnAddressIsNoDeadLink() async throws {
    let fields = "date: 2024-09-01\nsummary: https://example.org/gone/ ย้ายแล้ว"
    let (outputs, found) = try await Self.site(fields).build()
    #expect(found.all.map(\.code) == [])
    let item = try #require(try feed("th/feed.json", of: outputs).items.first)
    #expect(item.summary == "https://example.org/gone/ ย้ายแล้ว")
  }

  @Test func itHoldsTheNewestTwenty() async throws {
    let articles = (1...23).flatMap { number in
      ["th", "en"].map { language in
        let day = number < 10 ? "0\(number)" : "\(number)"
        return (
          "content/news/n\(number).\(language).md",
          "---\ntitle: \(language) \(number)\ndate: 2024-01-\(day)\n---\n"
        )
      }
    }
    let outputs = try await TestSite().with(Dictionary(uniqueKeysWithValues: articles)).build()
      .outputs
    for language in ["th", "en"] {
      for path in ["\(language)/feed.json", "\(language)/news/feed.json"] {
        #expect(
          try feed(path, of: outputs).items.map(\.title)
            == (4...23).reversed().map { "\(language) \($0)" })
      }
    }
  }

  @Test func articlesOfOneDayStandInTheOrderOfTheirAddresses() async throws {
    let articles = ["c", "a", "d", "b"].map { name in
      ("content/news/\(name).th.md", "---\ntitle: \(name)\ndate: 2024-01-02\n---\n")
    }
    let outputs = try await TestSite().with(Dictionary(uniqueKeysWithValues: articles)).build()
      .outputs
    #expect(try feed("th/feed.json", of: outputs).items.map(\.title) == ["a", "b", "c", "d"])
  }

  @Test func headsAnnounceEveryForm() async throws {
    let outputs = try await Specimen.outputs
    for language in ["th", "en"] {
      for (page, places) in [("", [""]), ("news/", ["", "news/"]), ("about/", [""])] {
        let head = try #require(outputs["\(language)/\(page)index.html"]).prefix { $0 != "\u{0}" }
        let links = head.split(separator: "<link ").filter {
          $0.hasPrefix("rel=\"alternate\" type=")
        }
        let expected = places.flatMap { place in
          [("atom+xml", "atom.xml"), ("feed+json", "feed.json")].map {
            ("application/\($0.0)", "/below/\(language)/\(place)\($0.1)")
          }
        }
        #expect(links.count == expected.count, "\(links)")
        for (link, (type, href)) in zip(links, expected) {
          #expect(link.contains("type=\"\(type)\"") && link.contains("href=\"\(href)\""), "\(link)")
        }
      }
    }
  }

  @Test func aNewTranslationReachesTheFeedOfTheNextBuild() async throws {
    let old = Self.site("date: 2024-09-01")
    let new = old.with(["content/news/x.en.md": "---\ntitle: Forum\n---\nText\n"])
    let first = try await build(old.tree, old.options(), notes: .ledger(nil), into: MemorySink())
    let before = try #require(first.report)
    #expect(!String(decoding: before["en/feed.json"] ?? [], as: UTF8.self).contains("Forum"))
    let next = try await build(
      new.tree, new.options(), notes: .ledger(first.ledger), into: MemorySink(former: before))
    let after = try #require(next.report).mapValues { String(decoding: $0, as: UTF8.self) }
    for path in ["en/feed.json", "en/news/feed.json"] {
      #expect(try feed(path, of: after).items.map(\.title) == ["Forum"])
    }
  }

  @Test func aSiteWithoutAddressHasNone() async throws {
    let site = Self.site("date: 2024-09-01")
      .replacing("base_url: https://example.org/\n", with: "", in: "site.yaml")
    let outputs = try await site.build().outputs
    #expect(outputs.keys.allSatisfy { !$0.hasSuffix("feed.json") })
    #expect(outputs.values.allSatisfy { !$0.contains("feed+json") })
  }
}
