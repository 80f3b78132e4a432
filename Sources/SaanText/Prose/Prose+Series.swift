/// What is said of several values at once: the words under charts and of their summaries.
extension Prose {
  // MARK: Comparing

  /// The one value there is, and whose it is.
  public func onlyValue(_ value: String, of name: String) -> String {
    if name.isEmpty { return pick(run("มีค่าเดียวคือ", value), "the only value is \(value)") }
    return pick(
      run(run("มีข้อมูลเฉพาะ", name) + " คือ", value), "only \(name) has data: \(value)")
  }

  /// All values are the same.
  public func allLevel(_ items: String, at value: String) -> String {
    pick("ทั้ง \(items) " + run("เท่ากันที่", value), "all \(items) stand at \(value)")
  }

  /// The largest and the smallest value, each with its place.
  public func extremes(
    of items: String, highest: (value: String, name: String), lowest: (value: String, name: String)
  ) -> String {
    pick(
      run("จาก \(items) ค่าสูงสุดคือ", highest.value) + " (\(highest.name)) "
        + run("ต่ำสุดคือ", lowest.value) + " (\(lowest.name))",
      "the highest of \(items) is \(highest.value) (\(highest.name)),"
        + " the lowest \(lowest.value) (\(lowest.name))")
  }

  /// Where one of the places of a chart stands.
  public func standing(
    _ name: String, _ value: String, at rank: Int, of count: Int, _ items: String
  ) -> String {
    let place = ordinalText(rank, in: language)
    return pick(
      "\(name) \(value) เป็นอันดับ\(place) จาก \(items)",
      "\(name) is \(place) of \(count) with \(value)")
  }

  /// Places that have no value.
  public func withoutData(_ count: Int, _ items: String) -> String {
    pick("อีก \(items)ไม่มีข้อมูล", "\(items) \(count == 1 ? "has" : "have") no data")
  }

  /// Places that can have no value.
  public func notApplicable(_ items: String) -> String {
    pick(run("ไม่เกี่ยวข้องกับ", items), "not applicable to \(items)")
  }

  /// Values that are missing in a table of several series.
  public func missingValues(_ count: Int) -> String {
    pick("ไม่มีข้อมูล \(count) ค่า", "\(count) \(count == 1 ? "value is" : "values are") missing")
  }

  /// The day, month or year that all values are of.
  public func period(_ date: CalendarDate) -> String {
    pick(run("ข้อมูล", asOf(date)), asOf(date))
  }

  /// The time that all values are of.
  public func period(_ text: String) -> String { pick(run("ข้อมูลของ", text), "as of \(text)") }

  // MARK: Parts and targets

  /// A whole and its parts.
  public func whole(_ total: String, hedge: Hedge, parts: [String]) -> String {
    let least = hedge == .atLeast ? pick("อย่างน้อย ", "at least ") : ""
    let list = parts.joined(separator: pick(" ", ", "))
    return pick(
      run("รวม", least + total) + " " + run("แบ่งเป็น", list), "\(least)\(total) in all: \(list)")
  }

  /// How far something has come.
  public func progress(_ value: String, of target: String, percent: String) -> String {
    pick(
      "\(value) จากเป้าหมาย \(target) (\(percent))", "\(value) of a target of \(target) (\(percent))"
    )
  }

  // MARK: Time

  /// How a value went from one moment to another.
  public func change(
    from first: (value: String, moment: String), to last: (value: String, moment: String),
    _ direction: Comparison
  ) -> String {
    switch direction {
    case .level:
      return pick(
        "\(run("เท่ากันที่", last.value)) \(run("เมื่อ", first.moment)) และ \(last.moment)",
        "\(last.value) in both \(first.moment) and \(last.moment)")
    case .above, .below:
      let verb = direction == .above ? pick("เพิ่มขึ้น", "rose") : pick("ลดลง", "fell")
      return pick(
        "\(run(verb + "จาก", first.value)) \(run("เมื่อ", first.moment)) "
          + "\(run("เป็น", last.value)) \(run("เมื่อ", last.moment))",
        "\(verb) from \(first.value) in \(first.moment) to \(last.value) in \(last.moment)")
    }
  }

  /// The one value that a series has.
  public func single(_ value: String, at moment: String) -> String {
    pick("\(value) \(run("เมื่อ", moment))", "\(value) in \(moment)")
  }

  /// Since when it is counted differently.
  public func seriesBreak(at moment: String) -> String {
    pick(run("เปลี่ยนวิธีนับเมื่อ", moment), "counted differently from \(moment)")
  }

  /// Series that are not told one by one.
  public func moreSeries(_ count: Int) -> String {
    pick("และอีก \(count) ชุดข้อมูล", "and \(count) more series")
  }

  // MARK: Sources

  /// How many values there are, from how many sources, between which bounds.
  public func values(
    _ count: Int, sources: Int, between bounds: (low: String, high: String)?
  ) -> String {
    let all = pick("มี \(count) ค่า", count == 1 ? "1 value" : "\(count) values")
    let origin =
      sources == 0
      ? ""
      : pick("จาก \(sources) แหล่ง", " from \(sources == 1 ? "1 source" : "\(sources) sources")")
    let span = bounds.map {
      pick(
        " \(run("ตั้งแต่", $0.low)) \(run("ถึง", $0.high))", ", from \($0.low) to \($0.high)")
    }
    return all + origin + (span ?? "")
  }

  /// The value that is used, of several.
  public func used(_ value: String, of date: String?) -> String {
    pick(run("ค่าที่ใช้คือ", value), "the value used is \(value)")
      + (date.map { " (\($0))" } ?? "")
  }

  /// Values that have no date.
  public func undated(_ count: Int) -> String {
    pick("มี \(count) ค่าที่ไม่ระบุวันที่", "\(count) \(count == 1 ? "has" : "have") no date")
  }
}
