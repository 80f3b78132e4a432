import SaanPublish
import SaanSite
import SaanText
import Testing

/// Figures and tables as readers and programs get them.
@Suite struct OpenDataTests {
  private func outputs() async throws -> [String: String] {
    let (outputs, diagnostics) = try await TestSite.withData.build()
    #expect(DiagnosticPrinter().text(diagnostics) == "")
    return outputs
  }

  @Test func aFigurePageShowsEveryValueAndSaysWhyOneIsShown() async throws {
    let page = try #require(try await outputs()["en/figures/funds-count/index.html"])
    #expect(page.contains("newest:5,915"))
    #expect(
      page.contains("5,915 เล่มใหม่ 2022-10-26 shown=True;4,101 เล่มเก่า 2013-08-31 shown=False;"))
    #expect(page.contains("<svg"))
    #expect(page.contains("Funds: 5,915 กองทุน (as of 26 October 2022)"))
    #expect(page.contains("https://example.org/en/figures/funds-count/"))
  }

  @Test func aFigurePageNamesTheSentencesThatUseIt() async throws {
    let page = try #require(try await outputs()["th/figures/funds-count/index.html"])
    #expect(page.contains("/th/about/: ทั้งประเทศมี 5,915 กองทุน แล้ว"))
  }

  @Test func theListNamesEveryIndicator() async throws {
    let list = try await outputs()["en/figures/index.html"]
    #expect(list?.contains("<a href=\"/en/figures/funds-count/\">Funds: 5,915 กองทุน</a>") == true)
  }

  @Test func anIndicatorsValuesAreFiles() async throws {
    let outputs = try await outputs()
    let csv = try #require(outputs["figures/funds-count.csv"])
    #expect(
      csv.contains("funds.count,TH,,ไทย,2013-08-31,stated,4101,exact,กองทุน,A,normal,false,old"))
    #expect(outputs["figures/funds-count.json"]?.contains("\"value\": 5915,") == true)
  }

  @Test func privateColumnsAreNowhere() async throws {
    for (path, text) in try await outputs() {
      #expect(!text.contains("Somebody"), "\(path)")
      #expect(!text.contains("treasurer"), "\(path)")
    }
  }

  @Test func aTextThatASpreadsheetWouldCalculateIsDisarmed() async throws {
    let outputs = try await outputs()
    let rows = "id,name,members\r\na,=1+1,12\r\nb,กองทุนบ้านใหม่,7\r\n"
    #expect(outputs["data/gardens.csv"] == rows)
    #expect(
      outputs["data/gardens-excel.csv"] == "\u{FEFF}" + rows.replacing("=1+1", with: "'=1+1"))
    #expect(outputs["data/gardens.json"]?.contains("\"name\": \"=1+1\", \"members\": 12") == true)
  }

  @Test func theTablesAreDescribedForMachines() async throws {
    let outputs = try await outputs()
    let package = try #require(outputs["data/datapackage.json"])
    #expect(package.contains("\"path\": \"gardens.csv\""))
    #expect(package.contains("\"title@en\": \"Gardens\""))
    #expect(package.contains("\"bytes\": \(outputs["data/gardens.csv"]?.utf8.count ?? 0),"))
    #expect(
      package.contains(
        "\"sha256:c100181a45b5e86588ad3a10e553b2e48006a9fcc1883f0f01de59fac3639f47\""))
    let record = try #require(outputs["data/gardens/dataset.json"])
    for name in [
      "data_type", "title", "owner_org", "maintainer", "maintainer_email", "tag_string", "notes",
      "objective", "update_frequency_unit", "geo_coverage", "data_source", "data_format",
      "data_category", "license_id",
    ] {
      #expect(record.contains("\"\(name)\": "), "\(name)")
    }
    #expect(record.contains("data@example.org"))
    #expect(outputs["data/catalog.jsonld"]?.contains("dcat:Catalog") == true)
    #expect(outputs["en/data/gardens/index.html"]?.contains("\"@type\": \"Dataset\"") == true)
  }

  @Test func theArchiveAndTheDatabaseAreTheSameEveryTime() async throws {
    var made: [[String: [UInt8]]] = []
    for jobs in [1, 2] {
      let site = TestSite.withData
      let result = try await build(site.tree, site.options(jobs: jobs), into: MemorySink())
      made.append(result.report ?? [:])
    }
    for path in ["data/test-data.zip", "data/test-data.sqlite"] {
      let bytes = try #require(made[0][path])
      #expect(bytes == made[1][path])
      #expect(bytes.starts(with: path.hasSuffix("zip") ? "PK".utf8 : "SQLite format 3".utf8))
    }
  }

  @Test func whatNobodyHasDescribedIsNotHandedOut() async throws {
    var site = TestSite.withData
    site.files["content/data/datapackage.yaml"] = nil
    let outputs = try await site.build().outputs
    #expect(!outputs.keys.contains { $0.hasPrefix("data/") })
    #expect(outputs["en/figures/funds-count/index.html"] != nil)
  }

  @Test func aThemeWithoutTemplatesForFiguresHasNoPagesOfThem() async throws {
    var site = TestSite.withData
    site.files["themes/plain/templates/figure.html"] = nil
    let outputs = try await site.build().outputs
    #expect(!outputs.keys.contains { $0.contains("figures/") })
  }
}
