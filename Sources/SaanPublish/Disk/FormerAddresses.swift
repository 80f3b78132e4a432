import SaanFiles
import SaanText

/// What a folder was published with before, by which addresses that are gone are known.
package struct FormerAddresses: Sendable {
  /// The outputs of the last build, without those that only previews ever showed.
  package var outputs: [String] = []
  /// The addresses that earlier builds published and that nothing has answered since, by output,
  /// with the title of the page that was there.
  package var unsettled: [String: TitleMark] = [:]
  /// The title of a page that still stands in the folder.
  package var title: @Sendable (_ output: String) -> String? = { _ in nil }

  /// The bytes of an output that everybody could see and that is in the folder still.
  package var bytes: @Sendable (_ output: String) -> [UInt8]? = { _ in nil }
  /// The digest that these have, without reading them.
  package var digest: @Sendable (_ output: String) -> Digest? = { _ in nil }

  /// What a folder says into which nothing was published.
  package init() {}

  /// What the manifest of a folder says.
  init(_ manifest: Manifest, in folder: String) {
    outputs = manifest.entries.keys.filter { !manifest.previews.contains($0) }
    unsettled = manifest.gone
    digest = { output in
      manifest.previews.contains(output) ? nil : manifest.entries[output]?.digest
    }
    bytes = { output in
      guard manifest.entries[output] != nil, !manifest.previews.contains(output) else { return nil }
      return try? FileSystem.read("\(folder)/\(output)")
    }
    title = { output in
      guard output.hasSuffix(".html") else { return nil }
      return (try? FileSystem.read("\(folder)/\(output)")).flatMap { firstHeading(of: $0) }
    }
  }

  /// Every output that had an address which people may have kept, and is none of these any more.
  package func gone(from isPublished: (String) -> Bool) -> [String] {
    // Nearly all are published still.
    let missing = outputs.filter { !isPublished($0) && Self.mayBeShared($0) }
    return Set(missing).union(unsettled.keys.filter { !isPublished($0) }).sorted()
  }

  /// What is left unanswered after a build, with the titles of the pages that were there.
  func unsettled(_ isPublished: (String) -> Bool) -> [String: TitleMark] {
    Dictionary(uniqueKeysWithValues: gone(from: isPublished).map { ($0, mark(of: $0)) })
  }

  /// The title of the page that an output was.
  package func mark(of output: String) -> TitleMark {
    unsettled[output] ?? TitleMark(title(output))
  }

  /// Which of a preview's outputs nobody but its readers has seen.
  func previews(among written: some Sequence<String>) -> Set<String> {
    Set(written).subtracting(outputs).subtracting(unsettled.keys)
  }

  /// Whether people may have shared the address of an output.
  ///
  /// Names with a digest are asked for by pages alone, sitemaps by robots, and the later pages of a
  /// list come and go with its length.
  static func mayBeShared(_ output: String) -> Bool {
    if output == "robots.txt" || output == "404.html" || output.hasPrefix("sitemap") {
      return false
    }
    let parts = output.split(separator: "/")
    if parts.count > 2, parts[parts.count - 3] == "page", Int(parts[parts.count - 2]) != nil {
      return false
    }
    guard output.hasPrefix("assets/"), let name = parts.last else { return true }
    return !name.split(separator: ".").contains { part in
      part.utf8.count == 10
        && part.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
  }
}

extension OutputFolder {
  /// What the last build published here; nothing where none has.
  package func formerAddresses() throws(DiskError) -> FormerAddresses {
    try manifest().map { FormerAddresses($0.value, in: path) } ?? FormerAddresses()
  }
}

/// The text of a page's first heading, by which a page is known again under another address.
func firstHeading(of page: [UInt8]) -> String? {
  let html = String(decoding: page, as: UTF8.self)
  guard let open = html.firstRange(of: "<h1")?.upperBound,
    let start = html[open...].firstIndex(of: ">").map({ html.index(after: $0) }),
    let end = html[start...].firstRange(of: "</h1")?.lowerBound
  else { return nil }
  var text = ""
  var isTag = false
  for character in html[start..<end] {
    if character == "<" {
      isTag = true
    } else if character == ">" {
      isTag = false
    } else if !isTag {
      text.append(character)
    }
  }
  let words = text.readingEntities.split(whereSeparator: \.isWhitespace)
  return words.isEmpty ? nil : words.joined(separator: " ")
}
