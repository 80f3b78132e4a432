import SaanData
import SaanModel
import SaanText

/// The metadata of the tables in the words of those who collect metadata: schema.org for search
/// engines, DCAT for catalogues, and the names of the Thai government's data catalogue.
extension Reader {
  /// The absolute URL of a page, where it is published and the site's address is known.
  func address(ofPage place: String, _ language: Language) -> String? {
    let path = path(place, language)
    return publishes(path) ? absolute(path) : nil
  }

  private var descriptor: PackageDescriptor { figures.descriptor }
  private var openData: OpenDataSettings { settings.openData }

  /// The URL of a site path, as far as the site's address is known.
  private func url(_ path: String, _ fragment: String = "") -> JSONDocument? {
    JSONDocument(absolute(path).map { $0 + fragment })
  }

  private func pageURL(_ place: String, _ language: Language) -> JSONDocument? {
    JSONDocument(address(ofPage: place, language))
  }

  /// A table as schema.org's `Dataset`, in the reader's language.
  func datasetDocument(_ index: Int) -> JSONDocument {
    guard case .object(let members) = datasetMembers(index) else { return .null }
    return .object([("@context", "https://schema.org")] + members)
  }

  /// All tables as schema.org's `DataCatalog`, in the reader's language.
  var catalogueDocument: JSONDocument {
    let descriptor = descriptor
    return .members([
      "@context": "https://schema.org", "@type": "DataCatalog",
      "@id": url("/data/", "#catalog"),
      "name": .text(descriptor.title?[tag] ?? packageName),
      "description": JSONDocument(descriptor.description?[tag]),
      "url": pageURL("data/", language), "inLanguage": .text(tag.rawValue),
      "keywords": descriptor.keywords.isEmpty ? nil : .texts(descriptor.keywords),
      "license": JSONDocument(descriptor.licenses.first?.path),
      "publisher": organisation,
      "dataset": .list(publishedTables.map { datasetMembers($0) }),
    ])
  }

  private var organisation: JSONDocument {
    .members([
      "@type": "Organization", "name": .text(publisher(tag)),
      "url": pageURL("", language),
    ])
  }

  private func datasetMembers(_ index: Int) -> JSONDocument {
    let view = DatasetView(reader: self, index: index)
    let descriptor = descriptor
    let files = [("text/csv", ".csv"), ("application/json", ".json")].map { type, ending in
      JSONDocument.members([
        "@type": "DataDownload", "encodingFormat": .text(type),
        "contentUrl": url(view.path(ending)),
      ])
    }
    // Search engines want a description of fifty characters or more.
    let summary = [view.summary, descriptor.description?[view.reader.tag]]
      .compactMap { $0 }.joined(separator: " ")
    return .members([
      "@type": "Dataset", "@id": url("/data/\(view.dataTable.name)/", "#dataset"),
      "name": .text(view.titleAndLanguage.title), "description": .text(summary),
      "url": pageURL("data/\(view.dataTable.name)/", language),
      "inLanguage": .text(view.reader.tag.rawValue),
      "keywords": descriptor.keywords.isEmpty ? nil : .texts(descriptor.keywords),
      "license": JSONDocument(view.licenses.first?.path),
      "version": JSONDocument(descriptor.version), "isAccessibleForFree": .flag(true),
      "creator": organisation, "publisher": organisation,
      "spatialCoverage": .members(["@type": "Place", "name": "Thailand"]),
      "variableMeasured": .list(view.dataTable.publicFields.map { .text($0.name) }),
      "distribution": .list(files),
    ])
  }

  /// All tables as a DCAT catalogue, in every language at once.
  var dcatDocument: JSONDocument {
    let catalogue = JSONDocument.members([
      "@id": .text(reference("/data/") + "#catalog"), "@type": "dcat:Catalog",
      "dct:title": texts { descriptor.title?[$0] ?? packageName },
      "dct:description": texts {
        descriptor.description?[$0] ?? settings.description[$0]
      },
      "dct:publisher": thing(publisherID),
      "foaf:homepage": address(ofPage: "data/", languages[0]).map {
        thing($0, "foaf:Document")
      },
      "dct:license": descriptor.licenses.first?.path.map {
        thing($0, "dct:LicenseDocument")
      },
      "dct:language": .list(
        languages.map { thing($0.tag.authority, "dct:LinguisticSystem") }),
      "dcat:dataset": .list(
        publishedTables.map { thing(reference("/data/\(table($0).name)/") + "#dataset") }),
    ])
    let agent = JSONDocument.members([
      "@id": .text(publisherID), "@type": "foaf:Agent", "foaf:name": texts { publisher($0) },
    ])
    return .members([
      "@context": .members([
        "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
      ]),
      "@graph": .list([catalogue, agent] + publishedTables.flatMap { dcatDataset($0) }),
    ])
  }

  private var publisherID: String { reference("/") + "#publisher" }

  /// A thing of another vocabulary, with its class: those who check a catalogue do not look it up.
  private func thing(_ id: String, _ type: String? = nil) -> JSONDocument {
    .members(["@id": .text(id), "@type": JSONDocument(type)])
  }

  private func texts(_ text: (Language.Tag) -> String) -> JSONDocument {
    .list(
      languages.map {
        .members(["@value": .text(text($0.tag)), "@language": .text($0.tag.rawValue)])
      })
  }

  private func dcatDataset(_ index: Int) -> [JSONDocument] {
    let view = DatasetView(reader: reading(.first), index: index)
    let name = view.dataTable.name
    let kinds = [
      ("csv", "text/csv", "CSV"), ("json", "application/json", "JSON"),
    ]
    func id(_ kind: String) -> String { reference("/data/\(name)/") + "#\(kind)" }
    let files = kinds.map { ending, type, format in
      JSONDocument.members([
        "@id": .text(id(ending)), "@type": "dcat:Distribution",
        "dcat:accessURL": thing(reference(view.path("." + ending))),
        "dcat:downloadURL": thing(reference(view.path("." + ending))),
        "dcat:mediaType": thing(
          "http://www.iana.org/assignments/media-types/" + type, "dct:MediaType"),
        "dct:format": thing(
          "http://publications.europa.eu/resource/authority/file-type/" + format,
          "dct:MediaTypeOrExtent"),
        "dct:license": view.licenses.first?.path.map { thing($0, "dct:LicenseDocument") },
      ])
    }
    func words(_ text: (DatasetView) -> String) -> JSONDocument {
      texts { tag in text(DatasetView(reader: reading(tag), index: index)) }
    }
    let dataset = JSONDocument.members([
      "@id": .text(reference("/data/\(name)/") + "#dataset"), "@type": "dcat:Dataset",
      "dct:identifier": .text(name), "dct:title": words { $0.titleAndLanguage.title },
      "dct:description": words { $0.summary ?? $0.titleAndLanguage.title },
      "dct:publisher": thing(publisherID),
      "dcat:landingPage": address(ofPage: "data/\(name)/", languages[0]).map {
        thing($0, "foaf:Document")
      },
      "dcat:keyword": JSONDocument(
        notEmpty: descriptor.keywords.map {
          .members(["@value": .text($0), "@language": "en"])
        }),
      "dct:accrualPeriodicity": openData.frequency(of: name).map {
        thing($0.authority, "dct:Frequency")
      },
      "dct:spatial": thing(
        "http://publications.europa.eu/resource/authority/country/THA", "dct:Location"),
      "dcat:distribution": .list(kinds.map { thing(id($0.0)) }),
    ])
    return [dataset] + files
  }

  // MARK: The government's catalogue

  /// A table's record with the fourteen core names of the government's data catalogue (GDC).
  func catalogueRecord(_ index: Int) -> JSONDocument {
    let view = DatasetView(reader: reading(.thai), index: index)
    let tag = Language.Tag.thai
    let owner = publisher(tag)
    let sources = view.sources.compactMap { $0.title?[tag] }
    // The catalogue asks for one.
    let frequency = openData.frequency(of: view.dataTable.name) ?? .unknown
    let maintainer = descriptor.contributors.first { $0.email != nil }
    return .members([
      "data_type": .text(view.dataTable.name == "observations" ? "ข้อมูลสถิติ" : "ข้อมูลระเบียน"),
      "title": .text(view.titleAndLanguage.title),
      "owner_org": .text(owner),
      "maintainer": .text(
        openData.maintainer?[tag] ?? maintainer?.title?[tag] ?? owner),
      "maintainer_email": .text(openData.maintainerEmail ?? maintainer?.email ?? ""),
      "tag_string": .text(descriptor.keywords.joined(separator: ",")),
      "notes": .text(view.summary ?? view.titleAndLanguage.title),
      "objective": .list(["เพื่อการให้บริการประชาชน"]),
      "update_frequency_unit": .text(frequency.catalogueUnit),
      "update_frequency_unit_other": frequency == .irregular
        ? "เมื่อแหล่งข้อมูลเผยแพร่ค่าใหม่" : nil,
      "update_frequency_interval": frequency.isRegular ? "1" : nil,
      "geo_coverage": .text(coverage(of: view.dataTable.whole)),
      "data_source": .text(sources.isEmpty ? owner : sources.joined(separator: "; ")),
      "data_format": .list(["CSV", "JSON"]),
      "data_category": "ข้อมูลสาธารณะ",
      "license_id": .text(view.licenses.first?.catalogueName ?? "License not specified"),
      "data_language": .texts(languages.map(\.name)),
      "url": pageURL("data/\(view.dataTable.name)/", reading(.thai).language),
    ])
  }

  /// How small the places are that a table speaks of, in the catalogue's words.
  private func coverage(of table: Table) -> String {
    let column = table.name == "areas" ? table.column("code") : table.column("area")
    guard let column else { return "ประเทศ" }
    let order = AreaClass.allCases
    var deepest: Int?
    for row in table.rows {
      guard let code = row.string(column), let area = figures.area(code),
        let rank = order.firstIndex(of: figures.areas.all[area].areaClass)
      else { continue }
      deepest = max(deepest ?? 0, rank)
    }
    return deepest.map { order[$0].catalogueName } ?? "ประเทศ"
  }
}

extension Language.Tag {
  /// The language in the European Union's authority list, which DCAT catalogues use.
  fileprivate var authority: String {
    let codes = ["th": "THA", "en": "ENG"]
    return "http://publications.europa.eu/resource/authority/language/"
      + (codes[rawValue] ?? rawValue.uppercased())
  }
}

extension AreaClass {
  fileprivate var catalogueName: String {
    switch self {
    case .country: "ประเทศ"
    case .region: "ภาค"
    case .province: "จังหวัด"
    case .district: "อำเภอ"
    case .subdistrict: "ตำบล"
    case .municipality: "เทศบาล/อบต."
    case .together: "อื่น ๆ"
    }
  }
}

extension License {
  fileprivate var catalogueName: String {
    let name = (name ?? "").uppercased()
    if name.contains("NC") { return "Creative Commons Non-Commercial (Any)" }
    if name.hasPrefix("CC-BY-SA") { return "Creative Commons Attribution Share-Alike" }
    if name.hasPrefix("CC-BY") { return "Creative Commons Attributions" }
    let isOpen = ["ODC", "ODBL", "PDDL", "CC0"].contains { name.hasPrefix($0) }
    return isOpen ? "Open Data Common" : "License not specified"
  }
}

extension OpenDataSettings.Frequency {
  /// Whether it comes round once in its unit.
  fileprivate var isRegular: Bool {
    switch self {
    case .irregular, .never, .unknown: false
    default: true
    }
  }

  /// The word of the government's catalogue.
  fileprivate var catalogueUnit: String {
    switch self {
    case .year: "ปี"
    case .halfYear: "ครึ่งปี"
    case .quarter: "ไตรมาส"
    case .month: "เดือน"
    case .week: "สัปดาห์"
    case .day: "วัน"
    case .irregular: "อื่นๆ"
    case .never: "ไม่มีการปรับปรุงหลังจากการจัดเก็บข้อมูล"
    case .unknown: "ไม่ทราบ"
    }
  }

  /// The frequency in the European Union's authority list.
  fileprivate var authority: String {
    let name =
      switch self {
      case .year: "ANNUAL"
      case .halfYear: "ANNUAL_2"
      case .quarter: "QUARTERLY"
      case .month: "MONTHLY"
      case .week: "WEEKLY"
      case .day: "DAILY"
      case .irregular: "IRREG"
      case .never: "NEVER"
      case .unknown: "UNKNOWN"
      }
    return "http://publications.europa.eu/resource/authority/frequency/" + name
  }
}
