/// What an address or a style in a drawing asks of whoever shows it.
enum DrawingAddress {
  /// Whether an address that is shown leads to a part of the drawing itself, or to a picture or a
  /// font that is packed in it.
  static func isWithin(_ address: String) -> Bool {
    let address = address.filter { !$0.isWhitespace }.lowercased()
    if address.isEmpty || address.hasPrefix("#") { return true }
    return packed.contains { address.hasPrefix("data:\($0)") }
  }

  /// Whether an address that readers follow is one that an article may have.
  static func isLink(_ address: String) -> Bool {
    let address = address.filter { !$0.isWhitespace }.lowercased()
    // What has no scheme is a page of the same site.
    return !address.prefix { !"/?#".contains($0) }.contains(":")
      || ["http://", "https://", "mailto:", "tel:"].contains(where: address.hasPrefix)
  }

  private static let packed = [
    "image/png;", "image/jpeg;", "image/jpg;", "image/gif;", "image/webp;", "image/avif;", "font/",
    "application/font", "application/x-font",
  ]

  /// A style without what it fetches; `nil` where it fetches nothing.
  ///
  /// What is hidden behind escapes cannot be cut out, and takes the whole style with it.
  static func clean(style: String) -> String? {
    guard fetches(style) else { return nil }
    let cut = withoutImports(style).replacing(/url\(\s*["']?([^"')]*)["']?\s*\)/.ignoresCase()) {
      isWithin(String($0.output.1)) ? String($0.output.0) : "none"
    }
    return fetches(cut) ? "" : cut
  }

  /// Whether a style asks for something from elsewhere, or could run something.
  static func fetches(_ style: String) -> Bool {
    let plain = withoutEscapes(style).lowercased()
    if ["@import", "expression(", "-moz-binding", "javascript:", "image-set(", "src("]
      .contains(where: plain.contains)
    {
      return true
    }
    return plain.matches(of: /url\(\s*["']?([^"')]*)/).contains { !isWithin(String($0.output.1)) }
  }

  private static func withoutImports(_ style: String) -> String {
    style.replacing(/@import[^;]*(;|$)/.ignoresCase(), with: "")
  }

  /// The style with what CSS writes as `\75` and with its remarks taken out.
  static func withoutEscapes(_ style: String) -> String {
    style.replacing(/\/\*.*?\*\//.dotMatchesNewlines(), with: "")
      .replacing(/\\([0-9A-Fa-f]{1,6})\s?/) { found in
        UInt32(found.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
      }.replacing(/\\(.)/) { String($0.output.1) }
  }
}
