import SaanText

/// Points that belong together and share a colour.
public struct ChartSeries: Sendable, Hashable {
  /// The name for readers.
  public var label: ChartLabel
  /// The values, in the order they are shown.
  public var points: [ChartPoint]
  /// Values that are neither drawn nor listed, but belong to what the sentence compares.
  public var rest: [ChartPoint] = []

  /// Makes a series.
  public init(_ label: ChartLabel, _ points: [ChartPoint]) {
    self.label = label
    self.points = points
  }
}

/// The numbers of one chart, with the names that a reader of one language sees.
public struct ChartData: Sendable, Hashable {
  /// The series, in the order they are shown.
  public var series: [ChartSeries]
  /// What the values count.
  public var unit: ChartUnit
  /// What the points are: `จังหวัด`, `province`.
  public var items: ChartUnit
  /// The lower bounds of a map's classes after the first; empty means by quantile.
  public var breaks: [ExactNumber] = []
  /// How many classes a map has at most, where no breaks are given.
  public var classes = ChartData.classLimit
  /// Where the places of a map lie.
  public var places: [ChartPlace] = []
  /// The coordinates of the places' outlines: x, y, width, height.
  public var outlineBox = OutlineBox(width: 0, height: 0)
  /// The total that a source prints beside the parts of a whole.
  public var printedTotal: BoundedNumber?
  /// Whether a line may begin above zero; bars never do.
  public var isFitted = false

  /// Makes the data of a chart.
  public init(
    _ series: [ChartSeries], unit: ChartUnit = .none, items: ChartUnit = .none
  ) {
    self.series = series
    self.unit = unit
    self.items = items
  }

  /// Makes the data of a chart with one series.
  public init(points: [ChartPoint], unit: ChartUnit = .none, items: ChartUnit = .none) {
    self.init([ChartSeries("", points)], unit: unit, items: items)
  }

  /// The data with changes.
  public func with(_ change: (inout ChartData) -> Void) -> ChartData {
    var copy = self
    change(&copy)
    return copy
  }

  /// At most so many shades of a map can be told apart.
  public static let classLimit = 5

  var points: [ChartPoint] { series.flatMap(\.points) }
  var numbers: [ExactNumber] { points.compactMap(\.value.number) }

  /// What a point counts: numbers of unlike kinds are not held against each other.
  private struct Kind: Hashable {
    let unit: ChartUnit
    let name: String?
  }

  private func kind(_ point: ChartPoint) -> Kind {
    Kind(unit: point.unit ?? unit, name: point.name)
  }

  /// Whether the numbers among the points count unlike things, so that none is more than another.
  func areUnlike(_ points: [ChartPoint]) -> Bool {
    Set(points.filter { $0.value.number != nil }.map(kind)).count > 1
  }

  /// The points with a number that one scale can hold, those that count something else, and those
  /// that are of another time.
  struct OneScale {
    var points: [ChartPoint] = []
    var ofOtherKind: [ChartPoint] = []
    var ofOtherTime: [ChartPoint] = []

    var apart: [ChartPoint] { ofOtherKind + ofOtherTime }

    /// Why points stand apart from the scale: each reason with how many there are of it.
    func reasons(_ words: LanguageWords) -> [(words: String, count: Int)] {
      let named = ofOtherKind.count { $0.unit == nil }
      return [
        (words[.inOtherUnit], ofOtherKind.count - named), (words[.ofOtherKind], named),
        (words[.ofOtherTime], ofOtherTime.count),
      ].filter { $0.1 > 0 }
    }
  }

  /// The points with a number that one scale can hold: of several kinds the chart's own, else the
  /// one that most points are of; of these such as may be of the time that most are of.
  func comparable(_ points: [ChartPoint]) -> OneScale {
    let known = points.filter { $0.value.number != nil }
    let own = Kind(unit: unit, name: nil)
    let kinds = known.map(kind)
    let counts = Dictionary(kinds.map { ($0, 1) }, uniquingKeysWith: +)
    let most = kinds.first { counts[$0] == counts.values.max() }
    let isAlike = { kind($0) == (kinds.contains(own) ? own : most) }
    let alike = known.filter(isAlike)
    let main = alike.mainTime
    return OneScale(
      points: alike.filter { $0.isOf(main) }, ofOtherKind: known.filter { !isAlike($0) },
      ofOtherTime: alike.filter { !$0.isOf(main) })
  }

  /// The points' keys with their labels, each once, in the order they first come.
  var categories: [ChartPoint] {
    var seen = Set<String>()
    return points.filter { seen.insert($0.key).inserted }
  }
}

extension ChartSeries {
  /// The values that are shown and those that are not.
  var all: [ChartPoint] { points + rest }

  /// The points by key; the first wins.
  var pointsByKey: [String: ChartPoint] {
    Dictionary(points.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Where a place lies on a map, found by its point's key.
public struct ChartPlace: Sendable, Hashable {
  /// The key of the place's point.
  public var key: String
  /// The name for readers, also where no point says anything of the place.
  public var name: String
  /// Two or three letters that fit on a tile.
  public var abbreviation: String
  /// The column of its tile, from 0.
  public var column: Int
  /// The row of its tile, from 0.
  public var row: Int
  /// Its outline as SVG path data; empty for none.
  public var outline: String
  /// Where a click leads, unless its point says.
  public var href: String?
  /// What the place is listed under in the table.
  public var group: ChartGroup?

  /// Makes a place.
  public init(
    key: String, name: String, abbreviation: String = "", column: Int = 0, row: Int = 0,
    outline: String = "", href: String? = nil
  ) {
    self.key = key
    self.name = name
    self.abbreviation = abbreviation
    self.column = column
    self.row = row
    self.outline = outline
    self.href = href
  }
}

/// A heading for rows of a table: the region that provinces lie in.
public struct ChartGroup: Sendable, Hashable {
  /// The id of the heading; unique on the page.
  public var id: String
  /// The name for readers.
  public var name: String

  /// Makes a group.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// The coordinates that outlines are drawn in, from 0, 0.
public struct OutlineBox: Sendable, Hashable {
  /// How far they go to the right; a drawing scales them to its own width.
  public var width: Double
  /// How far they go down.
  public var height: Double

  /// Makes a box.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}
