import SaanText

extension DataRule {
  static let scopes = DataRule(
    "unknown-scope", .error,
    Wording(
      en: "the scope of an indicator names areas: a class, a division, a list, an organisation's",
      th: "scope ของตัวชี้วัดระบุพื้นที่ได้จริง คือระดับ การแบ่งภาค รายชื่อพื้นที่ หรือองค์กร")
  ) { statistics, _ in
    statistics.package.rows("indicators").compactMap { row in
      guard let text = row.string("scope"), let column = row.table.column("scope"),
        let problem = Scope.read(text, statistics.areas, statistics.organisations).problem
      else { return nil }
      if case .ambiguous(let name, let named) = problem {
        return .ambiguousScope(
          name, areas: named.map { statistics.areas.all[$0] }, at: row.place(column))
      }
      return .unknownScope(problem, among: statistics.scopeNames, at: row.place(column))
    }
  }

  static let scoped = DataRule(
    "out-of-scope", .error,
    Wording(
      en: "values, and rows that are counted, are of areas in their indicator's scope",
      th: "ค่าและแถวที่นับอยู่ในพื้นที่ตาม scope ของตัวชี้วัด")
  ) { statistics, _ in
    let values = statistics.observations.compactMap { value -> Diagnostic? in
      let indicator = statistics.indicators[value.indicator]
      guard !indicator.scope.holds(value.area, in: statistics.areas) else { return nil }
      return .outOfScope(
        indicator, statistics.areas.all[value.area], statistics.areas,
        at: statistics.place(of: value, column: value.isTogether ? "areas" : "area"))
    }
    return values + statistics.indicators.ids.flatMap { statistics.registerRowsOutOfScope($0) }
  }

  static let together = DataRule(
    "areas-together", .error,
    Wording(
      en: "a value is of one area, or of several jointly that are told apart",
      th: "ค่าหนึ่งเป็นของพื้นที่เดียว หรือของหลายพื้นที่ร่วมกันที่ไม่ซ้ำและไม่ซ้อนกัน")
  ) { statistics, _ in
    guard let table = statistics.package["observations"] else { return [] }
    let columns = (area: table.column("area"), areas: table.column("areas"))
    guard let place = columns.area ?? columns.areas else { return [] }
    return table.rows.flatMap { row -> [Diagnostic] in
      let text = columns.areas.flatMap { row.string($0) }
      let hasArea = columns.area.map { !row.isMissing($0) } ?? false
      guard let text, let column = columns.areas else {
        return hasArea ? [] : [.valueWithoutArea(at: row.place(place))]
      }
      if hasArea { return [.areaAndAreas(at: row.place(column))] }
      return statistics.mistakes(in: Allocation(text, statistics.areas), at: row.place(column))
    }
  }
}

extension Statistics {
  /// What a scope may be called, for suggestions.
  fileprivate var scopeNames: [String] {
    AreaClass.allCases.filter { $0 != .together }.map(\.rawValue)
      + Set(areas.all.compactMap(\.scheme)).sorted() + organisations.map(\.id) + areas.codes
  }

  fileprivate func mistakes(in allocation: Allocation, at place: Place) -> [Diagnostic] {
    func area(_ index: AreaID) -> Area { areas.all[index] }
    let unknown = allocation.unknown.map { name -> Diagnostic in
      let named = areas.named(name)
      if named.count > 1 {
        return .ambiguousAllocation(name, areas: named.map(area), at: place)
      }
      return .unknownAllocation(name, in: areas, at: place)
    }
    let repeated = allocation.repeated.map { Diagnostic.repeatedArea(area($0), at: place) }
    let nested = allocation.nested.map {
      Diagnostic.nestedArea(area($0.inner), in: area($0.outer), at: place)
    }
    let crossing = allocation.crossing.map {
      Diagnostic.crossingAreas(area($0.one), area($0.other), shared: area($0.shared), at: place)
    }
    let all = unknown + repeated + nested + crossing
    guard all.isEmpty, allocation.members.count < 2 else { return all }
    return [.allocationToOne(allocation.members.first.map(area), at: place)]
  }

  fileprivate func registerRowsOutOfScope(_ index: IndicatorID) -> [Diagnostic] {
    let indicator = indicators[index]
    guard let register = indicator.register, let table = package[register.table],
      let column = table.column("area")
    else { return [] }
    return registerRows(outside: indicator.scope, register, table).map { row, area in
      .outOfScope(indicator, areas.all[area], areas, at: table[row].place(column))
    }
  }
}
