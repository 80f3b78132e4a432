import SaanData
import SaanTemplate
import SaanText

/// A table as the pages of open data show it.
struct DatasetView: Sendable {
  let reader: Reader
  /// The table's position in the package.
  let index: Int

  var dataTable: TableReader { reader.table(index) }
  private var descriptor: PackageDescriptor { reader.figures.descriptor }
  var resource: Resource? { descriptor.resource(dataTable.name) }

  var titleAndLanguage: (title: String, language: Language.Tag) {
    guard let title = resource?.title?.spoken(for: reader.tag) else {
      return (dataTable.name, .english)
    }
    return (title.text, title.language)
  }

  var summary: String? { resource?.description?[reader.tag] }

  func href(_ path: String) -> Value {
    reader.publishes(path) ? .string(reader.href(path)) : .none
  }

  /// The site path of one of the table's files.
  func path(_ ending: String) -> String { "/data/\(dataTable.name)\(ending)" }

  private var columns: [Value] {
    let required = Set(dataTable.schema.primaryKey)
    return dataTable.publicFields.map { field in
      let description = field.description?.resolved(for: reader.tag)
      return RecordShape.column(
        .string(field.name), .string(field.type.rawValue), Value(field.title?.exact(.thai)),
        Value(field.title?.exact(.english)), Value(description?.value),
        Value(description?.language?.rawValue),
        .bool(field.constraints.required || required.contains(field.name)),
        Value(field.unit?[reader.tag]),
        Value(field.example), .list(field.constraints.allowed.map { .string($0) }))
    }
  }

  /// The terms of the table, else of the whole package.
  var licenses: [License] {
    let own = resource?.licenses ?? []
    return own.isEmpty ? descriptor.licenses : own
  }

  var sources: [Attribution] {
    let own = resource?.sources ?? []
    return own.isEmpty ? descriptor.sources : own
  }
}

extension DatasetView: TemplateObject {
  static let table = ObjectTable<DatasetView>(
    "dataset",
    [
      .init("name", .string, "the table's name") { .string($0.dataTable.name) },
      .init("title", .string, "the title") { .string($0.titleAndLanguage.title) },
      .init("title_lang", .string, "the language that the title is in") {
        .string($0.titleAndLanguage.language.rawValue)
      },
      .init("description", .string, "what the rows are") { Value($0.summary) },
      .init("url", .string, "the href of its page") { view in
        .string(view.reader.href(written: "/data/\(view.dataTable.name)/"))
      },
      .init("rows_count", .number, "how many rows it has") { .int($0.dataTable.whole.count) },
      .init("columns", .list(of: .record(RecordShape.column.type)), "its public columns") {
        .list($0.columns)
      },
      .init("csv_url", .string, "the href of the CSV file") { $0.href($0.path(".csv")) },
      .init("excel_url", .string, "the href of the CSV file that Excel opens as Thai") {
        $0.href($0.path("-excel.csv"))
      },
      .init("json_url", .string, "the href of the JSON file") { $0.href($0.path(".json")) },
      .init("metadata_url", .string, "the href of the metadata for the government's catalogue") {
        $0.href("/data/\($0.dataTable.name)/dataset.json")
      },
      .init("licences", .list(of: .record(RecordShape.licence.type)), "the terms of use") { view in
        .list(view.licenses.map { $0.value(for: view.reader.tag) })
      },
      .init("sources", .list(of: .record(RecordShape.origin.type)), "where the data comes from") {
        view in .list(view.sources.map { $0.value(for: view.reader.tag) })
      },
      .init("update_frequency", .string, "how often it changes, a word of site.yaml") { view in
        .string(view.reader.settings.openData.frequency(of: view.dataTable.name).rawValue)
      },
      .init("json_ld", .html, "its description for search engines") { view in
        .html(HTML(trusted: view.reader.datasetDocument(view.index).scriptText))
      },
    ])
}

/// All tables together, as the pages of open data show them.
struct DataPackageView: Sendable {
  let reader: Reader

  private var descriptor: PackageDescriptor { reader.figures.descriptor }

  private func href(_ path: String) -> Value {
    reader.publishes(path) ? .string(reader.href(path)) : .none
  }
}

extension DataPackageView: TemplateObject {
  static let table = ObjectTable<DataPackageView>(
    "data package",
    [
      .init("name", .string, "the package's name") { .string($0.reader.packageName) },
      .init("title", .string, "the title") {
        Value($0.descriptor.title?[$0.reader.tag])
      },
      .init("description", .string, "what the tables hold") { view in
        Value(view.descriptor.description?[view.reader.tag])
      },
      .init("version", .string, "the version") { Value($0.descriptor.version) },
      .init("keywords", .list(of: .string), "the keywords") { view in
        .list(view.descriptor.keywords.map { .string($0) })
      },
      .init("publisher", .string, "who publishes the data") { view in
        .string(view.reader.publisher(view.reader.tag))
      },
      .init("datasets", .list(of: .object(DatasetView.self)), "the tables") { view in
        .list(
          view.reader.publishedTables.map {
            Value(DatasetView(reader: view.reader, index: $0))
          })
      },
      .init("licences", .list(of: .record(RecordShape.licence.type)), "the terms of use") { view in
        .list(view.descriptor.licenses.map { $0.value(for: view.reader.tag) })
      },
      .init("descriptor_url", .string, "the href of datapackage.json") {
        $0.href("/data/datapackage.json")
      },
      .init("catalogue_url", .string, "the href of the catalogue for machines") {
        $0.href("/data/catalog.jsonld")
      },
      .init("archive_url", .string, "the href of the ZIP file") {
        $0.href("/data/\($0.reader.packageName).zip")
      },
      .init("database_url", .string, "the href of the SQLite file") {
        $0.href("/data/\($0.reader.packageName).sqlite")
      },
      .init(
        "citations", .list(of: .record(RecordShape.citation.type)),
        "how to cite the data, in each language"
      ) { view in
        .list(
          view.reader.languages.indices.map { language in
            RecordShape.citation(
              .string(view.reader.languages[language].tag.rawValue),
              .string(view.reader.reading(language).dataCitation))
          })
      },
      .init("json_ld", .html, "the catalogue's description for search engines") { view in
        .html(HTML(trusted: view.reader.catalogueDocument.scriptText))
      },
    ])
}

extension License {
  fileprivate func value(for tag: Language.Tag) -> Value {
    RecordShape.licence(
      Value(name), .string(title?[tag] ?? name ?? path ?? ""), Value(path),
      .string((title?.spoken(for: tag).language ?? tag).rawValue))
  }
}

extension Attribution {
  fileprivate func value(for tag: Language.Tag) -> Value {
    let title = title?.spoken(for: tag)
    return RecordShape.origin(
      .string(title?.text ?? path ?? ""), .string((title?.language ?? tag).rawValue), Value(path))
  }
}

extension Reader {
  /// The name of the package's files.
  var packageName: String { figures.descriptor.name ?? "data" }

  /// Who publishes the data: the contributor with that role, else the site itself.
  func publisher(_ tag: Language.Tag) -> String {
    let contributors = figures.descriptor.contributors
    let publisher = contributors.first { $0.roles.contains("publisher") }
    return publisher?.title?[tag] ?? settings.title[tag]
  }

  /// How to cite the data: who, what, which version, under what terms, and where.
  var dataCitation: String {
    let descriptor = figures.descriptor
    let title = descriptor.title?[tag] ?? packageName
    let version = descriptor.version.map {
      ", " + phrase(.dataVersion, ["version": $0])
    }
    let terms = descriptor.licenses.first.flatMap { $0.name }.map { ". \($0)" }
    let url = address(ofPage: "data/", language).map { ". " + $0 }
    return publisher(tag) + ". " + title + (version ?? "") + (terms ?? "") + (url ?? "")
  }
}
