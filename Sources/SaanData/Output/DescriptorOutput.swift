import SaanText

extension DataPackage {
  /// The package's descriptor for those who download the tables, after Data Package v2.
  ///
  /// Each table is a CSV file beside the descriptor. Private columns are not there, nor are keys
  /// that need them. Titles and descriptions are in the first language under their plain name and
  /// in each further language under `title@en`, as the site's own descriptor may write them.
  ///
  /// - Parameter homepage: the address of the page about the data, where the descriptor names none.
  package func publishedDescriptor(homepage: String?) -> JSONDocument {
    let package = descriptor
    var members: [(key: String, value: JSONDocument)] = [
      ("$schema", "https://datapackage.org/profiles/2.0/datapackage.json"),
      ("name", .text(package.name ?? "data")),
    ]
    members += package.title.members("title") + package.description.members("description")
    if let homepage = package.homepage ?? homepage { members.append(("homepage", .text(homepage))) }
    if let version = package.version { members.append(("version", .text(version))) }
    if let created = package.created { members.append(("created", .text(created))) }
    if !package.keywords.isEmpty { members.append(("keywords", .texts(package.keywords))) }
    members += package.licenses.member("licenses")
    members += package.sources.member("sources")
    let contributors = package.contributors.map(\.document)
    if !contributors.isEmpty { members.append(("contributors", .list(contributors))) }
    members.append(("resources", .list(tables.map(resourceDocument))))
    return .object(members)
  }

  private func resourceDocument(_ table: Table) -> JSONDocument {
    let resource = descriptor.resource(table.name)
    var members: [(key: String, value: JSONDocument)] = [
      ("name", .text(table.name)), ("type", "table"), ("path", .text(table.name + ".csv")),
    ]
    members += (resource?.title).members("title")
    members += (resource?.description).members("description")
    members += [("format", "csv"), ("mediatype", "text/csv"), ("encoding", "utf-8")]
    let digest = table.publishedDigest
    members.append(("bytes", .count(digest.bytes)))
    members.append(("hash", .text("sha256:" + digest.hex)))
    members += (resource?.licenses ?? []).member("licenses")
    members += (resource?.sources ?? []).member("sources")
    if let coverage = resource?.coverage { members.append(("coverage", coverage.document)) }
    members.append(("schema", schemaDocument(table)))
    return .object(members)
  }

  private func schemaDocument(_ table: Table) -> JSONDocument {
    let fields = table.publicFields
    var members: [(key: String, value: JSONDocument)] = [
      ("$schema", "https://datapackage.org/profiles/2.0/tableschema.json"),
      ("fields", .list(fields.map(\.document))), ("missingValues", [""].asDocument),
    ]
    let names = Set(fields.map(\.name))
    let key = table.schema.primaryKey
    if !key.isEmpty, names.isSuperset(of: key) { members.append(("primaryKey", .texts(key))) }
    let references = table.schema.foreignKeys.filter { reference in
      guard names.isSuperset(of: reference.fields) else { return false }
      let other = reference.resource.isEmpty ? table : self[reference.resource]
      return Set(other?.publicFields.map(\.name) ?? []).isSuperset(of: reference.referenceFields)
    }
    if !references.isEmpty {
      members.append(("foreignKeys", .list(references.map(\.document))))
    }
    return .object(members)
  }
}

extension Table {
  /// The columns that may leave the computer that builds the site.
  package var publicFields: [Field] { fields.filter { !$0.isPrivate } }
}

extension Table {
  /// Size and digest of the table's CSV file, by which those who download it can tell that they
  /// have all of it.
  fileprivate var publishedDigest: (bytes: Int, hex: String) {
    var digest = SHA256()
    csvText(self) { digest.add($0) }
    let bytes = digest.count
    return (bytes, digest.hex())
  }
}

extension [String] {
  fileprivate var asDocument: JSONDocument { .texts(self) }
}

extension Localized<String>? {
  /// `title` in the first language, `title@en` in the others.
  fileprivate func members(_ name: String) -> [(key: String, value: JSONDocument)] {
    (self?.pairs ?? []).enumerated().map { index, pair in
      (index == 0 ? name : "\(name)@\(pair.tag?.rawValue ?? "")", .text(pair.value))
    }
  }
}

extension ResourceCoverage {
  fileprivate var document: JSONDocument {
    .object(
      [("status", .text(status.rawValue)), ("as_of", .text(asOf.simplified.iso))]
        + note.members("note"))
  }
}

extension [License] {
  fileprivate func member(_ name: String) -> [(key: String, value: JSONDocument)] {
    let documents = compactMap { license -> JSONDocument? in
      // The standard asks for a name or a path.
      guard license.name != nil || license.path != nil else { return nil }
      return .object(
        [("name", license.name), ("path", license.path)].compactMap { key, text in
          text.map { (key, JSONDocument.text($0)) }
        } + license.title.members("title"))
    }
    return documents.isEmpty ? [] : [(name, .list(documents))]
  }
}

extension [Attribution] {
  fileprivate func member(_ name: String) -> [(key: String, value: JSONDocument)] {
    let documents = map { source in
      JSONDocument.object(
        source.title.members("title")
          + [("path", source.path), ("email", source.email), ("version", source.version)]
          .compactMap { key, text in text.map { (key, JSONDocument.text($0)) } })
    }
    return documents.isEmpty ? [] : [(name, .list(documents))]
  }
}

extension Contributor {
  fileprivate var document: JSONDocument {
    .object(
      title.members("title")
        + [("path", path), ("email", email), ("organization", organization)].compactMap {
          key, text in text.map { (key, JSONDocument.text($0)) }
        } + (roles.isEmpty ? [] : [("roles", .texts(roles))]))
  }
}

extension ForeignKey {
  fileprivate var document: JSONDocument {
    .members([
      "fields": .texts(fields),
      "reference": .members([
        "resource": .text(resource), "fields": .texts(referenceFields),
      ]),
    ])
  }
}

extension Field {
  fileprivate var document: JSONDocument {
    var members: [(key: String, value: JSONDocument)] = [
      ("name", .text(name)), ("type", .text(type.publishedName)),
    ]
    members += title.members("title") + description.members("description")
    members += unit.members("unit")
    if let example { members.append(("example", .text(example))) }
    if !categories.isEmpty {
      members.append(
        ("categories", .list(categories.map { $0.document(isNumber: type == .integer) })))
    }
    let rules = constraintMembers
    if !rules.isEmpty { members.append(("constraints", .object(rules))) }
    return .object(members)
  }

  private var constraintMembers: [(key: String, value: JSONDocument)] {
    var members: [(key: String, value: JSONDocument)] = []
    if constraints.required { members.append(("required", .flag(true))) }
    if constraints.unique { members.append(("unique", .flag(true))) }
    // Bounds of dates may be written in any way that this program reads; others read ISO only.
    if type == .integer || type == .number {
      if let minimum = constraints.minimum.flatMap({ ExactNumber($0) }) {
        members.append(("minimum", .number(minimum.plain)))
      }
      if let maximum = constraints.maximum.flatMap({ ExactNumber($0) }) {
        members.append(("maximum", .number(maximum.plain)))
      }
    }
    if type == .string {
      if let pattern = constraints.pattern { members.append(("pattern", .text(pattern))) }
      if !constraints.allowed.isEmpty { members.append(("enum", .texts(constraints.allowed))) }
    }
    return members
  }
}

extension Category {
  fileprivate func document(isNumber: Bool) -> JSONDocument {
    .object([("value", isNumber ? .number(value) : .text(value))] + label.members("label"))
  }
}

extension FieldType {
  /// The type in the words of the standard, which has no periods.
  package var publishedName: String {
    self == .period || self == .image ? "string" : rawValue
  }
}
