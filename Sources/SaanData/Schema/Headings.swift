import SaanText

/// The headings of spreadsheets, and what else they may be called.
package enum Headings {
  /// How else a heading may be meant, as it stands first: without the unit behind it, as in
  /// `สมาชิก (คน)`, and of a head of two rows, joined as `องค์กร / จำนวน`, the lower one alone and
  /// behind the upper one.
  package static func forms(of heading: String) -> [String] {
    var forms = [heading]
    let levels = heading.components(partedBy: " / ")
    if levels.count > 1 {
      forms += [levels[0], levels.reversed().joined(), levels.reversed().joined(separator: " ")]
    }
    return forms + forms.compactMap(withoutUnit)
  }

  private static func withoutUnit(_ heading: String) -> String? {
    bracket(of: heading).map { String(heading[..<$0]).trimmed }
  }

  /// What stands in brackets behind a heading: `ล้านบาท` of `งบประมาณ (ล้านบาท)`.
  static func unit(of heading: String) -> String? {
    bracket(of: heading).map { String(heading[$0...].dropFirst().dropLast()).trimmed }
  }

  private static func bracket(of heading: String) -> String.Index? {
    guard heading.hasSuffix(")"), let open = heading.lastIndex(of: "("), open > heading.startIndex
    else { return nil }
    return open
  }
}

extension String {
  fileprivate func components(partedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}

extension Field {
  /// Whether a file's headings have the field, by its name or another.
  package func isAmong(_ header: [String]) -> Bool {
    let names = Set([name] + aliases)
    return header.contains { heading in Headings.forms(of: heading).contains(where: names.contains)
    }
  }
}
