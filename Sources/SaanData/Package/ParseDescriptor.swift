import SaanText

extension PackageDescriptor {
  /// Reads a descriptor in YAML or JSON, with all its mistakes.
  ///
  /// - Parameters:
  ///   - defaultLanguage: of texts and columns that name none.
  ///   - file: gives a file beside the descriptor, where it names one for a schema.
  package static func parse(
    _ source: SourceFile, defaultLanguage: Language.Tag = .thai,
    file: (String) -> SourceFile? = { _ in nil }
  ) -> Outcome<PackageDescriptor> {
    var found = Diagnostics()
    var descriptor = PackageDescriptor(path: source.path)
    if source.path.hasSuffix(".json"), let mistake = JSONReader.mistake(in: source) {
      return Outcome(descriptor, Diagnostics([mistake]))
    }
    if let root = readDataYAML(source).value(reportingTo: &found) {
      descriptor = read(root, path: source.path, language: defaultLanguage, file: file)
        .value(reportingTo: &found)
      descriptor.root = root
    }
    return Outcome(descriptor, found)
  }

  /// What a document says, mistakes and all.
  static func read(
    _ root: YAMLNode, path: String, language: Language.Tag, file: (String) -> SourceFile?
  ) -> Outcome<PackageDescriptor> {
    withoutActuallyEscaping(file) { file in
      var reader = DescriptorReading(language: language, file: file, found: Diagnostics())
      let descriptor = reader.package(root, path: path)
      return Outcome(descriptor, reader.found)
    }
  }
}

/// Reads the parts of a descriptor and keeps the mistakes.
///
/// A part that is wrong is told and left out, and the rest is read on, for a descriptor is written
/// by hand and its author wants all mistakes at once. Of the standard's keys those are passed over
/// that change nothing in what a table says; those that would change it and are not supported are
/// told.
private struct DescriptorReading {
  let language: Language.Tag
  let file: (String) -> SourceFile?
  var found: Diagnostics

  mutating func package(_ root: YAMLNode, path: String) -> PackageDescriptor {
    var package = PackageDescriptor(path: path)
    guard var map = DescriptorMapping(root, Wording(en: "package", th: "ชุดข้อมูล"), &found) else {
      return package
    }
    package.name = map.text("name", &found)
    if let name = package.name, !isName(name, &map) { package.name = nil }
    package.title = map.localized("title", language, &found)
    package.description = map.localized("description", language, &found)
    package.version = map.text("version", &found)
    package.created = map.text("created", &found)
    package.homepage = address("homepage", &map)
    package.keywords = map.texts("keywords", &found)
    package.licenses = map.list("licenses", &found).compactMap { license($0) }
    package.sources = map.list("sources", &found).compactMap { attribution($0) }
    package.contributors = map.list("contributors", &found).compactMap { contributor($0) }
    for key in ["$schema", "profile", "id", "image"] { _ = map.take(key) }
    for item in map.list("resources", &found) {
      guard let resource = resource(item) else { continue }
      if package.resource(resource.name) != nil {
        found.add(
          .duplicateName(
            Wording(en: "resource", th: "ตาราง"), resource.name, at: item.place))
        continue
      }
      package.resources.append(resource)
    }
    map.finish(&found)
    checkReferences(package)
    return package
  }

  private mutating func resource(_ item: YAMLNode) -> Resource? {
    guard var map = DescriptorMapping(item, Wording(en: "resource", th: "ตาราง"), &found) else {
      return nil
    }
    var name = map.requiredText("name", &found)
    if let written = name, !isName(written, &map) { name = slug(written) ?? "table" }
    let paths = map.texts("path", &found)
    if paths.isEmpty { _ = map.requiredText("path", &found) }
    var resource = Resource(name: name ?? "", path: paths.first ?? "")
    resource.span = (map.take("path") ?? item).span
    resource.title = map.localized("title", language, &found)
    resource.description = map.localized("description", language, &found)
    resource.language = language
    resource.format = map.text("format", &found)
    if let format = resource.format, DataFormat.named(format) == nil {
      found.add(.unknownFormat(format, at: map.take("format")?.place))
    }
    resource.encoding = map.text("encoding", &found)
    if let encoding = resource.encoding, !["utf-8", "utf8"].contains(encoding.lowercased()),
      OtherEncoding(name: encoding) == nil
    {
      found.add(.unsupportedEncoding(encoding, at: map.take("encoding")?.place))
    }
    for key in Self.resourceKeys { _ = map.take(key) }
    for key in ["data", "jsonpath"] {
      if let item = map.take(key) { found.add(.unsupportedKey(key, at: item.place)) }
    }
    resource.sources = map.list("sources", &found).compactMap { attribution($0) }
    resource.licenses = map.list("licenses", &found).compactMap { license($0) }
    if let item = map.take("dialect") {
      let (dialect, sheet) = DialectReading.read(item, &found)
      resource.dialect = dialect
      resource.sheet = resource.sheet ?? sheet
    }
    resource.coverage = map.take("coverage").flatMap { CoverageReading.read($0, language, &found) }
    resource.schema = map.take("schema").flatMap { self.schema($0) }
    resource.joined.furtherPaths = Array(paths.dropFirst())
    ShapeReading.read(&map, into: &resource, &found)
    map.finish(&found)
    return name == nil || paths.isEmpty ? nil : resource
  }

  /// An address that pages will link to; one that they must not is told and left out.
  private mutating func address(_ key: String, _ map: inout DescriptorMapping) -> String? {
    guard let text = map.text(key, &found) else { return nil }
    guard let mistake = AddressMistake(inWhole: text) else { return text }
    found.add(.badAddress(text, mistake, at: (map.take(key) ?? map.owner).place))
    return nil
  }

  /// Whether a name is as the standard has it; it is part of the addresses of files.
  private mutating func isName(_ text: String, _ map: inout DescriptorMapping) -> Bool {
    let isPlain = text.utf8.allSatisfy { byte in
      byte &- 0x61 < 26 || byte &- 0x30 < 10 || "-_.".utf8.contains(byte)
    }
    if isPlain, text.utf8.first != UInt8(ascii: ".") { return true }
    found.add(.badName(text, map.kind, at: (map.take("name") ?? map.owner).place))
    return false
  }

  /// Keys of the standard that say nothing a table needs to be read.
  private static let resourceKeys = [
    "profile", "$schema", "id", "mediatype", "bytes", "hash", "type", "homepage", "version",
    "contributors",
  ]

  /// A schema, or the path of a file that holds one.
  private mutating func schema(_ item: YAMLNode) -> TableSchema? {
    if let path = item.text {
      guard let source = file(path) else {
        found.add(.missingSchemaFile(path, at: item.place))
        return nil
      }
      return readDataYAML(source).value(reportingTo: &found).flatMap { self.schema($0) }
    }
    guard var map = DescriptorMapping(item, Wording(en: "schema", th: "schema"), &found) else {
      return nil
    }
    var schema = TableSchema(fields: [])
    for item in map.list("fields", &found) {
      guard let field = field(item) else { continue }
      if schema.field(field.name) != nil {
        found.add(
          .duplicateName(Wording(en: "field", th: "คอลัมน์"), field.name, at: item.place))
        continue
      }
      schema.fields.append(field)
    }
    schema.missingValues = map.texts("missingValues", &found)
    schema.primaryKey = map.texts("primaryKey", &found)
    let place = map.take("primaryKey")?.place ?? item.place
    for name in schema.primaryKey {
      checkField(name, of: schema, at: place)
      if schema.field(name)?.isPrivate == true { found.add(.privateKey(name, at: place)) }
    }
    schema.foreignKeys = map.list("foreignKeys", &found).compactMap { foreignKey($0, schema) }
    if let node = map.take("areaColumns") {
      schema.areaColumns = AreaColumns(node, of: schema.fields, &found)
    }
    for key in ["$schema", "profile", "name", "title", "description", "fieldsMatch"] {
      _ = map.take(key)
    }
    schema.uniqueKeys = map.list("uniqueKeys", &found).map { key in
      let names = (key.elements ?? [key]).compactMap(\.scalar)
      for name in names { checkField(name, of: schema, at: key.place) }
      return names
    }
    map.finish(&found)
    return schema
  }

  private mutating func field(_ item: YAMLNode) -> Field? {
    guard var map = DescriptorMapping(item, Wording(en: "field", th: "คอลัมน์"), &found),
      let name = map.requiredText("name", &found)
    else { return nil }
    var field = Field(untyped: name)
    if let type = map.text("type", &found) {
      if let known = FieldType(rawValue: type) {
        field.type = known
      } else {
        found.add(.unknownType(type, at: map.take("type")?.place ?? item.place))
      }
    }
    field.title = map.localized("title", language, &found)
    field.description = map.localized("description", language, &found)
    field.unit = map.localized("unit", language, &found)
    field.isPrivate = map.flag("private", &found)
    field.isPublic = map.take("private")?.scalar == "false"
    field.aliases = map.texts("aliases", &found)
    field.example = map.text("example", &found)
    if let item = map.take("constraints") { field.constraints = constraints(item, field) }
    field.categories = map.list("categories", &found).compactMap { category($0) }
    // A fixed set is a rule as well, unless the constraints state one.
    if field.constraints.allowed.isEmpty {
      field.constraints.allowed = field.categories.map(\.value)
    }
    for key in ["rdfType", "categoriesOrdered"] { _ = map.take(key) }
    for (key, usual) in Self.usualForms {
      guard let item = map.take(key), let text = item.scalar, !usual.contains(text) else {
        continue
      }
      found.add(.unsupportedForm(key, text, at: item.place))
    }
    field.trueValues = map.texts("trueValues", &found)
    field.isBuddhist =
      map.choice("calendar", among: ["gregorian", "buddhist"], &found) == "buddhist"
    field.falseValues = map.texts("falseValues", &found)
    for key in ["missingValues"] {
      if let item = map.take(key) { found.add(.unsupportedKey(key, at: item.place)) }
    }
    map.finish(&found)
    return field
  }

  /// What the standard has words for and this program one way only, with the values that say so.
  private static let usualForms: [(key: String, values: [String])] = [
    ("groupChar", [",", ""]), ("decimalChar", ["."]), ("bareNumber", ["true"]),
    ("format", ["default", "any", "email", "uri", "uuid", "binary", "%Y-%m-%d", "%Y-%m", "%Y"]),
  ]

  /// A value with its label, or a value alone, which is its own label.
  private mutating func category(_ item: YAMLNode) -> Category? {
    if let value = item.scalar {
      return Category(value: value, label: nil)
    }
    guard var map = DescriptorMapping(item, Wording(en: "category", th: "หมวดของค่า"), &found),
      let value = map.requiredText("value", &found)
    else { return nil }
    let label = map.localized("label", language, &found)
    map.finish(&found)
    return Category(value: value, label: label)
  }

  private mutating func constraints(_ item: YAMLNode, _ field: Field) -> Constraints {
    var constraints = Constraints()
    guard var map = DescriptorMapping(item, Wording(en: "constraints", th: "constraints"), &found)
    else { return constraints }
    constraints.required = map.flag("required", &found)
    constraints.unique = map.flag("unique", &found)
    constraints.minimum = map.text("minimum", &found)
    constraints.maximum = map.text("maximum", &found)
    constraints.pattern = map.text("pattern", &found)
    constraints.allowed = map.texts("enum", &found)
    constraints.minLength = map.count("minLength", &found)
    constraints.maxLength = map.count("maxLength", &found)
    constraints.exclusiveMinimum = map.text("exclusiveMinimum", &found)
    constraints.exclusiveMaximum = map.text("exclusiveMaximum", &found)
    if let item = map.take("jsonSchema") {
      found.add(.unsupportedKey("jsonSchema", at: item.place))
    }
    for (key, bound) in [
      ("minimum", constraints.minimum), ("maximum", constraints.maximum),
      ("exclusiveMinimum", constraints.exclusiveMinimum),
      ("exclusiveMaximum", constraints.exclusiveMaximum),
    ] {
      guard let bound, ValueLimit(bound, type: field.type) == nil else { continue }
      found.add(
        .wrongShape(
          .quoted(key),
          Wording(en: "a value of type '\(field.type)'", th: "ค่าชนิด '\(field.type)'"),
          at: map.take(key)?.place ?? item.place))
    }
    if let pattern = constraints.pattern, RegularExpression(pattern) == nil {
      found.add(.badPattern(pattern, at: map.take("pattern")?.place ?? item.place))
    }
    map.finish(&found)
    return constraints
  }

  private mutating func foreignKey(_ item: YAMLNode, _ schema: TableSchema) -> ForeignKey? {
    guard
      var map = DescriptorMapping(item, Wording(en: "foreign key", th: "คีย์อ้างอิง"), &found)
    else { return nil }
    let fields = map.texts("fields", &found)
    for name in fields { checkField(name, of: schema, at: item.place) }
    guard let reference = map.take("reference") else {
      found.add(.missingKey("reference", map.kind, at: item.place))
      return nil
    }
    map.finish(&found)
    guard
      var target = DescriptorMapping(reference, Wording(en: "reference", th: "การอ้างอิง"), &found)
    else { return nil }
    let key = ForeignKey(
      fields: fields, resource: target.text("resource", &found) ?? "",
      referenceFields: target.texts("fields", &found))
    target.finish(&found)
    guard key.fields.count == key.referenceFields.count, !fields.isEmpty else {
      found.add(.unequalKeys(key.fields.count, key.referenceFields.count, at: item.place))
      return nil
    }
    return key
  }

  private mutating func checkField(_ name: String, of schema: TableSchema, at place: Place) {
    guard schema.field(name) == nil else { return }
    found.add(.unknownField(name, among: schema.fields.map(\.name), at: place))
  }

  /// Whether foreign keys name tables and fields that there are.
  private mutating func checkReferences(_ package: PackageDescriptor) {
    for resource in package.resources {
      for key in resource.schema?.foreignKeys ?? [] {
        let place = resource.span?.place ?? .file(path: package.path)
        guard let target = key.resource.isEmpty ? resource : package.resource(key.resource) else {
          // The gazetteer has the areas that no table of the site has.
          if key.leadsToAreas(from: resource.name) { continue }
          found.add(
            .unknownResource(key.resource, among: package.resources.map(\.name), at: place))
          continue
        }
        guard let schema = target.schema else { continue }
        for name in key.referenceFields { checkField(name, of: schema, at: place) }
        checkTypes(of: key, from: resource, to: schema, at: place)
      }
    }
  }

  /// Whether both ends of a foreign key can hold the same values.
  private mutating func checkTypes(
    of key: ForeignKey, from resource: Resource, to schema: TableSchema, at place: Place
  ) {
    for (name, target) in zip(key.fields, key.referenceFields) {
      guard let field = resource.schema?.field(name), let other = schema.field(target),
        field.type.storage != other.type.storage
      else { continue }
      found.add(.unequalTypes(field, other, at: place))
    }
  }

  private mutating func license(_ item: YAMLNode) -> License? {
    guard var map = DescriptorMapping(item, Wording(en: "license", th: "สัญญาอนุญาต"), &found) else {
      return nil
    }
    var license = License()
    license.name = map.text("name", &found)
    license.title = map.localized("title", language, &found)
    license.path = address("path", &map)
    map.finish(&found)
    return license
  }

  private mutating func attribution(_ item: YAMLNode) -> Attribution? {
    guard var map = DescriptorMapping(item, Wording(en: "source", th: "แหล่งข้อมูล"), &found) else {
      return nil
    }
    var source = Attribution()
    source.title = map.localized("title", language, &found)
    source.path = address("path", &map)
    source.email = map.text("email", &found)
    source.version = map.text("version", &found)
    map.finish(&found)
    return source
  }

  private mutating func contributor(_ item: YAMLNode) -> Contributor? {
    guard var map = DescriptorMapping(item, Wording(en: "contributor", th: "ผู้จัดทำ"), &found)
    else { return nil }
    var contributor = Contributor()
    contributor.title = map.localized("title", language, &found)
    contributor.path = address("path", &map)
    contributor.email = map.text("email", &found)
    contributor.organization = map.text("organization", &found)
    contributor.roles = map.texts("roles", &found)
    for key in ["role", "givenName", "familyName"] { _ = map.take(key) }
    map.finish(&found)
    return contributor
  }
}
