/// What a former build wrote: the paths that are ours to change and to remove.
///
/// It lies in the output directory as a text file: the build's fingerprint, then a line per output:
/// digest, size, path.
package struct Manifest: Sendable, Equatable {
  /// The manifest's name in the output directory.
  package static let fileName = ".saan-manifest"

  /// One output.
  package struct Entry: Sendable, Equatable {
    package let digest: Digest
    package let size: Int
  }

  package private(set) var entries: [String: Entry] = [:]
  /// What the outputs were made of, where the same build need not be made again.
  package private(set) var fingerprint: BuildFingerprint?

  /// Makes a manifest.
  package init(_ entries: [String: Entry] = [:], fingerprint: BuildFingerprint? = nil) {
    self.entries = entries
    self.fingerprint = fingerprint
  }

  /// Reads a manifest's text; lines that cannot be read are skipped, their files count as foreign.
  package init(text: String) {
    let lines = text.split(separator: "\n")
    fingerprint = lines.first?.split(separator: " ").last.flatMap { BuildFingerprint($0) }
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, let digest = Digest(parts[0]), let size = Int(parts[1]) else {
        continue
      }
      entries[String(parts[2])] = Entry(digest: digest, size: size)
    }
  }

  /// The manifest's text, in the order of the paths.
  package var text: String {
    let lines = entries.sorted { $0.key < $1.key }.map { path, entry in
      "\(entry.digest.description) \(entry.size) \(path)"
    }
    let head = ["saan-manifest 2", fingerprint?.digest.description].compactMap { $0 }
    return ([head.joined(separator: " ")] + lines).joined(separator: "\n") + "\n"
  }
}
