import SaanCharts
import SaanData
import SaanTemplate
import SaanText

extension ChartUnit {
  /// Whether an author who names the one may mean the other: they share a word.
  func names(_ other: ChartUnit) -> Bool {
    if case .counted(let one, let many) = self, case .counted(let single, let several) = other {
      return !Set([one, many]).isDisjoint(with: [single, several])
    }
    return self == other
  }
}

extension ChartMaterial {
  /// The different units of the numbers, where these are known.
  var ownUnits: [ChartUnit] {
    var found: [ChartUnit] = []
    for point in points where point.value.number != nil {
      if let unit = point.unit ?? (unit == .none ? nil : unit), !found.contains(unit) {
        found.append(unit)
      }
    }
    return found
  }

  /// Leaves the unit to the chart where it is that of a number.
  mutating func dropUnits(where isMeant: (ChartUnit) -> Bool) {
    changePoints { if $0.unit.map(isMeant) == true { $0.unit = nil } }
  }

  /// Whether the numbers are surely of unlike units.
  var hasUnlikeUnits: Bool { points.contains { $0.unit != nil } && ownUnits.count > 1 }
}

extension ChartRequest {
  /// The unit of the chart: the one that the call names, else the numbers' own.
  ///
  /// Numbers of unlike units are drawn on one scale only where the call names what all of them
  /// count; none loses its own.
  func unit(of material: ChartMaterial) throws(TemplateFault) -> ChartUnit {
    let own = material.ownUnits
    guard let words = try arguments.texts("unit") else {
      guard material.hasUnlikeUnits, compares(material) else { return material.unit }
      throw .unlikeUnits(own.map { $0.heading(in: reader.language) })
    }
    let named = ChartUnit(one: words.first ?? "", other: words.last ?? "")
    let others = own.filter { !means($0, named) }
    if let other = others.first, own.count == 1 || others.count < own.count {
      throw .otherUnit(named.heading(in: reader.language), own: other.heading(in: reader.language))
    }
    return named
  }

  /// Refuses a target that counts something else than the numbers do, unless the call names what
  /// both count.
  func refuseTarget(of unit: ChartUnit, for material: ChartMaterial) throws(TemplateFault) {
    guard unit != .none, !arguments.has("unit"),
      let other = material.ownUnits.first(where: { !means($0, unit) })
    else { return }
    throw .unlikeUnits([other, unit].map { $0.heading(in: reader.language) })
  }

  /// Whether an author may have meant a unit by another one, in any of the site's languages: the
  /// text of a page that is not translated names them in its own, where the tables may have none.
  func means(_ unit: ChartUnit, _ named: ChartUnit) -> Bool {
    if unit.names(named) { return true }
    let isOfTables = reader.figures.units.contains { calls(named, $0) }
    return reader.figures.units.contains { words in
      ChartUnit(words[reader.tag]).names(unit)
        && (calls(named, words) || !isOfTables && reader.languages.contains { !words.has($0.tag) })
    }
  }

  /// Whether a unit is called so in any language.
  private func calls(_ named: ChartUnit, _ words: Localized<UnitName>) -> Bool {
    reader.languages.contains { words.has($0.tag) && ChartUnit(words[$0.tag]).names(named) }
  }

  /// Whether the chart puts its numbers on one scale because its author named them together; of
  /// one figure alone, a value with a unit of its own keeps it beside the others.
  private func compares(_ material: ChartMaterial) -> Bool {
    kind.name != ChartKind.progress.name
      && (arguments.has("figures") || !arguments.has("figure"))
  }
}

extension TemplateFault {
  /// Numbers that count unlike things on one scale.
  fileprivate static func unlikeUnits(_ units: [String]) -> TemplateFault {
    let (en, th) = (units.joined(separator: ", "), units.joined(separator: " "))
    return .badChart(
      "the numbers of the chart count unlike things: \(en)", "ตัวเลขในแผนภูมินับคนละหน่วย: \(th)",
      hint: Wording(
        en:
          "draw a chart for each unit, or name what all of them count, such as unit=\"\(units.joined(separator: "/"))\"",
        th:
          "แยกเป็นแผนภูมิละหน่วย หรือบอกหน่วยที่ใช้ได้กับทุกตัว เช่น unit=\"\(units.joined(separator: "/"))\""
      ))
  }

  /// A unit that is not that of the numbers.
  fileprivate static func otherUnit(_ named: String, own: String) -> TemplateFault {
    .badChart(
      "the chart's unit is '\(named)', but a number in it counts '\(own)'",
      "หน่วยของแผนภูมิคือ '\(named)' แต่มีตัวเลขที่นับเป็น '\(own)'",
      hint: Wording(
        en: "leave unit out, for figures bring their own; where units differ, name all of them",
        th: "ตัด unit ออก เพราะตัวเลขมีหน่วยของตนเอง ถ้าหน่วยต่างกันให้บอกให้ครบทุกหน่วย"))
  }
}
