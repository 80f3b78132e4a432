import SaanText

/// What a site publishes on purpose: addresses, numbers and names of an organisation.
package struct ContactAllowance: Sendable {
  /// The entries as they are written: an address, `@domain` for all of a domain, a number in any
  /// form, a name, or the path of a file that somebody has looked through.
  package let entries: [Located<String>]
  private let normals: [String]

  /// Nothing is allowed.
  package static let nothing = ContactAllowance([])

  /// Makes a list of entries.
  package init(_ entries: [Located<String>]) {
    self.entries = entries
    normals = entries.map { Self.normal($0.value) }
  }

  /// The entry that allows a finding.
  package func index(of finding: PrivateData.Finding) -> Int? {
    switch finding.kind {
    case .personalEmail, .officeEmail:
      return normals.firstIndex { normal in
        normal == finding.normal
          || (normal.hasPrefix("@")
            && (finding.normal.hasSuffix(normal)
              || finding.normal.hasSuffix("." + normal.dropFirst())))
      }
    default: return normals.firstIndex { $0 == finding.normal }
    }
  }

  /// The entry that is this file, which somebody has looked through: its path, or the end of it.
  package func index(ofFile path: String) -> Int? {
    entries.firstIndex { path == $0.value || path.hasSuffix("/" + $0.value) }
  }

  /// The entry that is this name.
  package func index(ofName name: String) -> Int? {
    let name = Self.words(name)
    return entries.firstIndex { Self.words($0.value) == name }
  }

  private static func normal(_ text: String) -> String {
    if let finding = PrivateData.findings(in: text).first { return finding.normal }
    var text = text.lowercased()
    if text.hasPrefix("*@") { text.removeFirst() }
    if text.hasPrefix("@") { return text }
    // A number that would be none by itself, such as nine digits in one piece.
    let digits = text.unicodeScalars.compactMap { $0.properties.numericType == .decimal ? $0 : nil }
    let isNumber = digits.count >= 9 && !text.contains { $0.isLetter }
    return isNumber
      ? digits.map { String(Int($0.properties.numericValue ?? 0)) }.joined() : text
  }

  private static func words(_ text: String) -> String {
    text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }
}
