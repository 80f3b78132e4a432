import SaanText
import Testing

@testable import SaanCharts

@Suite struct BarAndLineTests {
  @Test func manyRowsCanStandClose() {
    var chart = chart(.bar, ChartData(points: points((0..<30).map { ChartValue($0) })))
    func height() -> Double {
      let box = svg(chart).split(separator: "viewBox=\"0 0 340 ").dropFirst().first ?? ""
      return Double(box.prefix { $0 != "\"" }) ?? 0
    }
    let comfortable = height()
    chart.isCompact = true
    #expect(height() > 0 && height() < comfortable * 0.8)
  }

  @Test func missingZeroAndNotApplicableLookDifferent() {
    let data = ChartData(points: points([0, .missing, .notApplicable]))
    let text = svg(chart(.bar, data))
    #expect(text.contains(">0</text>"))
    #expect(text.contains("class=\"ch-missing\" fill=\"url(#c-miss)\""))
    #expect(text.contains(">no data</text>"))
    #expect(text.contains("class=\"ch-na\""))
    #expect(text.contains(">not applicable</text>"))
    let table = table(chart(.bar, data))
    #expect(table.contains("<td class=\"num\">0</td>"))
    #expect(table.contains("<td class=\"chart-missing\">no data</td>"))
    #expect(table.contains("<td class=\"chart-na\">not applicable</td>"))
  }

  @Test func aSourceThatSaysAboutIsQuotedAsAbout() {
    var point = ChartPoint("กองทุน", 7795)
    point.bound = .about
    let chart = chart(.bar, ChartData(points: [point]), .thai)
    #expect(svg(chart).contains(">ประมาณ 7,795</text>"))
    #expect(table(chart).contains("ประมาณ <data value=\"7795\">7,795</data>"))
  }

  @Test func barsBeginAtZeroHoweverCloseTheValues() {
    let bars = rects(svg(chart(.bar, ChartData(points: points([990, 1000])))), class: "ch-1")
    #expect(bars.count == 2)
    #expect(bars[0] / bars[1] > 0.98)
  }

  @Test func aNegativeBarLeadsToTheOtherSide() {
    let canvas = chart(.bar, ChartData(points: points([-10, 20]))).drawn(.narrow)
    let negative = canvas.boxes.first { $0.text == "\u{2212}10" }
    let positive = canvas.boxes.first { $0.text == "20" }
    #expect((negative?.right ?? 999) < (positive?.left ?? 0))
  }

  @Test func aMissingYearBreaksTheLine() {
    #expect(lines([5, 6, 7, 8]) == 1)
    #expect(lines([5, 6, .missing, 7, 8]) == 2)
    #expect(lines([5, 6, 0, 7, 8]) == 1)
  }

  @Test func anotherWayOfCountingBreaksTheLineAndSaysSo() {
    var series = years([5, 6, 7, 8])
    series[2].isBreak = true
    let text = svg(chart(.line, ChartData(points: series)))
    #expect(text.split(separator: "class=\"ch-line-1\"").count - 1 == 2)
    #expect(text.contains(">counted differently from here</text>"))
  }

  @Test func yearsAreThoseOfTheReadersCalendar() {
    let data = ChartData(points: years([5, 6, 7]))
    #expect(svg(chart(.line, data, .thai)).contains(">2564</text>"))
    #expect(svg(chart(.line, data, .english)).contains(">2021</text>"))
  }

  @Test func largeTicksUseTheLanguagesOwnWords() {
    let data = ChartData(points: years([0, 20_000_000_000]), unit: .baht)
    #expect(svg(chart(.line, data, .thai)).contains(">2 หมื่นล้าน</text>"))
    #expect(svg(chart(.line, data, .english)).contains(">20bn</text>"))
  }

  @Test func theSumOfAStackWithAPartMissingIsALowerBound() {
    let data = ChartData([
      ChartSeries("A", points([5, 1])), ChartSeries("B", points([.missing, 2])),
    ])
    let text = svg(chart(.stackedBar, data))
    #expect(text.contains(">at least 5</text>"))
    #expect(text.contains(">3</text>"))
  }

  @Test func progressTellsShareAndTarget() {
    let point = ChartPoint("Homes", 3302, target: ExactNumber(7069))
    let text = svg(chart(.progress, ChartData(points: [point])))
    #expect(text.contains(">3,302 (46.7%)</text>"))
    #expect(text.contains(">target 7,069</text>"))
  }

  private func years(_ values: [ChartValue]) -> [ChartPoint] {
    values.enumerated().map { ChartPoint(date: CalendarDate(year: 2020 + $0), $1) }
  }

  private func lines(_ values: [ChartValue]) -> Int {
    svg(chart(.line, ChartData(points: years(values)))).split(separator: "class=\"ch-line-1\"")
      .count
      - 1
  }

  private func rects(_ text: String, class name: String) -> [Double] {
    text.split(separator: "<rect").filter { $0.contains("class=\"\(name)\"") }.compactMap { rect in
      rect.split(separator: "width=\"").dropFirst().first.flatMap {
        Double($0.prefix { $0 != "\"" })
      }
    }
  }
}
