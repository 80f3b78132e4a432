import SaanData
import SaanModel
import SaanText

extension Site {
  /// The place in the author's files that an output comes from: an article, a row, a table, and at
  /// last the settings.
  package func place(of job: Job) -> Place {
    job.origin ?? job.subject.source(in: self) ?? .file(path: settings.source.path)
  }

  /// The file of a table; the settings, where there is none.
  func place(ofTable name: String) -> Place {
    .file(path: figures.package[name]?.path ?? settings.source.path)
  }
}
