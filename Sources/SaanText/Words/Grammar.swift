/// What a language's words alone do not say: how they are put together.
///
/// A language that is none of the program's own has the usual rules.
public struct Grammar: Sendable, Hashable {
  /// Years that readers take for granted.
  enum PlainEra: Sendable, Hashable {
    case buddhist, gregorian
    /// Whatever years the site counts in the language.
    case ofSite
  }

  /// Whether sentences and headings begin with a capital.
  let capitalises: Bool
  /// Whether a number goes into a title that names its unit: `158 registered community councils`.
  let countsInsideTitles: Bool
  /// Whether days and months in figures have two digits.
  let padsDates: Bool
  /// The years that go without their era.
  let plainEra: PlainEra

  /// The rules of Thai.
  static let thai = Grammar(
    capitalises: false, countsInsideTitles: false, padsDates: false, plainEra: .buddhist)
  /// The rules of English.
  static let english = Grammar(
    capitalises: true, countsInsideTitles: true, padsDates: true, plainEra: .gregorian)
  /// The rules of all others.
  static let usual = Grammar(
    capitalises: true, countsInsideTitles: false, padsDates: true, plainEra: .ofSite)

  /// A text as a sentence or a heading begins.
  func begun(_ text: String) -> String {
    capitalises ? text.prefix(1).uppercased() + text.dropFirst() : text
  }
}
