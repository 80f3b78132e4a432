import SaanData
import SaanModel
import SaanPages
import SaanPublish
import SaanText

/// The longest name that file systems take, and the longest path that leaves room for the folders
/// above the output, in bytes.
private let longestName = 255
private let longestPath = 3000

/// What is wrong with the name that an output would have as a file.
///
/// Whatever a name in an address comes from, it passes here; those who read it may ask for more.
func checkName(of job: Job, in site: Site) -> Diagnostic? {
  let bytes = job.output.utf8
  if let part = badPart(of: job) { return .badSlug(part, at: site.place(of: job)) }
  guard Manifest.isBelow(job.output) else {
    return .outsideOutput(job.output, at: site.place(of: job))
  }
  if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
    return .unprintableName(job.path, at: job.origin)
  }
  guard bytes.count > longestName else { return nil }
  let names = job.output.split(separator: "/")
  let place = job.origin ?? .file(path: site.settings.source.path)
  if let name = names.first(where: { $0.utf8.count > longestName }) {
    var own: Place?
    if let entry = job.subject.entry {
      let slug = entry.page(for: site.settings.languages[job.language].tag).front.slug
      own = slug.flatMap { $0.value == name ? $0.span.place : nil }
    }
    return .longName(
      String(name), bytes: name.utf8.count, limit: longestName, at: own ?? place)
  }
  return bytes.count > longestPath
    ? .longName(job.path, bytes: bytes.count, limit: longestPath, at: place) : nil
}

/// The first part of a page's address that cannot be one.
private func badPart(of job: Job) -> String? {
  guard job.template != nil, !isPlain(job.output) else { return nil }
  return job.output.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    .map { Substring($0) }
    .first { $0.isEmpty || $0.utf8.contains(UInt8(ascii: "?")) || !OldAddress.isSafe($0) }
    .map(String.init)
}

/// Whether a path is of letters, digits and hyphens alone, as nearly all are: what else may be
/// wrong with one takes ten times as long to find out.
private func isPlain(_ output: String) -> Bool {
  var output = output
  return output.withUTF8 { bytes in
    var previous = UInt8(ascii: "/")
    for byte in bytes {
      let isBetween = byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
      guard
        isBetween
          ? previous != UInt8(ascii: "/")
          : byte >= 0x80 || byte == UInt8(ascii: "-") || byte &- 0x30 < 10
            || (byte | 0x20) &- 0x61 < 26
      else { return false }
      previous = byte
    }
    return true
  }
}

/// The outputs that would be files where others need a folder.
///
/// - Parameter position: gives the place of an output among the jobs.
func checkFolders(
  of jobs: [Job], in site: Site, position: (_ output: String) -> Int?
) -> [Diagnostic] {
  var known = Set<Substring>()
  return jobs.flatMap { job in
    var found: [Diagnostic] = []
    var end = job.output.utf8.lastIndex(of: UInt8(ascii: "/"))
    while let slash = end {
      let folder = job.output[..<slash]
      guard known.insert(folder).inserted else { break }
      if let file = position(String(folder)).map({ jobs[$0] }) {
        found.append(.fileAndFolder(file.path, job.path, site.place(of: file), site.place(of: job)))
      }
      end = folder.utf8.lastIndex(of: UInt8(ascii: "/"))
    }
    return found
  }
}
