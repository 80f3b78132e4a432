import SaanText

/// The address that the site will be published at.
package struct BaseURL: Sendable, Equatable {
  /// Scheme, host and port as machines write them, without a slash at the end:
  /// `https://saan.example`, `https://xn--b3ca9b4a0i.xn--o3cw4h:8443`.
  package let origin: String
  /// The path below the origin, percent-encoded, empty or `/reports`, without a slash at the end.
  package let path: String

  /// Why a text is not the address of a site.
  package enum Mistake: Error {
    case notAnAddress
    /// It holds a name or a password, which everybody would read.
    case password
    /// The host cannot be a name in the domain name system.
    case host(String)
  }

  /// Reads an absolute `http` or `https` URL without query and fragment; `nil` for anything else.
  package init?(_ text: String) {
    guard let url = try? BaseURL(reading: text) else { return nil }
    self = url
  }

  /// Reads an absolute `http` or `https` URL without query and fragment.
  ///
  /// - Throws: why it is none.
  package init(reading text: String) throws(Mistake) {
    let lowered = text.lowercased()
    let scheme = ["https://", "http://"].first { lowered.hasPrefix($0) }
    guard let scheme,
      !text.unicodeScalars.contains(where: {
        "?#\\ ".unicodeScalars.contains($0) || $0.value < 0x20
      })
    else { throw .notAnAddress }
    let rest = text.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" }
    guard !authority.contains("@") else { throw .password }
    origin = try scheme + Self.host(authority, scheme: scheme)
    let parts = rest.dropFirst(authority.count).split(separator: "/").map {
      percentDecoded(String($0))
    }
    guard !parts.contains(where: { $0 == ".." || $0 == "." || $0.contains("/") }) else {
      throw .notAnAddress
    }
    path = parts.map { "/" + percentEncoded(path: $0) }.joined()
  }

  /// The path on this site, from its slash on, of a whole address; `nil` for one of another site.
  ///
  /// Whether it is written with `https` or `http` makes no difference.
  package func path(of address: String) -> String? {
    let host = origin.drop { $0 != ":" } + path
    let scheme = ["https", "http"].first { address.hasPrefix($0 + host + "/") }
    return scheme.map { String(address.dropFirst($0.count + host.count)) }
  }

  /// Host and port; the port that the scheme has anyway is left out.
  private static func host(_ authority: Substring, scheme: String) throws(Mistake) -> String {
    let isNumeric = authority.hasPrefix("[")
    let end =
      isNumeric
      ? authority.firstIndex(of: "]").map { authority.index(after: $0) } ?? authority.startIndex
      : authority.firstIndex(of: ":") ?? authority.endIndex
    let name = String(authority[..<end])
    let isAddress =
      isNumeric
      && name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    let host =
      isNumeric ? (isAddress ? name.lowercased() : nil) : asciiHostName(percentDecoded(name))
    guard let host, !host.isEmpty else { throw name.isEmpty ? .notAnAddress : .host(name) }
    guard end < authority.endIndex else { return host }
    let port = authority[end...].dropFirst()
    guard authority[end] == ":", port.allSatisfy({ $0.isASCII && $0.isNumber }),
      port.isEmpty || UInt16(port) != nil
    else { throw .notAnAddress }
    let isUsual = port.isEmpty || UInt16(port) == (scheme == "https://" ? 443 : 80)
    return isUsual ? host : host + ":" + port
  }
}
