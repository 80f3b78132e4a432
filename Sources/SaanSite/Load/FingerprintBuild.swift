import SaanData
import SaanFiles
import SaanModel
import SaanPublish
import SaanText

extension BuildFingerprint {
  /// Takes the fingerprint of a build before it is made.
  package init(_ tree: SourceTree, _ options: BuildOptions) {
    var lines = [options.program, options.today.iso, options.pictureMaker(for: tree)]
    lines += [options.cardPainter?.version].compactMap { $0 } + options.choices
    let texts = tree.files.map { ($0, Digest(of: $1.bytes)) }
    let assets = tree.assets.map { ($0, $1.digest) }
    for (path, digest) in (texts + assets).sorted(by: { $0.0 < $1.0 }) {
      lines.append(digest.description + " " + path)
    }
    for part in Gazetteer.Part.allCases {
      guard let gazetteer = tree.gazetteer else { break }
      lines.append(Digest(of: gazetteer.bytes(part)).description + " " + part.rawValue)
    }
    self.init(Digest(of: Array(lines.joined(separator: "\n").utf8)))
  }
}

extension BuildOptions {
  /// What an author may ask for in one build and not in the next.
  fileprivate var choices: [String] {
    [baseURL ?? "", "\(includesDrafts)", "\(includesFuture)", "\(usesRelativeURLs)"]
      + [asPublished.map { "as \($0.iso)" }].compactMap { $0 }
  }

  /// The same in one number.
  package var digest: Digest { Digest(of: Array(choices.joined(separator: "\n").utf8)) }

  /// What the outputs may hold that is not for everybody yet.
  package var marks: Set<Manifest.Mark> {
    Set((includesDrafts ? [.drafts] : []) + (includesFuture ? [.future] : []))
  }
}
