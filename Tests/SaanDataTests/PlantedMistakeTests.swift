import SaanText
import TestSupport
import Testing

@testable import SaanData

/// One package with a mistake of every kind that officers make; all are told in one run.
@Suite struct PlantedMistakeTests {
  private static let tables = [
    "areas": smallCountry,
    "sources": """
    id,producer,title,date_published,date_accessed,note
    a,พอช.,รายงาน,2020-06-01,2020-06-02,
    b,พอช.,หน้าเว็บ,2554-10-03,,ข้อมูล พ.ศ. 2011
    c,พอช.,**ตาราง**,2020-06-01,2019-01-01,โทร 081-234-5678
    d,พอช.,ก\u{0E4D}าแพงปฎิรูป,3097-01-01,54,

    """,
    "indicators": """
    id,name,unit_multiplier,stat_type,aggregation,cumulative,maximum,earliest,at_most,dataset,aggregate,field,scope,numerator,denominator,unit,filter
    funds.count,กองทุน,,count,none,true,,2005,,,,,,,,,
    funds.members,สมาชิก,,count,none,,,,,,,,,,,,
    funds.beneficiaries,ผู้รับ,,count,none,,,,funds.members,,,,,,,,
    funds.capital,เงิน,6,sum,none,,100000,,,,,,,,,ล้านบาท,
    share,ร้อยละ,,percentage,none,,,,,,,,,,,,
    total,รวม,,count,none,,,,,,,,,,,,
    part.a,ส่วน ก,,count,none,,,,,,,,,,,,
    part.b,ส่วน ข,,count,none,,,,,,,,,,,,
    councils,สภา,,count,sum,,,,,,,,,,,,
    network,เครือข่าย,,count,none,,,,,,,,,,,,
    reach,เข้าถึง,,count,none,,,,,,,,,,,,
    quoted,คัดมา,,count,none,,,,,,,,,,,,
    empty,ว่าง,,count,none,,,,,,,,,,,,
    people,คน,,count,sum,,,,,funds,sum,members_count,,,,,
    paid,จ่าย,,count,none,,,,,fund,count,,,,,,
    kind,ชนิด,,counts,none,,,,,,,,,,,,
    huge,ใหญ่,99,count,none,,,,,,,,,,,,
    lost,หาย,,count,none,,,,,,,,provnce,,,,
    bkk,กรุงเทพฯ,,count,none,,,,,,,,10,,,,
    half,ครึ่ง,,percentage,none,,,,,,,,,councils,,,
    scaled,คูณ,3,count,none,,,,,,,,,,,คน,
    added,รวมร้อยละ,,percentage,sum,,,,,,,,,,,,
    odd,เงื่อนไข,,count,none,,,,,funds,count,,,,,,members_count>5
    closed,ปิด,,count,none,,,,,funds,count,,,,,,id=f99
    wordy,คำ,,count,none,,,,,funds,sum,name,,,,,

    """,
    "observations": """
    indicator,area,as_of,as_of_basis,value,status,source,quote,rank,numerator,denominator,area_name,bound,areas
    funds.count,TH,2010-01-01,stated,500,,a,500 กองทุน,,,,ประเทศไทย,,
    funds.count,TH,2012-01-01,stated,480,,a,,,,,,,
    funds.count,TH,2004,stated,99,,a,,,,,,,
    funds.count,TH,2030-01-01,stated,600,,d,,,,,,,
    funds.count,TH,2021-01-01,stated,590,,a,,,,,,,
    funds.count,99,2010,stated,5,,a,,,,,,,
    funds.count,เฉลิมพระเกียรติ,2010,stated,5,,a,,,,,,,
    funds.count,32,2010,stated,12,,a,,,,,กรุงเทพมหานคร,,
    funds.members,32,,stated,40,,a,,,,,,,
    funds.members,TH,2015-01-01,stated,1000,,a,,,,,,,
    funds.beneficiaries,TH,2015-01-01,stated,1200,,a,,,,,,,
    funds.capital,TH,2015-01-01,stated,"4,259",,a,,,,,,,
    funds.capital,TH,2016-01-01,stated,"4,300,000,000",,a,,,,,,,
    share,TH,2015,stated,130,,a,,,,,,,
    share,32,2015,stated,50,,a,,,60,50,,,
    total,TH,2015-01-01,stated,100,,a,,,,,,,
    part.a,TH,2015-01-01,stated,60,,a,,,,,,,
    part.b,TH,2015-01-01,stated,50,,a,,,,,,,
    councils,TH,2015,stated,10,,a,,,,,,,
    councils,10,2015,stated,4,,a,,,,,,,
    councils,32,2015,stated,5,,a,,,,,,,
    network,TH,2015,stated,12345,,a,,,,,,,
    network,TH,2015,stated,12435,,d,,,,,,,
    reach,TH,2015,stated,1000,,a,,preferred,,,,,
    reach,TH,2016,stated,1100,,a,,preferred,,,,,
    reach,TH,2016,stated,1100,,a,,,,,,,
    quoted,TH,2015,stated,848,,a,๘๔๙ คน,,,,,,
    quoted,32,2015,stated,4000000,,a,กว่า 4 ล้านคน,,,,,,
    empty,TH,2015,stated,,,a,,,,,,,
    empty,32,2015,stated,3,O,a,,,,,,,
    empty,10,2015,stated,"20.412,35",A,a,,,,,,,
    fund.count,10,2015,stated,7,,a,,,,,,,
    funds.count,10,2015,stated,7,,e,,,,,,,
    funds.count,3201,3/10/54,stated,7,,a,,,,,,,
    people,TH,2015,stated,999,,a,,,,,,,
    funds.count,TH-32,2015,stated,7,,a,,,,,,,
    quoted,10,2015,unknown,๑๐,,a,๑๐ เครือข่าย,often,,,,,
    empty,3201,2015,stated,,O,a,,,,,,about,
    quoted,3201,2015,stated,กว่า 7,,a,,,,,,about,
    share,10,2015,stated,50,,a,,,~30,60,,,
    bkk,32,2015,stated,7,,a,,,,,,,
    quoted,,2014,stated,9,,a,,,,,,,10; 10
    people,10,2015,stated,5,,a,,,,,,,
    network,3201,2015,stated,2.000,,a,,,,,,,
    bkk,10,ปีงบประมาณ 2557,stated,7,,a,,,,,,,
    share,10,2016,stated,30,,a,,,12,48,,,
    reach,10,ปีงบประมาณ 2563,stated,7,,c,,,,,,,
    reach,32,2020-05-01,publication_date,7,,c,,,,,,,

    """,
    "parts": "whole,part\ntotal,part.a\ntotal,part.b\n",
    "reconciliations": """
    id,indicator,area,cause,status,reason,asked_on
    r1,share,TH,dunno,open,,2030-01-01
    r2,share,TH,unexplained,explained,,

    """,
    "corrections": """
    indicator,area,previous_value,value,kind,announced,reason
    funds.count,TH,480,481,error,2020-01-01,พิมพ์ผิด
    total,TH,100,100,error,2020-01-01,พิมพ์ผิด
    total,TH,90,100,error,2020-01-02,พิมพ์ผิด
    total,TH,90,100,error,2020-01-03,พิมพ์ผิด
    total,TH,95,100,error,2030-01-01,พิมพ์ผิด

    """,
    "funds": """
    id,name,area,members_count,beneficiaries_count,as_of
    f1,กองทุนบ้านเหนือ,3201,100,50,2011-10-03
    f2,กองทุน บ้านเหนือ,3201,20,10,2011-10-03
    f1,กองทุนบ้านใต้,1001,20,30,2012-05-01
    f4,กองทุนบ้านกลาง,3299,1,1,
    f5,กองทุนบ้านนอก,สุรินทร,5,1,
    f6,กองทุนในเมือง,เทศบาลตำบลใหม่ อ.เมืองสุรินทร์ จ.สุรินทร์,5,1,
    f7,กองทุนทั้งจังหวัด,32,5,1,

    """,
    "register_coverage": """
    register,area,status,as_of
    funds,32,complete,2020-01-01
    funds,1002,complete,2030-01-01
    fund,TH,partial,2020
    funds,สุรินทร์,partial,2021
    funds,3299,complete,2020
    funds,TH,done,2020
    funds,10,complete,2011-01-01

    """,
    "organisations": "id,name,source\ncodi,พอช.,a\n",
    "proposals": "id,set,title,ask,presented_on,source\npr-1,ชุด,ข้อเสนอ,ขอ,2019-01-01,a\n",
    "asks": "id,proposal,text,source\nk-1,pr-1,หนึ่ง,a\nk-2,pr-1,สอง,a\n",
    "parties": """
    id,name,name@en,dissolved,merged_into,source
    p-a,พรรค ก,Party A,,p-a,a
    p-b,พรรค ข,Party B,,,a
    codi,พรรค ค,Party C,2021-06-01,,a

    """,
    "party_roles": """
    party,role,start,source
    p-a,government,2020-01-01,a
    p-a,opposition,2020-05-01,a

    """,
    "party_names": """
    party,name,start,end,source
    p-a,พรรคเดิม,2010,,a
    p-a,พรรคใหม่,2012,,a

    """,
    "commitments": """
    party,ask,proposal,stance,date,evidence,conditions,form
    p-a,k-1,,agree,2020-01-01,a,,
    p-a,k-2,,agree,2020-01-01,a; z,,
    p-b,k-1,,no_reply,2020-01-01,,,
    p-b,,,no_reply,2020-01-01,,,
    p-b,k-1,,no_reply,2030-01-01,,,
    p-a,k-1,,disagree,2020,a,,
    p-a,k-1,,agree,2020-01-01,a,,
    p-a,k-2,,agree_with_conditions,2021-01-01,a,,
    p-a,k-2,,agree,,a,,
    p-a,k-2,,neutral,2018-05-01,a; a,,written
    codi,k-1,,agree,2022-01-01,a,,

    """,
    "promises": """
    id,party,title,original_text,acceptance_criteria,criteria_on,made_on,status,retired_reason,source,split_from,merged_into,mandate
    a1,p-a,สัญญา,ถ้อยคำ,เกณฑ์,2020-01-01,2020-01-15,,,a,,,
    a2,p-a,สัญญา,ถ้อยคำ,เกณฑ์,,,,,a,,,
    a3,p-a,สัญญา,ถ้อยคำ,เกณฑ์,,,,,a,,,
    a4,p-a,สัญญา,ถ้อยคำ,เกณฑ์,,,,,a,,,
    a5,p-a,สัญญา,ถ้อยคำ,เกณฑ์,,,,,a,,,
    b1,p-b,สัญญา,ถ้อยคำ,เกณฑ์,,,,,a,a2,,
    b2,p-b,สัญญา,ถ้อยคำ,เกณฑ์,,,,,a,,b6,
    b3,p-b,สัญญา,ถ้อยคำ,เกณฑ์,,,,,a,,,m-1
    b4,p-b,สัญญา,ถ้อยคำ,เกณฑ์,,,,,a,,,
    b5,p-b,สัญญา,ถ้อยคำ,เกณฑ์,,,,,a,,,
    b6,p-b,สัญญา,ถ้อยคำ,เกณฑ์,,,retired,,a,,,
    b7,p-b,สัญญา,ถ้อยคำ,เกณฑ์,,,,,a,,,

    """,
    "promise_events": """
    id,promise,date,type,review,progress,summary,evidence,reviewers
    e1,a1,2020-01-01,review,reviewed,kept,ทำแล้ว,,
    e2,a1,2020-02-01,review,reviewed,no_movement_found,ไม่พบ,,ก
    e3,a2,2020-02-01,review,reviewed,,ไม่พบ,,ก
    e4,a2,2020-03-01,review,reviewed,no_movement_found,ไม่พบ,,ก
    e5,a3,2020-02-01,review,reviewed,no_movement_found,ไม่พบ,,ก
    e6,a4,2020-02-01,review,reviewed,no_movement_found,ไม่พบ,,ก
    e7,a5,2020-02-01,review,reviewed,no_movement_found,ไม่พบ,,ก
    e8,a2,2020-04-01,reply,reviewed,no_movement_found,ไม่พบ,a,ก
    e9,a1,2020-05-01,review,reviewed,kept,ทำแล้ว,a; b,ก; ข

    """,
  ]

  private static let expected: Set<String> = [
    // Formats and keys, told by the readers of tables.
    "wrong-era sources.csv:3:date_published", "date-order sources.csv:4:date_accessed",
    "wrong-era sources.csv:5:date_published", "bad-date sources.csv:5:date_accessed",
    "private-data sources.csv:4:note", "bad-number observations.csv:32:value",
    "bad-number observations.csv:41:numerator", "bound-contradiction observations.csv:40:value",
    "unknown-reference observations.csv:33:indicator",
    "unknown-reference observations.csv:34:source", "bad-date observations.csv:35:as_of",
    "duplicate-key funds.csv:4:id",
    // Words and tables.
    "unknown-dataset indicators.csv:16:dataset", "unknown-word indicators.csv:17:stat_type",
    "unknown-word reconciliations.csv:2:cause", "unknown-word observations.csv:38:rank",
    "out-of-range indicators.csv:18:unit_multiplier", "half-ratio indicators.csv:21:numerator",
    "unit-without-scale indicators.csv:22:unit_multiplier",
    "sum-of-shares indicators.csv:23:aggregation", "bad-filter indicators.csv:24:filter",
    "filter-without-rows indicators.csv:25:filter", "unknown-dataset indicators.csv:26:field",
    // Areas.
    "unknown-area observations.csv:7:area", "unknown-area observations.csv:37:area",
    "unknown-area funds.csv:5:area", "unknown-area funds.csv:6:area",
    "unlisted-municipality funds.csv:7:area",
    "ambiguous-area observations.csv:8:area",
    "area-name-mismatch observations.csv:9:area_name",
    "unknown-scope indicators.csv:19:scope", "out-of-scope observations.csv:42:area",
    "areas-together observations.csv:43:areas",
    // Dates.
    "era-mistake sources.csv:3:note", "as-of-after-publication observations.csv:6:as_of",
    "future-as-of observations.csv:5:as_of", "before-earliest observations.csv:4:as_of",
    "as-of-basis observations.csv:10:as_of", "as-of-basis observations.csv:38:as_of_basis",
    "thai-text sources.csv:5:title", "thai-text sources.csv:5:",
    "leftover-markup sources.csv:4:title",
    // Values.
    "cumulative-fall observations.csv:3:value", "impossible-pair observations.csv:12:value",
    "impossible-pair observations.csv:16:numerator",
    "impossible-pair funds.csv:4:beneficiaries_count", "out-of-bounds observations.csv:14:value",
    "out-of-bounds observations.csv:15:value", "scale-jump observations.csv:14:value",
    "digits-swapped observations.csv:24:value", "unreconciled observations.csv:24:value",
    "several-preferred observations.csv:26:rank",
    "duplicate-observation observations.csv:27:indicator", "near-duplicate funds.csv:3:name",
    "quote-without-value observations.csv:28:quote",
    "bound-unlike-quote observations.csv:29:bound", "bound-without-value observations.csv:39:bound",
    "missing-status observations.csv:30:value",
    "missing-status observations.csv:31:status",
    "status-without-evidence promise_events.csv:2:evidence",
    // Proposals, answers and promises.
    "unknown-listed commitments.csv:3:evidence", "answer-to-nothing commitments.csv:5:ask",
    "unclear-order commitments.csv:7:date", "repeated-answer commitments.csv:8:stance",
    "odd-answer commitments.csv:9:conditions", "undated-answer commitments.csv:10:date",
    "answer-before-ask commitments.csv:11:date", "listed-twice commitments.csv:11:evidence",
    "party-not-there commitments.csv:12:date", "merged-in-circles parties.csv:2:merged_into",
    "part-of-another-party promises.csv:7:split_from",
    "merged-into-retired promises.csv:8:merged_into",
    "reference-without-table promises.csv:9:mandate",
    "two-sides-at-once party_roles.csv:3:role", "before-promise promises.csv:2:criteria_on",
    "before-promise promise_events.csv:2:date",
    "future-answer commitments.csv:6:date", "party-and-organisation parties.csv:4:id",
    "unequal-asks parties.csv:3:id", "unequal-reviews parties.csv:3:id",
    "unfounded-verdict promise_events.csv:2:progress",
    "review-without-progress promise_events.csv:4:progress",
    "review-without-reviewers promise_events.csv:2:reviewers",
    "party-as-reviewer promise_events.csv:9:review",
    "untimely-evidence promise_events.csv:10:evidence", "names-at-once party_names.csv:3:name",
    "retired-without-reason promises.csv:12:retired_reason",
    "correction-not-applied corrections.csv:2:value",
    "nothing-to-reconcile reconciliations.csv:2:indicator",
    "nothing-to-reconcile reconciliations.csv:3:indicator",
    "explained-without-reason reconciliations.csv:3:reason",
    "correction-changes-nothing corrections.csv:3:value",
    "repeated-correction corrections.csv:5:indicator",
    "future-correction corrections.csv:6:announced",
    "asked-in-future reconciliations.csv:2:asked_on",
    "count-with-point observations.csv:45:value",
    // Sums.
    "parts-differ observations.csv:17:value", "areas-differ observations.csv:20:value",
    "register-differs observations.csv:44:value", "ratio-differs observations.csv:47:value",
    // Completeness of registers.
    "coverage-date register_coverage.csv:2:as_of",
    "coverage-in-future register_coverage.csv:3:as_of",
    "unknown-register register_coverage.csv:4:register",
    "coverage-twice register_coverage.csv:5:area", "unknown-area register_coverage.csv:6:area",
    "unknown-word register_coverage.csv:7:status", "coverage-date register_coverage.csv:8:as_of",
    "unfinished-time observations.csv:48:as_of",
    "other-publication-date observations.csv:49:as_of",
    "row-of-wider-area funds.csv:8:area", "complete-below-published observations.csv:36:value",
  ]

  @Test func everyMistakeIsToldInOneRunAndNothingElse() async throws {
    let found = Set(try await figures(Self.tables).diagnostics.all.map(brief))
    #expect(Self.expected.subtracting(found) == [])
    #expect(found.subtracting(Self.expected) == [])
  }

  @Test func rulesSayTheReasonAndAHintInBothLanguages() async throws {
    let codes = Set(DataRule.all.map(\.code))
    for diagnostic in try await figures(Self.tables).diagnostics.all
    where codes.contains(diagnostic.code) {
      #expect(diagnostic.message.th.unicodeScalars.contains { $0.value >= 0xE00 })
      #expect(!diagnostic.message.en.unicodeScalars.isEmpty)
      let hint = try #require(diagnostic.hint, "\(diagnostic.code) has no hint")
      #expect(hint.en != hint.th)
    }
  }

  @Test func theWholeReportIsPinnedInBothLanguages() async throws {
    let found = try await figures(Self.tables).diagnostics
    for language in MessageLanguage.allCases {
      try expectGolden(
        DiagnosticPrinter(language: language, limit: 500).text(found),
        "Planted/report.\(language.rawValue).txt")
    }
  }

  @Test func everyRuleHasABreachHere() {
    let planted = Set(Self.expected.map { String($0.prefix { $0 != " " }) })
    let rules = Set(DataRule.all.map(\.code)).subtracting([
      "known-table", "unknown-place", "area-contradiction", "row-without-area",
      "more-than-rounding", "coverage-of-parts",
    ])
    #expect(rules.subtracting(planted) == [])
  }

  @Test func reportNamesFileRowColumnReasonAndHint() async throws {
    let found = try await figures(Self.tables).diagnostics
    let quote = try #require(found.all.first { $0.code == "quote-without-value" })
    #expect(
      DiagnosticPrinter().text(quote).contains(
        """
        error[quote-without-value]: the quotation '๘๔๙ คน' does not contain 848
          --> data/observations.csv › row 28 › quote
           = hint: quote the words with the number, or correct the value
        """))
    let area = try #require(
      found.all.first { brief($0).hasPrefix("unknown-area observations.csv:37") })
    #expect(DiagnosticPrinter(language: .thai).text(area).contains("เขียน 32 ซึ่งเป็นรหัสของสุรินทร์"))
  }

  @Test func aSiteMakesMoreOrLessOfARule() async throws {
    let found = try await figures(Self.tables, severities: ["unreconciled": .error]).diagnostics
    #expect(found.all.contains { $0.code == "unreconciled" && $0.severity == .error })
    #expect(found.all.contains { $0.code == "digits-swapped" && $0.severity == .warning })
  }

  @Test func aKnownTableWithoutItsColumnsIsTold() async throws {
    let text = """
      resources:
        - {name: observations, path: o.csv, schema: {fields: [{name: indicator}, {name: value, type: string}]}}
      """
    let parsed = PackageDescriptor.parse(SourceFile(path: "data/datapackage.yaml", text: text))
    let package = try await loadPackage(parsed.value, jobs: 1) {
      DataFile(path: $0, bytes: Array("indicator,value\na,1\n".utf8))
    }
    let today = try #require(CalendarDate(iso: "2026-01-01"))
    let found = checkStatistics(loadStatistics(package.value), today: today)
    let messages = found.all.filter { $0.code == "known-table" }.map(\.message.en)
    #expect(
      messages.contains(
        "the schema of 'observations' has no column 'source', which the program needs")
    )
    #expect(messages.contains("column 'value' of 'observations' is of type string, not number"))
  }
}
