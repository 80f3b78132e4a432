import SaanText
import Testing

@testable import SaanCharts

@Suite struct MapTests {
  @Test func everyTileIsALinkWithNameAndValue() {
    let text = svg(ChartKind.tileMap.example(in: .thai))
    #expect(text.split(separator: "<a href=\"/th/provinces/").count - 1 == 77)
    #expect(text.contains("<title>น่าน: "))
    #expect(text.contains(" แห่ง</title>"))
    #expect(text.contains(": ไม่มีข้อมูล</title>"))
  }

  @Test func linksAreNotHiddenInAnImage() {
    #expect(svg(ChartKind.tileMap.example(in: .thai)).contains("role=\"document\""))
    #expect(svg(ChartKind.bar.example(in: .thai)).contains("role=\"img\""))
  }

  @Test func tilesAreLargeEnoughForAFinger() {
    let text = svg(ChartKind.tileMap.example(in: .thai))
    let sizes = text.split(separator: "</title><path").dropFirst().compactMap { square in
      square.split(separator: "h").first { $0.first?.isNumber == true }.flatMap {
        Double($0.prefix { $0 != "v" })
      }
    }
    #expect(sizes.count == 77)
    #expect((sizes.min() ?? 0) >= 24)
  }

  @Test func zeroIsAClassOfItsOwnAndMissingIsNone() {
    let chart = map([0, 5, 9, .missing, .notApplicable])
    let text = svg(chart)
    #expect(text.contains("class=\"ch-zero\""))
    #expect(text.contains("<g class=\"ch-map\""))
    #expect(text.contains(" fill=\"url(#c-miss)\">"))
    #expect(text.split(separator: "z\"/>").count == 2)
    #expect(text.contains("class=\"ch-na-tile\" fill=\"url(#c-na)\""))
  }

  @Test func aPlaceThatNobodyReportedIsDrawnAndListedAsMissing() {
    var silent = map([4, 5])
    silent.data.series[0].points.removeLast()
    #expect(svg(silent).contains("<title>Item 2: no data</title>"))
    #expect(table(silent).contains("Item 2</a></th><td class=\"chart-missing\">no data"))
  }

  @Test func givenBreaksMakeTheClasses() {
    var chart = map([5, 15, 25, 99])
    chart.data.breaks = [10, 20].map { ExactNumber($0) }
    let text = svg(chart)
    for entry in ["&lt; 10", "10–19", "≥ 20"] { #expect(text.contains(">\(entry)</text>")) }
  }

  @Test func quantilesPutAsManyPlacesIntoEachClass() {
    #expect(Paint.classes.count == ChartData.classLimit, "each class has a shade of its own")
    let text = svg(map((1...50).map { ChartValue($0) }))
    for entry in ["1–10", "11–20", "21–30", "31–40", "41–50"] {
      #expect(text.contains(">\(entry)</text>"))
    }
  }

  @Test func anOutlineThatIsNoPathIsLeftOut() {
    var chart = map([5, 6])
    chart.kind = .outlineMap
    chart.data.outlineBox = OutlineBox(width: 10, height: 10)
    chart.data.places[0].outline = "M0,0 1,0 1,1z"
    chart.data.places[1].outline = "url(javascript:alert(1))"
    let text = svg(chart)
    #expect(text.contains("M0,0 1,0 1,1z"))
    #expect(!text.contains("javascript"))
  }

  @Test func outlinesInRelativeStepsCoverWhatAbsoluteOnesDo() {
    func legend(_ outline: String) -> Substring? {
      var chart = map([5])
      chart.kind = .outlineMap
      chart.data.outlineBox = OutlineBox(width: 100, height: 100)
      chart.data.places[0].outline = outline
      return svg(chart).split(separator: "</g>").last
    }
    let absolute = legend("M10,10 60,10 60,90 10,90zM20,20 30,20 30,30z")
    #expect(absolute == legend("M10 10l50 0 0 80-50 0zM20 20h10v10z"))
    #expect(absolute != legend("M10 10l10 0 0 10z"))
  }

  @Test func fewerClassesCanBeAskedFor() {
    var chart = map((1...50).map { ChartValue($0) })
    chart.data.classes = 2
    let text = svg(chart)
    for entry in ["1–25", "26–50"] { #expect(text.contains(">\(entry)</text>")) }
  }

  @Test func theTableListsPlacesUnderTheirGroups() {
    var chart = map([5, 6, .missing])
    for (index, name) in ["North", "South", "North"].enumerated() {
      chart.data.places[index].group = ChartGroup(id: name.lowercased(), name: name)
    }
    let text = table(chart)
    let heads = text.split(separator: "<th scope=\"row").dropFirst().map {
      String($0.prefix(60).split(separator: ">").dropFirst().first { !$0.hasPrefix("<a") } ?? "")
    }
    #expect(
      heads.map { String($0.prefix { $0 != "<" }) } == [
        "North", "Item 1", "Item 3", "South", "Item 2",
      ])
    #expect(text.contains("colspan=\"2\" id=\"north\">North"))
  }

  private func map(_ values: [ChartValue]) -> Chart {
    var data = ChartData(points: points(values))
    data.places = data.points.enumerated().map { index, point in
      ChartPlace(
        key: point.key, name: point.label.text, abbreviation: "P\(index)", column: index % 10,
        row: index / 10, href: "/\(index)/")
    }
    return chart(.tileMap, data)
  }
}

@Suite struct StandaloneTests {
  @Test func aFileOfItsOwnNeedsNoStyleSheet() {
    for kind in ChartKind.allCases {
      var bytes = [UInt8]()
      kind.example(in: .english).write(svg: .wide, isStandalone: true, into: &bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"720\""))
      #expect(MarkupChecker(bytes).mistakes == [])
      for line in text.split(separator: "<path").dropFirst() {
        #expect(line.contains("stroke=") || line.contains("fill="), "\(line)")
      }
    }
  }

  @Test func everyClassOfTheOutputIsDocumented() {
    let known = Set(Paint.all.map(\.name))
    #expect(known.count == Paint.all.count)
    for kind in ChartKind.allCases {
      var bytes = [UInt8]()
      kind.example(in: .thai).write(into: &bytes)
      let classes = MarkupChecker(bytes).attributes.filter { $0.name == "class" }
        .flatMap { $0.value.split(separator: " ") }.filter { $0.hasPrefix("ch-") }
      for name in classes { #expect(known.contains(String(name)), "\(name)") }
    }
  }
}
