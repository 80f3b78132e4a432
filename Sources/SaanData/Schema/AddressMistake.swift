import SaanText

/// Why nobody gets anywhere by an address that should lead to another site or to somebody.
package enum AddressMistake: Sendable, Hashable {
  /// Nothing stands behind the scheme: `https://`, `mailto:`.
  case nothing(scheme: String)
  /// The two slashes are not there: `http:/x`.
  case slashes(scheme: String)
  /// The host cannot be a name: `exa mple.org`.
  case host(String)
  /// The scheme is left out: `//example.org`.
  case noScheme
  /// It begins with the host, `www.example.org`; with what was meant.
  case hostFirst(meant: String)
  /// The scheme is none that a page may link to: `javascript:`.
  case scheme(String)

  /// The host is known in one office or on one computer only: `localhost`, `192.168.1.5`.
  case local(String)

  /// The schemes that a page may link to.
  package static let harmlessSchemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// Finds the mistake in an address as people write it; `nil` where there is none, and for paths.
  package init?(in address: String) {
    let text = address.drop { $0.isWhitespace }
    if text.hasPrefix("//") {
      self = .noScheme
      return
    }
    let end = text.firstIndex { ":/?#".contains($0) } ?? text.endIndex
    guard end < text.endIndex, text[end] == ":", let first = text.first, first.isLetter else {
      return nil
    }
    let scheme = text[..<end].filter { !$0.isWhitespace }.lowercased()
    let rest = text[end...].dropFirst()
    switch scheme {
    case "http", "https": self.init(ofHost: rest, scheme)
    case "mailto":
      let isThere = rest.contains("@") || rest.contains("?")
      guard !isThere || rest.hasPrefix("@") else { return nil }
      self = .nothing(scheme: scheme)
    case "tel":
      guard !rest.contains(where: \.isNumber) else { return nil }
      self = .nothing(scheme: scheme)
    default: self = .scheme(scheme)
    }
  }

  /// Finds the mistake where there can be no path: what begins with a host lacks its scheme.
  package init?(inWhole address: String) {
    if let mistake = Self(in: address) {
      self = mistake
    } else if let meant = addressWithScheme(address) {
      self = .hostFirst(meant: meant)
    } else {
      return nil
    }
  }

  /// Whether only computers of one network know a host (RFC 1918, RFC 3927, RFC 6761, RFC 6762).
  private static func isLocal(_ host: String) -> Bool {
    guard !host.hasPrefix("[") else { return false }
    let labels = host.lowercased().split(separator: ".")
    let own: Set<Substring> = ["localhost", "local", "lan", "internal", "intranet", "home"]
    if labels.count == 1 || labels.last.map(own.contains) == true { return true }
    let numbers = labels.compactMap { Int($0) }
    guard labels.count == 4, numbers.count == 4 else { return false }
    switch (numbers[0], numbers[1]) {
    case (0, _), (10, _), (127, _), (169, 254), (192, 168), (172, 16...31): return true
    default: return false
    }
  }

  private init?(ofHost rest: Substring, _ scheme: String) {
    guard rest.hasPrefix("//") else {
      self = rest.contains { $0 != "/" } ? .slashes(scheme: scheme) : .nothing(scheme: scheme)
      return
    }
    let authority = rest.dropFirst(2).prefix { !"/?#\\".contains($0) }
    let named = authority.lastIndex(of: "@").map { authority[$0...].dropFirst() } ?? authority
    let host = String(named.prefix { $0 != ":" })
    if host.isEmpty {
      self = .nothing(scheme: scheme)
    } else if !host.hasPrefix("["), asciiHostName(percentDecoded(host)) == nil {
      self = .host(host)
    } else if Self.isLocal(host) || named.hasPrefix("[::1]") {
      self = .local(host.hasPrefix("[") ? "[::1]" : host)
    } else {
      return nil
    }
  }
}
