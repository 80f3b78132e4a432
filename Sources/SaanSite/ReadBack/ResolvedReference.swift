import SaanText

/// A reference as a browser resolves it (RFC 3986, section 5; the WHATWG URL standard where they
/// differ): the slow way, for what the table of addresses does not know as it stands.
struct ResolvedReference: Sendable {
  /// Where it leads.
  enum Target: Sendable, Equatable {
    /// To another site, or to something that is no page, such as a telephone number.
    case elsewhere
    /// Below the site: the path without its first slash, percent-encoded.
    case site(String)
    /// On the site's host, but not below its path.
    case besideSite(String)
  }

  let target: Target
  /// What stands behind the `#`, decoded; empty where nothing does.
  let fragment: String

  /// Resolves a reference.
  ///
  /// - Parameter page: the path of the page from the root of its host, percent-encoded.
  init(_ written: String, on page: String, _ book: AddressBook) {
    // Line breaks inside an address are taken out, a backslash is a slash.
    let kept = written.unicodeScalars.filter { !["\n", "\r", "\t"].contains($0) }
    let text = String(String.UnicodeScalarView(kept.map { $0 == "\\" ? "/" : $0 }))
    let hash = text.firstIndex(of: "#") ?? text.endIndex
    fragment = percentDecoded(String(text[hash...].dropFirst()))
    let address = String(text[..<hash].prefix { $0 != "?" })
    guard let path = Self.path(of: address, on: page, book) else {
      target = .elsewhere
      return
    }
    let normal = Self.normalized(path)
    let base = String(decoding: book.basePath, as: UTF8.self)
    target =
      normal.hasPrefix(base + "/")
      ? .site(String(normal.dropFirst(base.utf8.count + 1)))
      : .besideSite(String(normal.dropFirst()))
  }

  /// The path from the root of the site's host; `nil` for addresses of other hosts and schemes.
  private static func path(of address: String, on page: String, _ book: AddressBook) -> String? {
    let scheme = scheme(of: address)
    if let scheme, scheme != "http", scheme != "https" { return nil }
    if scheme != nil || address.hasPrefix("//") {
      let rest = address.dropFirst(scheme.map { $0.utf8.count + 1 } ?? 0).drop { $0 == "/" }
      let authority = rest.prefix { $0 != "/" }
      guard book.isOwn(authority: String(authority)) else { return nil }
      return authority.count == rest.count ? "/" : String(rest.dropFirst(authority.count))
    }
    if address.hasPrefix("/") { return address }
    return address.isEmpty ? page : page[...(page.lastIndex(of: "/") ?? page.startIndex)] + address
  }

  private static func scheme(of text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = text[..<colon].lowercased()
    guard let first = scheme.utf8.first, (0x61...0x7A).contains(first) else { return nil }
    let isScheme = scheme.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
    }
    return isScheme ? scheme : nil
  }

  /// The path without `.` and `..`, in one spelling of its percent-encoding.
  private static func normalized(_ path: String) -> String {
    var parts: [String] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      let part = percentDecoded(String(segment))
      if part == ".." {
        _ = parts.popLast()
        if isLast { parts.append("") }
      } else if part == "." {
        if isLast { parts.append("") }
      } else {
        parts.append(percentEncoded(path: part))
      }
    }
    return "/" + parts.joined(separator: "/")
  }
}
