/// What is said of several values at once: the words under charts and of their summaries.
extension Prose {
  // MARK: Comparing

  /// The one value there is.
  public func onlyValue(_ value: String, of name: String) -> String {
    pick("มีค่าเดียวคือ \(value) (\(name))", "the only value is \(value) (\(name))")
  }

  /// All values are the same.
  public func allLevel(_ items: String, at value: String) -> String {
    pick("ทั้ง \(items) เท่ากันที่ \(value)", "all \(items) stand at \(value)")
  }

  /// The largest and the smallest value, each with its place.
  public func extremes(
    of items: String, highest: (value: String, name: String), lowest: (value: String, name: String)
  ) -> String {
    pick(
      "จาก \(items) ค่าสูงสุดคือ \(highest.value) (\(highest.name))"
        + " ต่ำสุดคือ \(lowest.value) (\(lowest.name))",
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
    pick("ไม่มีข้อมูล \(items)", "\(items) \(count == 1 ? "has" : "have") no data")
  }

  /// Places that can have no value.
  public func notApplicable(_ items: String) -> String {
    pick("ไม่เกี่ยวข้อง \(items)", "not applicable to \(items)")
  }

  /// Values that are missing in a table of several series.
  public func missingValues(_ count: Int) -> String {
    pick("ไม่มีข้อมูล \(count) ค่า", "\(count) \(count == 1 ? "value is" : "values are") missing")
  }

  /// The time that all values are of.
  public func period(_ text: String) -> String { pick("ข้อมูล ณ \(text)", "as of \(text)") }

  // MARK: Parts and targets

  /// A whole and its parts; the whole with what it does not promise, as `hedged` gives it.
  public func whole(_ total: String, parts: [String]) -> String {
    let list = parts.joined(separator: pick(" ", ", "))
    return pick("\(spaced("รวม", total)) แบ่งเป็น \(list)", "\(total) in all: \(list)")
  }

  /// The total that a source prints beside parts that do not add up to it.
  public func printedTotal(_ total: String, difference: String, _ sum: Comparison) -> String {
    let (thai, english) = sum == .above ? ("มากกว่า", "more") : ("น้อยกว่า", "less")
    return pick(
      "ยอดรวมที่แหล่งข้อมูลให้ไว้คือ \(total) ส่วนย่อยรวมกันได้\(thai) \(difference)",
      "the source’s own total is \(total); the parts come to \(difference) \(english)")
  }

  /// That the order of values is not known, for some are but a least or a most.
  public func unknownOrder() -> String {
    pick(
      "ลำดับไม่แน่นอน เพราะบางค่าบอกเพียงขั้นต่ำหรือขั้นสูง",
      "the order is not certain, for some values are only a least or a most")
  }

  /// That values count unlike things.
  public func unlikeUnits() -> String {
    pick("ค่าเหล่านี้นับคนละหน่วย จึงไม่เปรียบเทียบกัน", "the values are in unlike units and are not compared")
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
        "เท่ากันที่ \(last.value) เมื่อ \(first.moment) และ \(last.moment)",
        "\(last.value) in both \(first.moment) and \(last.moment)")
    case .above, .below:
      let verb = direction == .above ? pick("เพิ่มขึ้น", "rises") : pick("ลดลง", "falls")
      return pick(
        "\(verb)จาก \(first.value) เมื่อ\(gap(first.moment))\(first.moment) เป็น \(last.value) เมื่อ\(gap(last.moment))\(last.moment)",
        "\(verb) from \(first.value) in \(first.moment) to \(last.value) in \(last.moment)")
    }
  }

  /// Two values of which none is surely the larger one.
  public func succession(
    from first: (value: String, moment: String), to last: (value: String, moment: String)
  ) -> String {
    pick(
      "\(first.value) เมื่อ\(gap(first.moment))\(first.moment) และ \(last.value) เมื่อ\(gap(last.moment))\(last.moment)",
      "\(first.value) in \(first.moment), \(last.value) in \(last.moment)")
  }

  /// Thai words follow each other without a space, names and numbers do not.
  private func gap(_ moment: String) -> String { moment.hasPrefix("เดือน") ? "" : " " }

  /// The one value that a series has.
  public func single(_ value: String, at moment: String) -> String {
    pick("\(value) เมื่อ \(moment)", "\(value) in \(moment)")
  }

  /// Since when it is counted differently.
  public func seriesBreak(at moment: String) -> String {
    pick("เปลี่ยนวิธีนับเมื่อ \(moment)", "counted differently from \(moment)")
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
      pick(" ตั้งแต่ \($0.low) ถึง \($0.high)", ", from \($0.low) to \($0.high)")
    }
    return all + origin + (span ?? "")
  }

  /// The value that is used, of several.
  public func used(_ value: String, of date: String?) -> String {
    pick("ค่าที่ใช้คือ \(value)", "value used is \(value)") + (date.map { " (\($0))" } ?? "")
  }

  /// Values that have no date.
  public func undated(_ count: Int) -> String {
    pick("ไม่ระบุวันที่ \(count) ค่า", "\(count) \(count == 1 ? "has" : "have") no date")
  }
}
