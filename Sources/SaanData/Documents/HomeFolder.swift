/// A folder of somebody's computer that a document names: `C:\Users\somchai\งานสภา`.
enum HomeFolder {
  /// The names of people whose folders a text names, each with the way to it.
  static func paths(in text: String) -> [(name: String, path: String)] {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "/") }) else {
      return []
    }
    return text.matches(of: folder).compactMap { found in
      // An address on the web may have such a folder too: `https://example.org/home/news/`.
      let before = text[..<found.range.lowerBound].last
      if let before, before.isLetter || before.isNumber || "._-".contains(before) { return nil }
      let name = String(found.output.name).replacing("%20", with: " ")
      return common.contains(name.lowercased()) ? nil : (name, String(found.output.0))
    }
  }

  private static var folder: Regex<(Substring, name: Substring)> {
    #/
    (?: [A-Za-z]:[\\/](?:Users|Documents\ and\ Settings) | /Users | /home )
    [\\/] (?<name>[^\\/<>"':*?|\n\r\t]{1,60}) [\\/]
    /#
  }

  /// Folders that are nobody's.
  private static let common: Set<String> = [
    "public", "default", "all users", "shared", "user", "users", "admin", "administrator", "owner",
    "guest", "www", "runner", "ubuntu", "root", "acer", "asus", "dell", "hp", "lenovo", "pc",
  ]
}
