import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension PageKind {
  static let openData = PageKind(
    outputs: [
      .datasets, .dataTables, .dataTablesForExcel, .dataRecords, .dataDescriptor, .dataCatalogue,
      .catalogueRecords, .dataReadMe, .dataArchive, .dataDatabase,
    ], fields: datasetFields,
    ownTemplates: ["dataset.html": Wording(en: "tables of open data", th: "ชุดข้อมูลเปิด")])
}

extension OutputFormat {
  fileprivate static let datasets: OutputFormat = OutputFormat(
    name: "datasets",
    summary: "The list of tables and a page for each, where the theme has templates for them.",
    plan: { planner in
      let tables = planner.publishedTables
      guard !tables.isEmpty, planner.hasTemplate("datasets.html"),
        planner.hasTemplate("dataset.html")
      else { return [] }
      return planner.pages("data/", DatasetsPage(), template: "datasets.html")
        + tables.flatMap { index in
          planner.pages(
            "data/\(planner.table(index).name)/", DatasetPage(index: index),
            template: "dataset.html", origin: .file(path: planner.table(index).path))
        }
    })

  fileprivate static let dataTables: OutputFormat = OutputFormat(
    name: "data/*.csv", summary: "Each table as CSV in UTF-8, without its private columns.",
    plan: { $0.tableFiles(.csv) })

  fileprivate static let dataTablesForExcel: OutputFormat = OutputFormat(
    name: "data/*-excel.csv",
    summary: "The same with a byte-order mark, by which Excel knows that the text is UTF-8.",
    plan: { $0.tableFiles(.excel) })

  fileprivate static let dataRecords: OutputFormat = OutputFormat(
    name: "data/*.json", summary: "Each table as JSON records, without its private columns.",
    plan: { $0.tableFiles(.records) })

  fileprivate static let catalogueRecords: OutputFormat = OutputFormat(
    name: "data/*/dataset.json",
    summary: "Each table's metadata with the names of the government's data catalogue.",
    plan: { $0.tableFiles(.catalogueRecord) })

  fileprivate static let dataDescriptor: OutputFormat = OutputFormat(
    name: "data/datapackage.json", summary: "The tables' description after Data Package v2.",
    plan: { $0.packageFile("datapackage.json", .descriptor) })

  fileprivate static let dataCatalogue: OutputFormat = OutputFormat(
    name: "data/catalog.jsonld", summary: "The tables as a catalogue after DCAT.",
    // Its things are named by their addresses.
    needsBaseURL: true, plan: { $0.packageFile("catalog.jsonld", .catalogue) })

  fileprivate static let dataReadMe: OutputFormat = OutputFormat(
    name: "data/README.md", summary: "What the tables are and how to cite them, in each language.",
    plan: { $0.packageFile("README.md", .readMe) })

  fileprivate static let dataArchive: OutputFormat = OutputFormat(
    name: "data/*.zip", summary: "All tables with their descriptions and a README, in one file.",
    plan: { $0.packageFile($0.packageName + ".zip", .archive) })

  fileprivate static let dataDatabase: OutputFormat = OutputFormat(
    name: "data/*.sqlite", summary: "All tables as a SQLite database.",
    plan: { $0.packageFile($0.packageName + ".sqlite", .database) })
}

extension Planner {
  private var package: DataPackage { site.figures.package }

  fileprivate var packageName: String { package.descriptor.name ?? "data" }

  /// The tables that are published.
  var publishedTables: [Int] { package.publishedTables }

  fileprivate func table(_ index: Int) -> Table { package.tables[index] }

  fileprivate func tableFiles(_ form: TableFile.Form) -> [Job] {
    publishedTables.map { index in
      job(
        "/data/\(table(index).name)\(form.rawValue)", TableFile(index: index, form: form),
        origin: .file(path: table(index).path))
    }
  }

  fileprivate func packageFile(_ name: String, _ form: PackageFile.Form) -> [Job] {
    publishedTables.isEmpty ? [] : [job("/data/\(name)", PackageFile(form: form))]
  }
}

/// The list of all tables.
private struct DatasetsPage: Subject {
  var kind: String { "datasets" }
  func title(of page: PageView) -> TitledText? { page.phrase(.datasetsTitle) }
  func lead(of page: PageView) -> TitledText? { page.phrase(.datasetsSummary) }
  /// The forms in which it has the tables, under names that are the same in all languages.
  func otherNames(of page: PageView) -> [String] { ["CSV", "JSON"] }
  var showsTables: Bool { true }
  var showsValues: Bool { true }
  var showsAllValues: Bool { true }
}

/// A table.
private struct DatasetPage: Subject {
  /// The table's position in the package.
  let index: Int

  var kind: String { "dataset" }
  func source(in site: Site) -> Place? { .file(path: site.figures.package.tables[index].path) }
  func title(of page: PageView) -> TitledText? { view(page).titleAndLanguage }
  func lead(of page: PageView) -> TitledText? { view(page).summaryAndLanguage }
  func parents(of page: PageView) -> [Value]? { page.parentsOfData }
  var showsTables: Bool { true }
  var showsValues: Bool { true }

  var foundAs: SearchKind? { .source }
  func searchNote(of page: PageView) -> String? { page.reader.phrase(.datasetsTitle) }
  func searchTexts(of page: PageView) -> [String] { view(page).texts }

  func view(_ page: PageView) -> DatasetView {
    DatasetView(reader: page.reader, index: index)
  }
}

extension PageView {
  /// What lies above the pages of open data: their list, where it is published.
  var parentsOfData: [Value] {
    reader.publishes(reader.path("data/", reader.language))
      ? [link(.datasetsTitle, to: "data/")] : []
  }
}

private let datasetFields: [PageField] = [
  .init("dataset", .object(DatasetView.self), "the table of a dataset's page") { page in
    (page.subject as? DatasetPage).map { Value($0.view(page)) } ?? .none
  },
  .init("data_package", .object(DataPackageView.self), "all tables, on the pages of open data") {
    page in
    page.subject.showsTables
      ? Value(DataPackageView(reader: page.reader)) : .none
  },
]
