/// A language of the site: how it is named, which years it counts.
public struct Language: Sendable, Hashable {
  /// A BCP 47 tag of a language alone, such as `th`.
  public struct Tag: RawRepresentable, Sendable, Hashable, Comparable, Codable {
    /// The tag itself.
    public let rawValue: String

    /// Makes a tag.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Makes a tag.
    public init(_ rawValue: String) { self.rawValue = rawValue }

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

  /// Makes a language.
  public init(tag: Tag, name: String, calendar: Calendar, prefix: String) {
    self.tag = tag
    self.name = name
    self.calendar = calendar
    self.prefix = prefix
  }

  /// Thai as a site has it by default.
  public static let thai = Language(tag: .thai, name: "ไทย", calendar: .buddhist, prefix: "th")
  /// English as a site has it by default.
  public static let english = Language(
    tag: .english, name: "English", calendar: .gregorian, prefix: "en")
}

extension Language {
  /// Whether its readers read Thai; every other language has English months, units and words.
  package var isThai: Bool { tag.rawValue == "th" }
}
