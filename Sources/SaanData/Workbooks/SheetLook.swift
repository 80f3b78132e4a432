/// What the style of a cell shows its number as.
enum SheetLook: Equatable {
  case number, date, time, percent
  /// A whole number with zeros before it, up to so many digits: `00007`.
  case padded(Int)

  /// The numbers of built-in formats that show a date, those of Thai Excel among them.
  ///
  /// Their numbers are those of ECMA-376, part 1, 18.8.30.
  private static let builtInDates = [
    14...17, 22...22, 27...31, 36...36, 50...54, 57...58, 71...74, 77...77, 81...81,
  ]
  /// Those that show a time of day alone.
  private static let builtInTimes = [18...21, 32...35, 55...56, 75...76]

  /// What a built-in format shows.
  init(builtIn format: Int) {
    if [9, 10, 67, 68].contains(format) {
      self = .percent
    } else if Self.builtInDates.contains(where: { $0.contains(format) }) {
      self = .date
    } else {
      self = Self.builtInTimes.contains { $0.contains(format) } ? .time : .number
    }
  }

  /// What a format shows by its letters, apart from quoted text and brackets: a day, a month or a
  /// year, in Thai letters too, `%`, or hours and minutes.
  init(format: String) {
    let first = format.prefix { $0 != ";" }
    if (2...20).contains(first.count), first.allSatisfy({ $0 == "0" }) {
      self = .padded(first.count)
      return
    }
    var isQuoted = false
    var bracketed: String?
    var isPassed = false
    var letters: Set<Character> = []
    for letter in format.lowercased() {
      if isPassed {
        isPassed = false
        continue
      }
      switch letter {
      case "\"": isQuoted.toggle()
      case _ where isQuoted: break
      // A space as wide as the next letter, and that letter as often as there is room.
      case "\\", "_", "*": isPassed = true
      case "[": bracketed = ""
      case "]":
        // Hours that go on after a day stand in brackets, beside colours and languages.
        if ["h", "hh", "m", "mm", "s", "ss"].contains(bracketed) { letters.insert("h") }
        bracketed = nil
      case _ where bracketed != nil: bracketed?.append(letter)
      default: letters.insert(letter)
      }
    }
    let isTime = !letters.isDisjoint(with: ["h", "s", "ช", "น", "ท"])
    if !letters.isDisjoint(with: ["d", "y", "b", "ว", "ป"]) || (letters.contains("m") && !isTime) {
      self = .date
    } else if letters.contains("%") {
      self = .percent
    } else {
      self = isTime && !letters.contains("0") ? .time : .number
    }
  }
}
