/// Who may ask the server for something: browsers that know it by one of its names.
///
/// A page of another site can send a browser here under that site's name, and read what comes
/// back. So a name that nobody has given is refused; an address in figures is the machine's own.
struct HostGuard: Sendable {
  /// The names that count, in small letters.
  let names: Set<String>
  /// Whether any address in figures counts, where others than this machine are served.
  let allowsAddresses: Bool

  /// Lets in who uses one of the names of this machine.
  ///
  /// - Parameters:
  ///   - names: further names.
  ///   - isOpen: whether others than this machine are served.
  init(_ names: [String] = [], isOpen: Bool = false) {
    self.names = Set(["localhost", "127.0.0.1", "[::1]"] + names.map { $0.lowercased() })
    allowsAddresses = isOpen
  }

  /// Whether the value of a `Host` field names the server.
  func allows(host: String) -> Bool {
    let text = host.lowercased()
    let name: Substring
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return false }
      name = text[...end]
    } else {
      name = text.prefix { $0 != ":" }
    }
    let port = text.dropFirst(name.count)
    guard port.isEmpty || port.first == ":" && port.dropFirst().allSatisfy(\.isWholeNumber) else {
      return false
    }
    if names.contains(String(name.hasSuffix(".") ? name.dropLast() : name)) { return true }
    return allowsAddresses && Self.isAddress(name)
  }

  private static func isAddress(_ name: Substring) -> Bool {
    if name.hasPrefix("["), name.hasSuffix("]") {
      return name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }

  /// What is wrong with a request; `nil` where it may be answered.
  func refusal(of request: Request) -> Answer? {
    guard let host = request.field("host") else {
      return .refusal(400, "one Host field is needed")
    }
    guard allows(host: host) else {
      return .refusal(403, "\(printable(host)) is not served here; see saan serve --allow-host")
    }
    return nil
  }

  /// What is wrong with a request for what only pages of this server may have.
  func refusalOfForeigner(_ request: Request) -> Answer? {
    let site = request.field("sec-fetch-site") ?? "none"
    let origin = request.field("origin")
    let isOwn = origin == nil || origin == request.field("host").map { "http://" + $0 }
    guard isOwn, ["same-origin", "none"].contains(site), request.fields("origin").count < 2 else {
      return .refusal(403, "only pages of this server may ask for this")
    }
    return nil
  }

  private func printable(_ text: String) -> String {
    String(
      text.unicodeScalars.filter { $0.isASCII && $0.value > 0x20 && $0.value < 0x7F }.map {
        Character($0)
      }.prefix(100))
  }
}
