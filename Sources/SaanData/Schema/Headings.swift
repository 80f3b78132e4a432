import SaanText

/// The headings of spreadsheets, and what else they may be called.
package enum Headings {
  /// How a heading may be meant: by a name, and what stands in brackets behind that.
  struct Reading {
    let name: String
    let bracket: String?
  }

  /// How a heading may be meant, as it stands first: without what stands in brackets behind it, as
  /// in `สมาชิก (คน)`, and of a head of two rows, joined as `องค์กร / จำนวน`, the lower one alone and
  /// behind the upper one.
  static func readings(of heading: String) -> [Reading] {
    var forms = [heading]
    let levels = heading.components(partedBy: " / ")
    if levels.count > 1 {
      forms += [levels[0], levels.reversed().joined(), levels.reversed().joined(separator: " ")]
    }
    return forms.map { Reading(name: $0, bracket: nil) }
      + forms.compactMap { form in
        bracket(of: form).map {
          Reading(name: String(form[..<$0]).trimmed, bracket: unit(of: form))
        }
      }
  }

  /// The names that a heading may be meant by: without brackets only where these say a unit, or
  /// nothing that makes it something else.
  package static func forms(of heading: String) -> [String] {
    readings(of: heading).filter { reading in
      reading.bracket.map { HeadingBracket($0).isHarmless } ?? true
    }.map(\.name)
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
    return header.contains { heading in
      Headings.readings(of: heading).contains { names.contains($0.name) && allows($0.bracket) }
    }
  }

  /// Whether a heading is one of the field with these words in brackets behind it: its unit, its
  /// name in another language, or what says nothing of the values.
  func allows(_ bracket: String?) -> Bool {
    guard let bracket, !([name] + aliases + (title?.all ?? [])).contains(bracket) else {
      return true
    }
    let own = unit ?? KnownColumns.unit(of: name)
    return HeadingBracket(bracket).fits(own?.all ?? [])
  }
}
