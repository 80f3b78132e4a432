import SaanText

// The catalogue of what can be wrong with the areas that values and indicators are of: scopes, and
// values of several areas together.

extension Diagnostic {
  static func unknownScope(
    _ problem: Scope.Problem, among names: [String], at place: Place
  ) -> Diagnostic {
    let kinds = Wording(
      en: "write a class such as province, codes such as 10; 13, a region scheme, or an"
        + " organisation's id",
      th: "เขียนระดับพื้นที่ เช่น province รหัสพื้นที่ เช่น 10; 13 ชื่อการแบ่งภาค หรือรหัสองค์กร")
    let message: Wording
    let hint: Wording
    switch problem {
    case .unknown(let name), .ambiguous(let name, _):
      message = Wording(
        en: "the scope '\(name)' names no area", th: "scope '\(name)' ไม่ตรงกับพื้นที่ใดเลย")
      hint = didYouMean(name, among: names) ?? kinds
    case .twofold(let name):
      message = Wording(
        en: "'\(name)' is a region scheme and an organisation",
        th: "'\(name)' เป็นทั้งชื่อการแบ่งภาคและรหัสองค์กร")
      hint = Wording(
        en: "write 'scheme: \(name)' or 'organisation: \(name)'",
        th: "เขียนว่า 'scheme: \(name)' หรือ 'organisation: \(name)'")
    case .empty(let kind):
      message = Wording(
        en: "the scope '\(kind.rawValue)' names no area: the areas table has none of that class",
        th: "scope '\(kind.rawValue)' ไม่ตรงกับพื้นที่ใดเลย เพราะตาราง areas ไม่มีพื้นที่ระดับนี้")
      hint = Wording(
        en: "add these areas to the table, or write another scope",
        th: "เพิ่มพื้นที่เหล่านี้ในตาราง หรือเขียน scope อื่น")
    case .homeless(let id):
      message = Wording(
        en: "the scope '\(id)' names no area: the organisation has none",
        th: "scope '\(id)' ไม่ตรงกับพื้นที่ใดเลย เพราะองค์กรนี้ไม่ได้ระบุพื้นที่")
      hint = Wording(
        en: "fill in its 'area' in the table 'organisations'",
        th: "กรอกคอลัมน์ area ขององค์กรนี้ในตาราง organisations")
    }
    return Diagnostic(.error, "unknown-scope", message, at: place, hint: hint)
  }

  static func ambiguousScope(_ name: String, areas: [Area], at place: Place) -> Diagnostic {
    ambiguous(name, areas: areas, code: "unknown-scope", at: place)
  }

  static func outOfScope(
    _ indicator: Indicator, _ area: Area, _ graph: AreaTable, at place: Place
  ) -> Diagnostic {
    let scope = indicator.scope.wording(in: graph)
    let (th, en) = (area.name[.thai], area.name[.english])
    let verb = area.areaClass == .together ? "are" : "is"
    return Diagnostic(
      .error, "out-of-scope",
      Wording(
        en: "\(area.code) (\(en)) \(verb) outside the scope of '\(indicator.id)': \(scope.en)",
        th: "\(area.code) (\(th)) อยู่นอกพื้นที่ของ '\(indicator.id)' ซึ่งมีเฉพาะ\(scope.th)"),
      at: place,
      hint: Wording(
        en: "correct the area, or widen 'scope' in the table 'indicators'",
        th: "แก้พื้นที่ หรือขยาย scope ในตาราง indicators"))
  }

  static func valueWithoutArea(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "areas-together",
      Wording(en: "the value has no area", th: "ค่านี้ไม่ได้ระบุพื้นที่"), at: place,
      hint: Wording(
        en: "write a code in 'area', such as 32 or TH; several areas together go into 'areas'",
        th: "ใส่รหัสในคอลัมน์ area เช่น 32 หรือ TH ถ้าเป็นของหลายพื้นที่ร่วมกันให้ใส่ใน areas"))
  }

  static func areaAndAreas(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "areas-together",
      Wording(
        en: "the value has both 'area' and 'areas'", th: "ค่านี้กรอกไว้ทั้งคอลัมน์ area และ areas"),
      at: place,
      hint: Wording(
        en: "leave 'area' empty when the value belongs to several areas together, else 'areas'",
        th: "ถ้าเป็นค่าของหลายพื้นที่ร่วมกันให้เว้น area ว่าง ถ้าเป็นของพื้นที่เดียวให้เว้น areas ว่าง"))
  }

  static func allocationToOne(_ area: Area?, at place: Place) -> Diagnostic {
    let code = area?.code ?? ""
    return Diagnostic(
      .error, "areas-together",
      Wording(
        en: "'areas' is for several areas together, and this names only one",
        th: "คอลัมน์ areas ใช้กับหลายพื้นที่ร่วมกัน แต่ช่องนี้มีพื้นที่เดียว"), at: place,
      hint: Wording(
        en: "write \(code) in 'area', or add the other areas after a semicolon: \(code); …",
        th: "ใส่ \(code) ในคอลัมน์ area หรือเพิ่มพื้นที่อื่นหลังเครื่องหมาย ; เช่น \(code); …"))
  }

  static func unknownAllocation(
    _ name: String, in areas: AreaTable, at place: Place
  ) -> Diagnostic {
    let unknown = Diagnostic.unknownArea(
      name, in: areas, suggestion: areas.suggestion(for: name), at: place)
    let parts = [",", "、", "/", "และ", " and ", " & ", "กับ", " "].lazy.map { mark in
      name.split(separator: mark).map { String($0).trimmed }
    }.first { $0.count > 1 && $0.allSatisfy { areas.index($0) != nil } }
    let isList = parts != nil
    let list = parts?.joined(separator: "; ") ?? ""
    return Diagnostic(
      .error, "areas-together", unknown.message, at: place,
      hint: isList
        ? Wording(
          en: "put semicolons between areas: \(list)", th: "คั่นพื้นที่ด้วยเครื่องหมาย ; เช่น \(list)")
        : unknown.hint)
  }

  static func ambiguousAllocation(
    _ name: String, areas: [Area], at place: Place
  ) -> Diagnostic {
    ambiguous(name, areas: areas, code: "areas-together", at: place)
  }

  private static func ambiguous(
    _ name: String, areas: [Area], code: String, at place: Place
  ) -> Diagnostic {
    let told = ambiguousArea(name, areas: areas, at: place)
    return Diagnostic(.error, code, told.message, at: place, hint: told.hint)
  }

  static func repeatedArea(_ area: Area, at place: Place) -> Diagnostic {
    let (th, en) = (area.name[.thai], area.name[.english])
    return Diagnostic(
      .error, "areas-together",
      Wording(
        en: "'areas' names \(area.code) (\(en)) twice",
        th: "คอลัมน์ areas ระบุ \(area.code) (\(th)) ซ้ำ"), at: place,
      hint: Wording(
        en: "remove one, or write the area that was meant",
        th: "ลบออกหนึ่งแห่ง หรือแก้เป็นพื้นที่ที่ตั้งใจไว้"))
  }

  static func nestedArea(
    _ inner: Area, in outer: Area, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "areas-together",
      Wording(
        en:
          "\(inner.code) (\(inner.name[.english])) lies in \(outer.code), which 'areas' names too",
        th: "\(inner.code) (\(inner.name[.thai])) อยู่ใน \(outer.code) ซึ่งช่องนี้ระบุไว้แล้ว"),
      at: place,
      hint: Wording(
        en: "keep the wider area or the areas inside it, not both",
        th: "เลือกระบุพื้นที่ใหญ่ หรือพื้นที่ย่อยข้างใน อย่างใดอย่างหนึ่ง"))
  }

  static func crossingAreas(
    _ one: Area, _ other: Area, shared: Area, at place: Place
  ) -> Diagnostic {
    func named(_ area: Area, _ tag: Language.Tag) -> String { "\(area.code) (\(area.name[tag]))" }
    return Diagnostic(
      .error, "areas-together",
      Wording(
        en:
          "\(named(one, .english)) and \(named(other, .english)) overlap: \(named(shared, .english)) lies in both",
        th:
          "\(named(one, .thai)) กับ \(named(other, .thai)) ซ้อนทับกัน เพราะ \(named(shared, .thai)) อยู่ในทั้งสองแห่ง"
      ), at: place,
      hint: Wording(
        en: "name the provinces that the value belongs to, each once",
        th: "ระบุจังหวัดที่ค่านี้ครอบคลุมทีละจังหวัด ไม่ให้ซ้ำกัน"))
  }
}

extension Scope {
  /// What it holds, to follow "the scope is" and, in Thai, เฉพาะ.
  fileprivate func wording(in graph: AreaTable) -> Wording {
    switch kind {
    case .everywhere: return Wording(en: "all areas", th: "ทุกพื้นที่")
    case .areas(let kind):
      return Wording(
        en: "areas of the class \(kind.rawValue)", th: "พื้นที่ระดับ \(kind.rawValue)")
    case .division(let name):
      return Wording(
        en: "the regions of '\(name)'", th: "ภาคตามการแบ่งของ '\(name)'")
    case .organisation(let id):
      return Wording(en: "the area of '\(id)'", th: "พื้นที่ของ '\(id)'")
    case .list:
      let named = (named(in: graph) ?? []).map { graph.all[$0] }
      func list(_ tag: Language.Tag) -> String {
        named.prefix(6).map { "\($0.code) (\($0.name[tag]))" }.joined(separator: ", ")
          + (named.count > 6 ? ", …" : "")
      }
      return Wording(en: list(.english), th: " " + list(.thai))
    }
  }
}

extension Wording {
  /// Which place may be meant: below provinces by all names, so that nobody takes one of another
  /// province by its code.
  static func meant(_ area: Area, in areas: AreaTable) -> Wording {
    if area.areaClass == .together {
      return Wording(en: "did you mean \(area.code)?", th: "หมายถึง \(area.code) หรือไม่")
    }
    let name = areas.written(area)
    return Wording(
      en: "did you mean '\(name)'? write the name, or its code \(area.code)",
      th: "หมายถึง '\(name)' หรือไม่ เขียนชื่อ หรือรหัส \(area.code)")
  }

  /// What to do with the number of a house or a village in a place.
  static func withoutHouse(_ area: Area?, in areas: AreaTable) -> Wording {
    let name = area.map { areas.written($0) }
    return Wording(
      en: "delete the number of the house and of the village"
        + (name.map { ": '\($0)' is enough" } ?? ": the subdistrict, district and province stay"),
      th: "ลบบ้านเลขที่และหมู่ที่ออก "
        + (name.map { "เขียนเพียง '\($0)'" } ?? "เหลือเพียงตำบล อำเภอ และจังหวัด"))
  }

  /// What to do with names of which none lies in the others.
  static let unfoundPlace = Wording(
    en:
      "no such place lies in those named beside it: look its name up with 'saan list areas --search', or write the district or province alone",
    th:
      "ไม่มีพื้นที่ชื่อนี้ในอำเภอหรือจังหวัดที่เขียนไว้ด้วยกัน ค้นชื่อที่ถูกด้วย 'saan list areas --search' หรือเขียนเพียงอำเภอหรือจังหวัด"
  )

  /// What a place may be named by.
  static let namesOfPlaces = Wording(
    en:
      "use an area's name, TH, a region's code, or the 2, 4 or 6 digits of the Ministry of Interior",
    th: "ใช้ชื่อพื้นที่ TH รหัสภาค หรือเลข 2, 4, 6 หลักของกระทรวงมหาดไทย")
}
