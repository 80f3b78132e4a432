import Foundation
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// What holds for the page of every place of this repository's site: a number stands once, what is
/// true of a whole table stands once, and nothing stands there without content.
@Suite struct ProfileRuleTests {
  /// The pages of places by their paths, from one build.
  private static let pages = Task {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let tree = try await readTree(at: root.path, jobs: 2)
    let today = try #require(CalendarDate(iso: "2026-12-01"))
    let options = BuildOptions(today: today, jobs: 2)
    let result = try await build(tree, options, readsBack: .never, into: MemorySink())
    var pages: [(path: String, main: String)] = []
    for (path, bytes) in result.report ?? [:] where path.hasSuffix("index.html") {
      let text = String(decoding: bytes, as: UTF8.self)
      guard text.contains("<article class=\"page province place-") else { continue }
      pages.append((path, text.between("<main", "</main>")))
    }
    return pages.sorted { $0.path < $1.path }
  }

  @Test func everyPlaceHasAPage() async throws {
    // The country, its regions and 77 provinces, in both languages.
    #expect(try await Self.pages.value.count > 2 * 90)
  }

  @Test func aNumberStandsOnce() async throws {
    let pages = try await Self.pages.value
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

  @Test func whatIsTrueOfATableStandsOnce() async throws {
    let pages = try await Self.pages.value
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

  @Test func nothingStandsWithoutContent() async throws {
    let pages = try await Self.pages.value
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
