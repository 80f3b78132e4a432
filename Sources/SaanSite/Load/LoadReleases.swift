import SaanData
import SaanModel
import SaanText

/// Reads the releases of the data, `content/data/releases/2026-11-21.json`, in the order of their
/// days.
func loadReleases(_ tree: SourceTree) -> Outcome<[DataRelease]> {
  var diagnostics = Diagnostics()
  var releases: [DataRelease] = []
  let folder = releasesFolder + "/"
  for path in tree.paths(below: releasesFolder, ending: "json") {
    guard let file = tree.files[path] else { continue }
    let name = path.dropFirst(folder.count).dropLast(".json".count)
    guard let date = CalendarDate(iso: String(name)), date.precision == .day else {
      diagnostics.add(.badReleaseName(path))
      continue
    }
    let release = DataRelease.read(file, date: date).value(reportingTo: &diagnostics)
    if let release { releases.append(release) }
  }
  return Outcome(releases, diagnostics)
}

/// Where releases are kept.
let releasesFolder = "content/data/releases"
