import SaanData
import SaanText

extension Statistics {
  /// Where the figures of a place come from, a line for each: the row of the table, or what was
  /// added up; then its rank.
  func explainedRows(of code: String, language: MessageLanguage) -> [String] {
    guard let area = area(code) else { return [] }
    return profiles.rows[area].map { row in
      let origin: String
      if let index = row.value?.observation ?? row.shown {
        origin = place(of: observations[index]).line
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

  /// What was added up or counted.
  func explained(_ rollup: Rollup) -> Wording {
    switch rollup.origin {
    case .register(let table):
      Wording(
        en: "counted from \(rollup.count) row\(rollup.count == 1 ? "" : "s") of \(table)"
          + (rollup.lacksRows ? ", which may lack some" : ""),
        th: "นับจาก \(rollup.count) รายการใน \(table)"
          + (rollup.lacksRows ? " ซึ่งอาจยังไม่ครบ" : ""))
    case .areas:
      Wording(
        en:
          "added up from \(rollup.count) value\(rollup.count == 1 ? "" : "s"), \(rollup.reported) of \(rollup.expected) areas",
        th: "รวมจาก \(rollup.count) ค่า พื้นที่ \(rollup.reported) จาก \(rollup.expected)")
    }
  }
}
