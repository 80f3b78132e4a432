import SaanData
import SaanTemplate
import SaanText

/// The areas that a call names: by their codes, or as all of a kind.
struct ChartAreas: Sendable {
  let context: SiteContext
  let language: Int

  private var graph: AreaGraph { context.site.figures.areas }
  private var tag: Language.Tag { context.languages[language].tag }

  /// The position of an area by its code, its ISO code or its slug.
  func position(_ name: String) throws(TemplateFault) -> Int {
    if let index = graph.index(name) { return index }
    if let index = context.site.areas[name].flatMap({ graph.index($0.code) }) { return index }
    throw .unknown(
      Wording(en: "area", th: "พื้นที่"), name,
      among: context.site.areas.all.flatMap { [$0.code, $0.slug] } + Self.groups + schemes)
  }

  /// All areas of a kind, or those with the codes; only those inside another where one is named.
  func positions(
    _ names: [String], within wider: String? = nil
  ) throws(TemplateFault) -> [Int] {
    var found: [Int] = []
    if names.count == 1, let name = names.first, let members = members(ofGroup: name) {
      found = members
    } else {
      for name in names { found.append(try position(name)) }
    }
    guard let wider else { return found }
    let around = try position(wider)
    return found.filter { graph.ancestors[$0].contains(around) }
  }

  private static let groups = [
    "provinces", "regions", "districts", "subdistricts", "municipalities",
  ]

  /// The ways in which the country is divided into regions.
  private var schemes: [String] { Set(graph.all.compactMap(\.scheme)).sorted() }

  private func members(ofGroup name: String) -> [Int]? {
    func all(_ areaClass: AreaClass) -> [Int] {
      graph.all.indices.filter { graph.all[$0].areaClass == areaClass }
    }
    switch name {
    case "provinces": return all(.province)
    case "regions": return context.site.areas.regions.compactMap { graph.index($0.code) }
    case "districts": return all(.district)
    case "subdistricts": return all(.subdistrict)
    case "municipalities": return all(.municipality)
    default:
      let members = graph.all.indices.filter { graph.all[$0].scheme == name }
      return members.isEmpty ? nil : members
    }
  }

  /// The kind that all areas are of, if they are of one.
  func kind(of areas: [Int]) -> AreaClass? {
    let kinds = Set(areas.map { graph.all[$0].areaClass })
    return kinds.count == 1 ? kinds.first : nil
  }

  /// Whether all of them are parts of the country as an organisation divides it for itself.
  func areOfDivision(_ areas: [Int]) -> Bool {
    let schemes = Set(areas.map { graph.all[$0].scheme })
    guard schemes.count == 1, let scheme = schemes.first.flatMap({ $0 }) else { return false }
    return context.site.figures.organisations.contains { $0.id == scheme }
  }

  func code(_ area: Int) -> String { graph.all[area].code }

  func name(_ area: Int) -> String { graph.all[area].name[tag] }

  /// Where an area's own page is, for those that have one.
  func href(_ area: Int) -> String? {
    guard let area = context.site.areas[graph.all[area].code],
      area.areaClass == .province || area.areaClass == .region
    else { return nil }
    return context.url(of: area, language: language)
  }

  /// The area of a kind that another lies in, or is itself.
  func area(of kind: AreaClass, around area: Int) -> Int? {
    var next: Int? = area
    while let area = next, graph.all[area].areaClass != kind { next = graph.all[area].parent }
    return next
  }
}
