import SaanText

extension DataRule {
  static let coveredRegisters = DataRule(
    "unknown-register", .error,
    Wording(
      en: "what is said to be complete is a register: a table whose rows have an area",
      th: "สิ่งที่ระบุว่าครบถ้วนเป็นทะเบียน คือตารางที่แต่ละแถวมีพื้นที่")
  ) { statistics, _ in
    let package = statistics.package
    let registers = package.tables.map(\.name).filter(statistics.isRegister)
    // A table that could not be read was reported where it lies.
    let isNone = { (name: String) in
      !statistics.isRegister(name)
        && (package[name] != nil || package.descriptor.resource(name) == nil)
    }
    let described = package.descriptor.resources.compactMap { resource -> Diagnostic? in
      guard let coverage = resource.coverage, isNone(resource.name) else { return nil }
      return .unknownRegister(resource.name, among: registers, at: coverage.place)
    }
    return described
      + package.rows(KnownTable.coverage).compactMap { row in
        guard let name = row.string("register"), isNone(name) else { return nil }
        return .unknownRegister(name, among: registers, at: row.place("register"))
      }
  }

  static let coverageOnce = DataRule(
    "coverage-twice", .error,
    Wording(
      en: "the completeness of a register in an area is stated once",
      th: "ระบุความครบถ้วนของทะเบียนในแต่ละพื้นที่เพียงครั้งเดียว")
  ) { statistics, _ in
    var first: [String: CoverageStatement] = [:]
    return statistics.coverageStatements.compactMap { statement in
      let area = statistics.areas.all[statement.area]
      guard let other = first["\(statement.register) \(area.code)"] else {
        first["\(statement.register) \(area.code)"] = statement
        return nil
      }
      return .coverageTwice(statement, area: area, first: other)
    }
  }

  static let coverageOfParts = DataRule(
    "coverage-of-parts", .warning,
    Wording(
      en: "nothing is said to be complete in an area of which the site leaves out provinces",
      th: "ไม่ระบุว่าครบถ้วนทั้งพื้นที่ เมื่อเว็บมีจังหวัดในพื้นที่นั้นไม่ครบ")
  ) { statistics, _ in
    statistics.coverageStatements.compactMap { statement in
      guard statement.status == .complete, statistics.areas.lacksProvinces(statement.area) else {
        return nil
      }
      return .coverageOfParts(statement, area: statistics.areas.all[statement.area])
    }
  }

  static let coverageAhead = DataRule(
    "coverage-in-future", .error,
    Wording(
      en: "no register is complete as of a day to come", th: "ไม่มีทะเบียนที่ครบถ้วน ณ วันที่ยังมาไม่ถึง")
  ) { statistics, today in
    statistics.coverageStatements.compactMap { statement in
      guard let asOf = statement.asOf, asOf.firstDay > today else { return nil }
      return .coverageInFuture(asOf, register: statement.register, at: statement.datePlace)
    }
  }

  static let coverageDates = DataRule(
    "coverage-date", .warning,
    Wording(
      en:
        "a complete register is of the day of its newest row or, where rows say only when a thing began, of a later one",
      th: "วันที่ของทะเบียนที่ครบถ้วนตรงกับแถวใหม่ที่สุด หรือหลังจากนั้นเมื่อแถวบอกเพียงวันที่เริ่ม")
  ) { statistics, _ in
    let complete = statistics.coverageStatements.filter { $0.status == .complete }
    return Dictionary(grouping: complete, by: \.register).sorted { $0.key < $1.key }.flatMap {
      register, statements -> [Diagnostic] in
      guard let table = statistics.package[register] else { return [] }
      let days = RowDays(table)
      let newest = statistics.newestDays(days.days, in: register)
      // What began later was not there to be counted, whatever day its row says it is of.
      let begun = statistics.newestDays(days.beginnings, in: register)
      return statements.compactMap { statement in
        guard let asOf = statement.asOf else { return nil }
        let area = statistics.areas.all[statement.area]
        let last = [newest[statement.area], begun[statement.area]].compactMap { $0 }.newest
        if let last, last.firstDay > asOf.lastDay {
          return .coverageBeforeRows(statement, asOf: asOf, row: last, area: area)
        }
        guard days.isOfValues, let row = newest[statement.area], asOf.firstDay > row.lastDay
        else { return nil }
        return .coverageAfterRows(statement, asOf: asOf, row: row, area: area)
      }
    }
  }

  static let widerRows = DataRule(
    "row-of-wider-area", .note,
    Wording(
      en: "a row of a complete register names an area as narrow as the others there",
      th: "แถวของทะเบียนที่ครบถ้วนระบุพื้นที่ละเอียดเท่ากับแถวอื่นในพื้นที่นั้น")
  ) { statistics, _ in
    statistics.coverages.sorted { $0.key < $1.key }.flatMap { name, coverage -> [Diagnostic] in
      let graph = statistics.areas
      let rows = statistics.registerAreas[name]?.rowsByArea ?? [:]
      let around = Set(rows.keys.flatMap { graph.ancestors[$0] })
      return rows.sorted { $0.value < $1.value }.compactMap { area, row in
        guard coverage[area].isComplete, around.contains(area) else { return nil }
        return .rowOfWiderArea(graph.all[area], in: name, at: statistics.place(name, row, "area"))
      }
    }
  }

  static let unplacedRows = DataRule(
    "row-without-area", .warning,
    Wording(
      en: "every row of a complete register says where it lies",
      th: "ทุกแถวของทะเบียนที่ครบถ้วนระบุพื้นที่")
  ) { statistics, _ in
    statistics.coverages.sorted { $0.key < $1.key }.compactMap { name, coverage in
      guard coverage.whole.isComplete, let row = statistics.registerAreas[name]?.firstWithoutArea
      else { return nil }
      return .rowWithoutArea(in: name, at: statistics.place(name, row, "area"))
    }
  }

  static let completeTotals = DataRule(
    "complete-below-published", .warning,
    Wording(
      en: "a complete register has no fewer than a source has published",
      th: "ทะเบียนที่ครบถ้วนไม่น้อยกว่าจำนวนที่แหล่งข้อมูลเผยแพร่")
  ) { statistics, _ in
    statistics.rollups.compactMap { cell, rollup -> (Int, Diagnostic)? in
      guard case .register(let table) = rollup.origin, rollup.isWhole, rollup.addsUp,
        let published = rollup.published, let value = published.bounded,
        value.isMissed(by: rollup.value),
        let missing = value.number.subtracting(rollup.value)
      else { return nil }
      return (
        published.row,
        .completeBelowPublished(
          value, computed: rollup.value, missing: missing, table: table,
          area: statistics.areas.all[cell.area], at: statistics.place(of: published))
      )
    }.sorted { $0.0 < $1.0 }.map(\.1) + statistics.completeBelowJoint
  }
}

extension Statistics {
  /// The newest day that rows of a register say they are of, in each area.
  fileprivate func newestDays(
    _ days: [CalendarDate?], in register: String
  ) -> [AreaID: CalendarDate] {
    var own: [AreaID: CalendarDate] = [:]
    for (row, stored) in (registerAreas[register]?.counted ?? []).enumerated() {
      guard let area = AreaID(stored: stored), let day = days[row] else { continue }
      own[area] = own[area].map { max($0, day) } ?? day
    }
    var newest = own
    for (area, day) in own {
      for wider in areas.ancestors[area] {
        newest[wider] = newest[wider].map { max($0, day) } ?? day
      }
    }
    return newest
  }
}

extension Statistics {
  /// What is published of several areas jointly, where their registers are complete and come to
  /// less.
  fileprivate var completeBelowJoint: [Diagnostic] {
    indicators.ids.flatMap { indicator -> [Diagnostic] in
      guard let register = indicators[indicator].register else { return [] }
      return areas(of: indicator).compactMap { area in
        guard let members = areas.members(of: area), let published = shown(indicator, area),
          let value = published.bounded
        else { return nil }
        let counted = members.compactMap { rollup(indicator, $0) }
          .filter { $0.isOfRegister && $0.isWhole && $0.addsUp }
        guard counted.count == members.count, let sum = counted.map(\.value).total,
          value.isMissed(by: sum), let missing = value.number.subtracting(sum)
        else { return nil }
        return .completeBelowPublished(
          value, computed: sum, missing: missing, table: register.table, area: areas.all[area],
          at: place(of: published))
      }
    }
  }
}
