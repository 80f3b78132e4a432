import SaanData
import SaanText

/// The terms under which a site's own texts may be used, as the site chose them.
package struct Licence: Sendable, Equatable {
  /// The code, such as `CC-BY-4.0`; the title where it has none.
  package let name: String
  private let titles: Localized<String>?
  private let title: String
  private let address: String?
  /// Whether the address has a page for each language behind it.
  private let isTranslated: Bool

  /// One of Creative Commons by its code, also without its version and with spaces.
  ///
  /// Source: the deeds at creativecommons.org.
  package init?(code: String) {
    let parts = code.uppercased().split { "- ".contains($0) }.map(String.init)
    if parts == ["CC0"] || parts == ["CC0", "1.0"] {
      name = "CC0-1.0"
      address = "https://creativecommons.org/publicdomain/zero/1.0/deed."
    } else {
      let version = parts.last.flatMap { Self.versions.contains($0) ? $0 : nil }
      let terms = parts.dropFirst().dropLast(version == nil ? 0 : 1).joined(separator: "-")
      guard parts.first == "CC", Self.terms.contains(terms) else { return nil }
      name = "CC-\(terms)-\(version ?? "4.0")"
      address =
        "https://creativecommons.org/licenses/\(terms.lowercased())/\(version ?? "4.0")/deed."
    }
    title =
      name.split(separator: "-", maxSplits: 1).joined(separator: " ")
      .replacingLastHyphen
    titles = nil
    isTranslated = true
  }

  /// Terms in the site's own words.
  package init(_ title: Localized<String>, address: String?) {
    self.title = title[.thai]
    titles = title
    name = self.title
    self.address = address
    isTranslated = false
  }

  private static let versions = ["3.0", "4.0"]
  private static let terms = ["BY", "BY-SA", "BY-NC", "BY-ND", "BY-NC-SA", "BY-NC-ND"]

  /// The codes that need no address.
  package static let codes = terms.map { "CC-\($0)-4.0" } + ["CC0-1.0"]

  /// What readers see.
  package func title(in tag: Language.Tag) -> String { titles?[tag] ?? title }

  /// The language that the title is in.
  package func language(in tag: Language.Tag) -> Language.Tag {
    titles?.spoken(for: tag).language ?? tag
  }

  /// Where readers find the terms, if anywhere.
  package func url(in tag: Language.Tag) -> String? {
    address.map { isTranslated ? $0 + tag.rawValue : $0 }
  }
}

extension String {
  /// `CC BY-SA 4.0` of `CC BY-SA-4.0`.
  fileprivate var replacingLastHyphen: String {
    guard let hyphen = lastIndex(of: "-") else { return self }
    return self[..<hyphen] + " " + self[index(after: hyphen)...]
  }
}
