import SaanData
import SaanFiles
import SaanModel
import SaanText

/// A table as a file.
struct TableFile: FileSubject {
  /// The forms in which a table is published; the value is how its name ends.
  enum Form: String, Sendable {
    case csv = ".csv"
    case excel = "-excel.csv"
    case records = ".json"
    case catalogueRecord = "/dataset.json"
  }

  /// The table's position in the package.
  let index: Int
  let form: Form

  var kind: String { "data file" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    let table = reader.table(index).whole
    switch form {
    case .csv: csvText(table) { bytes += $0 }
    case .excel: csvText(table, isForExcel: true) { bytes += $0 }
    case .records: jsonRecords(table) { bytes += $0 }
    case .catalogueRecord: bytes += reader.catalogueRecord(index).bytes
    }
  }

  func source(in site: Site) -> Place? { .file(path: site.figures.package.tables[index].path) }
}

/// A file about all tables, or with all of them.
struct PackageFile: FileSubject {
  enum Form: Sendable {
    case descriptor, catalogue, readMe, archive, database
  }

  let form: Form

  var kind: String { "data file" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    guard let made = bytesOfFile(reader) else {
      throw DiskError(
        .publish, job.output, reason: Wording(en: "out of memory", th: "หน่วยความจำไม่พอ"))
    }
    bytes += made
  }

  /// `nil` where there is not enough memory.
  private func bytesOfFile(_ reader: Reader) -> [UInt8]? {
    switch form {
    case .descriptor: reader.descriptorBytes
    case .catalogue: reader.dcatDocument.bytes
    case .readMe: Array(reader.dataReadMe.utf8)
    case .archive: zipArchive(reader.archiveFiles)
    case .database: reader.package.published.sqliteDatabase()
    }
  }
}

extension Reader {
  fileprivate var dataPage: String? { address(ofPage: "data/", languages[0]) }

  fileprivate var descriptorBytes: [UInt8] {
    package.published.publishedDescriptor(homepage: dataPage).bytes
  }

  /// The files of the archive, in the order in which they are packed.
  fileprivate var archiveFiles: [(path: String, bytes: [UInt8])] {
    var files = [
      (path: "README.md", bytes: Array(dataReadMe.utf8)),
      (path: "datapackage.json", bytes: descriptorBytes),
    ]
    for index in publishedTables {
      let table = table(index).whole
      var bytes: [UInt8] = []
      csvText(table) { bytes += $0 }
      files.append((table.name + ".csv", bytes))
      files.append((table.name + "/dataset.json", catalogueRecord(index).bytes))
    }
    return files
  }

  /// What the tables are, under what terms they may be used, and how to cite them.
  fileprivate var dataReadMe: String {
    languages.ids.map { reading($0).ownReadMe }.joined(separator: "\n")
  }

  /// The same in the reader's language.
  private var ownReadMe: String {
    let descriptor = figures.descriptor
    var lines = ["# \(descriptor.title?[tag] ?? packageName)", ""]
    if let text = descriptor.description?[tag] { lines += [text, ""] }
    for index in publishedTables {
      let view = DatasetView(reader: self, index: index)
      let summary = view.summary.map { ": \($0)" } ?? ""
      lines.append("- `\(view.dataTable.name).csv` \(view.titleAndLanguage.title)\(summary)")
    }
    lines += ["", "## " + phrase(.howToCite), "", dataCitation]
    let terms = descriptor.licenses.map { license in
      [license.title?[tag] ?? license.name, license.path].compactMap { $0 }
        .joined(separator: " ")
    }
    if !terms.isEmpty { lines += ["", "## " + phrase(.licenceTitle), ""] + terms }
    return lines.joined(separator: "\n") + "\n"
  }
}
