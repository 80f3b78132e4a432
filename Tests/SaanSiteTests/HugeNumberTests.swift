import SaanData
import SaanSite
import SaanText
import Testing

/// Numbers that no calculation can hold, in every place that takes a number: each is told, and none
/// stops the program.
@Suite struct HugeNumberTests {
  private static let huge = [
    "9223372036854775807", "-9223372036854775808", "9223372036854775808",
    "99999999999999999999999999999", "1e400", "-1e400", "1e-400", "1e18", "999999999999999999",
  ]

  /// Every number column of the tables that the program knows.
  private static let columns = KnownTable.all.flatMap { table in
    table.fields.filter { [.integer, .number].contains($0.type) }.map { (table.name, $0.name) }
  }

  /// A row of a table with a value in one column, and something that fits in the others.
  private func table(_ known: KnownTable, _ column: String, _ value: String) -> String {
    let cells = known.fields.map { field -> String in
      if field.name == column { return value }
      switch (field.name, field.type) {
      case ("area", _), ("code", _): return "TH"
      case ("class", _): return "country"
      case ("indicator", _), ("whole", _): return "funds.count"
      case ("source", _): return "new"
      case ("dataset", _): return known.name == "indicators" ? "gardens" : ""
      case ("aggregate", _): return "sum"
      case ("field", _): return "members"
      case (_, .integer), (_, .number): return "1"
      case (_, .period), (_, .date): return "2022-10-26"
      default: return field.constraints.required ? "x" : ""
      }
    }
    return known.fields.map(\.name).joined(separator: ",") + "\n"
      + cells.joined(separator: ",") + "\n"
  }

  @Test(arguments: ["9223372036854775807", "-9223372036854775807", "1e400", "999999999999999999"])
  func inEveryColumnOfAKnownTable(_ value: String) async throws {
    for (name, column) in Self.columns {
      let known = try #require(KnownTable.named(name))
      var site = TestSite.withData.with(["content/data/\(name).csv": table(known, column, value)])
      site.files["content/data/datapackage.yaml"] = nil
      let (outputs, found) = try await site.build()
      #expect(found.hasErrors || !outputs.isEmpty, "\(name).\(column) = \(value)")
    }
  }

  @Test(arguments: [
    ("areas", "tile_col"), ("areas", "tile_row"), ("indicators", "unit_multiplier"),
    ("indicators", "precision"),
  ])
  func whatIsCalculatedWithHasARange(_ name: String, _ column: String) async throws {
    let known = try #require(KnownTable.named(name))
    for value in ["9223372036854775807", "-9223372036854775807", "1000"] {
      var site = TestSite.withData.with(["content/data/\(name).csv": table(known, column, value)])
      site.files["content/data/datapackage.yaml"] = nil
      let found = try await inspect(site.tree, site.options()).diagnostics.all
        .filter { $0.code == "out-of-range" }
      #expect(found.count == 1, "\(name).\(column) = \(value)")
      #expect(
        found.first?.place
          == .cell(path: "content/data/\(name).csv", sheet: nil, row: 2, column: column))
    }
  }

  @Test(arguments: Self.huge + ["0", "-1", "1.5", "x"])
  func inEverySetting(_ value: String) async throws {
    let settings = [
      ("site.yaml", "per_page: 2", "per_page: \(value)"),
      ("site.yaml", "theme: plain", "theme: plain\nbudgets: {page: \(value)}"),
      ("site.yaml", "theme: plain", "theme: plain\nbudgets: {chart: \(value)}"),
      ("content/index.th.md", "title: หน้าแรก", "title: หน้าแรก\nweight: \(value)x"),
    ]
    for (path, old, new) in settings {
      let site = TestSite().replacing(old, with: new, in: path)
      let found = try await inspect(site.tree, site.options()).diagnostics.all
        .filter { $0.severity == .error }
      #expect(found.count == 1, "\(new)")
      guard case .span = found.first?.place else {
        Issue.record("\(new) has no place")
        continue
      }
    }
  }

  @Test func inTextsOfYAML() async throws {
    for value in Self.huge.prefix(7).dropFirst(2) where !value.hasPrefix("-9") {
      let site = TestSite().with(["content/a.th.md": "---\ntitle: ก\nextra: {n: [\(value)]}\n---\n"]
      )
      let report = try await site.check()
      #expect(report.hasPrefix("error[number-out-of-range]"), "\(value)")
      #expect(report.contains("--> content/a.th.md:3:13"))
    }
    let quoted = TestSite().with([
      "content/a.th.md":
        "---\ntitle: ก\nextra: {n: \"99999999999999999999\", m: 0812, p: nan}\n---\n",
      "themes/plain/templates/page.html":
        "{{ page.extra.n }} {{ page.extra.m }} {{ page.extra.p }}",
      "content/index.en.md": "---\ntitle: H\nextra: {n: 1, m: 2, p: 3}\n---\n",
      "content/index.th.md": "---\ntitle: H\nextra: {n: 1, m: 2, p: 3}\n---\n",
    ])
    let outputs = try await quoted.build().outputs
    #expect(outputs["th/a/index.html"] == "99999999999999999999 0812 nan")
  }

  @Test(arguments: Self.huge)
  func inTheRulesOfATable(_ value: String) {
    for rule in ["minimum", "maximum", "minLength", "maxLength"] {
      let text = """
        name: x
        resources:
          - name: t
            path: t.csv
            dialect: {skipRows: 0}
            schema: {fields: [{name: a, type: \(rule.hasSuffix("Length") ? "string" : "number"), constraints: {\(rule): \(value)}}]}
        """
      let outcome = PackageDescriptor.parse(SourceFile(path: "datapackage.yaml", text: text))
      guard let resource = outcome.value.resources.first else { continue }
      let file = DataFile(path: "t.csv", bytes: Array("a\n\(value)\n5\n".utf8))
      #expect(readTable(file, as: resource).value != nil)
    }
    for key in ["skipRows: \(value)", "headerRows: [\(value)]"] {
      let text = "name: x\nresources: [{name: t, path: t.csv, dialect: {\(key)}}]\n"
      let outcome = PackageDescriptor.parse(SourceFile(path: "datapackage.yaml", text: text))
      let file = DataFile(path: "t.csv", bytes: Array("a\n1\n".utf8))
      let resource = outcome.value.resources.first ?? Resource(name: "t", path: "t.csv")
      let found = readTable(file, as: resource).diagnostics.all + outcome.diagnostics.all
      #expect(found.contains { $0.severity == .error }, "\(key)")
    }
  }
}
