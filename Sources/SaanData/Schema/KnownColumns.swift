import SaanText

/// What may stand in columns of the tables that the program knows by name.
package enum KnownColumns {
  /// The columns whose values are one word of a list.
  static let words: [(table: String, column: String, words: String)] = [
    ("areas", "class", "country region province district subdistrict municipality"),
    ("area_groups", "basis", "stated inferred"),
    ("indicators", "stat_type", "count sum ratio percentage"),
    ("indicators", "aggregation", "sum weighted max none"),
    ("indicators", "aggregate", "count sum mean ratio"),
    ("observations", "as_of_basis", "stated publication_date inferred unknown"),
    ("observations", "bound", Bound.allCases.map(\.rawValue).joined(separator: " ")),
    ("observations", "rank", "preferred normal deprecated"),
    (
      "reconciliations", "cause",
      """
      different_as_of different_scope different_definition rounding unit_error typing_error \
      unexplained
      """
    ),
    ("reconciliations", "status", "open asked_source explained"),
    ("corrections", "kind", "revision error"),
    ("corrections", "bound", Bound.allCases.map(\.rawValue).joined(separator: " ")),
    ("corrections", "previous_bound", Bound.allCases.map(\.rawValue).joined(separator: " ")),
    ("organisations", "kind", "network agency association"),
    ("organisations", "basis", "stated inferred"),
    ("register_coverage", "status", RegisterStatus.words),
    ("housing", "setting", "urban rural"),
    ("housing", "status", "pipeline implementation completion"),
    ("proposals", "status", "active merged superseded retired"),
    ("party_roles", "role", "government opposition outside"),
    (
      "commitments", "stance",
      "not_asked no_reply agree agree_with_conditions neutral disagree"
    ),
    ("commitments", "form", "signed written speech manifesto vote online"),
    ("promises", "status", "active retired"),
    ("promise_events", "type", "statement checkpoint vote budget court reply review"),
    ("promise_events", "review", "not_reviewed reviewed"),
    (
      "promise_events", "progress",
      """
      no_movement_found cannot_be_checked disputed clarifying proposed in_progress stalled \
      partly_kept kept abandoned
      """
    ),
    ("events", "status", "confirmed tentative cancelled postponed moved_online"),
    ("events", "participants_bound", Bound.allCases.map(\.rawValue).joined(separator: " ")),
    (
      "events", "repeats",
      Recurrence.Rhythm.allCases.map(\.rawValue).joined(separator: " ")
    ),
  ]

  /// The tables of what was asked of parties, answered and promised.
  package static let tracked = [
    "proposals", "asks", "parties", "party_names", "party_roles", "elections", "mandates",
    "commitments", "promises", "promise_events", "followups", "followup_methods",
  ]

  /// The columns that hold addresses which pages link to.
  static let addresses = ["url", "archived_url", "website", "homepage", "online_url"]

  /// Whether a heading is of such a column.
  static func isOfAddresses(_ heading: String, in schema: TableSchema?) -> Bool {
    guard let schema else {
      let words = ["เว็บ", "ลิงก์", "ลิงค์", "url", "website", "homepage", "link"]
      return words.contains { heading.lowercased().hasPrefix($0) }
    }
    return schema.fields.contains { addresses.contains($0.name) && $0.isAmong([heading]) }
  }

  /// The tables of what is published of people on purpose: who wrote, said or promised what, and
  /// who asks to an event.
  static let ofPublicActs = Set(
    tracked + [
      "sources", "events", "organisations", "indicators", "observations", "reconciliations",
      "corrections", "areas", "area_groups", "programmes", "register_coverage",
    ])

  /// The columns that name a row together, of tables whose rows have no id.
  package static let keys = [
    "commitments": ["party", "ask", "proposal", "date"], "party_names": ["party", "name"],
    "party_roles": ["party", "role", "mandate", "start"],
  ]

  /// The columns that list ids of rows of another table.
  static let lists: [(table: String, column: String, target: String)] = [
    ("commitments", "evidence", "sources"), ("promises", "asks", "asks"),
    ("promise_events", "evidence", "sources"), ("followups", "evidence", "sources"),
    ("followups", "proposals", "proposals"), ("followups", "promises", "promises"),
  ]

  /// What could stand in a column that every row must have: the words that it takes, or a value.
  package static func example(of column: String, in table: String) -> String? {
    let words = words.first { $0.table == table && $0.column == column }?.words
    return words.map { $0.split(separator: " ").joined(separator: ", ") }
      ?? examples["\(table).\(column)"] ?? examples[column]
  }

  /// Examples by column, where it matters with the table in front.
  private static let examples = [
    "id": "a-1", "indicators.id": "funds.members", "sources.id": "report-2565",
    "reconciliations.id": "funds-members", "code": "32", "name": "กองทุนบ้านเหนือ",
    "areas.name": "สุรินทร์", "indicators.name": "สมาชิกกองทุน", "programmes.name": "บ้านมั่นคง",
    "events.name": "เวทีประชุม", "name@en": "Surin", "group": "R-north", "area": "32",
    "reconciliations.area": "TH", "producer": "พอช.", "title": "รายงานประจำปี 2565",
    "indicator": "funds.members", "source": "report-2565", "whole": "funds.capital",
    "part": "funds.capital.members", "announced": "3 ต.ค. 2565", "reason": "พิมพ์ตัวเลขผิด",
    "date": "3 ต.ค. 2565", "start": "3 ต.ค. 2565", "proposal": "parties-2-public-land",
    "party": "party-a", "promise": "promise-1",
    "set": "ข้อเสนอถึงพรรคการเมือง", "ask": "ขอให้เปิดข้อมูลงบประมาณ", "text": "เปิดข้อมูลงบประมาณทุกบาท",
    "original_text": "เราจะเปิดข้อมูลงบประมาณทั้งหมด", "method": "letter",
    "acceptance_criteria": "ดาวน์โหลดข้อมูลได้ทุกกระทรวง", "summary": "ยื่นร่างกฎหมายต่อสภา",
    "register": "councils", "as_of": "30 ก.ย. 2569",
  ]
}
