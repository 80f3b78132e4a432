import SaanText

extension KnownColumns {
  /// What a column is called, on pages and in spreadsheets.
  private typealias Heading = (
    column: String, thai: String, english: String, unit: (thai: String, english: String)?,
    others: [String]
  )

  /// The registers that the program knows: their columns have headings without a description.
  static let registers: Set<String> = ["councils", "funds", "housing"]

  /// A column of a known table with what it is called.
  static func headed(_ field: Field, in table: String) -> Field {
    guard registers.contains(table),
      let heading = headings.first(where: { $0.column == field.name })
    else { return field }
    var field = field
    field.title = localized(heading.thai, heading.english)
    field.unit = heading.unit.flatMap { localized($0.thai, $0.english) }
    field.aliases = [heading.thai] + heading.others
    return field
  }

  /// The columns that may name a place together, by the class of area in them.
  static let places: [(kind: AreaClass, field: Field)] = [
    place(.province, "จังหวัด", "Province", []),
    place(.district, "อำเภอ", "District", ["เขต", "อำเภอ/เขต"]),
    place(.subdistrict, "ตำบล", "Subdistrict", ["แขวง", "ตำบล/แขวง"]),
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

  private static let headings: [Heading] = [
    ("id", "รหัส", "Id", nil, []), ("name", "ชื่อ", "Name", nil, []),
    ("name@en", "ชื่อภาษาอังกฤษ", "Name in English", nil, ["ชื่ออังกฤษ"]),
    ("area", "พื้นที่", "Area", nil, ["รหัสพื้นที่"]),
    ("registered_on", "วันที่จดแจ้ง", "Registered on", nil, ["วันจดแจ้ง"]),
    ("status", "สถานะ", "Status", nil, []),
    (
      "organisations_count", "องค์กรชุมชนที่จดแจ้ง", "Registered organisations",
      ("องค์กร", "organisations"), ["จำนวนองค์กร", "องค์กรชุมชน"]
    ),
    ("people_count", "สมาชิกสภา", "Members", ("คน", "people"), ["จำนวนสมาชิก"]),
    ("founded_on", "วันที่ก่อตั้ง", "Founded on", nil, ["วันก่อตั้ง"]),
    ("members_count", "สมาชิก", "Members", ("คน", "people"), ["จำนวนสมาชิก"]),
    (
      "beneficiaries_count", "ผู้ได้รับสวัสดิการ", "Beneficiaries", ("คน", "people"),
      ["จำนวนผู้ได้รับสวัสดิการ"]
    ),
    ("capital_baht", "เงินกองทุน", "Capital", ("บาท", "baht"), []),
    ("contribution_members", "เงินสมทบจากสมาชิก", "Paid in by members", ("บาท", "baht"), []),
    (
      "contribution_state", "เงินสมทบจากรัฐบาล", "Paid in by the state", ("บาท", "baht"),
      ["เงินสมทบจากรัฐ"]
    ),
    (
      "contribution_local", "เงินสมทบจากท้องถิ่น", "Paid in by local government", ("บาท", "baht"), []
    ),
    ("as_of", "ข้อมูล ณ วันที่", "As of", nil, ["ณ วันที่", "วันที่ข้อมูล"]),
    ("programme", "โครงการใหญ่", "Programme", nil, ["แผนงาน"]),
    ("setting", "เมืองหรือชนบท", "Setting", nil, []),
    (
      "communities_count", "ชุมชนที่ร่วมโครงการ", "Communities taking part",
      ("ชุมชน", "communities"), ["จำนวนชุมชน", "ชุมชน"]
    ),
    (
      "households_count", "ครัวเรือนที่ร่วมโครงการ", "Households taking part",
      ("ครัวเรือน", "households"), ["จำนวนครัวเรือน", "ครัวเรือน"]
    ),
    ("budget_baht", "งบประมาณ", "Budget", ("บาท", "baht"), []),
    ("start", "เริ่ม", "Start", nil, ["วันเริ่ม"]), ("end", "สิ้นสุด", "End", nil, ["วันสิ้นสุด"]),
    ("area_name", "ชื่อพื้นที่", "Name of the area", nil, []),
  ]
}
