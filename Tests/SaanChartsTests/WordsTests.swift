import SaanText
import Testing

@testable import SaanCharts

@Suite struct WordsTests {
  @Test func theTableIsClosedOpenAloneOrNotThere() {
    func whole(_ state: Chart.TableState) -> String {
      var chart = chart(.bar, ChartData(points: points([3, 4])))
      chart.table = state
      var bytes = [UInt8]()
      chart.write(into: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(whole(.closed).contains("<details class=\"chart-data\"><summary>"))
    #expect(whole(.open).contains("<details class=\"chart-data\" open><summary>"))
    #expect(!whole(.none).contains("<table>"))
    #expect(whole(.only).hasPrefix("<div class=\"chart-data\">"))
    #expect(!whole(.only).contains("<svg"))
  }

  @Test func theCaptionStandsUnderTheTitle() {
    var chart = chart(.bar, ChartData(points: points([3, 4])))
    chart.text.caption = "Two & more"
    var bytes = [UInt8]()
    chart.write(into: &bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.contains("<figcaption>Title<p class=\"chart-caption\">Two &amp; more</p></figcaption>"))
  }

  @Test func theOnlyBarsPartsAreRowsOfTheTable() {
    let series = ["a", "b"].map { name in
      ChartSeries(ChartLabel(name), [ChartPoint("", 3, key: "whole")])
    }
    let text = table(chart(.stackedBar, ChartData(series)))
    #expect(text.split(separator: "<th scope=\"row\">").count == 3)
    #expect(text.contains("<th scope=\"row\">a</th><td class=\"num\">"))
  }

  @Test func oneDateForAllStandsInTheLineOfTheSource() {
    let date = CalendarDate(year: 2022)
    var chart = chart(
      .bar, ChartData(points: points([3, 4]).map { point in point.with { $0.date = date } }))
    #expect(table(chart).contains("As of"))
    chart.text.source = HTML(escaping: "Register, 2022")
    #expect(!table(chart).contains("As of"))
  }

  @Test func theSentenceTellsHighestLowestAndMissing() {
    let data = ChartData(
      points: points([3, 12, 1, .missing]), unit: .counted(one: "fund", other: "funds"),
      items: .counted(one: "province", other: "provinces"))
    #expect(
      chart(.bar, data).description
        == "The highest of 3 provinces is 12 funds (Item 2), the lowest 1 fund (Item 3);"
        + " 1 province has no data.")
    let thai = ChartData(
      points: points([3, 12, 1, .missing]) { "ที่\($0)" }, unit: .counted("กองทุน"),
      items: .counted("จังหวัด"))
    #expect(
      chart(.bar, thai, .thai).description
        == "จาก 3 จังหวัด ค่าสูงสุดคือ 12 กองทุน (ที่1) ต่ำสุดคือ 1 กองทุน (ที่2) อีก 1 จังหวัดไม่มีข้อมูล")
  }

  @Test func tiesAndSingleValuesReadWell() {
    func sentence(_ values: [ChartValue]) -> String {
      chart(.bar, ChartData(points: points(values))).description
    }
    #expect(sentence([5, 5, 5]) == "All 3 items stand at 5.")
    #expect(sentence([5]) == "Only Item 1 has data: 5.")
    #expect(sentence([5, 5, 1]).contains("5 (Item 1 and Item 2)"))
    #expect(sentence([]) == "No data has been published yet.")
  }

  @Test func timeIsToldFromFirstToLast() {
    let points = [(2013, 4100), (2022, 7795)].map {
      ChartPoint(date: CalendarDate(year: $0), ChartValue($1))
    }
    let data = ChartData(points: points, unit: .counted(one: "council", other: "councils"))
    #expect(
      chart(.line, data).description
        == "Rose from 4,100 councils in 2013 to 7,795 councils in 2022.")
  }

  @Test func disagreementAndUndatedValuesAreTold() {
    let text = ChartKind.dotPlot.example(in: .english).description
    #expect(text.contains("4 values from 4 sources"))
    #expect(text.contains("value used is 7,795 councils (26 October 2022)"))
    #expect(text.contains("1 has no date"))
    #expect(text.contains("sources disagree"))
  }

  @Test func aDisputeIsRingedAndNamed() {
    let text = svg(ChartKind.dotPlot.example(in: .thai))
    #expect(text.contains("class=\"ch-spread\""))
    #expect(text.contains(">แหล่งข้อมูลไม่ตรงกัน</text>"))
  }

  @Test func namesInAnotherLanguageSaySo() {
    let point = ChartPoint(ChartLabel("น่าน", language: .thai), 5)
    let chart = chart(.bar, ChartData(points: [point]))
    #expect(svg(chart).contains("lang=\"th\""))
    #expect(table(chart).contains("<th scope=\"row\" lang=\"th\">น่าน</th>"))
  }

  @Test func thaiNamesBreakBetweenPhrasesAndNeverWithinALetter() {
    let name = "สถาบันพัฒนาองค์กรชุมชนแห่งประเทศไทย"
    let lines = LineBreaker(width: 9, isBold: false, limit: 9).lines(of: name)
    #expect(lines.joined() == name)
    #expect(lines.allSatisfy { !$0.isEmpty && !LineBreaker.isLeadingVowel($0.last ?? " ") })
    #expect(lines.first == "สถาบันพัฒนาองค์กร")
    let hard = LineBreaker(width: 3, isBold: false, limit: 99).lines(of: "น้ำกิ่งเก้าแก้วโต๊ะ")
    #expect(hard.joined() == "น้ำกิ่งเก้าแก้วโต๊ะ")
    #expect(hard.reduce(0) { $0 + $1.count } == "น้ำกิ่งเก้าแก้วโต๊ะ".count)
  }

  @Test func targetsDatesAndSourcesHaveTheirColumns() {
    let point = ChartPoint(
      "Homes", 5, date: CalendarDate(year: 2022, month: 10, day: 26), target: ExactNumber(9),
      source: "CODI")
    let table = table(chart(.bar, ChartData(points: [point])))
    #expect(table.contains("<caption>Title</caption>"))
    #expect(table.contains("<th scope=\"col\">As of</th>"))
    #expect(table.contains("<time datetime=\"2022-10-26\">26 Oct 2022</time>"))
    #expect(table.contains("<td>CODI</td>"))
    #expect(table.contains("<td class=\"num\">9</td>"))
  }

  @Test func kindsAreFoundByNameAndHaveASentence() {
    #expect(ChartKind(rawValue: "tile-map") == .tileMap)
    #expect(ChartKind(rawValue: "pie") == nil)
    #expect(Set(ChartKind.allCases.map(\.name)).count == ChartKind.allCases.count)
    #expect(ChartKind.allCases.allSatisfy { $0.summary.hasSuffix(".") })
  }

  @Test func severalChartsOnAPageShareNoID() {
    var bytes = [UInt8]()
    for kind in ChartKind.allCases { kind.example(in: .thai).write(into: &bytes) }
    #expect(MarkupChecker(bytes).mistakes == [])
  }
}
