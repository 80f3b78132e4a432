import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// A table as the pages of open data show it.
///
/// Only public columns are seen through it. Terms and sources that a table does not state are those
/// of the package, as the standard has it.
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

  var summary: String? { summaryAndLanguage?.title }

  var summaryAndLanguage: TitledText? {
    resource?.description.map {
      let found = $0.spoken(for: reader.tag)
      return (found.text, found.language)
    }
  }

  func href(_ path: String) -> Value {
    reader.publishes(path) ? .string(reader.href(path)) : .none
  }

  /// The site path of one of the table's files.
  func path(_ ending: String) -> String { "/data/\(dataTable.name)\(ending)" }

  private var columns: [Value] {
    let required = Set(dataTable.schema.primaryKey)
    return dataTable.publicFields.map { field in
      let description = field.description?.resolved(for: reader.tag)
      return Value(
        ColumnRecord(
          name: field.name, type: field.type.rawValue, thaiTitle: field.title?.exact(.thai),
          englishTitle: field.title?.exact(.english), description: description?.value,
          descriptionLanguage: description?.language?.rawValue,
          isRequired: field.constraints.required || required.contains(field.name),
          unit: field.unit?.spoken(for: reader.tag), example: field.example,
          allowed: field.constraints.allowed.map { .string($0) }))
    }
  }

  /// What its page says of its columns, by which search finds it.
  var texts: [String] {
    dataTable.publicFields.flatMap { field -> [String] in
      let words = [
        field.name, field.title?.exact(.thai), field.title?.exact(.english),
        field.unit?.spoken(for: reader.tag).text, field.description?.spoken(for: reader.tag).text,
      ]
      return words.compactMap { $0 } + field.constraints.allowed
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
      .init("description_lang", .string, "the language that the description is in") {
        .string(($0.summaryAndLanguage?.language ?? $0.reader.tag).rawValue)
      },
      .init("url", .string, "the href of its page") { view in
        .string(view.reader.href(written: "/data/\(view.dataTable.name)/"))
      },
      .init("rows_count", .number, "how many rows it has") { .int($0.dataTable.whole.count) },
      .init("columns", .list(of: .record(ColumnRecord.self)), "its public columns") {
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
      .init("licences", .list(of: .record(LicenceRecord.self)), "the terms of use") { view in
        .list(view.licenses.map { $0.value(for: view.reader.tag) })
      },
      .init("sources", .list(of: .record(OriginRecord.self)), "where the data comes from") {
        view in .list(view.sources.map { $0.value(view.reader) })
      },
      .init(
        "update_frequency", .string,
        "how often it changes, a word of site.yaml; none while nobody has said"
      ) { Value($0.reader.settings.openData.frequency(of: $0.dataTable.name)?.rawValue) },
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
      .init("licences", .list(of: .record(LicenceRecord.self)), "the terms of use") { view in
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
        "citations", .list(of: .record(CitationRecord.self)),
        "how to cite the data, in each language"
      ) { view in
        .list(
          view.reader.languages.ids.map { language in
            Value(
              CitationRecord(
                language: view.reader.languages[language].tag.rawValue,
                text: view.reader.reading(language).dataCitation))
          })
      },
      .init("json_ld", .html, "the catalogue's description for search engines") { view in
        .html(HTML(trusted: view.reader.catalogueDocument.scriptText))
      },
    ])
}

extension License {
  fileprivate func value(for tag: Language.Tag) -> Value {
    Value(
      LicenceRecord(
        name: name, title: title?[tag] ?? name ?? path ?? "", url: path,
        titleLanguage: (title?.spoken(for: tag).language ?? tag).rawValue))
  }
}

extension Attribution {
  fileprivate func value(_ reader: Reader) -> Value {
    let spoken = title?.spoken(for: reader.tag)
    return Value(
      OriginRecord(
        title: spoken?.text ?? path ?? "", titleLanguage: (spoken?.language ?? reader.tag).rawValue,
        pageURL: pageURL(reader), url: path))
  }

  /// The href of the page of the source that is meant: the one of the same title or address.
  private func pageURL(_ reader: Reader) -> String? {
    let titles = title?.all ?? []
    return reader.figures.sources.first { source in
      source.title.all.contains(where: titles.contains) || path != nil && source.url == path
    }.flatMap { reader.page(ofSource: $0) }
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
    let version = descriptor.version.map { phrase(.dataVersion, ["version": $0]) }
    let work = Prose(language).enumeration([title, version].compactMap { $0 })
    let terms = descriptor.licenses.first.flatMap { $0.name }.map { ". \($0)" }
    let url = address(ofPage: "data/", language).map { ". " + $0 }
    return publisher(tag) + ". " + work + (terms ?? "") + (url ?? "")
  }
}

/// A column of a published table.
struct ColumnRecord: TemplateRecord {
  let name: String
  let type: String
  let thaiTitle: String?
  let englishTitle: String?
  let description: String?
  let descriptionLanguage: String?
  let isRequired: Bool
  let unit: (text: String, language: Language.Tag)?
  let example: String?
  let allowed: [Value]

  static let table = ObjectTable<ColumnRecord>(
    "column",
    [
      .init("name", .string) { .string($0.name) },
      .init("type", .string) { .string($0.type) },
      .init("title_th", .string) { Value($0.thaiTitle) },
      .init("title_en", .string) { Value($0.englishTitle) },
      .init("description", .string) { Value($0.description) },
      .init("description_lang", .string) { Value($0.descriptionLanguage) },
      .init("required", .bool) { .bool($0.isRequired) },
      .init("unit", .string) { Value($0.unit?.text) },
      .init("unit_lang", .string) { Value($0.unit?.language.rawValue) },
      .init("example", .string) { Value($0.example) },
      .init("allowed", .list(of: .string)) { .list($0.allowed) },
    ])
}

/// Where a published table comes from.
struct OriginRecord: TemplateRecord {
  let title: String
  let titleLanguage: String
  /// The href of its page on this site, where it is one of the figures' sources.
  let pageURL: String?
  let url: String?

  static let table = ObjectTable<OriginRecord>(
    "origin",
    [
      .init("title", .string) { .string($0.title) },
      .init("title_lang", .string) { .string($0.titleLanguage) },
      .init("page_url", .string) { Value($0.pageURL) },
      .init("url", .string) { Value($0.url) },
    ])
}
