import Foundation
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// What holds for the page of every place, of this repository's site and of one with many figures:
/// a number stands once, what is true of a whole table stands once, and nothing stands there
/// without content.
@Suite struct ProfileRuleTests {
  /// A site whose pages are read.
  enum Read: String, CaseIterable {
    case repository, rich
  }

  private typealias Page = (path: String, main: String)

  private static let repository = Task { try await pages(of: readRepository()) }

  private static let rich = Task { try await pages(of: RichPlaces.tree(RichPlaces.manyFigures)) }

  /// The pages of a site by their paths, from one build.
  private static func pages(of tree: SourceTree) async throws -> [Page] {
    let today = try #require(CalendarDate(iso: "2026-12-01"))
    let options = BuildOptions(today: today, jobs: 2)
    let result = try await build(tree, options, readsBack: .never, into: MemorySink())
    let errors = result.diagnostics.all.filter { $0.severity == .error }
    #expect(DiagnosticPrinter().text(Diagnostics(errors)) == "")
    return (result.report ?? [:]).filter { $0.key.hasSuffix("index.html") }
      .map { ($0.key, String(decoding: $0.value, as: UTF8.self).between("<main", "</main>")) }
      .sorted { $0.path < $1.path }
  }

  private func all(_ site: Read) async throws -> [Page] {
    switch site {
    case .repository: try await Self.repository.value
    case .rich: try await Self.rich.value
    }
  }

  /// The pages of places.
  private func places(_ site: Read) async throws -> [Page] {
    try await all(site).filter { $0.main.contains("<article class=\"page province place-") }
  }

  @Test func everyPlaceHasAPage() async throws {
    // The country, its regions and 77 provinces, in both languages.
    #expect(try await places(.repository).count > 2 * 90)
    #expect(try await places(.rich).count == 2 * (1 + 4 + 12))
  }

  @Test(arguments: Read.allCases) func aNumberStandsOnce(_ site: Read) async throws {
    let pages = try await places(site)
    for (path, main) in pages {
      var seen = Set<String>()
      for row in main.parts("<tr role=\"row\" class=\"line\">", "</tr>") {
        let name = (row.parts("href=\"", "\"").first ?? "").prefix { $0 != "#" }
        for cell in row.parts("<td", "</td>") {
          for value in cell.parts("<data value=\"", "\"") {
            #expect(seen.insert("\(name) \(value)").inserted, "\(path): \(name) \(value)")
          }
        }
      }
    }
  }

  @Test(arguments: Read.allCases) func whatIsTrueOfATableStandsOnce(_ site: Read) async throws {
    let pages = try await places(site)
    for (path, main) in pages {
      for table in main.parts("<div class=\"lines", "</article>") {
        guard table.contains("<ul class=\"remarks\">") else { continue }
        let common = table.between("<span class=\"common\">", "</p>")
        let date = common.withoutTags.split(separator: "·").map {
          $0.trimmingCharacters(in: .whitespaces)
        }
        let remarks = table.between("<ul class=\"remarks\">", "</ul>").parts("<li>", "</li>")
        for remark in remarks {
          let clauses = remark.withoutTags.split(separator: "·").map {
            $0.trimmingCharacters(in: .whitespaces)
          }
          #expect(Set(clauses).isDisjoint(with: date), "\(path): \(remark)")
        }
        #expect(Set(remarks.map(\.withoutTags)).count == remarks.count, "\(path)")
      }
    }
  }

  /// Where all lines of a table have one date and one source, no line says them again.
  @Test(arguments: Read.allCases) func whatAllShareStandsAboveAlone(_ site: Read) async throws {
    let pages = try await places(site)
    for (path, main) in pages {
      for table in main.parts("<div class=\"lines", "</table>") {
        let common = table.between("<span class=\"common\">", "</span></p>").parts("href=\"", "\"")
        let body = table.between("<tbody", "</tbody>")
        for source in common where source.contains("/sources/") {
          let inLines = body.parts("<tr role=\"row\" class=\"line\">", "</tr>").filter {
            // What another source says is told with that source.
            !$0.contains("class=\"dispute\"") && $0.contains(source)
          }
          #expect(inLines == [], "\(path): \(source)")
        }
      }
    }
  }

  /// On every page, not on those of places alone.
  @Test(arguments: Read.allCases) func noHeadingStandsAlone(_ site: Read) async throws {
    for (path, main) in try await all(site) {
      #expect(headingsWithoutContent(main) == [], "\(path)")
    }
  }

  @Test(arguments: Read.allCases) func nothingStandsWithoutContent(_ site: Read) async throws {
    let pages = try await places(site)
    for (path, main) in pages {
      let plain = main.replacing(/\s+/, with: " ")
      for empty in [
        "</h2> </section>", "</h2> <h", "</h3> </section>", "<ul> </ul>", "<tbody> </tbody>",
      ] {
        #expect(!plain.contains(empty), "\(path): \(empty)")
      }
      for table in main.parts("<table role=\"table\">", "</table>") {
        let columns = table.between("<thead", "</thead>").parts("<th ", "</th>").count
        let rows = table.parts("<tr role=\"row\" class=\"line\">", "</tr>").map {
          $0.parts("<td", "</td>")
        }
        #expect(rows.allSatisfy { $0.count == columns - 1 }, "\(path)")
        for column in 0..<(columns - 1) {
          let isEmpty = rows.allSatisfy { $0[column].contains(" none\"") }
          #expect(!isEmpty, "\(path): column \(column + 1) is all dashes")
        }
      }
    }
  }
}
