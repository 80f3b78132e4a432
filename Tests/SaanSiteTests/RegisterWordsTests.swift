import Testing

/// What the pages of a register say of sums below zero, of counts that may be too small, of wider
/// areas, and of notes on parts of it.
@Suite(.serialized) struct RegisterWordsTests {
  private static let site = [
    "site.yaml": """
    title: {th: เว็บ, en: Site}
    theme: commons
    base_url: https://example.org/
    collections:
      shops: {title: {th: ทะเบียนร้าน, en: Register of shops}, table: shops, totals: [profit], group: [province, district]}

    """
  ]

  private func pages(_ more: [String: String] = [:]) async throws -> [String: String] {
    try await TruthSite.pages(Self.site.merging(more) { $1 })
  }

  @Test func aSumBelowZeroIsNoLeast() async throws {
    let pages = try await pages()
    let english = try #require(pages["en/shops/index.html"])
    #expect(english.contains("among those recorded so far"), "\(english)")
    #expect(!english.contains("at least 15") && !english.contains("≥ -10"))
    let thai = try #require(pages["th/shops/index.html"])
    #expect(thai.contains("จากที่บันทึกไว้แล้ว"), "\(thai)")
  }

  @Test func countsByProvinceSayThatTheyAreLeasts() async throws {
    let pages = try await pages()
    let english = try #require(pages["en/shops/in/chiang-mai/index.html"])
    #expect(english.contains("Nan ≥ at least 1"), "\(english)")
    let thai = try #require(pages["th/shops/in/chiang-mai/index.html"])
    #expect(thai.contains("น่าน ≥ อย่างน้อย 1"), "\(thai)")
  }

  @Test func theTableIsCalledAsItsRegisterIs() async throws {
    let call = #"{{ chart(kind="bar", dataset="shops", areas="provinces", aggregate="count") }}"#
    let pages = try await pages([
      "content/a.th.md": "---\ntitle: ก\n---\n\(call)\n",
      "content/a.en.md": "---\ntitle: A\n---\n\(call)\n",
    ])
    let english = try #require(pages["en/a/index.html"])
    #expect(english.contains("Source: Register of shops"), "\(english)")
    let thai = try #require(pages["th/a/index.html"])
    #expect(thai.contains("แหล่งข้อมูล: ทะเบียนร้าน"), "\(thai)")
    let figure = try #require(pages["en/figures/profit/index.html"])
    #expect(figure.contains("Register of shops") && !figure.contains("“shops”"), "\(figure)")
  }

  @Test func widerAreasAreNoProvinces() async throws {
    let pages = try await pages([
      "content/data/shops.csv": """
      id,name,area,profit,age,as_of
      a,ร้านหนึ่ง,50,30,10,2022-01-01
      b,ร้านสอง,N,20,,2022-01-01
      c,ร้านสาม,TH,25,20,2022-01-01

      """
    ])
    let english = try #require(pages["en/shops/index.html"])
    let parts = english.split(separator: "Without a province")
    #expect(parts.count == 2 && parts[1].contains("Thailand"), "\(english)")
    #expect(parts[0].contains("By province") && !parts[0].contains("North ≥"), "\(english)")
    let thai = try #require(pages["th/shops/index.html"])
    #expect(thai.contains("ไม่ระบุจังหวัด"), "\(thai)")
    let list = try #require(pages["en/shops/in/chiang-mai/index.html"])
    #expect(!list.contains("Thailand ≥"), "\(list)")
  }

  @Test func aNoteStandsWithTheAreaThatItIsAbout() async throws {
    let pages = try await pages([
      "content/data/register_coverage.csv": """
      register,area,status,as_of,note,note@en
      shops,TH,complete,2021-09-30,เทียบแล้ว,Compared.
      shops,5001,partial,2022-03-01,ขาดสองร้าน,Two are missing.

      """,
      "content/data/areas.csv": """
      code,class,name,name@en,parent,slug
      TH,country,ไทย,Thailand,,thailand
      N,region,ภาคเหนือ,North,TH,north
      50,province,เชียงใหม่,Chiang Mai,N,chiang-mai
      55,province,น่าน,Nan,N,nan
      5001,district,เมืองเชียงใหม่,Mueang Chiang Mai,50,mueang

      """,
    ])
    let english = try #require(pages["en/shops/index.html"])
    #expect(
      english.contains("Compared. · Mueang Chiang Mai District: Two are missing."), "\(english)")
    #expect(english.contains("Records are still missing as of 1 March 2022"))
    let thai = try #require(pages["th/shops/index.html"])
    #expect(thai.contains("เทียบแล้ว · อำเภอเมืองเชียงใหม่ ขาดสองร้าน"), "\(thai)")
    let place = try #require(pages["en/shops/in/chiang-mai/index.html"])
    #expect(place.contains("Mueang Chiang Mai District: Two are missing."), "\(place)")
    #expect(!place.contains("Compared."))
    let other = try #require(pages["en/shops/in/nan/index.html"])
    #expect(other.contains("Compared."), "\(other)")
  }
}
