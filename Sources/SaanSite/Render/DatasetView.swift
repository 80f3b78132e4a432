import SaanData
import SaanTemplate
import SaanText

/// A table as the pages of open data show it.
struct DatasetView: Sendable {
  let context: SiteContext
  /// The table's position in the package.
  let index: Int
  let language: Int

  var package: DataPackage { context.site.figures.package }
  var dataTable: Table { package.tables[index] }
  var resource: Resource? { package.descriptor.resource(dataTable.name) }
  var reader: Language { context.languages[language] }
  private var routes: Routes { context.plan.routes }

  var titleAndLanguage: (title: String, language: Language.Tag) {
    resource?.title.text(in: reader.tag).map { ($0.text, $0.language) } ?? (
      dataTable.name, .english
    )
  }

  var summary: String? { resource?.description.text(in: reader.tag)?.text }

  func href(_ path: String) -> Value {
    context.plan.publishes(path) ? .string(routes.href(path)) : .none
  }

  /// The site path of one of the table's files.
  func path(_ ending: String) -> String { "/data/\(dataTable.name)\(ending)" }

  private var columns: [Value] {
    let required = Set(dataTable.schema.primaryKey)
    return dataTable.publicFields.map { field in
      let description = field.description.text(in: reader.tag)
      return RecordShape.column(
        .string(field.name), .string(field.type.rawValue), Value(field.title[.thai]),
        Value(field.title[.english]), Value(description?.text),
        Value(description?.language.rawValue),
        .bool(field.constraints.required || required.contains(field.name)),
        Value(field.unit.text(in: reader.tag)?.text),
        Value(field.example), .list(field.constraints.allowed.map { .string($0) }))
    }
  }

  /// The terms of the table, else of the whole package.
  var licenses: [License] {
    let own = resource?.licenses ?? []
    return own.isEmpty ? package.descriptor.licenses : own
  }

  var sources: [Attribution] {
    let own = resource?.sources ?? []
    return own.isEmpty ? package.descriptor.sources : own
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
        .string(view.context.href("/data/\(view.dataTable.name)/", language: view.language))
      },
      .init("rows_count", .number, "how many rows it has") { .int($0.dataTable.count) },
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
        .string(view.context.site.settings.openData.frequency(of: view.dataTable.name).rawValue)
      },
      .init("json_ld", .html, "its description for search engines") { view in
        .html(HTML(trusted: view.context.datasetDocument(view.index, view.language).scriptText))
      },
    ])
}

/// All tables together, as the pages of open data show them.
struct DataPackageView: Sendable {
  let context: SiteContext
  let language: Int

  private var descriptor: PackageDescriptor { context.site.figures.package.descriptor }
  private var reader: Language { context.languages[language] }

  private func href(_ path: String) -> Value {
    context.plan.publishes(path) ? .string(context.plan.routes.href(path)) : .none
  }
}

extension DataPackageView: TemplateObject {
  static let table = ObjectTable<DataPackageView>(
    "data package",
    [
      .init("name", .string, "the package's name") { .string($0.context.packageName) },
      .init("title", .string, "the title") {
        Value($0.descriptor.title.text(in: $0.reader.tag)?.text)
      },
      .init("description", .string, "what the tables hold") { view in
        Value(view.descriptor.description.text(in: view.reader.tag)?.text)
      },
      .init("version", .string, "the version") { Value($0.descriptor.version) },
      .init("keywords", .list(of: .string), "the keywords") { view in
        .list(view.descriptor.keywords.map { .string($0) })
      },
      .init("publisher", .string, "who publishes the data") { view in
        .string(view.context.publisher(view.reader.tag))
      },
      .init("datasets", .list(of: .object(DatasetView.self)), "the tables") { view in
        .list(
          view.context.site.figures.package.describedTables.map {
            Value(DatasetView(context: view.context, index: $0, language: view.language))
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
        $0.href("/data/\($0.context.packageName).zip")
      },
      .init("database_url", .string, "the href of the SQLite file") {
        $0.href("/data/\($0.context.packageName).sqlite")
      },
      .init(
        "citations", .list(of: .record(RecordShape.citation.type)),
        "how to cite the data, in each language"
      ) { view in
        .list(
          view.context.languages.indices.map { language in
            RecordShape.citation(
              .string(view.context.languages[language].tag.rawValue),
              .string(view.context.dataCitation(language: language)))
          })
      },
      .init("json_ld", .html, "the catalogue's description for search engines") { view in
        .html(HTML(trusted: view.context.catalogueDocument(view.language).scriptText))
      },
    ])
}

extension License {
  fileprivate func value(for tag: Language.Tag) -> Value {
    RecordShape.licence(
      Value(name), .string(title.text(in: tag)?.text ?? name ?? path ?? ""), Value(path))
  }
}

extension Attribution {
  fileprivate func value(for tag: Language.Tag) -> Value {
    let title = title.text(in: tag)
    return RecordShape.origin(
      .string(title?.text ?? path ?? ""), .string((title?.language ?? tag).rawValue), Value(path))
  }
}

extension SiteContext {
  /// The name of the package's files.
  var packageName: String { site.figures.package.descriptor.name ?? "data" }

  /// Who publishes the data: the contributor with that role, else the site itself.
  func publisher(_ tag: Language.Tag) -> String {
    let contributors = site.figures.package.descriptor.contributors
    let publisher = contributors.first { $0.roles.contains("publisher") }
    return publisher?.title.text(in: tag)?.text ?? site.settings.title[tag]
  }

  /// How to cite the data: who, what, which version, under what terms, and where.
  func dataCitation(language: Int) -> String {
    let tag = languages[language].tag
    let descriptor = site.figures.package.descriptor
    let title = descriptor.title.text(in: tag)?.text ?? packageName
    let version = descriptor.version.map {
      (tag == .thai ? " " : ", ") + phrase(.dataVersion, language: language, ["version": $0])
    }
    let terms = descriptor.licenses.first.flatMap { $0.name }.map { ". \($0)" }
    let url = address(ofPage: "data/", languages[language]).map { ". " + $0 }
    return publisher(tag) + ". " + title + (version ?? "") + (terms ?? "") + (url ?? "")
  }
}
