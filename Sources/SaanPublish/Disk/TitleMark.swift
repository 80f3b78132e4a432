import SaanFiles
import SaanText

/// By what a page's title is known again without being told: a digest.
package struct TitleMark: Sendable, Hashable {
  /// `nil` for what has no title, which is like nothing else.
  private let digest: Digest?

  /// Marks a title; none is marked like an empty one.
  package init(_ title: String?) {
    digest = title.flatMap { $0.isEmpty ? nil : Digest(of: Array($0.utf8)) }
  }

  /// Reads what a manifest says, where older programs wrote the title itself.
  init(written text: Substring) {
    self.init(digest: Digest(ArraySlice(text.utf8)), or: String(text))
  }

  private init(digest: Digest?, or title: String) {
    self = digest.map { TitleMark(digest: $0) } ?? TitleMark(title)
  }

  private init(digest: Digest) { self.digest = digest }

  /// The mark as a manifest has it.
  var written: String { digest?.description ?? "" }
}
