import SaanText

extension TableSchema {
  /// Takes dates of columns as those of the Buddhist Era whose texts settle it.
  ///
  /// - Parameter table: the same file, read as text under its own headings.
  /// - Returns: the headings of these columns.
  package mutating func settleEras(by table: Table) -> [String] {
    var settled: [String] = []
    for index in fields.indices
    where [.date, .period, .year, .yearmonth].contains(fields[index].type) {
      let column = table.fields.indices.first { fields[index].isAmong([table.fields[$0].name]) }
      guard let column, !fields[index].isBuddhist else { continue }
      let texts = table.rows.compactMap { $0.string(column) }.filter { !$0.isISODate }
      guard BuddhistYear.settles(texts) || BuddhistYear.settlesByMonths(texts) else { continue }
      fields[index].isBuddhist = true
      settled.append(table.fields[column].name)
    }
    return settled
  }
}

extension String {
  /// Whether it is a date as a workbook's cells of dates are read: that says its era by itself.
  var isISODate: Bool {
    utf8.count >= 10 && utf8.prefix(5).last == UInt8(ascii: "-")
  }
}
