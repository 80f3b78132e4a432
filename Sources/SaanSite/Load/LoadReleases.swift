import SaanData
import SaanModel
import SaanText

/// Reads the releases of the data, `content/data/releases/2026-11-21.json`, in the order of their
/// days.
func loadReleases(_ tree: SourceTree) -> Outcome<[DataRelease]> {
  var diagnostics = Diagnostics()
  var releases: [DataRelease] = []
  let folder = releasesFolder + "/"
  // A copy by way of another system may have changed the case.
  let paths = ["json", "JSON"].flatMap { tree.paths(below: releasesFolder, ending: $0) }.sorted()
  for path in paths {
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
let releasesFolder = DataRelease.folder
