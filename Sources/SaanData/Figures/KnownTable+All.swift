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
      indicator* area* source previous_value:number previous_bound value:number bound kind* \
      announced*:period reason* reason@en
      """, key: [],
      references: [("indicator", "indicators", "id"), ("source", "sources", "id")]),
  ]

  private static let registers = [
    KnownTable(
      "organisations", Wording(en: "networks, agencies, associations", th: "เครือข่าย หน่วยงาน สมาคม"),
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
      "proposals", Wording(en: "what is asked, and of whom", th: "ข้อเสนอ และผู้ที่ขอ"),
      """
      id* set* set@en number:integer title* title@en ask* ask@en presenter presenter@en addressee \
      addressee@en presented_on:period topics areas status legal_basis legal_basis@en cost:number \
      cost_note cost_note@en source*
      """, references: [("source", "sources", "id")]),
    KnownTable(
      "asks", Wording(en: "the parts of a proposal", th: "ข้อย่อยของข้อเสนอ"),
      """
      id* proposal* number:integer text* text@en measure measure@en target target@en source*
      """, references: [("proposal", "proposals", "id"), ("source", "sources", "id")]),
    KnownTable(
      "parties", Wording(en: "political parties", th: "พรรคการเมือง"),
      """
      id* name* name@en short_name short_name@en founded:period dissolved:period merged_into url \
      note note@en source*
      """, references: [("merged_into", "parties", "id"), ("source", "sources", "id")]),
    KnownTable(
      "party_names", Wording(en: "names that parties had", th: "ชื่อที่พรรคเคยใช้"),
      "party* name* name@en start:period end:period source*", key: [],
      references: [("party", "parties", "id"), ("source", "sources", "id")]),
    KnownTable(
      "party_roles",
      Wording(en: "which parties governed, and when", th: "พรรคใดอยู่ในรัฐบาล เมื่อใด"),
      "party* role* mandate start:period end:period source*", key: [],
      references: [
        ("party", "parties", "id"), ("mandate", "mandates", "id"), ("source", "sources", "id"),
      ]),
    KnownTable(
      "elections", Wording(en: "days of elections", th: "วันเลือกตั้ง"),
      "id* name* name@en date*:period source*", references: [("source", "sources", "id")]),
    KnownTable(
      "mandates", Wording(en: "terms of governments and houses", th: "วาระของรัฐบาลและสภา"),
      "id* name* name@en election start*:period end:period source*",
      references: [("election", "elections", "id"), ("source", "sources", "id")]),
    KnownTable(
      "commitments", Wording(en: "parties' answers to asks", th: "คำตอบของพรรคต่อข้อเสนอ"),
      """
      party* ask proposal election stance* conditions conditions@en words words@en form \
      date:period evidence
      """, key: [],
      references: [
        ("party", "parties", "id"), ("ask", "asks", "id"), ("proposal", "proposals", "id"),
        ("election", "elections", "id"),
      ]),
    KnownTable(
      "promises", Wording(en: "promises of parties", th: "คำสัญญาของพรรค"),
      """
      id* party* mandate title* title@en original_text* asks acceptance_criteria* \
      acceptance_criteria@en criteria_on:period made_on:period deadline:period budget_baht:number \
      budget_origin budget_origin@en split_from merged_into topics areas status retired_reason \
      retired_reason@en review_every:integer source* page
      """,
      references: [
        ("party", "parties", "id"), ("mandate", "mandates", "id"),
        ("split_from", "promises", "id"), ("merged_into", "promises", "id"),
        ("source", "sources", "id"),
      ]),
    KnownTable(
      "promise_events", Wording(en: "what became of promises", th: "ความคืบหน้าของคำสัญญา"),
      """
      id* promise* date*:period type* review progress summary* summary@en reason reason@en \
      evidence reviewers bill votes_for:integer votes_against:integer votes_abstain:integer \
      checked_on:period
      """, references: [("promise", "promises", "id")]),
    KnownTable(
      "followups", Wording(en: "letters, marches, campaigns", th: "การติดตามทวงถาม"),
      """
      id* method* proposals promises areas date*:period actor actor@en addressee addressee@en \
      result result@en evidence next_due:period
      """, references: [("method", "followup_methods", "method")]),
    KnownTable(
      "followup_methods", Wording(en: "ways to follow up", th: "วิธีติดตามทวงถาม"),
      "method* name* name@en description description@en source*", key: ["method"],
      references: [("source", "sources", "id")]),
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
