import SaanData
import SaanText

/// A place that the site has pages about: the country, a region, a province.
package struct Area: Sendable {
  /// What kind of place it is, in the words of the `areas` table.
  package enum Class: String, Sendable, CaseIterable {
    case country, region, province, district, subdistrict, municipality
  }

  /// The code of the `areas` table: `TH`, a region's name, or the Ministry of Interior's digits.
  package let code: String
  package let areaClass: Class
  package let name: Localized<String>
  package let abbreviation: Localized<String>?
  /// The code of the area that it lies in.
  package let parent: String?
  /// The division of the country that a region belongs to.
  package let scheme: String?
  package let slug: String
  /// The ISO 3166-2 code, such as `TH-32`.
  package let iso: String?
  /// Column and row on the tile map, from 0.
  package let tile: (column: Int, row: Int)?
  package let districtsCount: Int?
  package let subdistrictsCount: Int?
}

/// The areas by code, in the table's order.
package struct AreaTable: Sendable {
  package let all: [Area]
  private let indices: [String: Int]
  /// By slug, ISO code and name, as far as they are an area's own.
  private let others: [String: Int]

  /// Makes a table; of two areas with one code the first counts.
  package init(_ all: [Area] = []) {
    self.all = all
    indices = Dictionary(all.enumerated().map { ($1.code, $0) }) { first, _ in first }
    var others: [String: Int] = [:]
    var names: [String: [Int]] = [:]
    for (index, area) in all.enumerated() {
      for alias in [area.iso, area.slug].compactMap({ $0 }) where others[alias] == nil {
        others[alias] = index
      }
      for name in Set(area.name.all.map { AreaGraph.plainName($0) }) {
        names[name, default: []].append(index)
      }
    }
    for (name, areas) in names where areas.count == 1 && others[name] == nil {
      others[name] = areas[0]
    }
    self.others = others
  }

  /// The area with a code, which may also be written as ISO 3166-2, as a slug or as a name that
  /// no other area has.
  package subscript(code: String) -> Area? {
    (indices[code] ?? others[code] ?? others[AreaGraph.plainName(code)]).map { all[$0] }
  }

  /// The position of the area with a code.
  package func position(of code: String) -> Int? { indices[code] }

  /// The areas of one class.
  package func all(_ areaClass: Area.Class) -> [Area] { all.filter { $0.areaClass == areaClass } }

  /// The regions that provinces lie in; the country may be divided in other ways beside.
  package var regions: [Area] {
    let parents = Set(all(.province).compactMap(\.parent))
    return all(.region).filter { parents.contains($0.code) }
  }

  /// The areas that lie directly in one.
  package func children(of code: String) -> [Area] { all.filter { $0.parent == code } }
}
