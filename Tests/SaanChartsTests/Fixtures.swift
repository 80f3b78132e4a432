import SaanText
import Testing

@testable import SaanCharts

func chart(
  _ kind: ChartKind, _ data: ChartData, _ language: Language = .english, title: String = "Title"
) -> Chart {
  Chart(
    id: "c", kind: kind, data: data,
    text: ChartText(title: title, itemHeading: "Item"), language: language)
}

func svg(_ chart: Chart, _ width: Chart.Width = .narrow) -> String { chart.svg(width).markup }

func table(_ chart: Chart) -> String {
  var bytes = [UInt8]()
  chart.writeTable(into: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

func points(_ values: [ChartValue], named name: (Int) -> String = { "Item \($0 + 1)" })
  -> [ChartPoint]
{
  values.enumerated().map { ChartPoint(ChartLabel(name($0)), $1, key: "\($0)") }
}

/// Data that charts meet on bad days, for every kind.
struct HardCase: Sendable, CustomTestStringConvertible {
  let name: String
  let data: ChartData
  var testDescription: String { name }

  static let all: [HardCase] =
    numbers.map { name, values in HardCase(name, points(values)) } + [
      HardCase(
        "huge names",
        points([1, 2, 3]) { String(repeating: "ศูนย์ประสานงานองค์การชุมชน", count: 9 + $0) }),
      HardCase("one long word", points([5, 7]) { _ in String(repeating: "W", count: 200) }),
      HardCase("markup in names", points([5, .missing]) { "<script>alert('\($0)&\"')</script>" }),
      HardCase("empty names", points([5, 6]) { _ in "" }),
      HardCase(
        "several series",
        ChartData((0..<8).map { ChartSeries("Series \($0)", points([1, .missing, 3, 0])) })),
      HardCase("no series", ChartData([])),
      HardCase("one date", dated([(2020, 5), (2020, 9), (2020, 5)])),
      HardCase("two far dates", dated([(1950, 5), (2022, 9_000_000)])),
      HardCase("hundred years", dated((1923...2023).map { ($0, $0 % 7) })),
      HardCase(
        "many sources",
        (0..<20).map { index in
          ChartPoint(
            date: index % 3 == 0 ? nil : CalendarDate(year: 2020, month: 1 + index % 4),
            ChartValue(index % 5), source: String(repeating: "แหล่งข้อมูล ", count: index))
        }),
    ]

  private static let numbers: [(String, [ChartValue])] = [
    ("empty", []), ("one value", [7]), ("one zero", [0]), ("all zero", [0, 0, 0]),
    ("all equal", [5, 5, 5, 5]), ("all missing", [.missing, .missing, .notApplicable]),
    ("negative", [-5, -3, -1]), ("both signs", [-1200, 4, 0, 3000]),
    ("huge", [ChartValue(Int.max), ChartValue(Int.min + 1), 1]),
    ("huge alone", [ChartValue(Int.max)]),
    (
      "tiny",
      [
        ChartValue(ExactNumber(mantissa: 1, scale: 18)),
        ChartValue(ExactNumber(mantissa: 3, scale: 18)),
      ]
    ),
    ("very unequal", [1, 2_000_000_000, .missing]),
    ("seventy-seven", (0..<77).map { $0 % 9 == 4 ? .missing : ChartValue($0 * $0) }),
    ("mixed", [0, .missing, .notApplicable, 12]),
  ]

  private static func dated(_ values: [(Int, Int)]) -> [ChartPoint] {
    values.map { ChartPoint(date: CalendarDate(year: $0), ChartValue($1)) }
  }

  private init(_ name: String, _ points: [ChartPoint]) {
    self.init(name, ChartData(points: points))
  }

  private init(_ name: String, _ data: ChartData) {
    self.name = name
    self.data = data.with { data in
      data.places = data.categories.enumerated().map { index, point in
        ChartPlace(
          key: point.key, name: point.label.text, abbreviation: String(point.label.text.prefix(3)),
          column: index % 9, row: index / 9, outline: "M\(index),0 \(index + 1),0 \(index),1z",
          href: "/\(index)/")
      }
      data.outlineBox = OutlineBox(width: 100, height: 100)
      for series in data.series.indices {
        for index in data.series[series].points.indices {
          data.series[series].points[index].isHighlighted = index == 1
          data.series[series].points[index].bound = index == 2 ? .about : .exact
          data.series[series].points[index].isBreak = index == 3
          data.series[series].points[index].target = index == 0 ? ExactNumber(6) : nil
        }
      }
    }
  }
}
