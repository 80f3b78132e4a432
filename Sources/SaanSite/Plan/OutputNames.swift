import SaanData
import SaanText

/// The longest name that file systems take, and the longest path that leaves room for the folders
/// above the output, in bytes.
private let longestName = 255
private let longestPath = 3000

/// What is wrong with the name that an output would have as a file.
func checkName(of job: Job, in site: Site) -> Diagnostic? {
  let bytes = job.output.utf8
  if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
    return .unprintableName(job.path, at: job.origin)
  }
  guard bytes.count > longestName else { return nil }
  let names = job.output.split(separator: "/")
  let place = job.origin ?? .file(path: site.settings.source.path)
  if let name = names.first(where: { $0.utf8.count > longestName }) {
    var own: Place?
    if let entry = job.subject.entry(in: site) {
      let slug = entry.page(for: site.settings.languages[job.language].tag).front.slug
      own = slug.flatMap { $0.value == name ? $0.span.place : nil }
    }
    return .longName(
      String(name), bytes: name.utf8.count, limit: longestName, at: own ?? place)
  }
  return bytes.count > longestPath
    ? .longName(job.path, bytes: bytes.count, limit: longestPath, at: place) : nil
}
