import SaanText

extension DataRule {
  static let eras = DataRule(
    "era-mistake", .warning,
    Wording(
      en: "a year in a text belongs to the era that its label names",
      th: "ปีในข้อความตรงกับศักราชที่ระบุ")
  ) { statistics, _ in
    statistics.textCells { findEraMistakes(in: $0) }
      .map { .eraMistake($0.mistake, at: $1) }
  }

  static let thaiText = DataRule(
    "thai-text", .warning,
    Wording(
      en: "Thai text has no stray, doubled or invisible marks",
      th: "ข้อความไทยไม่มีสระวรรณยุกต์ผิดลำดับ ซ้ำ หรืออักขระที่มองไม่เห็น")
  ) { statistics, _ in
    statistics.textCells(unless: \.isTidy) { thaiTextIssues(in: $0) }
      .map { .thaiText($0, at: $1) }
  }

  static let markup = DataRule(
    "leftover-markup", .warning,
    Wording(
      en: "text in tables holds no Markdown and no HTML",
      th: "ข้อความในตารางไม่มีเครื่องหมาย Markdown และ HTML")
  ) { statistics, _ in
    statistics.textCells { text in
      leftovers(in: text, context: .data).map {
        ($0.kind, String(decoding: text[$0.range].prefix(60), as: UTF8.self))
      }
    }.map { .leftover($0.0, $0.1, in: .data, at: $1) }
  }

  static let publication = DataRule(
    "as-of-after-publication", .error,
    Wording(
      en: "a value is not of a later date than its source",
      th: "ค่าไม่ใหม่กว่าวันเผยแพร่ของแหล่งข้อมูล")
  ) { statistics, _ in
    statistics.observations.compactMap { observation in
      guard let asOf = observation.asOf,
        let published = statistics.sources[observation.source].datePublished,
        asOf.firstDay > published.lastDay, !observation.isPlan
      else { return nil }
      return .asOfAfterPublication(
        asOf, published: published, at: statistics.place(of: observation, column: "as_of"))
    }
  }

  static let publicationDays = DataRule(
    "other-publication-date", .warning,
    Wording(
      en: "a value of the day of publication is of that of its source",
      th: "ค่าที่ใช้วันเผยแพร่ตรงกับวันเผยแพร่ของแหล่งข้อมูล")
  ) { statistics, _ in
    statistics.observations.compactMap { observation in
      guard observation.asOfBasis == .publicationDate, let asOf = observation.asOf,
        let published = statistics.sources[observation.source].datePublished,
        !asOf.agrees(with: published)
      else { return nil }
      return .otherPublicationDate(
        asOf, published: published, source: statistics.sources[observation.source].id,
        at: statistics.place(of: observation, column: "as_of"))
    }
  }

  static let unfinished = DataRule(
    "unfinished-time", .warning,
    Wording(
      en: "what was counted over a time is given when that time is over",
      th: "ค่าที่นับตลอดช่วงเวลาให้ไว้เมื่อช่วงนั้นสิ้นสุดแล้ว")
  ) { statistics, today in
    statistics.observations.compactMap { observation in
      let published = statistics.sources[observation.source].datePublished?.lastDay
      let known = [published, today].compactMap { $0 }.min() ?? today
      guard let asOf = observation.asOf, asOf.isSpan, observation.value != nil,
        asOf.lastDay > known, asOf.firstDay <= known,
        observation.status.isDisjoint(with: [.estimated, .provisional])
      else { return nil }
      return .unfinishedTime(
        asOf, known: known, isPublished: known == published,
        at: statistics.place(of: observation, column: "as_of"))
    }
  }

  static let future = DataRule(
    "future-as-of", .error,
    Wording(en: "no value is of a day to come", th: "ไม่มีค่าของวันที่ยังมาไม่ถึง")
  ) { statistics, today in
    statistics.observations.compactMap { observation in
      guard let asOf = observation.asOf, asOf.firstDay > today, !observation.isPlan
      else { return nil }
      return .futureAsOf(
        asOf, today: today, at: statistics.place(of: observation, column: "as_of"))
    }
  }

  static let earliest = DataRule(
    "before-earliest", .error,
    Wording(
      en: "no value is older than what it counts", th: "ไม่มีค่าที่เก่ากว่าสิ่งที่นับ")
  ) { statistics, _ in
    statistics.observations.compactMap { observation in
      let indicator = statistics.indicators[observation.indicator]
      guard let asOf = observation.asOf, let earliest = indicator.earliest,
        asOf.lastDay < earliest.firstDay
      else { return nil }
      return .beforeEarliest(
        asOf, earliest: earliest, indicator: indicator.id,
        at: statistics.place(of: observation, column: "as_of"))
    }
  }

  static let basis = DataRule(
    "as-of-basis", .error,
    Wording(
      en: "a date says how it is known, and only a date does",
      th: "วันที่บอกว่ารู้ได้อย่างไร และเมื่อไม่มีวันที่ต้องเป็น unknown")
  ) { statistics, _ in
    statistics.observations.compactMap { observation in
      let hasDate = observation.asOf != nil || observation.period != nil
      guard hasDate == (observation.asOfBasis == .unknown) else { return nil }
      return .asOfBasis(
        hasDate: hasDate,
        at: statistics.place(of: observation, column: hasDate ? "as_of_basis" : "as_of"))
    }
  }
}

extension Statistics {
  /// What a closure finds in the texts of all tables, with the place.
  ///
  /// A table's bytes are gone through as a whole first, unless its reader did that: where nothing
  /// is found, which is the rule, no cell is looked at by itself.
  fileprivate func textCells<Found>(
    unless isClean: KeyPath<Table.Storage, Bool>? = nil,
    _ find: (UnsafeBufferPointer<UInt8>) -> [Found]
  ) -> [(Found, Place)] {
    var found: [(Found, Place)] = []
    // What came with the program is no author's.
    for table in package.tables where table.path != Table.gazetteerPath {
      if let isClean, table.storage[keyPath: isClean] { continue }
      let isClean = table.withText { find($0.file).isEmpty && find($0.rewritten).isEmpty }
      if isClean { continue }
      for column in table.fields.indices where table.fields[column].type == .string {
        for row in table.rows {
          let mistakes = row.withUTF8(column) { find($0) } ?? []
          for mistake in mistakes { found.append((mistake, row.place(column))) }
        }
      }
    }
    return found
  }
}

extension Observation {
  /// Whether it is a budget or a plan for a year or a longer time, which is published before that.
  fileprivate var isPlan: Bool {
    isProvisional && asOf.map { $0.precision <= .year } ?? false
  }
}
