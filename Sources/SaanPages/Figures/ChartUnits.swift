import SaanCharts
import SaanData
import SaanText

/// What the values of figures count, for charts.
struct ChartUnits: Sendable {
  let reader: Reader

  private var figures: FigureReader { reader.figures }

  /// The unit of an indicator's values.
  func unit(of indicator: IndicatorID) -> ChartUnit {
    if figures.indicators[indicator].kind == .percentage { return .percent }
    return figures.indicators[indicator].unit.map { ChartUnit($0[reader.tag]) } ?? .none
  }

  /// The unit of a value, its own or its indicator's.
  func unit(of value: Observation) -> ChartUnit {
    value.unit.map { ChartUnit($0[reader.tag]) } ?? unit(of: value.indicator)
  }

  /// The unit of a sum, that of its parts or its indicator's.
  func unit(of sum: Rollup, _ indicator: IndicatorID) -> ChartUnit {
    sum.unit.map { ChartUnit($0[reader.tag]) } ?? unit(of: indicator)
  }

  /// What values of one kind share: the unit's word in the site's first language, for another
  /// language may have several words where that has one.
  func word(of indicator: IndicatorID) -> String {
    figures.indicators[indicator].unit?[reader.languages[0].tag].other ?? ""
  }

  /// The same for a value.
  func word(of value: Observation) -> String {
    figures.unit(of: value)?[reader.languages[0].tag].other ?? ""
  }

  /// The same for a sum.
  func word(of sum: Rollup, _ indicator: IndicatorID) -> String {
    (sum.unit ?? figures.indicators[indicator].unit)?[reader.languages[0].tag].other ?? ""
  }
}

extension ChartUnit {
  /// The unit that a table's words stand for.
  init(_ name: UnitName) { self.init(one: name.one, other: name.other) }

  /// The unit that the words for one and for several stand for.
  init(one: String, other: String) {
    if CountedNoun(other).isPercent {
      self = .percent
    } else if ["บาท", "baht", "THB"].contains(other) {
      self = .baht
    } else {
      self = .counted(one: one, other: other)
    }
  }
}
