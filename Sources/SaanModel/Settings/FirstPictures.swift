import Glibc

/// The pictures that a telephone fetches before its reader does anything: those that do not wait
/// for their turn, in the size that fits a screen of 360 pixels with two points each.
struct FirstPictures {
  /// Their addresses as the page writes them, each once.
  private(set) var addresses: [String] = []

  private static let points = 720.0
  private static let pointsOfRem = 32.0

  /// Looks through a page.
  init(_ page: [UInt8]) {
    // Most pages have none.
    guard Self.hasPictures(page) else { return }
    var rest = Substring(String(decoding: page, as: UTF8.self))
    while let start = rest.firstRange(of: "<img") {
      let before = rest[..<start.lowerBound]
      let tag = rest[start.lowerBound...].prefix { $0 != ">" }
      rest = rest[tag.endIndex...]
      guard !tag.contains("loading=\"lazy\"") else { continue }
      let sources = before.ranges(of: "<picture>").last.map { before[$0.upperBound...] } ?? ""
      let isInside = !sources.isEmpty && !sources.contains("</picture>")
      let source =
        isInside ? sources.firstRange(of: "<source").map { sources[$0.upperBound...] } : nil
      let chosen =
        source.flatMap { Self.choice(in: $0.prefix { $0 != ">" }) } ?? Self.choice(in: tag)
        ?? Self.value(of: "src", in: tag)
      if let chosen, !chosen.hasPrefix("data:"), !addresses.contains(chosen) {
        addresses.append(chosen)
      }
    }
  }

  private static func hasPictures(_ page: [UInt8]) -> Bool {
    let mark: [UInt8] = Array("<img".utf8)
    return page.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      var start = 0
      while start + mark.count <= bytes.count,
        let found = memchr(base + start, Int32(mark[0]), bytes.count - mark.count - start + 1)
      {
        if memcmp(found, mark, mark.count) == 0 { return true }
        start = UnsafeRawPointer(found) - base + 1
      }
      return false
    }
  }

  private static func value(of name: String, in tag: Substring) -> String? {
    guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
    return String(tag[start.upperBound...].prefix { $0 != "\"" }).replacing("&amp;", with: "&")
  }

  /// The smallest of several sizes that is as wide as it stands on the screen, else the largest.
  private static func choice(in tag: Substring) -> String? {
    let candidates = (value(of: "srcset", in: tag) ?? "").split(separator: ", ").compactMap {
      each -> (address: Substring, width: Double)? in
      guard let space = each.lastIndex(of: " "), each.last == "w" else { return nil }
      return Double(each[each.index(after: space)...].dropLast()).map { (each[..<space], $0) }
    }.sorted { $0.width < $1.width }
    let wanted = width(value(of: "sizes", in: tag) ?? "100vw")
    return (candidates.first { $0.width >= wanted } ?? candidates.last).map { String($0.address) }
  }

  /// How many points a picture has where no condition of `sizes` for wider screens holds.
  private static func width(_ sizes: String) -> Double {
    let last = sizes.split(separator: ",").last?.drop { $0 == " " } ?? ""
    guard let number = Double(last.prefix { $0.isNumber || $0 == "." }) else { return points }
    if last.hasSuffix("vw") { return points * number / 100 }
    return min(points, number * (last.hasSuffix("rem") ? pointsOfRem : 2))
  }
}
