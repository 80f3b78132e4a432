import SaanText

/// How heavy what is published may be before compression, in bytes.
package struct WeightBudgets: Sendable, Equatable {
  /// What a budget is for.
  package enum Part: String, Sendable, CaseIterable {
    /// A page without its map of outlines, which has a budget of its own.
    case page
    /// A drawing inside a page.
    case chart
    /// A drawing inside a page that has the outlines of places.
    case map
    /// A page with the pictures that a telephone fetches before its reader does anything.
    case view
  }

  package var page = 60 * 1024
  package var chart = 20 * 1024
  package var map = 50 * 1024
  package var view = 200 * 1024
  /// A picture beside an article or of the theme.
  package var picture = 1024 * 1024

  /// Makes the budgets of a site that says nothing of them.
  package init() {}

  package subscript(part: Part) -> Int {
    get {
      switch part {
      case .page: page
      case .chart: chart
      case .map: map
      case .view: view
      }
    }
    set {
      switch part {
      case .page: page = newValue
      case .chart: chart = newValue
      case .map: map = newValue
      case .view: view = newValue
      }
    }
  }
}

/// How heavy one page is.
package struct PageWeight: Sendable {
  /// The path below the output directory.
  package let output: String
  /// The page's size in bytes.
  package let page: Int
  /// The size of its heaviest chart; 0 where none can be over its budget.
  package let chart: Int
  /// The size of its heaviest map of outlines; 0 where none can be over its budget.
  package let map: Int
  /// The addresses of the pictures that a telephone fetches with it, as the page writes them.
  package let pictures: [String]
  /// The size of these in bytes, once it is known.
  package var firstView = 0

  /// Weighs a page; a page that is lighter than a drawing may be is not searched for drawings.
  package init(_ output: String, _ bytes: [UInt8], _ budgets: WeightBudgets) {
    self.output = output
    page = bytes.count
    var (chart, map) = (0, 0)
    if bytes.count > min(budgets.chart, budgets.map) {
      var drawings = Drawings(bytes)
      while let drawing = drawings.next() {
        if drawing.showsMap {
          map = max(map, drawing.size)
        } else {
          chart = max(chart, drawing.size)
        }
      }
    }
    (self.chart, self.map) = (chart, map)
    pictures = FirstPictures(bytes).addresses
  }

  /// Makes what an earlier build found when it weighed a page, with the same budgets.
  package init(output: String, page: Int, chart: Int, map: Int, firstView: Int) {
    (self.output, self.page, self.firstView) = (output, page, firstView)
    (self.chart, self.map, pictures) = (chart, map, [])
  }

  /// What is held against a budget.
  package subscript(part: WeightBudgets.Part) -> Int {
    switch part {
    case .page: page - map
    case .chart: chart
    case .map: map
    // A page without pictures is held against its own budget.
    case .view: firstView == 0 ? 0 : page + firstView
    }
  }
}

/// The drawings in a page, one after the other.
private struct Drawings {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> (size: Int, showsMap: Bool)? {
    guard let start = offset(of: "<svg", from: position, to: bytes.count),
      let end = offset(of: "</svg>", from: start, to: bytes.count)
    else { return nil }
    position = end
    let showsMap = offset(of: "class=\"ch-map\"", from: start, to: end) != nil
    return (end + "</svg>".utf8.count - start, showsMap)
  }

  private func offset(of word: StaticString, from start: Int, to end: Int) -> Int? {
    let count = word.utf8CodeUnitCount
    let first = word.utf8Start[0]
    var index = start
    return bytes.withUnsafeBufferPointer { bytes in
      while index + count <= end {
        if bytes[index] == first,
          (1..<count).allSatisfy({ bytes[index + $0] == word.utf8Start[$0] })
        {
          return index
        }
        index += 1
      }
      return nil
    }
  }
}
