private let status = [
  Column("status", "string", "สถานะ", "Status"),
  Column("status@en", "string", "สถานะภาษาอังกฤษ", "Status in English"),
]

private let ending = [
  Column("as_of", "period", "ข้อมูล ณ วันที่", "As of"),
  Column("note", "string", "หมายเหตุ", "Note"),
  Column("note@en", "string", "หมายเหตุภาษาอังกฤษ", "Note in English"),
]

extension Register {
  static let councils = Register(
    name: "councils", title: Bilingual("ทะเบียนสภาองค์กรชุมชน", "Register of community councils"),
    idPrefix: "c", count: 7795,
    columns: [Column("registered_on", "date", "วันที่จดแจ้ง", "Registered on")] + status + [
      Column("organisations_count", "integer", "องค์กรชุมชน", "Organisations", unit: "organisations"),
      Column("people_count", "integer", "สมาชิกสภา", "Council members", unit: "people"),
      Column("meetings_count", "integer", "การประชุมในปีล่าสุด", "Meetings in the last year"),
      Column("plans_count", "integer", "แผนพัฒนา", "Development plans"),
      Column("budget_baht", "integer", "งบสนับสนุน (บาท)", "Support (baht)", unit: "THB"),
    ] + ending,
    listColumns: ["registered_on", "status", "organisations_count", "people_count"],
    cells: { random in
      [random.orMissing(3, random.day(2008...2024))]
        + random.words([
          Bilingual("จดแจ้งแล้ว", "Registered"), Bilingual("จดแจ้งแล้ว", "Registered"),
          Bilingual("กำลังปรับปรุง", "Being renewed"), Bilingual("พักการดำเนินงาน", "At rest"),
        ])
        + [
          random.orMissing(6, String(random.skewed(8...120))),
          random.orMissing(5, String(random.skewed(12...160))),
          random.orMissing(15, String(random.number(0...12))),
          random.orMissing(20, String(random.number(0...9))),
          random.orMissing(25, String(random.skewed(5...400) * 1000)),
          random.pick(["2023-12-31", "2024-06-30", "2024-12-31"]),
        ] + random.remark()
    },
    naming: { Bilingual("สภาองค์กรชุมชนตำบล\($0.th)", "\($0.en) Subdistrict Community Council") })

  static let funds = Register(
    name: "funds",
    title: Bilingual("ทะเบียนกองทุนสวัสดิการชุมชน", "Register of community welfare funds"),
    idPrefix: "f", count: 5915,
    columns: [Column("founded_on", "date", "วันที่ก่อตั้ง", "Founded on")] + status + [
      Column("members_count", "integer", "สมาชิก", "Members", unit: "people"),
      Column("beneficiaries_count", "integer", "ผู้รับสวัสดิการ", "Beneficiaries", unit: "people"),
      Column("capital_baht", "integer", "เงินกองทุน (บาท)", "Capital (baht)", unit: "THB"),
      Column("paid_baht", "integer", "จ่ายสวัสดิการ (บาท)", "Paid out (baht)", unit: "THB"),
      Column("local_government", "boolean", "ท้องถิ่นสมทบ", "Local government pays in"),
    ] + ending,
    listColumns: ["founded_on", "status", "members_count", "capital_baht"],
    cells: { random in
      let members = random.skewed(60...6500)
      return [random.orMissing(4, random.day(2005...2024))]
        + random.words([
          Bilingual("ดำเนินงาน", "Active"), Bilingual("ดำเนินงาน", "Active"),
          Bilingual("ดำเนินงาน", "Active"), Bilingual("ฟื้นฟู", "Being revived"),
        ])
        + [
          random.orMissing(4, String(members)),
          random.orMissing(12, String(members * random.number(5...60) / 100)),
          random.orMissing(7, String(members * random.number(900...6200))),
          random.orMissing(14, String(members * random.number(80...900))),
          random.orMissing(10, random.happens(62) ? "true" : "false"),
          random.pick(["2023-12-31", "2024-09-30", "2024-12-31"]),
        ] + random.remark()
    },
    naming: { Bilingual("กองทุนสวัสดิการชุมชนตำบล\($0.th)", "\($0.en) Community Welfare Fund") })

  static let housing = Register(
    name: "housing",
    title: Bilingual("ทะเบียนโครงการที่อยู่อาศัย", "Register of housing projects"),
    idPrefix: "h", count: 6027,
    columns: [
      Column("start", "period", "เริ่ม", "Start"), Column("end", "period", "แล้วเสร็จ", "End"),
      Column("status", "string", "สถานะ", "Status"),
      Column("kind", "string", "ประเภท", "Kind"),
      Column("kind@en", "string", "ประเภทภาษาอังกฤษ", "Kind in English"),
      Column("tenure", "string", "สิทธิในที่ดิน", "Tenure"),
      Column("tenure@en", "string", "สิทธิในที่ดินภาษาอังกฤษ", "Tenure in English"),
      Column("communities_count", "integer", "ชุมชน", "Communities", unit: "communities"),
      Column("households_count", "integer", "ครัวเรือน", "Households", unit: "households"),
      Column("budget_baht", "integer", "งบประมาณ (บาท)", "Budget (baht)", unit: "THB"),
    ] + ending,
    listColumns: ["kind", "start", "status", "households_count"],
    cells: housingCells,
    naming: { Bilingual("โครงการที่อยู่อาศัยชุมชน\($0.th)", "\($0.en) Community Housing") })

  private static func housingCells(_ random: inout SeededRandom) -> [String] {
    let households = random.skewed(8...420)
    let year = random.number(2003...2023)
    let isDone = random.happens(70)
    return [
      random.orMissing(3, random.day(year...year)), isDone ? String(year + 1) : "",
      isDone ? "completion" : random.pick(["implementation", "pipeline"]),
    ]
      + random.words([
        Bilingual("บ้านมั่นคงเมือง", "Baan Mankong, urban"),
        Bilingual("บ้านมั่นคงชนบท", "Baan Mankong, rural"),
        Bilingual("บ้านพอเพียง", "Baan Phor Phiang"),
        Bilingual("ชุมชนริมคลอง", "Canal communities"),
      ])
      + random.words([
        Bilingual("เช่าที่ดินรัฐ", "Lease of public land"),
        Bilingual("กรรมสิทธิ์รวม", "Owned together"),
        Bilingual("ที่ดินของสหกรณ์", "Land of a cooperative"), Bilingual("", ""),
      ])
      + [
        random.orMissing(8, String(random.skewed(1...9))),
        random.orMissing(5, String(households)),
        random.orMissing(9, String(households * random.number(18...420) * 1000)),
        random.pick(["2023-12-31", "2024-06-30", "2024-12-31"]),
      ] + random.remark()
  }
}
