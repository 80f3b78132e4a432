import SaanFiles

/// The tag that a page has in the preview and nowhere else.
enum PreviewTag {
  /// Where the script is.
  static let address = "/__saan/preview.js"

  /// A page with the tag at the end of its body, or at its very end where it has none.
  ///
  /// - Parameter digest: what tells this page from the same page before and after.
  static func added(to page: [UInt8], digest: String) -> [UInt8] {
    let tag = Array("<script src=\"\(address)\" data-digest=\"\(digest)\" defer></script>".utf8)
    let end = startOfLast("</body", in: page) ?? page.count
    return page[..<end] + tag + page[end...]
  }

  private static func startOfLast(_ text: String, in page: [UInt8]) -> Int? {
    let wanted = Array(text.utf8)
    guard page.count >= wanted.count else { return nil }
    return stride(from: page.count - wanted.count, through: 0, by: -1).first { start in
      wanted.indices.allSatisfy { page[start + $0] | 0x20 == wanted[$0] | 0x20 }
    }
  }
}

/// What tells a text from others, in figures.
struct PageDigest: Sendable, Hashable, CustomStringConvertible {
  private let digest: Digest

  /// - Parameter status: what the server says of the page; one that is not there is another.
  init(_ page: [UInt8], status: Int) {
    digest = Digest(of: page + Array("\(status)".utf8))
  }

  var description: String { digest.description }
}
