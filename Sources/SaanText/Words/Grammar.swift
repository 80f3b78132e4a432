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
  /// Whether words follow each other without a space, so that only `parts` tells where one belongs.
  let runsTogether: Bool
  /// The numbers that are words inside a sentence, from one on.
  let smallNumbers: [String]
  /// The letters that mark notes, in their order.
  let marks: String

  /// The rules of Thai.
  static let thai = Grammar(
    capitalises: false, countsInsideTitles: false, padsDates: false, plainEra: .buddhist,
    runsTogether: true, smallNumbers: [], marks: "กขคงจฉชซญดตถทธนบปผฝพฟมยรลวสหอฮ")
  /// The rules of English.
  static let english = Grammar(
    capitalises: true, countsInsideTitles: true, padsDates: true, plainEra: .gregorian,
    runsTogether: false,
    smallNumbers: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    marks: latinMarks)
  /// The rules of all others.
  static let usual = Grammar(
    capitalises: true, countsInsideTitles: false, padsDates: true, plainEra: .ofSite,
    runsTogether: false, smallNumbers: [], marks: latinMarks)
  private static let latinMarks = "abcdefghijklmnopqrstuvwxyz"

  /// A text as a sentence or a heading begins.
  package func begun(_ text: String) -> String {
    capitalises ? text.prefix(1).uppercased() + text.dropFirst() : text
  }

  /// The mark of a note by its place among them, from 0 on: `a` to `z`, then `aa`.
  func mark(_ place: Int) -> String {
    let letters = Array(marks)
    let letter = String(letters[place % letters.count])
    return place < letters.count ? letter : mark(place / letters.count - 1) + letter
  }

  /// A number as it stands inside a sentence: `one`, `10`; Thai writes digits.
  func spelled(_ number: Int) -> String {
    smallNumbers.indices.contains(number - 1) ? smallNumbers[number - 1] : String(number)
  }

  /// Whether a space belongs between what a sentence puts side by side: `มีข้อมูล`, `มี 5 แห่ง`.
  ///
  /// Thai words follow each other without one; numbers, names in other letters, abbreviations and
  /// `ณ` stand apart, and so does what follows `ฯ`, `ๆ` or a bracket. Other languages write their
  /// spaces in the sentence itself.
  func parts(_ text: String, _ next: String) -> Bool {
    guard runsTogether, let last = text.unicodeScalars.last, let first = next.unicodeScalars.first
    else { return false }
    if text.endsInThaiWord && next.beginsWithThaiWord { return false }
    if last.properties.isWhitespace || first.properties.isWhitespace { return false }
    return !Self.openers.contains(last) && !Self.closers.contains(first)
  }

  /// What keeps to that which follows it.
  private static let openers = Set("([{“‘«/–-".unicodeScalars)
  /// What keeps to that which stands before it.
  private static let closers = Set(")]}”’»/–-.,:;!?%ฯ".unicodeScalars)
}

extension String {
  /// Whether another Thai word may follow without a space.
  var endsInThaiWord: Bool {
    guard let last = unicodeScalars.last else { return false }
    return last.isThaiWordLetter && last != "ฯ" && last != "ๆ"
  }

  /// Whether it may follow a Thai word without a space: it is no abbreviation and no `ณ`.
  fileprivate var beginsWithThaiWord: Bool {
    let start = unicodeScalars.prefix(2)
    return start.count == 2 && start.allSatisfy(\.isThaiWordLetter)
  }
}

extension Unicode.Scalar {
  /// A consonant, vowel or mark of Thai, no digit.
  var isThaiWordLetter: Bool { (0x0E01...0x0E4E).contains(value) && value != 0x0E3F }
}
