import SaanText

extension KnownTable {
  /// Every table that the program knows, in the order in which they build on one another.
  package static let all: [KnownTable] = places + figures + registers + politics

  private static let places = [
    KnownTable(
      "areas", Wording(en: "places and their nesting", th: "พื้นที่และลำดับชั้น"),
      """
      code* class* name* name@en also parent postal_code region_scheme iso slug abbr abbr@en \
      provinces:integer districts:integer subdistricts:integer start:date end:date replaces \
      tile_col:integer tile_row:integer lat:number lon:number source
      """, key: ["code"],
      references: [("parent", "areas", "code"), ("source", "sources", "id")]),
    KnownTable(
      "area_groups",
      Wording(en: "which areas a second division groups", th: "การจัดกลุ่มพื้นที่แบบที่สอง"),
      "group* area* basis source", key: ["group", "area"],
      references: [
        ("group", "areas", "code"), ("area", "areas", "code"), ("source", "sources", "id"),
      ]),
  ]

  private static let figures = [
    KnownTable(
      "sources", Wording(en: "where values come from", th: "แหล่งที่มาของค่า"),
      """
      id* producer* producer@en title* title@en url date_published:period date_accessed:period \
      archived_url citation citation@en license note note@en
      """),
    KnownTable(
      "indicators", Wording(en: "what is counted and how", th: "สิ่งที่นับและวิธีนับ"),
      """
      id* name* name@en description description@en unit unit@en unit_one@en \
      unit_multiplier:integer precision:integer stat_type aggregation cumulative:boolean \
      ascending:boolean universe universe@en minimum:number maximum:number earliest:period at_most \
      dataset aggregate field filter numerator denominator topic scope
      """,
      references: [
        ("at_most", "indicators", "id"), ("numerator", "indicators", "id"),
        ("denominator", "indicators", "id"),
      ]),
    KnownTable(
      "observations",
      Wording(
        en: "values: of an indicator, for an area, from a source",
        th: "ค่าของตัวชี้วัด ในพื้นที่หนึ่ง จากแหล่งหนึ่ง"),
      """
      indicator* area as_of:period period:period as_of_basis value:number value_text \
      numerator:number denominator:number status source* page quote rank rank_reason \
      rank_reason@en name name@en unit unit@en note note@en recorded:period bound areas \
      area_name
      """, key: [],
      references: [("indicator", "indicators", "id"), ("source", "sources", "id")]),
    KnownTable(
      "parts", Wording(en: "which values add up to a whole", th: "ส่วนย่อยที่รวมเป็นยอดรวม"),
      "whole* whole_area part* part_area", key: [],
      references: [("whole", "indicators", "id"), ("part", "indicators", "id")]),
    KnownTable(
      "reconciliations", Wording(en: "why values differ", th: "เหตุที่ค่าต่างกัน"),
      """
      id* indicator* area* sources cause* status* preferred reason reason@en asked asked@en \
      asked_on:period
      """,
      references: [("indicator", "indicators", "id"), ("preferred", "sources", "id")]),
    KnownTable(
      "corrections", Wording(en: "values that were changed", th: "ค่าที่แก้ไขแล้ว"),
      """
      indicator* area* source previous_value:number previous_bound value:number bound kind \
      announced*:period reason* reason@en
      """, key: [],
      references: [("indicator", "indicators", "id"), ("source", "sources", "id")]),
  ]

  private static let registers = [
    KnownTable(
      "organisations", Wording(en: "networks, agencies, parties", th: "เครือข่าย หน่วยงาน พรรค"),
      """
      id* name* name@en kind area parent members_count:integer organisations_count:integer url \
      note note@en source basis
      """, references: [("parent", "organisations", "id"), ("source", "sources", "id")]),
    KnownTable(
      "programmes", Wording(en: "programmes and their targets", th: "โครงการและเป้าหมาย"),
      """
      id* name* name@en owner start:period end:period target:number target_period:period source \
      note note@en
      """, references: [("owner", "organisations", "id"), ("source", "sources", "id")]),
    KnownTable(
      "councils", Wording(en: "register of councils", th: "ทะเบียนสภาองค์กรชุมชน"),
      """
      id* name* name@en area* registered_on:period status organisations_count:integer \
      people_count:integer area_name
      """),
    KnownTable(
      "funds", Wording(en: "register of welfare funds", th: "ทะเบียนกองทุนสวัสดิการ"),
      """
      id* name* name@en area* founded_on:period members_count:integer beneficiaries_count:integer \
      capital_baht:number contribution_members:number contribution_state:number \
      contribution_local:number as_of:period area_name
      """),
    KnownTable(
      "housing", Wording(en: "register of housing projects", th: "ทะเบียนโครงการที่อยู่อาศัย"),
      """
      id* name* name@en programme area* setting communities_count:integer \
      households_count:integer budget_baht:number status start:period end:period area_name
      """, references: [("programme", "programmes", "id")]),
    KnownTable(
      coverage,
      Wording(
        en: "whether a register is complete, area by area",
        th: "ทะเบียนครบถ้วนหรือไม่ แยกตามพื้นที่"),
      "register* area* status* as_of*:period note note@en area_name", key: []),
  ]

  /// The table of values.
  package static let values = "observations"

  /// The tables that describe places, figures and registers: their numbers are nothing to add up.
  package static let descriptions = Set((places + figures).map(\.name) + [coverage])

  /// The table that says how complete registers are.
  package static let coverage = "register_coverage"

  private static let politics = [
    KnownTable(
      "commitments", Wording(en: "parties' answers to proposals", th: "จุดยืนของพรรคต่อข้อเสนอ"),
      "proposal* party* election stance* form date:period evidence", key: []),
    KnownTable(
      "promises", Wording(en: "promises of parties", th: "คำสัญญาของพรรค"),
      """
      id* party* mandate title* title@en original_text proposals acceptance_criteria \
      deadline:period source
      """),
    KnownTable(
      "promise_events", Wording(en: "what became of promises", th: "ความคืบหน้าของคำสัญญา"),
      """
      promise* date*:period type* review progress summary summary@en evidence checked_on:period
      """, key: [], references: [("promise", "promises", "id")]),
    KnownTable(
      "followups", Wording(en: "letters, marches, campaigns", th: "การติดตามทวงถาม"),
      "id* method* proposals promises date*:period actor addressee result evidence next_due:period"),
    KnownTable(
      "events", Wording(en: "meetings, anniversaries, marches", th: "งานประชุม วันสำคัญ การเดินขบวน"),
      """
      id* name* name@en start* end timezone status previous_start area areas place place@en \
      address address@en online_url organisers organisers@en participants_count:integer \
      participants_bound summary summary@en topics repeats repeats_every:integer repeats_on \
      repeats_times:integer repeats_until repeats_except repeats_moved outputs source uid url \
      updated
      """, references: [("source", "sources", "id")]),
  ]
}
