import SaanData
import SaanText

extension OutputFormat {
  static let datasets: OutputFormat = OutputFormat(
    name: "datasets",
    summary: "The list of tables and a page for each, where the theme has templates for them.",
    plan: { planner in
      let tables = planner.publishedTables
      let templates = Set(planner.site.theme.templateNames)
      guard !tables.isEmpty, templates.isSuperset(of: ["datasets.html", "dataset.html"]) else {
        return []
      }
      return planner.languages.enumerated().flatMap { index, language in
        let list = planner.job(
          planner.routes.path("data/", language), .datasets, .datasets, language: index,
          template: "datasets.html")
        let pages = tables.map { table in
          planner.job(
            planner.routes.path("data/\(planner.tableName(table))/", language), .dataset(table),
            .datasets, language: index, template: "dataset.html",
            origin: planner.origin(ofTable: table))
        }
        return [list] + pages
      }
    }, render: renderTemplate)

  static let dataTables: OutputFormat = OutputFormat(
    name: "data/*.csv", summary: "Each table as CSV in UTF-8, without its private columns.",
    plan: { $0.tableFiles(".csv", .dataTables) },
    render: { job, session, bytes in
      session.table(of: job).map { table in csvText(table) { bytes += $0 } }
      return []
    })

  static let dataTablesForExcel: OutputFormat = OutputFormat(
    name: "data/*-excel.csv",
    summary: "The same with a byte-order mark, by which Excel knows that the text is UTF-8.",
    plan: { $0.tableFiles("-excel.csv", .dataTablesForExcel) },
    render: { job, session, bytes in
      session.table(of: job).map { table in
        csvText(table, byteOrderMark: true) { bytes += $0 }
      }
      return []
    })

  static let dataRecords: OutputFormat = OutputFormat(
    name: "data/*.json", summary: "Each table as JSON records, without its private columns.",
    plan: { $0.tableFiles(".json", .dataRecords) },
    render: { job, session, bytes in
      session.table(of: job).map { table in jsonRecords(table) { bytes += $0 } }
      return []
    })

  static let catalogueRecords: OutputFormat = OutputFormat(
    name: "data/*/dataset.json",
    summary: "Each table's metadata with the names of the government's data catalogue.",
    plan: { $0.tableFiles("/dataset.json", .catalogueRecords) },
    render: { job, session, bytes in
      guard case .dataFile(let index?) = job.subject else { return [] }
      bytes += session.context.catalogueRecord(index).bytes
      return []
    })

  static let dataDescriptor: OutputFormat = OutputFormat(
    name: "data/datapackage.json", summary: "The tables' description after Data Package v2.",
    plan: { $0.packageFile("datapackage.json", .dataDescriptor) },
    render: { _, session, bytes in
      bytes += session.context.descriptorBytes
      return []
    })

  static let dataCatalogue: OutputFormat = OutputFormat(
    name: "data/catalog.jsonld", summary: "The tables as a catalogue after DCAT.",
    // Its things are named by their addresses.
    plan: { $0.routes.baseURL == nil ? [] : $0.packageFile("catalog.jsonld", .dataCatalogue) },
    render: { _, session, bytes in
      bytes += session.context.dcatDocument.bytes
      return []
    })

  static let dataReadMe: OutputFormat = OutputFormat(
    name: "data/README.md", summary: "What the tables are and how to cite them, in each language.",
    plan: { $0.packageFile("README.md", .dataReadMe) },
    render: { _, session, bytes in
      bytes += Array(session.context.dataReadMe.utf8)
      return []
    })

  static let dataArchive: OutputFormat = OutputFormat(
    name: "data/*.zip", summary: "All tables with their descriptions and a README, in one file.",
    plan: { $0.packageFile(nil, .dataArchive, ending: ".zip") },
    render: { job, session, bytes throws(DiskError) in
      guard let archive = zipArchive(session.context.archiveFiles) else {
        throw DiskError(.publish, job.output, reason: "out of memory")
      }
      bytes += archive
      return []
    })

  static let dataDatabase: OutputFormat = OutputFormat(
    name: "data/*.sqlite", summary: "All tables as a SQLite database.",
    plan: { $0.packageFile(nil, .dataDatabase, ending: ".sqlite") },
    render: { job, session, bytes throws(DiskError) in
      guard let database = session.context.site.figures.package.described.sqliteDatabase() else {
        throw DiskError(.publish, job.output, reason: "out of memory")
      }
      bytes += database
      return []
    })
}

extension Planner {
  private var package: DataPackage { site.figures.package }

  /// The tables that are published.
  var publishedTables: [Int] { package.describedTables }

  fileprivate func tableName(_ index: Int) -> String { package.tables[index].name }

  fileprivate func origin(ofTable index: Int) -> Place { .file(path: package.tables[index].path) }

  fileprivate func tableFiles(_ ending: String, _ format: OutputFormat) -> [Job] {
    publishedTables.map { index in
      job(
        "/data/\(tableName(index))\(ending)", .dataFile(index), format,
        origin: origin(ofTable: index))
    }
  }

  fileprivate func packageFile(
    _ name: String?, _ format: OutputFormat, ending: String = ""
  ) -> [Job] {
    guard !publishedTables.isEmpty else { return [] }
    let file = name ?? (package.descriptor.name ?? "data") + ending
    return [job("/data/\(file)", .dataFile(nil), format)]
  }
}

extension RenderSession {
  /// The table of a file.
  fileprivate func table(of job: Job) -> Table? {
    guard case .dataFile(let index?) = job.subject else { return nil }
    return context.site.figures.package.tables[index]
  }
}

extension SiteContext {
  fileprivate var dataPage: String? { address(ofPage: "data/", languages[0]) }

  fileprivate var descriptorBytes: [UInt8] {
    site.figures.package.described.publishedDescriptor(homepage: dataPage).bytes
  }

  /// The files of the archive, in the order in which they are packed.
  fileprivate var archiveFiles: [(path: String, bytes: [UInt8])] {
    var files = [
      (path: "README.md", bytes: Array(dataReadMe.utf8)),
      (path: "datapackage.json", bytes: descriptorBytes),
    ]
    for index in site.figures.package.describedTables {
      let table = site.figures.package.tables[index]
      var bytes: [UInt8] = []
      csvText(table) { bytes += $0 }
      files.append((table.name + ".csv", bytes))
      files.append((table.name + "/dataset.json", catalogueRecord(index).bytes))
    }
    return files
  }

  /// What the tables are, under what terms they may be used, and how to cite them.
  fileprivate var dataReadMe: String {
    let package = site.figures.package
    return languages.indices.map { language in
      let tag = languages[language].tag
      let title = package.descriptor.title.text(in: tag)?.text ?? packageName
      var lines = ["# \(title)", ""]
      if let text = package.descriptor.description.text(in: tag)?.text { lines += [text, ""] }
      for index in package.describedTables {
        let view = DatasetView(context: self, index: index, language: language)
        let summary = view.summary.map { ": \($0)" } ?? ""
        lines.append("- `\(view.dataTable.name).csv` \(view.titleAndLanguage.title)\(summary)")
      }
      lines += ["", "## " + phrase(.howToCite, language: language), ""]
      lines.append(dataCitation(language: language))
      let terms = package.descriptor.licenses.map { license in
        [license.title.text(in: tag)?.text ?? license.name, license.path].compactMap { $0 }
          .joined(separator: " ")
      }
      if !terms.isEmpty {
        lines += ["", "## " + phrase(.licenceTitle, language: language), ""] + terms
      }
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}
