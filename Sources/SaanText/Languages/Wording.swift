/// A sentence in both of the program's languages.
public struct Wording: Sendable, Hashable {
  /// The sentence in English.
  public let en: String
  /// The sentence in Thai.
  public let th: String

  /// Makes a sentence.
  public init(en: String, th: String) {
    self.en = en
    self.th = th
  }

  /// The sentence in one language.
  public func text(in language: MessageLanguage) -> String {
    switch language {
    case .english: en
    case .thai: th
    }
  }
}

/// The language that the program speaks to its user.
public enum MessageLanguage: String, Sendable, CaseIterable {
  case english = "en"
  case thai = "th"

  /// The language an environment's `LANG` value such as `th_TH.UTF-8` asks for.
  public init(environment value: String?) {
    self = value.map { $0.hasPrefix("th") } == true ? .thai : .english
  }
}
