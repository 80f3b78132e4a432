import SaanText

extension Field {
  /// The unit in a heading by which its numbers would be many times as large as they are written:
  /// `ล้านบาท` of `งบประมาณ (ล้านบาท)` over a column in baht.
  ///
  /// - Returns: `nil` also where the column's description knows the heading as it stands.
  func otherScale(in heading: String) -> String? {
    guard !([name] + aliases).contains(heading), let said = Headings.unit(of: heading),
      case let scale = QuotedNumber.scale(ofUnit: said), scale > 0
    else { return nil }
    let own = unit?.all.map { QuotedNumber.scale(ofUnit: $0) } ?? []
    return own.contains(scale) ? nil : said
  }
}
