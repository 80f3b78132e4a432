import SaanSite
import SaanText
import Testing

/// What is said of values that cannot be held against each other.
@Suite struct ComparisonTests {
  private static let chart = "{{ chart(kind=\"line\", figure=\"funds.count\", area=\"50\") }}"
  private static let site = PlaceLineTests.site.with([
    "themes/plain/shortcodes/chart.html": "{{ chart(*args, **kwargs) }}",
    "themes/plain/templates/area.html": """
    {% for f in page.area.figures %}{{ f.id }}: {{ f.trend.text if f.trend }} \
    [{{ f.trend.change if f.trend }}] {{ f.trend.comparable if f.trend }}
    {% endfor %}
    """,
    "content/a.th.md": "---\ntitle: ก\n---\n\(chart)\n",
    "content/a.en.md": "---\ntitle: A\n---\n\(chart)\n",
  ])

  /// The page of a province and an article with a chart, of values as rows of the table.
  private func pages(
    _ rows: String, in language: String
  ) async throws -> (place: String, chart: String) {
    let site = Self.site.with([
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,numerator,denominator,status,source\n" + rows
    ])
    let (outputs, found) = try await site.build()
    #expect(found.all.filter { $0.severity == .error }.map(\.message.en) == [])
    func page(_ path: String) throws -> String {
      let text = try #require(outputs["\(language)/\(path)/index.html"])
      return String(text.map { $0 == "\u{A0}" ? " " : $0 })
    }
    return (try page("provinces/chiang-mai"), try page("a"))
  }

  @Test func valuesOfOneProducerRose() async throws {
    let rows = "funds.count,50,2013,stated,10,,,A,a\nfunds.count,50,2022,stated,40,,,A,a\n"
    let (place, chart) = try await pages(rows, in: "en")
    #expect(place.contains("Rose from 10 funds in 2013 to 40 funds in 2022. [+300%] True"))
    #expect(chart.contains("Rose from 10 funds in 2013 to 40 funds in 2022"))
  }

  @Test func valuesOfTwoProducersAreSetSideBySide() async throws {
    let rows = "funds.count,50,2013,stated,10,,,A,a\nfunds.count,50,2022,stated,40,,,A,b\n"
    let (place, chart) = try await pages(rows, in: "en")
    #expect(place.contains("10 funds (ก) in 2013, 40 funds (ข) in 2022. [] False"), "\(place)")
    #expect(!chart.contains("Rose") && chart.contains("10 funds (รายงาน) in 2013"), "\(chart)")
    let thai = try await pages(rows, in: "th")
    #expect(!thai.place.contains("เพิ่มขึ้น") && !thai.chart.contains("เพิ่มขึ้น"))
  }

  @Test func anEstimateAndACountAreNoChange() async throws {
    let rows = "funds.count,50,2013,stated,10,,,E,a\nfunds.count,50,2022,stated,40,,,A,a\n"
    #expect(try await pages(rows, in: "en").place.contains("[] False"))
  }

  @Test func nothingRisesAcrossABreak() async throws {
    let rows = "funds.count,50,2013,stated,10,,,A,a\nfunds.count,50,2022,stated,40,,,B,a\n"
    let (place, chart) = try await pages(rows, in: "en")
    for page in [place, chart] {
      #expect(!page.contains("Rose"), "\(page)")
      #expect(page.contains("ounted differently from 2022"), "\(page)")
    }
  }

  @Test func aDayOfPublicationIsNoDayOfTheValue() async throws {
    let rows =
      "funds.count,50,2013,stated,10,,,A,a\nfunds.count,50,2022-10-26,publication_date,40,,,A,a\n"
    let english = try await pages(rows, in: "en"), thai = try await pages(rows, in: "th")
    for page in [english.place, english.chart] {
      #expect(page.contains("in October 2022 (date of publication)"), "\(page)")
    }
    for page in [thai.place, thai.chart] { #expect(page.contains("(วันที่เผยแพร่)"), "\(page)") }
  }
}
