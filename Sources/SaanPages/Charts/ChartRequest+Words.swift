import SaanCharts
import SaanData
import SaanFiles
import SaanModel
import SaanTemplate
import SaanText

/// The order of a chart's points, and the words around it.
extension ChartRequest {
  private enum Sort: String, CaseIterable { case none, largest, smallest, name }

  /// Names, marks, sorts and cuts the points as the call asks for.
  func arrange(_ material: inout ChartMaterial) throws(TemplateFault) {
    if !arguments.has("dataset") { try rename(&material) }
    try setTargets(&material)
    try highlight(&material)
    guard !isMap, !isOverTime else { return }
    let sort = try arguments.choice("sort", of: Sort.self)
    switch sort ?? (material.isOrdered || material.series.count > 1 ? .none : .largest) {
    case .none: break
    case .largest: reorder(&material) { $0 > $1 }
    case .smallest: reorder(&material) { $0 < $1 }
    case .name:
      for index in material.series.indices {
        material.series[index].points = material.series[index].points.sorted(in: reader.language) {
          $0.label.text
        }
      }
    }
    try limit(&material)
  }

  /// Gives the points, or the series where there are several, the labels of the call.
  private func rename(_ material: inout ChartMaterial) throws(TemplateFault) {
    guard let labels = try arguments.texts("labels") else { return }
    let isOfSeries = material.series.count > 1
    let count = isOfSeries ? material.series.count : material.points.count
    guard labels.count == count else {
      throw .badChart(
        "there are \(labels.count) labels for \(count) values",
        "มี labels \(labels.count) ชื่อ แต่มีค่า \(count) ค่า")
    }
    for (index, label) in labels.enumerated() {
      if isOfSeries {
        material.series[index].label = ChartLabel(label)
      } else {
        material.series[0].points[index].label = ChartLabel(label)
      }
    }
  }

  /// Sets what is to be reached: a number, or a figure's value for the country.
  private func setTargets(_ material: inout ChartMaterial) throws(TemplateFault) {
    guard let value = arguments["target"] else { return }
    var target = value.exactNumber
    var bound = Bound.exact
    if target == nil, let id = value.text {
      let area = try arguments.text("area") ?? "TH"
      guard let observation = reader.figures.shown(id, area: area) else {
        throw .unknown(
          Wording(en: "figure", th: "ตัวเลข"), id,
          among: reader.figures.indicators.map(\.id))
      }
      try refuseTarget(of: ChartUnits(reader: reader).unit(of: observation), for: material)
      (target, bound) = (observation.value, observation.bound)
      let title = reader.figures.sources[observation.source].title[reader.tag]
      if !material.sources.contains(title) { material.sources.append(title) }
    }
    guard let target else {
      throw .chartArgument("target", "a number or the id of a figure", "ตัวเลขหรือรหัสของตัวเลข")
    }
    material.changePoints { ($0.target, $0.targetBound) = (target, bound) }
  }

  /// The total that a source prints for the parts of a whole: the one that the call names, by its
  /// figure or as a number, else that of the figure whose parts these are.
  func printedTotal(of material: ChartMaterial) throws(TemplateFault) -> BoundedNumber? {
    guard let value = arguments["total"] else { return material.printedTotal }
    if let number = value.exactNumber { return BoundedNumber(number) }
    let area = try arguments.text("area") ?? "TH"
    guard let id = value.text, let total = reader.figures.shown(id, area: area) else {
      throw .unknown(
        Wording(en: "figure", th: "ตัวเลข"), value.text ?? "",
        among: reader.figures.indicators.map(\.id))
    }
    // Of numbers in the call nobody knows the source; figures bring theirs.
    let title = reader.figures.sources[total.source].title[reader.tag]
    let date = total.date
    let isAlike =
      material.sources == [title]
      && material.points.allSatisfy { $0.value.number == nil || $0.date == date }
    guard isAlike || !material.hasAsOf else {
      throw .badChart(
        "the total '\(id)' is not of the same source and date as the parts",
        "ยอดรวม '\(id)' มาจากแหล่งข้อมูลหรือวันที่อื่น ไม่ตรงกับส่วนย่อย",
        hint: Wording(
          en: "leave total out, or take all parts from one source with source=\"…\"",
          th: "ตัด total ออก หรือใช้ส่วนย่อยจากแหล่งเดียวกันทั้งหมดด้วย source=\"…\""))
    }
    return total.bounded
  }

  private func highlight(_ material: inout ChartMaterial) throws(TemplateFault) {
    for name in try arguments.texts("highlight") ?? [] {
      let code = reader.areas[name]?.code
      let isMeant = { (point: ChartPoint) in
        point.key == name || point.label.text == name || point.key == code
      }
      guard isMap && code != nil || material.points.contains(where: isMeant) else {
        throw .unknown(
          Wording(en: "point of the chart", th: "ค่าในแผนภูมิ"), name,
          among: material.points.flatMap { [$0.key, $0.label.text] })
      }
      material.changePoints { if isMeant($0) { $0.isHighlighted = true } }
    }
  }

  /// Sorts by the first series; what has no number comes last.
  private func reorder(
    _ material: inout ChartMaterial, by comesFirst: (ExactNumber, ExactNumber) -> Bool
  ) {
    guard let first = material.series.first?.points else { return }
    let time = first.mainTime
    func isOther(_ point: ChartPoint) -> Bool { point.name != nil || !point.isOf(time) }
    let known = first.enumerated().filter { $0.element.value.number != nil }.sorted { a, b in
      // What counts something else, or is of another time, comes after what can be put in order.
      let isApart = (isOther(a.element), isOther(b.element))
      if isApart.0 != isApart.1 { return isApart.1 }
      let (left, right) = (a.element.value.number ?? .zero, b.element.value.number ?? .zero)
      return left == right ? a.offset < b.offset : comesFirst(left, right)
    }.map(\.element)
    material.series[0].points = known + first.filter { $0.value.number == nil }
  }

  /// Shows the first points and those that are marked, of all series the same ones.
  private func limit(_ material: inout ChartMaterial) throws(TemplateFault) {
    guard let limit = try arguments.integer("limit"), let first = material.series.first else {
      return
    }
    let isFirst = first.points.enumerated().map { $0.offset < limit || $0.element.isHighlighted }
    let kept = Set(zip(first.points, isFirst).filter(\.1).map(\.0.key))
    for index in material.series.indices {
      let all = material.series[index].points
      let isKept = index == 0 ? isFirst : all.map { kept.contains($0.key) }
      material.series[index].points = zip(all, isKept).filter(\.1).map(\.0)
      material.series[index].rest = zip(all, isKept).filter { !$0.1 }.map(\.0)
    }
  }

  /// Numbers that a drawing of the kind cannot show for what they are.
  func checkNumbers(of material: ChartMaterial) throws(TemplateFault) {
    if kind.subject == .targets,
      let target = material.points.compactMap(\.target).first(where: { $0 <= .zero })
    {
      throw .badChart(
        "the target of a chart is \(target.plain), it must be more than nothing",
        "เป้าหมายของแผนภูมิเป็น \(target.plain) ต้องมากกว่าศูนย์",
        hint: Wording(en: "write target=100", th: "เขียน target=100"))
    }
    guard kind.subject == .time else { return }
    for series in material.series {
      var seen: [String: String] = [:]
      for point in series.points {
        guard let date = point.date?.iso else { continue }
        if let other = seen.updateValue(point.key, forKey: date) {
          throw .badChart(
            "two rows of a chart are about \(date): '\(other)' and '\(point.key)'",
            "มีสองแถวของแผนภูมิที่เป็นเวลาเดียวกัน (\(date)): '\(other)' และ '\(point.key)'",
            hint: Wording(
              en: "keep one of them; 2565 of the Buddhist Era is 2022 of the common one",
              th: "เก็บไว้แถวเดียว เพราะ พ.ศ. 2565 คือ ค.ศ. 2022"))
        }
      }
    }
  }

  // MARK: Words

  /// The caption, what all values are a number of where neither it nor the title says so, the
  /// values of several areas jointly, what a reader must know before comparing,
  /// and how many points a limit left out.
  func caption(_ text: String?, of material: ChartMaterial, under title: String) -> String? {
    let isNamed =
      material.name.map { name in [title, text ?? ""].contains { $0.contains(name) } } ?? true
    let known: [String] =
      [text, isNamed ? nil : material.name].compactMap { $0 } + material.together
      + [material.note].compactMap { $0 }
    guard let series = material.series.first, !series.rest.isEmpty else {
      return known.isEmpty ? nil : known.joined(separator: " · ")
    }
    let words = reader.language.words
    let (shown, all) = (series.points.count, series.points.count + series.rest.count)
    let items = material.items == .none ? words.unit(.item) : material.items
    let of = items.text(ExactNumber(all), in: reader.language)
    let note = words.text(.shownOf, ["shown": String(shown), "all": of])
    return (known + [note]).joined(separator: " · ")
  }

  /// Where the numbers come from and as of when, with a link to where that is told in full.
  func sourceLine(of material: ChartMaterial) -> HTML? {
    var parts: [String] = []
    if !material.sources.isEmpty {
      let titles: String
      if let href = material.sourceHref {
        titles = linked(material.sources.joined(separator: "; "), to: href)
      } else {
        titles = material.sources.map { linked($0, to: reader.page(ofSourceTitled: $0)) }
          .joined(separator: "; ")
      }
      parts.append("\(reader.language.words[.source]): \(titles)")
    }
    if material.hasAsOf, let date = asOf(material.points) { parts.append(date) }
    if kind.subject == .outlines, let credit = reader.outlines?.credit {
      parts.append("<span lang=\"en\">\(HTML(escaping: credit).markup)</span>")
    }
    return parts.isEmpty ? nil : HTML(trusted: parts.joined(separator: " · "))
  }

  /// A text as markup, with a link where there is something to lead to.
  private func linked(_ text: String, to href: String?) -> String {
    let words = (reader.borrowed.markup(text) ?? HTML(escaping: text)).markup
    return href.map { "<a href=\"\(HTML(escaping: $0).markup)\">\(words)</a>" } ?? words
  }

  private func asOf(_ points: [ChartPoint]) -> String? {
    let words = reader.language.words
    let known = points.filter { $0.value.number != nil }
    let parts = DateBasis.allCases.compactMap { basis -> String? in
      let dates = known.filter { $0.dateBasis == basis }.compactMap(\.date).sorted()
      guard let first = dates.first, let last = dates.last else { return nil }
      if basis == .stated, dates.contains(where: \.isSpan) {
        let text = Prose(reader.language, bindsNumbers: false).over(dates)
        return HTML(escaping: reader.language.words.grammar.begun(text)).markup
      }
      let (before, after) =
        basis == .stated ? (words[.asOf] + " ", "") : words.around(basis)
      var bytes = Array(reader.language.words.grammar.begun(before).utf8)
      if first != last || first.precision == .year {
        bytes.appendEscaped(Prose(reader.language, bindsNumbers: false).span(first, last))
      } else {
        bytes.appendTime(first, style: .long, in: reader.language)
      }
      return String(decoding: bytes, as: UTF8.self) + after
    }
    let undated = known.count { $0.date == nil }
    guard parts.isEmpty else {
      let rest =
        undated == 0 ? [] : [HTML(escaping: Prose(reader.language).undated(undated)).markup]
      return (parts + rest).joined(separator: " · ")
    }
    return known.isEmpty ? nil : HTML(escaping: words[.noDate]).markup
  }

  /// A name for the chart's parts that is the same in every build.
  func digest(of data: ChartData, _ title: String) -> String {
    var text = "\(kind.name)\n\(title)\n"
    if let printed = data.printedTotal { text += "\(printed.number.plain)\n" }
    for series in data.series {
      text += series.label.text + "\n"
      for point in series.points {
        text += "\(point.key) \(point.label.text) \(point.value.number?.plain ?? "")\n"
      }
    }
    return "c" + Digest(of: Array(text.utf8)).short.prefix(8)
  }
}

extension ChartMaterial {
  mutating func changePoints(_ change: (inout ChartPoint) -> Void) {
    for index in series.indices {
      for position in series[index].points.indices { change(&series[index].points[position]) }
      for position in series[index].rest.indices { change(&series[index].rest[position]) }
    }
  }
}
