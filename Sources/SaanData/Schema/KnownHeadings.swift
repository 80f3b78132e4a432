import SaanText

extension KnownColumns {
  /// What a column is called, on pages and in spreadsheets.
  private typealias Heading = (
    column: String, thai: String, english: String, unit: (thai: String, english: String)?,
    others: [String]
  )

  /// The registers that the program knows: their columns have headings without a description.
  package static let registers: Set<String> = ["councils", "funds", "housing"]

  /// A column of a known table with what it is called.
  static func headed(_ field: Field, in table: String) -> Field {
    if let heading = trackerHeading(of: field.name, in: table) {
      var field = field
      field.title = localized(heading.thai, heading.english)
      field.aliases = [heading.thai, heading.english] + heading.others
      return field
    }
    guard registers.contains(table),
      let heading = headings.first(where: { $0.column == field.name })
    else { return field }
    var field = field
    field.title = localized(heading.thai, heading.english)
    field.unit = heading.unit.flatMap { localized($0.thai, $0.english) }
    field.aliases = [heading.thai] + heading.others
    // Nothing that these registers count or measure can be less than nothing.
    if [.integer, .number].contains(field.type) { field.constraints.minimum = "0" }
    return field
  }

  /// The name of the column that a heading is of in a table that the program knows.
  static func name(of heading: String) -> String? {
    headings.first { $0.thai == heading || $0.others.contains(heading) }?.column
  }

  /// What a column of a register counts or measures, by the column's name.
  static func unit(of column: String) -> Localized<String>? {
    headings.first { $0.column == column }?.unit.flatMap { localized($0.thai, $0.english) }
  }

  /// What stands for no value in sheets as agencies keep them.
  package static let missingWords = [
    "-", "–", "n/a", "N/A", "n.a.", "N.A.", "NA", "null", "NULL", "Null", "ไม่มีข้อมูล", "ไม่ระบุ",
    "ไม่ทราบ",
  ]

  /// The columns that may name a place together, by the class of area in them.
  static let places: [(kind: AreaClass, field: Field)] = [
    place(.province, "จังหวัด", "Province", ["จ.", "ชื่อจังหวัด"]),
    place(.district, "อำเภอ", "District", ["เขต", "อำเภอ/เขต", "เขต/อำเภอ", "อ.", "ชื่ออำเภอ"]),
    place(.subdistrict, "ตำบล", "Subdistrict", ["แขวง", "ตำบล/แขวง", "แขวง/ตำบล", "ต.", "ชื่อตำบล"]),
  ]

  private static func place(
    _ kind: AreaClass, _ thai: String, _ english: String, _ others: [String]
  ) -> (kind: AreaClass, field: Field) {
    var constraints = Constraints()
    constraints.required = kind == .province
    let field = Field(
      name: kind.rawValue, title: localized(thai, english), constraints: constraints,
      aliases: [thai] + others)
    return (kind, field)
  }

  private static func localized(_ thai: String, _ english: String) -> Localized<String>? {
    let texts: [(tag: Language.Tag?, value: String)] = [(.thai, thai), (.english, english)]
    return Localized(texts)
  }

  private static func heading(
    _ column: String, _ thai: String, _ english: String,
    _ unit: (thai: String, english: String)? = nil, others: [String] = []
  ) -> Heading {
    (column: column, thai: thai, english: english, unit: unit, others: others)
  }

  private static let people = (thai: "คน", english: "people")
  private static let baht = (thai: "บาท", english: "baht")

  private static let headings: [Heading] = names + counts + amounts

  private static let names = [
    heading(
      "id", "รหัส", "Id", others: ["รหัสสภา", "รหัสกองทุน", "รหัสโครงการ", "รหัสองค์กร"]),
    heading(
      "name", "ชื่อ", "Name",
      others: [
        "ชื่อสภา", "ชื่อกองทุน", "ชื่อโครงการ", "ชื่อองค์กร", "รายชื่อ", "ชื่อสภาฯ", "ชื่อสภาองค์กรชุมชน",
        "ชื่อสภาองค์กรชุมชนตำบล", "สภาองค์กรชุมชน", "ชื่อกองทุนสวัสดิการ", "ชื่อกองทุนสวัสดิการชุมชน",
        "กองทุนสวัสดิการชุมชน", "ชื่อโครงการบ้านมั่นคง", "ชื่อชุมชน",
      ]),
    heading(
      "name@en", "ชื่อภาษาอังกฤษ", "Name in English",
      others: ["ชื่ออังกฤษ", "ชื่อ (ภาษาอังกฤษ)", "ชื่อ (อังกฤษ)"]),
    heading("area", "พื้นที่", "Area", others: ["รหัสพื้นที่", "ที่ตั้ง", "สถานที่ตั้ง"]),
    heading("area_name", "ชื่อพื้นที่", "Name of the area"),
    heading("status", "สถานะ", "Status"), heading("setting", "เมืองหรือชนบท", "Setting"),
    heading("programme", "โครงการใหญ่", "Programme", others: ["แผนงาน"]),
    heading(
      "registered_on", "วันที่จดแจ้ง", "Registered on",
      others: [
        "วันจดแจ้ง", "วันที่จดทะเบียน", "วันเดือนปีที่จดแจ้ง", "วัน/เดือน/ปี ที่จดแจ้ง", "วันที่จดแจ้งจัดตั้ง",
      ]),
    heading("founded_on", "วันที่ก่อตั้ง", "Founded on", others: ["วันก่อตั้ง", "วันที่จัดตั้ง", "วันจัดตั้ง"]),
    heading("as_of", "ข้อมูล ณ วันที่", "As of", others: ["ณ วันที่", "วันที่ข้อมูล", "ข้อมูล ณ"]),
    heading("start", "เริ่ม", "Start", others: ["วันเริ่ม"]),
    heading("end", "สิ้นสุด", "End", others: ["วันสิ้นสุด"]),
  ]

  private static let counts = [
    heading(
      "organisations_count", "องค์กรชุมชนที่จดแจ้ง", "Registered organisations",
      (thai: "องค์กร", english: "organisations"),
      others: [
        "จำนวนองค์กร", "องค์กรชุมชน", "องค์กร", "จำนวนองค์กรชุมชน", "จำนวนองค์กรที่จดแจ้ง",
        "จำนวนองค์กรชุมชนที่จดแจ้ง",
      ]),
    heading(
      "people_count", "สมาชิกสภา", "Members", people, others: ["จำนวนสมาชิก", "สมาชิก", "จำนวนสมาชิกสภา"]),
    heading(
      "members_count", "สมาชิก", "Members", people,
      others: ["จำนวนสมาชิก", "สมาชิกกองทุน", "จำนวนสมาชิกกองทุน"]),
    heading(
      "beneficiaries_count", "ผู้ได้รับสวัสดิการ", "Beneficiaries", people,
      others: ["จำนวนผู้ได้รับสวัสดิการ", "ผู้รับสวัสดิการ", "จำนวนผู้รับสวัสดิการ"]),
    heading(
      "communities_count", "ชุมชนที่ร่วมโครงการ", "Communities taking part",
      (thai: "ชุมชน", english: "communities"), others: ["จำนวนชุมชน", "ชุมชน"]),
    heading(
      "households_count", "ครัวเรือนที่ร่วมโครงการ", "Households taking part",
      (thai: "ครัวเรือน", english: "households"),
      others: ["จำนวนครัวเรือน", "ครัวเรือน", "หลังคาเรือน", "จำนวนหลังคาเรือน"]),
  ]

  private static let amounts = [
    heading(
      "capital_baht", "เงินกองทุน", "Capital", baht, others: ["เงินกองทุนสะสม", "ยอดเงินกองทุน"]),
    heading("contribution_members", "เงินสมทบจากสมาชิก", "Paid in by members", baht),
    heading(
      "contribution_state", "เงินสมทบจากรัฐบาล", "Paid in by the state", baht,
      others: ["เงินสมทบจากรัฐ"]),
    heading("contribution_local", "เงินสมทบจากท้องถิ่น", "Paid in by local government", baht),
    heading(
      "budget_baht", "งบประมาณ", "Budget", baht, others: ["วงเงินงบประมาณ", "งบประมาณที่ได้รับ"]),
  ]
}
