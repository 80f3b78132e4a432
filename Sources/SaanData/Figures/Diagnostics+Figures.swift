import SaanText

// The catalogue of what can be wrong with figures: areas, dates, words and tables. Severities are
// the rules'; `checkStatistics` sets them.

extension Diagnostic {
  /// A text that means no area.
  ///
  /// - Parameter suggestion: the area that it most likely means.
  package static func unknownArea(
    _ text: String, in areas: AreaTable, suggestion: AreaID?, at place: Place
  ) -> Diagnostic {
    if let other = areas.namesake(of: text) {
      return otherClass(text, other.written, other.area, at: place)
    }
    let names = PlaceName(text)
    let isOfHouse = names.parts.count > 1 && names.withoutHouse.parts.count < names.parts.count
    let isName = isOfHouse || !text.contains(where: \.isNumber)
    let near = suggestion.map { areas.all[$0] }
    return Diagnostic(
      .error, "unknown-area",
      isName
        ? Wording(
          en: "'\(text)' is no name or code of the areas table",
          th: "ไม่มีพื้นที่ชื่อหรือรหัส '\(text)' ในตาราง areas")
        : Wording(
          en: "'\(text)' is no code of the areas table", th: "ไม่มีรหัสพื้นที่ '\(text)' ในตาราง areas"),
      at: place,
      hint: isOfHouse
        ? .withoutHouse(near, in: areas) : hint(for: text, names, isName, near, in: areas))
  }

  private static func hint(
    for text: String, _ names: PlaceName, _ isName: Bool, _ near: Area?, in areas: AreaTable
  ) -> Wording {
    if let near {
      return isName
        ? .meant(near, in: areas)
        : .write(near.code, meaning: near.name[.thai], english: near.name[.english])
    }
    if names.parts.count > 1 { return .unfoundPlace }
    return (isName ? didYouMean(text, among: areas.codes) : areas.outside(text)) ?? .namesOfPlaces
  }

  /// A name with the word for another class than the only area of that name has.
  private static func otherClass(
    _ text: String, _ written: AreaClass, _ area: Area, at place: Place
  ) -> Diagnostic {
    let (writtenEN, ownEN) = (written.rawValue, area.areaClass.rawValue)
    let (writtenTH, ownTH) = (written.thai, area.areaClass.thai)
    return Diagnostic(
      .error, "unknown-area",
      Wording(
        en:
          "'\(text)' is a \(writtenEN), but '\(area.name[.english])' (\(area.code)) of the areas table is a \(ownEN)",
        th:
          "'\(text)' เป็น\(writtenTH) แต่ '\(area.name[.thai])' (\(area.code)) ในตาราง areas เป็น\(ownTH)"
      ),
      at: place,
      hint: Wording(
        en:
          "write the district or province that it lies in, or add the \(writtenEN) to content/data/areas.csv; if the \(ownEN) is meant, write \(area.code)",
        th:
          "เขียนอำเภอหรือจังหวัดที่\(writtenTH)นี้อยู่ หรือเพิ่ม\(writtenTH)นี้ใน content/data/areas.csv ถ้าหมายถึง\(ownTH) ให้เขียน \(area.code)"
      ))
  }

  /// Rows in municipalities that no table names.
  static func unlistedMunicipalities(
    _ names: [String], count: Int, at place: Place
  ) -> Diagnostic {
    let shown = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let more = names.count > 3 ? names.count - 3 : 0
    return Diagnostic(
      .note, "unlisted-municipality",
      Wording(
        en:
          "\(shown)\(more > 0 ? " and \(more) more" : ""): no such municipality is in the areas table; \(count == 1 ? "the row counts" : "\(count) rows count") for the district",
        th:
          "\(shown)\(more > 0 ? " และอีก \(more) แห่ง" : "") ไม่มีในตาราง areas จึงนับ \(count) แถวนี้ไว้ในอำเภอที่ระบุ"
      ), at: place,
      hint: Wording(
        en: "to tell them apart, add each to content/data/areas.csv with the class municipality",
        th:
          "ถ้าต้องการแยกเป็นรายเทศบาล ให้เพิ่มแต่ละแห่งใน content/data/areas.csv โดยให้ class เป็น municipality"
      ))
  }

  /// A province in a column of texts that is no area.
  static func unknownPlace(
    _ text: String, in areas: AreaTable, suggestion: AreaID?, count: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "unknown-place",
      Wording(
        en: "no area of the areas table is called '\(text)'\(inRows(count).en)",
        th: "ไม่มีพื้นที่ชื่อ '\(text)' ในตาราง areas\(inRows(count).th)"),
      at: place,
      hint: suggestion.map { .meant(areas.all[$0], in: areas) }
        ?? Wording(
          en: "correct the name, or add the province to content/data/areas.csv",
          th: "แก้ชื่อให้ถูกต้อง หรือเพิ่มจังหวัดใน content/data/areas.csv"))
  }

  private static func inRows(_ count: Int) -> Wording {
    count == 1
      ? Wording(en: "", th: "") : Wording(en: ", in \(count) rows", th: " รวม \(count) แถว")
  }

  /// A name that several areas have.
  ///
  /// - Parameter table: where they lie, by which they are told apart.
  static func ambiguousArea(
    _ name: String, areas: [Area], in table: AreaTable? = nil, at place: Place
  ) -> Diagnostic {
    func codes(_ tag: Language.Tag) -> String {
      let shown = areas.prefix(8).map { area in
        let around = (table?.path(upFrom: area) ?? []).map { $0.name[tag] }.joined(separator: " ")
        return around.isEmpty ? area.code : "\(area.code) (\(around))"
      }
      return shown.joined(separator: ", ") + (areas.count > 8 ? ", …" : "")
    }
    return Diagnostic(
      .error, "ambiguous-area",
      Wording(
        en: "'\(name)' is the name of \(areas.count) areas",
        th: "'\(name)' เป็นชื่อของพื้นที่ \(areas.count) แห่ง"),
      at: place,
      hint: Wording(
        en: "write the code: \(codes(.english))", th: "เขียนรหัสแทน: \(codes(.thai))"))
  }

  static func areaNameMismatch(
    _ written: String, area: Area, named: Area?, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "area-name-mismatch",
      Wording(
        en: "'\(written)' is not the name of \(area.code), which is \(area.name[.english])",
        th: "'\(written)' ไม่ใช่ชื่อของรหัส \(area.code) ซึ่งคือ\(area.name[.thai])"), at: place,
      hint: named.map {
        Wording(
          en: "the code of '\(written)' is \($0.code)", th: "รหัสของ '\(written)' คือ \($0.code)")
      } ?? Wording(en: "correct the name or the code", th: "แก้ชื่อหรือรหัสให้ตรงกัน"))
  }

  /// A year in a text that is of the other era than its label says.
  package static func eraMistake(_ mistake: DateMistake, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "era-mistake",
      Wording(
        en: "a year in this text \(mistake.wording.en)", th: "ปีในข้อความนี้\(mistake.wording.th)"),
      at: place,
      hint: mistake.hint
        ?? Wording(en: "check the era before the year", th: "ตรวจศักราชหน้าปี"))
  }

  static func asOfAfterPublication(
    _ asOf: CalendarDate, published: CalendarDate, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "as-of-after-publication",
      Wording(
        en: "the value is of \(asOf.iso), but its source was published on \(published.iso)",
        th: "ค่าเป็นของ \(asOf.text(in: .thai)) แต่แหล่งข้อมูลเผยแพร่ \(published.text(in: .thai))"),
      at: place,
      hint: Wording(
        en: "check both dates and the source", th: "ตรวจวันที่ทั้งสองและแหล่งข้อมูล"))
  }

  /// A value of the day that its source was published, which the source's own row says is another.
  static func otherPublicationDate(
    _ asOf: CalendarDate, published: CalendarDate, source: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "other-publication-date",
      Wording(
        en: "the value is said to be of the day of publication, \(asOf.iso), but '\(source)' was "
          + "published on \(published.iso)",
        th: "ค่านี้ระบุว่าใช้วันเผยแพร่ คือ \(asOf.text(in: .thai)) แต่ '\(source)' "
          + "เผยแพร่ \(published.text(in: .thai))"), at: place,
      hint: Wording(
        en: "correct 'as_of' or 'date_published'; of another edition, add it to 'sources'",
        th: "แก้ as_of หรือ date_published ให้ตรงกัน ถ้าเป็นฉบับอื่น ให้เพิ่มฉบับนั้นในตาราง sources"))
  }

  /// A value that was counted over a time which was not over.
  ///
  /// - Parameters:
  ///   - known: the day on which it was known.
  ///   - isPublished: whether that is the day of its source, else it is today.
  static func unfinishedTime(
    _ asOf: CalendarDate, known: CalendarDate, isPublished: Bool, at place: Place
  ) -> Diagnostic {
    let (first, last) = (asOf.firstDay, asOf.lastDay)
    return Diagnostic(
      .warning, "unfinished-time",
      Wording(
        en: "the value is of a time that ends on \(last.iso), and "
          + (isPublished ? "its source was published on \(known.iso)" : "today is \(known.iso)"),
        th: "ค่านี้เป็นของช่วงที่สิ้นสุด \(last.text(in: .thai)) แต่"
          + (isPublished
            ? "แหล่งข้อมูลเผยแพร่ \(known.text(in: .thai))" : "วันนี้คือ \(known.text(in: .thai))")),
      at: place,
      hint: Wording(
        en: "write the time that was counted, such as \(first.iso)/\(known.iso); of a budget or a "
          + "plan write P in 'status'",
        th: "เขียนช่วงที่นับได้จริง เช่น \(first.iso)/\(known.iso) ถ้าเป็นงบประมาณหรือแผน ให้ใส่ P ใน status"))
  }

  static func futureAsOf(_ asOf: CalendarDate, today: CalendarDate, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "future-as-of",
      Wording(
        en: "the value is of \(asOf.iso), which is still to come",
        th: "ค่าเป็นของ \(asOf.text(in: .thai)) ซึ่งยังมาไม่ถึง"), at: place,
      hint: Wording(
        en: "targets belong to 'period'; as_of is the day that the number was true",
        th: "เป้าหมายใส่ในคอลัมน์ period ส่วน as_of คือวันที่ตัวเลขเป็นจริง"))
  }

  static func beforeEarliest(
    _ asOf: CalendarDate, earliest: CalendarDate, indicator: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "before-earliest",
      Wording(
        en: "'\(indicator)' has no values before \(earliest.iso), this one is of \(asOf.iso)",
        th:
          "'\(indicator)' ไม่มีค่าก่อน \(earliest.text(in: .thai)) แต่ค่านี้เป็นของ \(asOf.text(in: .thai))"
      ), at: place,
      hint: Wording(
        en: "check the year and its era; the limit is 'earliest' of the indicator",
        th: "ตรวจปีและศักราช เกณฑ์อยู่ในคอลัมน์ earliest ของตัวชี้วัด"))
  }

  static func asOfBasis(hasDate: Bool, at place: Place) -> Diagnostic {
    hasDate
      ? Diagnostic(
        .error, "as-of-basis",
        Wording(
          en: "the value has a date, yet its basis is empty or 'unknown'",
          th: "ค่ามีวันที่ แต่ as_of_basis ว่างอยู่หรือเป็น unknown"), at: place,
        hint: Wording(
          en: "write stated, publication_date or inferred",
          th: "เขียน stated, publication_date หรือ inferred"))
      : Diagnostic(
        .error, "as-of-basis",
        Wording(en: "the value has a basis but no date", th: "ค่าบอกที่มาของวันที่แต่ไม่มีวันที่"),
        at: place,
        hint: Wording(
          en: "write the date, or 'unknown' in 'as_of_basis'",
          th: "ใส่วันที่ หรือเขียน unknown ในคอลัมน์ as_of_basis"))
  }

  static func missingKnownColumn(_ column: String, table: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "known-table",
      Wording(
        en: "the schema of '\(table)' has no column '\(column)', which the program needs",
        th: "schema ของ '\(table)' ไม่มีคอลัมน์ '\(column)' ที่โปรแกรมต้องใช้"), at: place,
      hint: Wording(
        en: "add the field to the table's schema", th: "เพิ่มคอลัมน์นี้ใน schema ของตาราง"))
  }

  static func knownColumnType(
    _ column: String, table: String, type: FieldType, given: FieldType, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "known-table",
      Wording(
        en: "column '\(column)' of '\(table)' is of type \(given.rawValue), not \(type.rawValue)",
        th: "คอลัมน์ '\(column)' ของ '\(table)' เป็นชนิด \(given.rawValue) ไม่ใช่ \(type.rawValue)"),
      at: place,
      hint: Wording(en: "write 'type: \(type.rawValue)'", th: "เขียน 'type: \(type.rawValue)'"))
  }

  static func unknownWord(_ word: String, among allowed: [String], at place: Place) -> Diagnostic {
    let (list, listTH) = (allowed.joined(separator: ", "), KnownColumns.explaining(allowed))
    return Diagnostic(
      .error, "unknown-word",
      Wording(
        en: "'\(word)' is none of the words for this column",
        th: "'\(word)' ไม่อยู่ในคำที่ใช้ได้ของคอลัมน์นี้"), at: place,
      hint: KnownColumns.hint(for: word, among: allowed) ?? didYouMean(word, among: allowed)
        ?? Wording(en: "write one of \(list)", th: "เลือกจาก \(listTH)"))
  }

  static func unknownDataset(_ name: String, among known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unknown-dataset",
      Wording(en: "there is no table '\(name)'", th: "ไม่มีตาราง '\(name)'"), at: place,
      hint: didYouMean(name, among: known)
        ?? Wording(
          en: "name a resource of the descriptor", th: "ใช้ชื่อตารางที่อยู่ในไฟล์คำอธิบาย"))
  }

  static func unknownDatasetField(
    _ name: String, table: String, among known: [String], at place: Place
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-dataset",
      Wording(
        en: "table '\(table)' has no column '\(name)'", th: "ตาราง '\(table)' ไม่มีคอลัมน์ '\(name)'"),
      at: place,
      hint: didYouMean(name, among: known)
        ?? Wording(en: "its columns are \(list)", th: "มีคอลัมน์ \(list)"))
  }

  static func halfRatio(lacking column: String, beside id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "half-ratio",
      Wording(
        en: "the ratio of '\(id)' has no \(column)", th: "อัตราส่วนของ '\(id)' ไม่มี \(column)"),
      at: place,
      hint: Wording(
        en: "write the id of another indicator in '\(column)', or empty both columns",
        th: "ใส่รหัสของตัวชี้วัดอีกตัวใน \(column) หรือเว้นว่างทั้งสองคอลัมน์"))
  }

  static func countedRatio(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "half-ratio",
      Wording(
        en: "an indicator cannot be a ratio of two others and be counted from a table",
        th: "ตัวชี้วัดเดียวเป็นอัตราส่วนของสองตัวอื่นและนับจากตารางพร้อมกันไม่ได้"),
      at: place,
      hint: Wording(
        en: "empty 'dataset', or 'numerator' and 'denominator'",
        th: "เว้น dataset ให้ว่าง หรือเว้น numerator และ denominator ให้ว่าง"))
  }

  static func missingDatasetField(_ computation: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "unknown-dataset",
      Wording(
        en: "'\(computation)' needs a column to compute", th: "'\(computation)' ต้องระบุคอลัมน์ที่คำนวณ"),
      at: place,
      hint: Wording(
        en: "write the column's name in 'field'", th: "ใส่ชื่อคอลัมน์ใน field"))
  }
}

extension AreaClass {
  /// The word for it in messages.
  package var thai: String {
    switch self {
    case .country: "ประเทศ"
    case .region: "ภาค"
    case .province: "จังหวัด"
    case .district: "อำเภอหรือเขต"
    case .subdistrict: "ตำบลหรือแขวง"
    case .municipality: "เทศบาล"
    case .together: "พื้นที่"
    }
  }
}

extension Wording {
  static func write(_ code: String, meaning: String, english: String) -> Wording {
    Wording(
      en: "write \(code), the code of \(english)", th: "เขียน \(code) ซึ่งเป็นรหัสของ\(meaning)")
  }
}

extension AreaTable {
  /// What to do with digits that may be of a place that the site is not about; `nil` where they lie
  /// in one that it is about, or it is about all of them.
  fileprivate func outside(_ code: String) -> Wording? {
    guard [2, 4, 6].contains(code.count), code.allSatisfy(\.isNumber), code.prefix(1) != "0",
      index(String(code.prefix(2))) == nil,
      all.contains(where: { $0.areaClass == .province && $0.code.count == 2 })
    else { return nil }
    return Wording(
      en: "if it is a code of the Ministry of Interior, its province is not in the areas table: "
        + "see 'areas: scope' in site.yaml",
      th: "ถ้าเป็นรหัสของกระทรวงมหาดไทย จังหวัดของรหัสนี้ไม่อยู่ในตาราง areas "
        + "ให้ดู 'areas: scope' ใน site.yaml")
  }
}
