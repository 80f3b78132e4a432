import SaanText
import Testing

@testable import SaanCharts

/// Whatever the data, a drawing holds together.
@Suite struct HardCaseTests {
  @Test(arguments: HardCase.all) func theMarkupIsWellFormed(_ hard: HardCase) {
    forEachChart(hard, [.english]) { chart, name in
      var bytes = [UInt8]()
      chart.write(into: &bytes)
      #expect(MarkupChecker(bytes).mistakes == [], "\(name)")
    }
  }

  @Test(arguments: HardCase.all) func textStaysInsideAndApart(_ hard: HardCase) {
    forEachChart(hard) { chart, name in
      for width in Chart.Width.allCases {
        let canvas = chart.drawn(width)
        for box in canvas.boxes {
          let isInside =
            box.left >= -0.6 && box.right <= canvas.metrics.width + 0.6 && box.top >= -0.6
            && box.bottom <= canvas.height + 1
          #expect(isInside, "\(name) \(width): \(box) of \(canvas.height)")
        }
        #expect(collision(in: canvas.boxes) == nil, "\(name) \(width)")
      }
    }
  }

  @Test(arguments: HardCase.all) func labelsOfDotsStayInsideAndApart(_ hard: HardCase) {
    forEachChart(hard) { chart, name in
      guard chart.kind == .dotPlot else { return }
      var labelled = chart
      labelled.labelsDots = true
      for width in Chart.Width.allCases {
        let canvas = labelled.drawn(width)
        #expect(collision(in: canvas.boxes) == nil, "\(name) \(width)")
        for box in canvas.boxes {
          #expect(box.left >= -0.6 && box.right <= canvas.metrics.width + 0.6, "\(name): \(box)")
        }
      }
    }
  }

  @Test(arguments: HardCase.all) func drawingAgainGivesTheSameBytes(_ hard: HardCase) {
    forEachChart(hard, [.thai]) { chart, name in
      #expect(svg(chart) == svg(chart), "\(name)")
    }
  }

  @Test(arguments: HardCase.all) func everyValueIsInTheTable(_ hard: HardCase) {
    forEachChart(hard, [.thai]) { chart, name in
      let table = table(chart)
      for number in chart.data.numbers {
        let isMarked = table.contains("<data value=\"\(number.plain)\">\(number.text())")
        let isPlain = ["<", " <"].contains { table.contains("\(number.plain)\($0)") }
        #expect(isMarked || (isPlain && number.text() == number.plain), "\(name)")
      }
      let missing = chart.data.points.count { $0.value == .missing }
      #expect(table.split(separator: "chart-missing").count - 1 >= missing, "\(name)")
    }
  }

  private func forEachChart(
    _ hard: HardCase, _ languages: [Language] = [.thai, .english], _ body: (Chart, String) -> Void
  ) {
    for kind in ChartKind.allCases {
      for language in languages {
        body(chart(kind, hard.data, language), "\(hard.name), \(kind.name), \(language.name)")
      }
    }
  }

  private func collision(in boxes: [TextBox]) -> String? {
    for (index, box) in boxes.enumerated() where !box.text.isEmpty {
      for other in boxes[(index + 1)...] where !other.text.isEmpty && box.covers(other) {
        return "'\(box.text)' covers '\(other.text)'"
      }
    }
    return nil
  }
}
