import SaanText
import Testing

@testable import SaanData

@Suite struct DescriptorTests {
  private func parse(_ text: String) -> (descriptor: PackageDescriptor, report: String) {
    let outcome = PackageDescriptor.parse(SourceFile(path: "data/datapackage.yaml", text: text))
    return (outcome.value, DiagnosticPrinter().text(outcome.diagnostics))
  }

  @Test func aWholeDescriptorIsRead() {
    let (package, report) = parse(
      """
      name: network
      title: {th: ข้อมูลเครือข่าย, en: Network data}
      description: คำอธิบาย
      description@en: Description
      version: 1.2.0
      created: 2024-05-01
      licenses: [{name: CC-BY-4.0, path: "https://creativecommons.org/licenses/by/4.0/"}]
      sources: [{title: พอช., path: "https://web.codi.or.th/"}]
      contributors: [{title: ทีมข้อมูล, roles: [editor], organization: เครือข่าย}]
      keywords: [กองทุน, funds]
      resources:
        - name: funds
          path: funds.xlsx
          sheet: กองทุน
          title: กองทุน
          dialect: {skipRows: 2, delimiter: ";"}
          schema:
            fields:
              - {name: id, type: string, constraints: {required: true, unique: true, pattern: "f-[0-9]+"}}
              - {name: name, title: {th: ชื่อ, en: Name}, aliases: [ชื่อกองทุน], example: กองทุนหนองบัว}
              - {name: name@en}
              - {name: members, type: integer, unit: คน, private: true, constraints: {minimum: 0, maximum: 9000}}
              - {name: status, constraints: {enum: [active, inactive], minLength: 1, maxLength: 9}}
            primaryKey: id
            foreignKeys: [{fields: [status], reference: {resource: "", fields: [name]}}]
            missingValues: ["-", ไม่มีข้อมูล]
      """)
    #expect(report == "")
    #expect(package.title?.exact(.english) == "Network data")
    #expect(package.description?.exact(.thai) == "คำอธิบาย")
    #expect(package.description?.exact(.english) == "Description")
    #expect(package.title?.resolved(for: Language.Tag("fr")).language == .thai)
    #expect(package.licenses.first?.name == "CC-BY-4.0")
    #expect(package.contributors.first?.roles == ["editor"])
    let resource = package.resource("funds")
    #expect(resource?.sheet == "กองทุน")
    #expect(resource?.dialect.skippedRows == 2)
    #expect(resource?.dialect.delimiter == UInt8(ascii: ";"))
    let schema = resource?.schema
    #expect(schema?.primaryKey == ["id"])
    #expect(schema?.missingValues == ["-", "ไม่มีข้อมูล"])
    #expect(schema?.field("name")?.aliases == ["ชื่อกองทุน"])
    #expect(schema?.field("name@en")?.language == .english)
    #expect(schema?.field("name@en")?.baseName == "name")
    #expect(schema?.field("members")?.isPrivate == true)
    #expect(schema?.field("members")?.constraints.maximum == "9000")
    #expect(schema?.foreignKeys.first?.referenceFields == ["name"])
  }

  @Test func unknownKeysAreMistakesWithAHint() {
    #expect(
      parse("resources:\n  - {name: a, path: a.csv, shema: {}}\n").report == """
        error[unknown-key]: resource has no key 'shema'
          --> data/datapackage.yaml:2:28
        2 |   - {name: a, path: a.csv, shema: {}}
          |                            ^^^^^
           = hint: did you mean 'schema'?

        """)
  }

  /// Descriptors with one mistake each, and the first line that tells it.
  static let mistakes: [(String, String)] = [
    ("", "error[empty-file]: the file is empty"),
    ("- a", "error[wrong-shape]: package must be a mapping"),
    ("name: [a]", "error[wrong-shape]: 'name' must be a text"),
    ("a: 'x", "error[broken-yaml]: this is not valid YAML: a quotation mark is never closed"),
    ("name: a\nname: b", "error[duplicate-key]: the key 'name' is given twice, first in line 1"),
    ("resources: [{name: a}]", "error[missing-key]: resource needs 'path'"),
    ("keywords: {a: b}", "error[wrong-shape]: 'keywords' must be a list"),
    (
      "resources: [{name: a, path: a.csv}, {name: a, path: b.csv}]",
      "error[duplicate-name]: resource 'a' is there twice"
    ),
    (
      "resources: [{name: a, path: a.csv, format: cvs}]",
      "error[unknown-format]: there is no data format 'cvs'"
    ),
    (
      "resources: [{name: a, path: a.csv, encoding: ebcdic}]",
      "error[wrong-encoding]: files in 'ebcdic' are not read, only UTF-8, UTF-16 and Windows Thai (CP874)"
    ),
    (
      "resources: [{name: a, path: a.csv, dialect: {delimiter: ab}}]",
      "error[wrong-shape]: 'delimiter' must be one ASCII character"
    ),
    (
      "resources: [{name: a, path: a.csv, dialect: {skipRows: -1}}]",
      "error[wrong-shape]: 'skipRows' must be a whole number"
    ),
    field("{name: b}, {name: b}", "error[duplicate-name]: field 'b' is there twice"),
    field("{name: b, type: int}", "error[unknown-type]: there is no field type 'int'"),
    field("{name: b, private: oui}", "error[wrong-shape]: 'private' must be true or false"),
    field(
      "{name: b, constraints: {pattern: '['}}",
      "error[bad-pattern]: '[' is not a regular expression"),
    field(
      "{name: b, type: date, constraints: {minimum: soon}}",
      "error[wrong-shape]: 'minimum' must be a value of type 'date'"),
    field(
      "{name: b}], primaryKey: c, x-fields: [", "error[unknown-field]: the schema has no field 'c'"),
    field(
      "{name: b}], foreignKeys: [{fields: b, reference: {resource: z, fields: c}}], x: [",
      "error[unknown-resource]: the package has no resource 'z'"),
    field(
      "{name: b}], foreignKeys: [{fields: b, reference: {fields: [b, b]}}], x: [",
      "error[unequal-keys]: the foreign key has 1 fields, its reference has 2"),
    field(
      "{name: b}, {name: c, type: integer}], foreignKeys: [{fields: c, reference: {fields: b}}], x: [",
      "error[unequal-types]: the foreign key's field 'c' has the type integer, 'b' string"),
  ]

  private static func field(_ fields: String, _ line: String) -> (String, String) {
    ("resources: [{name: a, path: a.csv, schema: {fields: [\(fields)]}}]", line)
  }

  @Test(arguments: mistakes)
  func everyMistakeIsTold(_ text: String, _ line: String) {
    #expect(parse(text).report.contains(line + "\n"))
  }

  @Test func aPackageIsLoadedWithItsKeysAcrossTables() async throws {
    let (package, report) = parse(
      """
      resources:
        - name: areas
          path: areas.csv
          schema: {fields: [{name: code}, {name: name}], primaryKey: code}
        - name: funds
          path: ./sub/funds.csv
          schema:
            fields: [{name: id}, {name: area}]
            foreignKeys: [{fields: area, reference: {resource: areas, fields: code}}]
        - {name: lost, path: ../../x.csv}
      """)
    #expect(report == "")
    let files = [
      "data/areas.csv": "code,name\n10,กรุงเทพมหานคร\n55,น่าน\n",
      "data/sub/funds.csv": "id,area\n1,10\n2,\n3,56\n4,55\n",
    ]
    let outcome = try await loadPackage(package, jobs: 2) { path in
      files[path].map { DataFile(path: path, bytes: Array($0.utf8)) }
    }
    #expect(outcome.value["funds"]?.count == 4)
    #expect(
      DiagnosticPrinter().text(outcome.diagnostics) == """
        error[missing-file]: table 'lost' has no file '../../x.csv'
          --> data/datapackage.yaml:10:24
        10 |   - {name: lost, path: ../../x.csv}
           |                        ^^^^^^^^^^^
           = hint: put the file there, or correct 'path'

        error[unknown-reference]: '56' is not in column 'code' of table 'areas'
          --> data/sub/funds.csv › row 4 › area
           = hint: did you mean '55'?

        """)
  }
}
