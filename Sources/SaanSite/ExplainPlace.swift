import SaanData
import SaanText

extension Statistics {
  /// Where the figures of a place come from, a line for each: the row of the table, or what was
  /// added up; then its rank.
  func explainedRows(of code: String, language: MessageLanguage) -> [String] {
    guard let area = area(code) else { return [] }
    let reader: Language = language == .thai ? .thai : .english
    return profiles.rows[area].map { row in
      let origin: String
      if let index = row.value?.observation ?? row.shown {
        let names = names(of: observations[index], but: area, in: reader.tag)
        let joint = names.isEmpty ? "" : "  " + Prose(reader).together(with: names)
        origin = place(of: observations[index]).line + joint
      } else if let rollup = rollup(row.indicator, area) {
        origin = explained(rollup).text(in: language)
      } else {
        origin = "–"
      }
      let rank = row.standing.map { standing in
        Wording(
          en: "rank \(standing.rank) of \(standing.count)",
          th: "อันดับ \(standing.rank) จาก \(standing.count)"
        ).text(in: language)
      }
      let number = amount(row.value?.number, row.value?.told ?? .exact, language)
      return [indicators[row.indicator].id, number, origin, rank].compactMap { $0 }
        .joined(separator: "  ")
    }
  }

  /// The names of the areas that a value belongs to jointly, without the one that is told of.
  private func names(of value: Observation, but area: AreaID, in tag: Language.Tag) -> [String] {
    guard value.isTogether else { return [] }
    return (areas.members(of: value.area) ?? []).filter { $0 != area }
      .map { areas.all[$0].name[tag] }
  }

  /// What was added up or counted, with the rows of the values.
  func explained(_ rollup: Rollup) -> Wording {
    switch rollup.origin {
    case .register(let table):
      return Wording(
        en: "counted from \(rollup.count) row\(rollup.count == 1 ? "" : "s") of \(table)"
          + (rollup.lacksRows ? ", which may lack some" : ""),
        th: "นับจาก \(rollup.count) รายการใน \(table)"
          + (rollup.lacksRows ? " ซึ่งอาจยังไม่ครบ" : ""))
    case .ratio:
      let places = rollup.parts.map { place(of: observations[$0]).rowLine }
      return Wording(
        en: "one value divided by another (rows \(places.joined(separator: ", ")))",
        th: "ค่าหนึ่งหารด้วยอีกค่าหนึ่ง (แถว \(places.joined(separator: ", ")))")
    case .areas:
      let places = rollup.parts.prefix(20).map { place(of: observations[$0]).rowLine }
      let rows = places.joined(separator: ", ") + (rollup.parts.count > 20 ? ", …" : "")
      return Wording(
        en: "added up from \(rollup.count) value\(rollup.count == 1 ? "" : "s"),"
          + " \(rollup.reported) of \(rollup.expected) areas"
          + (rollup.partly > 0 ? " and parts of \(rollup.partly)" : "") + " (rows \(rows))",
        th: "รวมจาก \(rollup.count) ค่า พื้นที่ \(rollup.reported) จาก \(rollup.expected)"
          + (rollup.partly > 0 ? " และบางส่วนของอีก \(rollup.partly)" : "") + " (แถว \(rows))")
    }
  }

  /// The values that a sum was made from, a line for each, and those that it has not.
  func explainedParts(
    _ indicator: IndicatorID, _ area: AreaID, language: MessageLanguage
  ) -> [String] {
    let parts = rollup(indicator, area)?.parts ?? []
    let added = parts.prefix(100).map { observations[$0] }.map { value in
      let words = [
        amount(value.value, value.bound, language), areas.all[value.area].code,
        sources[value.source].id, place(of: value).line,
      ]
      return "      + " + words.joined(separator: "  ")
    }
    return added
      + explainedUnadded(indicator, area, language: language).map { "      – " + $0 }
  }

  /// The values inside an area that no sum has, a line for each.
  private func explainedUnadded(_ indicator: IndicatorID, _ area: AreaID, language: MessageLanguage)
    -> [String]
  {
    unadded(indicator, area).map { part in
      let value = observations[part.observation]
      return [
        amount(value.value, value.bound, language), areas.all[value.area].code,
        wording(of: part).text(in: language), place(of: value).line,
      ].joined(separator: "  ")
    }
  }
}

extension Place {
  /// The row of a cell.
  fileprivate var rowLine: String {
    if case .cell(_, _, let row, _) = self { return String(row) }
    return line
  }
}
