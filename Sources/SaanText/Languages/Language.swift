/// A language of the site: how it is named, which years it counts, and its words.
///
/// A class, though nothing of it ever changes: whatever is shown asks for it, and a copy of a
/// struct counts a reference for each of its texts and tables.
public final class Language: Sendable {
  /// A BCP 47 tag of a language alone, such as `th`.
  ///
  /// That of a site's language knows from which languages its readers borrow what it lacks. Tags
  /// are the same when their language is.
  public struct Tag: RawRepresentable, Sendable, Hashable, Comparable, Codable {
    /// The tag itself.
    public let rawValue: String
    /// The tags of `fallback` with blanks between them: a text so short that copies of a tag, of
    /// which every page makes thousands, count no references.
    private let borrowed: String

    /// Makes a tag.
    public init(rawValue: String) { self.init(rawValue) }

    /// Makes a tag.
    public init(_ rawValue: String, fallback: [String] = []) {
      self.rawValue = rawValue
      borrowed = fallback.joined(separator: " ")
    }

    /// The languages whose texts stand in for missing ones, the best first.
    public var fallback: [String] { borrowed.split(separator: " ").map { String($0) } }

    /// Whether both are the tag of one language.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }
    /// Adds the tag alone.
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
    /// Whether the left comes before the right.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    /// Thai.
    public static let thai = Tag("th")
    /// English.
    public static let english = Tag("en")
  }

  /// The years a language's readers count.
  public enum Calendar: String, Sendable, Hashable, CaseIterable {
    /// The Buddhist Era of Thailand: the Gregorian year + 543.
    case buddhist
    case gregorian
  }

  /// The language's tag.
  public let tag: Tag
  /// The language's own name: `ไทย`, `English`.
  public let name: String
  /// The years its readers count.
  public let calendar: Calendar
  /// The first part of its URLs, without slashes: `th`.
  public let prefix: String
  /// Its words and rules.
  public let words: LanguageWords

  /// Makes a language, by default with the program's own words.
  public init(
    tag: Tag, name: String, calendar: Calendar, prefix: String, words: LanguageWords? = nil
  ) {
    self.tag = tag
    self.name = name
    self.calendar = calendar
    self.prefix = prefix
    self.words = words ?? LanguageWords(tag)
  }

  /// The language with other words.
  public func speaking(_ words: LanguageWords) -> Language {
    Language(tag: tag, name: name, calendar: calendar, prefix: prefix, words: words)
  }

  /// The language with those whose texts stand in for missing ones.
  public func borrowing(from fallback: [String]) -> Language {
    Language(
      tag: Tag(tag.rawValue, fallback: fallback), name: name, calendar: calendar, prefix: prefix,
      words: words)
  }

  /// Thai as a site has it by default.
  public static let thai = Language(tag: .thai, name: "ไทย", calendar: .buddhist, prefix: "th")
  /// English as a site has it by default.
  public static let english = Language(
    tag: .english, name: "English", calendar: .gregorian, prefix: "en")
}

extension Language: Hashable {
  /// Whether both are the same for a site, in which a language has one table of words.
  public static func == (left: Language, right: Language) -> Bool {
    left.tag == right.tag && left.name == right.name && left.calendar == right.calendar
      && left.prefix == right.prefix
  }

  /// Adds all but the words.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(tag)
    hasher.combine(name)
    hasher.combine(calendar)
    hasher.combine(prefix)
  }
}

extension LanguageWords {
  /// The program's own words of a language, none where it has none.
  fileprivate init(_ tag: Language.Tag) {
    switch tag {
    case .thai: self = .thai
    case .english: self = .english
    default: self.init([:], grammar: .usual)
    }
  }
}

extension Language {
  /// Whether its texts are sorted as Thai is, before other letters.
  package var isThai: Bool { tag == .thai }
}
