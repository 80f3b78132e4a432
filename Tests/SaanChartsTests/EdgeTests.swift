import SaanText
import Testing

@testable import SaanCharts

/// What a chart must not leave out: that a number is not exact, which one is used, who is ahead.
@Suite struct EdgeTests {
  private func about(_ value: ChartValue = 40) -> ChartPoint {
    var point = ChartPoint("กองทุน", value)
    point.bound = .about
    point.target = ExactNumber(100)
    return point
  }

  @Test func anApproximateValueLooksLikeOneOnTheWayToItsTarget() {
    let sketched = svg(chart(.progress, ChartData(points: [about()])))
    let exact = svg(
      chart(.progress, ChartData(points: [about().with { $0.bound = .exact }])))
    #expect(sketched.contains("class=\"ch-about\""))
    #expect(!exact.contains("class=\"ch-about\""))
    #expect(sketched.contains(">about 40 (about 40%)</text>"))
    #expect(exact.contains(">40 (40%)</text>"))
  }

  @Test func everyKindWritesAboutBeforeWhatIsNotExact() {
    for kind in [ChartKind.bar, .dotPlot, .progress] {
      let chart = chart(kind, ChartData(points: [about(), ChartPoint("ข", 50, key: "b")]))
      #expect(svg(chart).contains(">about 40"), "\(kind.name)")
      #expect(table(chart).contains("about 40") || table(chart).contains("about <data"))
    }
  }

  @Test func theListBelowDotsSaysWhichValueIsUsed() {
    let data = ChartData(points: [
      ChartPoint(date: CalendarDate(year: 2020), 5, source: "A").with { $0.isPreferred = true },
      ChartPoint(date: CalendarDate(year: 2021), 7, source: "B"),
    ])
    let text = svg(chart(.dotPlot, data), .wide)
    #expect(text.split(separator: "shown here").count <= 2)
    #expect(text.contains(" · \(LanguageWords.english[.preferred]) · A"))
    #expect(!text.contains(" · \(LanguageWords.english[.preferred]) · B"))
  }

  @Test func aPlaceThatIsMarkedIsToldItsRank() {
    let data = ChartData(
      points: points([30, 20, 10]).enumerated().map { index, point in
        point.with { $0.isHighlighted = index == 1 }
      })
    #expect(Description(chart: chart(.bar, data)).sentence.contains("2nd"))
  }

  @Test func valuesOfDifferentDaysAreASeries() {
    func sentence(_ first: String, _ second: String) -> String {
      let data = ChartData(points: [
        ChartPoint(date: CalendarDate(iso: first), 5, source: "A"),
        ChartPoint(date: CalendarDate(iso: second), 7, source: "B"),
      ])
      return Description(chart: chart(.dotPlot, data)).sentence
    }
    let words = LanguageWords.english[.disagree]
    #expect(sentence("2020-05-01", "2020-05-01").contains(words))
    #expect(sentence("2020", "2020-05-01").contains(words))
    #expect(!sentence("2020-05-01", "2020-05-02").contains(words))
  }
}
