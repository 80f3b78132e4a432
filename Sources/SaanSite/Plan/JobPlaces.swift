import SaanData
import SaanText

extension Site {
  /// The place in the author's files that an output comes from: an article, a row, a table, and at
  /// last the settings.
  func place(of job: Job) -> Place { job.origin ?? place(of: job.subject) }

  private func place(of subject: Job.Subject) -> Place {
    switch subject {
    case .page(let entry), .listing(_, page: _, entry: .some(let entry)):
      .file(path: entry.original.source.path)
    case .area(let area), .areaFile(let area): areaPlace(area)
    case .provinces, .regions: place(ofTable: "areas")
    case .figures, .figure, .figureFile: place(ofTable: "indicators")
    case .dataset(let index), .dataFile(.some(let index)):
      .file(path: figures.package.tables[index].path)
    case .register(let index), .registerArea(register: let index, group: _, page: _):
      .file(path: registers[index].table.path)
    case .record(register: let index, row: let row): registers[index].table[row].place
    case .asset(let asset): .file(path: asset.path)
    default: .file(path: settings.source.path)
    }
  }

  private func place(ofTable name: String) -> Place {
    .file(path: figures.package[name]?.path ?? settings.source.path)
  }

  private func areaPlace(_ area: Area) -> Place {
    figures.package["areas"]?.rows.first { $0.string("code") == area.code }?.place("slug")
      ?? place(ofTable: "areas")
  }
}
