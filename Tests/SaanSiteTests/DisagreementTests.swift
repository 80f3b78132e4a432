import SaanPublish
import SaanSite
import SaanText
import Testing

/// The page of what sources disagree about.
@Suite struct DisagreementTests {
  /// The page in both languages, with these values and reconciliations.
  private func pages(
    _ values: String, reconciliations: String = ""
  ) async throws -> (th: String, en: String, told: Set<String>) {
    let site = Specimen.commons([
      "site.yaml": "title: {th: เว็บ, en: Site}\nbase_url: https://a.example/\ntheme: commons\n",
      "content/data/areas.csv": "code,class,name,parent\nTH,country,ไทย,\n10,province,กทม,TH\n",
      "content/data/sources.csv": "id,title,producer\na,เล่มหนึ่ง,ก\nb,เล่มสอง,ข\nc,เล่มสาม,ค\n",
      "content/data/indicators.csv":
        "id,name,name@en,unit,unit@en\nfunds,กองทุน,Funds,กองทุน,funds\n",
      "content/data/observations.csv":
        "indicator,area,as_of,as_of_basis,value,source,rank,unit,unit@en\n" + values,
      "content/data/reconciliations.csv":
        "id,indicator,area,sources,cause,status,preferred,reason,reason@en\n" + reconciliations,
    ])
    let result = try await build(site, Specimen.options, into: MemorySink())
    func page(_ language: String) -> String {
      String(
        decoding: result.report?["\(language)/figures/disagreements/index.html"] ?? [],
        as: UTF8.self)
    }
    return (page("th"), page("en"), Set(result.diagnostics.all.map(\.code)))
  }

  @Test func theDifferenceIsSaidInWordsAndPerCent() async throws {
    let found = try await pages(
      "funds,TH,2022,stated,5915,a,preferred,,\nfunds,TH,2022,stated,5913,b,,,\nfunds,TH,2022,stated,8000.5,c,,,\n"
    )
    #expect(found.en.contains("2 funds below the first value (0.03%)"))
    #expect(found.en.contains("2,085.5 funds above the first value (35.26%)"))
    #expect(found.th.contains("น้อยกว่าค่าแรก 2 กองทุน (ร้อยละ 0.03)"))
    #expect(found.th.contains("มากกว่าค่าแรก 2,085.5 กองทุน (ร้อยละ 35.26)"))
  }

  @Test func whatRoundsToNothingIsSaidToBeLess() async throws {
    let found = try await pages(
      "funds,TH,2022,stated,20413,a,preferred,,\nfunds,TH,2022,stated,20412.35,b,,,\n")
    #expect(found.en.contains("0.65 funds below the first value (less than 0.01%)"))
    #expect(found.th.contains("น้อยกว่าค่าแรก 0.65 กองทุน (ไม่ถึงร้อยละ 0.01)"))
  }

  @Test func valuesInUnlikeUnitsHaveNoDifference() async throws {
    let found = try await pages(
      "funds,TH,2022,stated,12,a,preferred,,\nfunds,TH,2022,stated,30,b,,กลุ่ม,groups\n")
    #expect(found.en.contains(">30 groups</data>") && !found.en.contains("above the first value"))
  }

  @Test func aFirstValueOfZeroHasNoPerCent() async throws {
    let found = try await pages(
      "funds,TH,2022,stated,0,a,preferred,,\nfunds,TH,2022,stated,3,b,,,\n")
    #expect(found.en.contains("3 funds above the first value</span>"))
  }

  @Test func whatNobodyHasExplainedStandsThereToo() async throws {
    let found = try await pages(
      "funds,TH,2022,stated,12,a,preferred,,\nfunds,TH,2022,stated,15,b,,,\n")
    #expect(found.told.contains("unreconciled"))
    #expect(found.en.contains("id=\"cause-not_reconciled\">Cause: not explained</h2>"))
    #expect(found.th.contains("id=\"cause-not_reconciled\">สาเหตุ: ยังไม่มีใครบันทึกสาเหตุ</h2>"))
    #expect(found.en.contains("nobody has looked into it yet"))
  }

  @Test func theEndsOfARangeAreNoDisagreement() async throws {
    let range = [
      "funds,TH,2021,,stated,20,s,,at_least,20 ถึง 35 กองทุน,,",
      "funds,TH,2021,,stated,35,s,,at_most,20 ถึง 35 กองทุน,,",
    ]
    func site(_ rows: [String]) -> [String: String] {
      TruthSite.values(rows.map { $0.replacing(",s,", with: ",new,") }.joined(separator: "\n"))
    }
    #expect(!(try await TruthSite.told(site(range))).contains("duplicate-observation"))
    let pages = try await TruthSite.pages(site(range))
    let page = try #require(pages["en/figures/funds/index.html"])
    #expect(page.contains("at least 20 funds") && page.contains("at most 35 funds"), "\(page)")
    #expect(
      !page.contains("; sources disagree") && !page.contains("Why the sources differ"), "\(page)")
    // The order of the two rows decides nothing.
    let turned = try await TruthSite.pages(site(range.reversed()))
    let country = try #require(turned["en/country/index.html"])
    #expect(country.contains("at least 20 funds") && !country.contains("at most"), "\(country)")
    // Ends that no number lies between do contradict each other.
    let crossed = try await TruthSite.told(site([range[0], range[1].replacing("35", with: "15")]))
    #expect(crossed.contains("unreconciled"), "\(crossed)")
  }

  @Test func whatCanBeTrueBesideTheNumberShownIsNoOther() async throws {
    let values = """
      funds,TH,2022,,stated,242674,new,,,"242,674 funds",,
      funds,TH,2022,,stated,240000,new,,more_than,"more than 240,000 funds",,
      funds,TH,2022,,stated,230000,old,,,,,
      """
    let home = "---\ntitle: Site\nfigures: [funds]\n---\nA\n"
    let tree = TruthSite.tree(
      TruthSite.values(values).merging(["content/index.en.md": home]) { $1 })
    let built = try await build(tree, Specimen.options, into: MemorySink()).report
    let page = String(decoding: try #require(built?["en/index.html"]), as: UTF8.self)
    #expect(
      page.contains("class=\"differ agreeing\"><span class=\"visually-hidden\">Another value is"))
    #expect(page.contains("class=\"differ\"><span class=\"visually-hidden\">Another value is"))
  }

  @Test func causesAndStatusesAreGroups() async throws {
    let found = try await pages(
      """
      funds,TH,2022,stated,12,a,preferred,,
      funds,TH,2022,stated,15,b,,,
      funds,10,2022,stated,4,a,preferred,,
      funds,10,2022,stated,5,b,,,

      """,
      reconciliations: """
        one,funds,TH,,different_scope,asked_source,a,ขอบเขตต่าง,another scope
        two,funds,10,,typing_error,explained,a,พิมพ์ผิด,misprinted

        """)
    let ids = ["cause-different_scope", "cause-typing_error"]
    #expect(ids.allSatisfy { found.en.contains("<h2 id=\"\($0)\">") })
    #expect(ids.allSatisfy { found.en.contains("<a href=\"#\($0)\">") })
    #expect(
      found.en.contains(
        "<h3>Status of the question: the source has been asked <span class=\"small\">1 figure</span>"
      ))
    #expect(found.en.contains("another scope") && found.en.contains("misprinted"))
    #expect(found.told.isDisjoint(with: ["unreconciled", "nothing-to-reconcile"]))
  }

  @Test func aDisagreementAboutAnEarlierYearIsThere() async throws {
    let found = try await pages(
      """
      funds,TH,2022,stated,12,a,,,
      funds,TH,2014,stated,9,b,,,
      funds,TH,2014,stated,7,c,,,

      """, reconciliations: "one,funds,TH,b; c,different_scope,open,c,ต่างกัน,they differ\n")
    #expect(found.told.isDisjoint(with: ["unreconciled", "nothing-to-reconcile"]))
    // The value that the reconciliation prefers comes first.
    let first = found.en.firstRange(of: ">7 funds</data>")?.lowerBound
    let second = found.en.firstRange(of: ">9 funds</data>")?.lowerBound
    #expect(first != nil && second != nil && first! < second!)
    #expect(found.en.contains("2 funds above the first value (28.57%)"))
  }

  @Test func roundingThatSomebodyExplainsIsThere() async throws {
    let values = "funds,TH,2022,stated,20413,a,preferred,,\nfunds,TH,2022,stated,20412.6,b,,,\n"
    let quiet = try await pages(values)
    #expect(quiet.en.contains("No values that this site has published differ from each other."))
    let told = try await pages(
      values, reconciliations: "one,funds,TH,a; b,rounding,explained,a,ปัดเศษ,rounded\n")
    #expect(!told.told.contains("nothing-to-reconcile"))
    #expect(told.en.contains("0.4 funds below the first value (less than 0.01%)"))
  }

  @Test func aReconciliationOfEqualValuesIsStillNeedless() async throws {
    let found = try await pages(
      "funds,TH,2022,stated,12,a,preferred,,\nfunds,TH,2022,stated,12,b,,,\n",
      reconciliations: "one,funds,TH,a; b,rounding,explained,a,ปัดเศษ,rounded\n")
    #expect(found.told.contains("nothing-to-reconcile"))
    #expect(found.th.contains("ค่าที่เผยแพร่ในเว็บนี้ไม่มีค่าใดขัดกัน"))
  }

  @Test(arguments: ["th", "en"])
  func homeFiguresAndDataLeadThere(_ language: String) async throws {
    let outputs = try await Specimen.outputs
    let link = "href=\"/below/\(language)/figures/disagreements/\""
    for place in ["", "figures/", "figures/gardens-count/", "data/", "sources/"] {
      let page = try #require(outputs["\(language)/\(place)index.html"])
      #expect(page.contains(link), "\(place)")
    }
  }
}
