import SaanData
import SaanModel
import SaanText

/// What the pages of places ask about the site, worked out once for all of them.
package struct PlaceIndex: Sendable {
  /// By language and area: the name with the word for its class.
  let names: ByID<Language, ByID<Area, String>>
  /// By area: the regions of other divisions that it belongs to.
  let groups: ByID<Area, [AreaID]>
  /// By language and area: the provinces or districts in it, in the order of their names.
  let children: ByID<Language, ByID<Area, [AreaID]>>
  /// By language: the provinces in the order of their names.
  let provinces: ByID<Language, [AreaID]>
  /// By language and area: the href of its page, or of the place that stands in for it.
  package let urls: ByID<Language, ByID<Area, String>>
  /// By area: its organisations, by their position among the figures'.
  let organisations: ByID<Area, [Int]>
  /// By indicator: the place of its topic among the site's topics.
  let topics: ByID<Indicator, Int>

  /// By area: the areas in it that have pages, in the table's order.
  private let inside: ByID<Area, [AreaID]>

  init(_ site: Site, _ plan: PublishedAddresses) {
    let languages = site.settings.languages
    let all = site.areas.all
    // Subdistricts have no pages, and there are thousands of them.
    let listed: Set<AreaClass> = [.region, .province, .district]
    let inside = site.areas.children.map { members in
      members.filter { listed.contains(all[$0].areaClass) }
    }
    self.inside = inside
    names = languages.byID { language in
      all.byID {
        Prose(language).placeName(
          $0.name[language.tag], $0.areaClass, inBangkok: $0.isInBangkok)
      }
    }
    var groups = ByID<Area, [AreaID]>(repeating: [], for: all)
    for group in all.ids where all[group].areaClass == .region {
      for member in inside[group] where all[member].parent != group {
        groups[member].append(group)
      }
    }
    self.groups = groups
    func byName(_ areas: [AreaID], _ language: Language) -> [AreaID] {
      areas.sorted(in: language) { all[$0].name[language.tag] }
    }
    children = languages.byID { language in inside.map { byName($0, language) } }
    let provinces = all.ids.filter { all[$0].areaClass == .province }
    self.provinces = languages.byID { byName(provinces, $0) }
    urls = languages.byID { language in
      all.byID { site.areas.href(of: $0, plan, language) }
    }
    var organisations = ByID<Area, [Int]>(repeating: [], for: all)
    for (index, organisation) in site.figures.organisations.enumerated() {
      if let area = organisation.area { organisations[area].append(index) }
    }
    self.organisations = organisations
    let terms = site.settings.taxonomies.flatMap(\.terms).map(\.slug)
    topics = site.figures.indicators.byID { indicator in
      indicator.topic.flatMap { terms.firstIndex(of: $0) } ?? terms.count
    }
  }

  /// The articles about each area: those that name it, of a region also those about what lies in
  /// it.
  ///
  /// - Parameter named: the articles that name an area, by the area's code.
  func spread(_ named: [String: [Entry]], _ areas: AreaTable) -> ByID<Area, [Entry]> {
    areas.all.byID { area in
      let own = named[area.code] ?? []
      guard area.areaClass == .region else { return own }
      var seen = Set<String>()
      return (own + inside[area.id].flatMap { named[areas.all[$0].code] ?? [] })
        .filter { seen.insert($0.key).inserted }.sortedNewestFirst()
    }
  }
}

extension AreaTable {
  /// The place of an area's page below the language's prefix; `nil` for areas that have none.
  package func pagePlace(of area: Area) -> String? {
    switch area.areaClass {
    case .country: return "country/"
    case .region: return "regions/\(area.slug)/"
    case .province: return "provinces/\(area.slug)/"
    case .district:
      guard let province = parent(of: area) else { return nil }
      return "provinces/\(province.slug)/\(area.slug)/"
    case .subdistrict, .municipality, .together: return nil
    }
  }

  /// The href of an area's page; where it has none, of the page of what it lies in, of the list of
  /// provinces, and of the home page at last.
  fileprivate func href(of area: Area, _ plan: PublishedAddresses, _ language: Language) -> String {
    let routes = plan.routes
    var next: Area? = area
    for _ in 0..<4 {
      guard let place = next else { break }
      if let path = pagePlace(of: place).map({ routes.path($0, language) }), plan.publishes(path) {
        return routes.href(path)
      }
      if place.areaClass == .region { break }
      next = parent(of: place)
    }
    let path = routes.path("provinces/", language)
    guard plan.publishes(path) else { return routes.href(routes.path("", language)) }
    let list = routes.href(path)
    return area.areaClass == .region ? list + "#\(area.slug)" : list
  }
}

extension Area {
  /// Whether it is Bangkok or lies in it, where places have other names.
  var isInBangkok: Bool { code.hasPrefix("10") }
}
