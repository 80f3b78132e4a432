/// Values of some indicators for the provinces over several years; some provinces did not report.
struct Observations {
  let areas: Areas
  let seed: UInt64

  /// An indicator that is observed rather than counted from a register.
  private struct Series {
    let indicator: String
    /// The value of 2019 for each of a province's subdistricts, and the growth in a year.
    let start: ClosedRange<Int>
    let growth: ClosedRange<Int>
    let isShare: Bool
  }

  private static let all = [
    Series(indicator: "training.people", start: 2...9, growth: 4...22, isShare: false),
    Series(indicator: "savings.groups", start: 1...3, growth: 0...9, isShare: false),
    Series(indicator: "savings.capital", start: 40...220, growth: 1...12, isShare: false),
    Series(indicator: "forests.rai", start: 3...90, growth: 0...4, isShare: false),
    Series(indicator: "households.reached", start: 12...55, growth: 2...14, isShare: false),
    Series(indicator: "plans.adopted_share", start: 10...55, growth: 1...7, isShare: true),
  ]

  /// The indicators that every province reported in every year.
  static let complete = ["training.people", "savings.groups", "households.reached"]

  var table: String {
    var text = Self.header + "\n"
    for series in Self.all {
      let isComplete = Self.complete.contains(series.indicator)
      var totals: [Int: Int] = [:]
      for province in areas.provinces {
        for (year, value) in values(of: series, in: province, isComplete: isComplete) {
          totals[year, default: 0] += value
          text += row(series, province.code, of: province.subdistricts, year: year, value: value)
        }
      }
      if isComplete {
        for (year, total) in totals.sorted(by: { $0.key < $1.key }) {
          text += row(series, "TH", of: 0, year: year, value: total)
        }
      }
    }
    return text
  }

  private func values(
    of series: Series, in province: Province, isComplete: Bool
  ) -> [(year: Int, value: Int)] {
    var random = SeededRandom(
      seed: seed, part: series.indicator, number: Int(province.code) ?? 0)
    if !isComplete, random.happens(8) { return [] }
    var value = random.number(series.start) * (series.isShare ? 1 : province.subdistricts)
    return (2019...2024).compactMap { year in
      let growth = random.number(series.growth)
      value = series.isShare ? min(98, value + growth) : value + value * growth / 100
      return !isComplete && random.happens(6) ? nil : (year, value)
    }
  }

  private static let header =
    "indicator,area,as_of,period,as_of_basis,value,value_text,numerator,denominator,status,source,"
    + "page,quote,rank,rank_reason,rank_reason@en,name,name@en,unit,unit@en,note,note@en,recorded"

  private func row(_ series: Series, _ area: String, of whole: Int, year: Int, value: Int) -> String
  {
    let parts = series.isShare ? "\(value * whole / 100),\(whole)" : ","
    let shown = series.isShare ? tenths(of: value * whole / 100, in: whole) : String(value)
    return "\(series.indicator),\(area),\(year)-12-31,,stated,\(shown),,\(parts),A,"
      + "synthetic-\(year)" + String(repeating: ",", count: 12) + "\n"
  }

  /// A percentage to one decimal.
  private func tenths(of part: Int, in whole: Int) -> String {
    let tenths = (part * 1000 + whole / 2) / whole
    return "\(tenths / 10).\(tenths % 10)"
  }
}
