import SaanData
import SaanText

/// An address below the site's that was shared once and is no page's any more.
package struct OldAddress: Sendable, Equatable {
  /// The path as its letters are read, not percent-encoded; a folder's ends with a slash.
  package let path: String
  /// Whether it is a file's that is no page, such as a PDF's or a feed's.
  package let isFile: Bool

  /// Why a text is no old address that files can answer.
  package enum Mistake: Error {
    case notAPath
    /// What follows a question mark never decides which file a server sends.
    case query
  }

  /// Reads `/old/place/`, `/2565/10/x.html` or `/ข่าว/งานใหม่`, also percent-encoded.
  package init(_ text: String) throws(Mistake) {
    guard text.hasPrefix("/"), text != "/" else { throw .notAPath }
    guard !text.contains("?") else { throw .query }
    let bytes = percentDecoded(Array(text.utf8)[...])
    guard let decoded = String(validating: bytes, as: UTF8.self) else { throw .notAPath }
    let parts = decoded.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let isSafe = parts.enumerated().allSatisfy { index, part in
      part.isEmpty ? index == parts.count - 1 : Self.isSafe(part)
    }
    guard isSafe, let last = parts.last else { throw .notAPath }
    let ending = Self.ending(of: last)
    path = last.isEmpty || ending != nil ? decoded : decoded + "/"
    isFile = ending.map { !Self.pageEndings.contains($0.lowercased()) } ?? false
  }

  /// The endings of what servers send as pages, or used to make pages with.
  private static let pageEndings: Set<String> = [
    "html", "htm", "xhtml", "shtml", "php", "asp", "aspx", "jsp", "cfm", "cgi",
  ]

  /// Whether a part can be the name of a file everywhere, and is none of the program's own.
  package static func isSafe(_ part: Substring) -> Bool {
    part != "." && part != ".." && !part.hasPrefix(".saan-")
      && part.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && !"\\#%:*\"<>|".utf8.contains($0) }
  }

  /// What a name ends with that ends like `.html`, `.php` or `.pdf`.
  private static func ending(of name: Substring) -> Substring? {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...]
    let isEnding =
      (2...5).contains(ending.count)
      && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      && ending.contains(where: \.isLetter)
    return isEnding ? ending : nil
  }

  /// The language whose prefix the address begins with.
  package func language(among languages: [Language]) -> LanguageID? {
    languages.firstID { !$0.prefix.isEmpty && path.hasPrefix("/\($0.prefix)/") }
  }

  /// Whether it stands for itself in no language but its own: it names one, or is a file's.
  package func isExact(among languages: [Language]) -> Bool {
    !path.hasSuffix("/") || language(among: languages) != nil
  }
}

/// An address of an older site, and where its readers are sent.
package struct Redirect: Sendable {
  /// The old address, exactly as it was.
  package let from: Located<String>
  /// The key of a page, a path of the site, or a whole URL of another one.
  package let to: Located<String>

  /// Sends the readers of an old address on; neither end is looked at here.
  package init(from: Located<String>, to: Located<String>) {
    (self.from, self.to) = (from, to)
  }
}
