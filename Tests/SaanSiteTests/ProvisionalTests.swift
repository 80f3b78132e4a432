import SaanModel
import SaanSite
import SaanText
import Testing

/// What may still change or is but planned is said wherever its number stands, as "about" is.
@Suite struct ProvisionalTests {
  private static let outputs = Task {
    var tree = RichPlaces.tree([
      "content/data/sources.csv":
        "id,title,title@en,producer,producer@en\na,แผนงบประมาณ,A budget,ผู้ทำ,Maker\n",
      "content/data/indicators.csv": """
      id,name,name@en,unit,unit@en,unit_one@en,precision,stat_type,aggregation,numerator,denominator
      budget,งบประมาณ,Budget,บาท,baht,baht,0,count,sum,,
      people,ประชากร,People,คน,people,person,0,count,none,,
      each,งบประมาณต่อคน,Budget per person,บาทต่อคน,baht per person,baht per person,1,ratio,none,budget,people
      """,
      "content/data/observations.csv": """
      indicator,area,as_of,as_of_basis,value,status,source
      budget,50,2022,stated,500,P,a
      budget,51,2022,stated,300,A,a
      people,50,2022,stated,100,A,a

      """,
    ])
    let calls =
      "{{ figure(\"budget\", area=\"50\") }}\n\n{{ figure(\"budget\", area=\"50\", unit=false) }}\n\n"
      + "{{ figure(\"budget\", area=\"51\") }}\n\n{{ figure(\"each\", area=\"50\") }}\n\n"
      + "{{ figure(\"budget\") }}\n\n{{ chart(\"bar\", figure=\"budget\", areas=[\"50\", \"51\"]) }}\n"
    for (language, title) in [("th", "งบ"), ("en", "Money")] {
      tree.add(
        "content/money.\(language).md", Array("---\ntitle: \(title)\n---\n\(calls)".utf8))
    }
    return try await RichPlaces.pages(tree)
  }

  private func page(_ path: String) async throws -> String {
    let text = try #require(try await Self.outputs.value[path + "index.html"], "\(path)")
    return text.between("<main", "</main>").withoutTags
  }

  @Test func textsThatStateItSayIt() async throws {
    let english = try await page("en/money/")
    #expect(english.contains("500 baht (provisional or planned)"), "\(english)")
    #expect(english.contains("500 (provisional or planned)"))
    #expect(!english.contains("300 baht (provisional"))
    #expect(english.contains("5 baht per person (provisional or planned)"))
    #expect(english.contains("at least 800 baht (provisional or planned)"))
    let thai = try await page("th/money/")
    #expect(thai.contains("500 บาท (ตัวเลขเบื้องต้นหรือแผน)"), "\(thai)")
    #expect(thai.contains("อย่างน้อย 800 บาท (ตัวเลขเบื้องต้นหรือแผน)"))
    let chart = try #require(try await Self.outputs.value["en/money/index.html"])
    #expect(chart.contains("<span class=\"chart-remark\">provisional or planned</span>"))
  }

  @Test func thePageOfThePlaceSaysIt() async throws {
    let english = try await page("en/provinces/p50/")
    #expect(english.contains("provisional or planned"), "\(english)")
    #expect(english.contains("(budget; provisional or planned, in 2022)"), "\(english)")
    let thai = try await page("th/provinces/p50/")
    #expect(thai.contains("ตัวเลขเบื้องต้นหรือแผน"), "\(thai)")
  }

  @Test func theFiguresPageAndItsCitationSayIt() async throws {
    for (path, word) in [
      ("en/figures/budget/", "provisional or planned"),
      ("th/figures/budget/", "ตัวเลขเบื้องต้นหรือแผน"),
    ] {
      let text = try await page(path)
      #expect(text.components(of: word) > 2, "\(text)")
    }
    let english = try await page("en/figures/budget/")
    #expect(english.contains("800 baht (provisional or planned) ("), "\(english)")
  }
}

extension String {
  fileprivate func components(of word: String) -> Int { ranges(of: word).count }
}
