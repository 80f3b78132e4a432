import SaanText

extension DataRule {
  static let boundsOfQuotes = DataRule(
    "bound-unlike-quote", .warning,
    Wording(
      en: "a value is given as exactly as the words quoted from its source give it",
      th: "ค่าบอกว่าพอดีหรือประมาณตามข้อความที่คัดจากต้นทาง")
  ) { statistics, _ in
    let byQuote = Dictionary(grouping: statistics.observations, by: \.quote)
    return statistics.observations.compactMap { observation in
      guard let quote = observation.quote, let value = observation.value else { return nil }
      let beside = (byQuote[quote] ?? []).filter {
        $0.source == observation.source && $0.indicator != observation.indicator
      }
      let meant = boundsOfValue(
        in: quote, value, multiplier: statistics.indicators[observation.indicator].multiplier,
        beside: beside.compactMap(\.value))
      guard let said = meant.first, !meant.contains(observation.bound) else { return nil }
      return .boundUnlikeQuote(
        observation.bound, quoted: said, at: statistics.place(of: observation, column: "bound"))
    }
  }

  static let emptyBounds = DataRule(
    "bound-without-value", .error,
    Wording(en: "only a value has a bound", th: "มีขอบเขตของค่าได้เมื่อมีค่า")
  ) { statistics, _ in
    statistics.observations.compactMap { observation in
      let place = statistics.place(of: observation, column: "bound")
      guard observation.value == nil,
        let bound = statistics.package["observations"]?[observation.row].string("bound")
      else { return nil }
      return .boundWithoutValue(bound, at: place)
    }
  }
}
