import SaanText
import Testing

/// A value of one district is told as that: not as its province's, in no count of provinces, on no
/// map and in no list.
@Suite struct PartsOfPlacesTests {
  private static let rows = TruthSite.values(
    """
    funds,3201,2021,,stated,120,new,,,,,
    funds,33,2021,,stated,50,new,,,,,
    funds,34,2020,,stated,45,new,,,,,
    members,3201,2021,,stated,7,new,,,,,
    """)

  @Test(arguments: [
    (
      "en", "1 of 2 districts has data: Mueang Surin",
      "1 of 3 provinces has data, and 1 province only in part",
      "1 of 5 provinces has data, but only in part: Mueang Surin"
    ),
    (
      "th", "มีข้อมูล 1 จาก 2 อำเภอ คืออำเภอเมืองสุรินทร์",
      "มีข้อมูล 1 จาก 3 จังหวัด และอีก 1 จังหวัดมีเพียงบางส่วน",
      "มีข้อมูลเพียงบางส่วน 1 จาก 5 จังหวัด คืออำเภอเมืองสุรินทร์"
    ),
  ])
  func aDistrictIsNotItsProvince(
    _ language: String, _ own: String, _ region: String, _ country: String
  ) async throws {
    let pages = try await TruthSite.pages(Self.rows)
    let province = try #require(pages["\(language)/provinces/surin/index.html"])
    #expect(province.contains(own), "\(province)")
    let around = try #require(pages["\(language)/regions/isan/index.html"])
    #expect(around.contains(region), "\(around)")
    let figure = try #require(pages["\(language)/figures/members/index.html"])
    #expect(figure.contains(country), "\(figure)")
  }

  @Test(arguments: [
    (
      "en",
      "1 province has figures of some places or organisations in it, none of the whole province yet",
      "4 provinces have figures of their own", "Surin 2 figures of parts of it"
    ),
    (
      "th", "1 จังหวัดมีตัวเลขเฉพาะบางพื้นที่หรือบางองค์กรในจังหวัด ยังไม่มีของทั้งจังหวัด",
      "4 จังหวัดมีตัวเลขของจังหวัดเอง", "สุรินทร์ 2 ตัวเลขของบางส่วน"
    ),
  ])
  func mapAndListTellPartsFromWholes(
    _ language: String, _ parts: String, _ wholes: String, _ name: String
  ) async throws {
    let pages = try await TruthSite.pages(Self.rows)
    let list = try #require(pages["\(language)/provinces/index.html"])
    #expect(list.contains(parts) && list.contains(wholes) && list.contains(name), "\(list)")
  }

  @Test(arguments: [
    ("en", "not added: only data for 2021 are added up"),
    ("th", "ไม่นำมารวม เพราะรวมเฉพาะข้อมูล พ.ศ. 2564"),
  ])
  func whatIsLeftOutNamesTheTimeThatIsAdded(_ language: String, _ reason: String) async throws {
    let pages = try await TruthSite.pages(Self.rows)
    let text = try #require(pages["\(language)/figures/funds/index.html"])
    #expect(text.contains(reason), "\(text)")
  }

  @Test(arguments: [
    ("en", "the value of Ubon is of another time (2020) and is not compared"),
    ("th", "ค่าของอุบลราชธานีเป็นของช่วงเวลาอื่น (พ.ศ. 2563) จึงไม่นำมาเปรียบเทียบ"),
  ])
  func groupedBarsNameWhatIsOfAnotherTime(_ language: String, _ words: String) async throws {
    let rows = TruthSite.values(
      """
      funds,32,2021,,stated,120,new,,,,,
      funds,33,2021,,stated,50,new,,,,,
      funds,34,2020,,stated,45,new,,,,,
      grants,32,2021,,stated,7,new,,,,,
      grants,33,2021,,stated,9,new,,,,,
      grants,34,2021,,stated,8,new,,,,,
      """
    ).merging([
      "content/data/indicators.csv":
        "id,name,name@en,description,unit,unit@en\nfunds,กองทุน,Funds,ทั้งหมด,กองทุน,funds\n"
        + "grants,ทุนให้เปล่า,Grants,ทั้งหมด,กองทุน,funds\n"
    ]) { $1 }
    let call =
      #"{{ chart(kind="grouped-bar", figure=["funds", "grants"], areas=["32", "33", "34"], title="T") }}"#
    let pages = try await TruthSite.pages(
      rows.merging(["content/a.\(language).md": "---\ntitle: A\n---\n\(call)\n"]) { $1 })
    let text = try #require(pages["\(language)/a/index.html"])
    #expect(text.contains(words), "\(text)")
  }

  private static func reconciled(_ values: String, unit: String = "") -> [String: String] {
    TruthSite.values(values).merging([
      "content/data/reconciliations.csv":
        "id,indicator,area,cause,status\nr1,funds,32,rounding,explained\n"
    ]) { $1 }
  }

  @Test(arguments: [
    ("0", "", "5", "0 and 5 are 5 apart", "0 กับ 5 ต่างกัน 5"),
    ("1000", "", "2600", "1,000 and 2,600 are 1,600 apart", "1,000 กับ 2,600 ต่างกัน 1,600"),
    (
      "240000", "more_than", "262674", "more than 240,000 and 262,674 are 22,674 apart",
      "กว่า 240,000 กับ 262,674 ต่างกัน 22,674"
    ),
  ])
  func roundingExplainsNoMoreThanRounding(
    _ one: String, _ bound: String, _ other: String, _ english: String, _ thai: String
  ) async throws {
    let rows = Self.reconciled(
      "funds,32,2021,,stated,\(one),new,,\(bound),,,\nfunds,32,2021,,stated,\(other),old,,,,,")
    let told = try await TruthSite.told(rows)
    #expect(told.contains("warning[more-than-rounding]") && told.contains(english), "\(told)")
    #expect(told.contains("write in 'cause' why they differ"))
    let inThai = try await TruthSite.told(rows, in: .thai)
    #expect(inThai.contains(thai), "\(inThai)")
  }

  @Test(arguments: [
    ("240000", "more_than", "242674"), ("2000000", "nearly", "1970314"), ("3500", "", "3539"),
    ("0.5", "about", "0.47"), ("20000", "", "20413"),
  ])
  func roundingIsUnderstood(_ one: String, _ bound: String, _ other: String) async throws {
    let rows = Self.reconciled(
      "funds,32,2021,,stated,\(one),new,,\(bound),,,\nfunds,32,2021,,stated,\(other),old,,,,,")
    let told = try await TruthSite.told(rows)
    #expect(!told.contains("more-than-rounding"), "\(told)")
  }

  /// The day of a register's rows counts though nobody has described its columns.
  @Test(arguments: ["", "\n    schema: {fields: [{name: id}, {name: area}, {name: as_of}]}"])
  func theDayOfRowsCountsWithoutASchema(_ schema: String) async throws {
    let files = [
      "content/data/datapackage.yaml":
        "name: data\nresources:\n  - name: shops\n    path: shops.csv\(schema)\n"
        + "    coverage: {status: complete, as_of: 2024-01-01}\n",
      "content/data/shops.csv": "id,area,as_of\na,50,2020-01-01\nb,55,1 ก.พ. 2563\n",
      "content/data/indicators.csv":
        "id,name,description,unit,dataset,aggregate\nshops,ร้าน,ร้านทั้งหมด,ร้าน,shops,count\n",
      "content/data/observations.csv": "indicator,area,as_of,as_of_basis,value,source\n",
    ]
    let told = try await TruthSite.told(files)
    #expect(told.contains("warning[coverage-date]"), "\(told)")
    #expect(told.contains("the newest 'as_of' of its rows is 2020-02-01"), "\(told)")
  }

  /// Where a sentence asks for a number that is not there, the message says why.
  @Test(arguments: [
    ("rate", "32", "'members' has no published value there", "'members' ไม่มีค่าที่เผยแพร่"),
    ("funds", "N", "not added: units differ", "ไม่นำมารวม: หน่วยต่างกัน"),
    ("far", "50", "it applies to other areas only", "ใช้กับพื้นที่อื่นเท่านั้น"),
  ])
  func aMissingNumberSaysWhy(
    _ id: String, _ area: String, _ english: String, _ thai: String
  ) async throws {
    let head =
      "id,name,description,unit,stat_type,aggregation,scope,numerator,denominator\n"
      + "funds,กองทุน,กองทุนที่นับได้,กองทุน,count,sum,,,\n"
      + "members,สมาชิก,สมาชิกที่นับได้,คน,count,sum,,,\n"
      + "far,ไกล,สิ่งที่อยู่ไกล,คน,count,sum,32; 33,,\n"
      + "rate,อัตรา,อัตราของกองทุน,%,percentage,none,,funds,members\n"
    let values =
      "indicator,area,as_of,as_of_basis,value,source,unit\n"
      + "funds,32,2021,stated,5,new,\nfunds,50,2021,stated,5,new,\nfunds,55,2021,stated,7,new,แห่ง\n"
      + "far,32,2021,stated,5,new,\n"
    let files = [
      "content/data/indicators.csv": head, "content/data/observations.csv": values,
      "content/a.en.md": "---\ntitle: A\n---\nX {{ figure(\"\(id)\", area=\"\(area)\") }}.\n",
    ]
    let told = try await TruthSite.told(files)
    #expect(told.contains("error[no-figure-value]") && told.contains(english), "\(told)")
    let inThai = try await TruthSite.told(files, in: .thai)
    #expect(inThai.contains(thai), "\(inThai)")
  }
}
