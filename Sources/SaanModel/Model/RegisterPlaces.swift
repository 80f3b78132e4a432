import SaanData
import SaanText

/// The place of an area's rows among the groups of a register.
package typealias GroupID = ID<RegisterPlaces.Group>

/// Where the rows of a register lie: in which province, and in which district of it.
///
/// A national register has rows by the hundred thousand and areas by the thousand: the way up is
/// found once for each area, and a row has but numbers.
package struct RegisterPlaces: Sendable {
  /// The rows of one area that has a list of its own.
  package struct Group: Sendable {
    /// The area; `nil` for rows without one.
    package let area: AreaID?
    package let isProvince: Bool
    /// The group of the province that a district lies in.
    package let parent: GroupID?
    package let slug: String
    /// How many rows it has.
    package fileprivate(set) var count = 0
  }

  /// Provinces and wider areas first, then districts, each in the order of the areas table.
  package private(set) var groups: [Group] = []
  /// The area of each row by its position among the site's areas; -1 where it has none.
  let areas: [Int32]
  /// By row: the group of its province, or of the wider area that it is about.
  private var provinces: [Int32] = []
  /// By row: the group of its district; -1 where it has none.
  private var districts: [Int32] = []
  /// The areas that rows name, each with those around it up to the province.
  package private(set) var chains: [Int32: [AreaID]] = [:]

  /// The groups that lie in no other.
  package var tops: [GroupID] { groups.ids.filter { groups[$0].parent == nil } }

  /// The groups of the districts of a province.
  package func subgroups(of group: GroupID) -> [GroupID] {
    groups.ids.filter { groups[$0].parent == group }
  }

  /// The area of a row and those around it up to the province, the narrowest first.
  package func chain(ofRow row: RowID) -> [AreaID] { chains[areas[row.position]] ?? [] }

  /// The group of a row's province, or of the wider area that the row is about.
  package func province(ofRow row: RowID) -> GroupID? { GroupID(stored: provinces[row.position]) }

  /// The group of a row's district.
  package func district(ofRow row: RowID) -> GroupID? { GroupID(stored: districts[row.position]) }

  /// Groups rows by area.
  ///
  /// - Parameters:
  ///   - areas: the area of each row, by its position among the site's areas.
  ///   - grouping: how far down areas have lists of their own; `nil` where the one list of all rows
  ///     is enough.
  package init(_ areas: [Int32], in table: AreaTable, grouping: RegisterSettings.Grouping?) {
    self.areas = areas
    for stored in areas where chains[stored] == nil {
      chains[stored] = AreaID(stored: stored).map { table.chain(upFrom: $0) }
    }
    guard let grouping else {
      count([:], [:])
      return
    }
    var ways = chains.mapValues { table.way($0) }
    ways[-1] = areas.contains(-1) ? Way(top: -1, district: -1) : nil
    var byArea: [Int32: Int32] = [:]
    for top in Set(ways.values.map(\.top)).sorted() {
      byArea[top] = Int32(groups.count)
      add(top, in: table, parent: nil)
    }
    if grouping == .district {
      let tops = Dictionary(ways.values.map { ($0.district, $0.top) }) { first, _ in first }
      for (district, top) in tops.sorted(by: { $0.key < $1.key }) where district >= 0 {
        byArea[district] = Int32(groups.count)
        add(district, in: table, parent: byArea[top].flatMap(GroupID.init(stored:)))
      }
    }
    count(byArea, ways)
  }

  private mutating func add(_ area: Int32, in table: AreaTable, parent: GroupID?) {
    let known = AreaID(stored: area).map { table.all[$0] }
    groups.append(
      Group(
        area: known?.id, isProvince: known?.areaClass == .province, parent: parent,
        slug: known?.slug ?? "elsewhere"))
  }

  private mutating func count(_ byArea: [Int32: Int32], _ ways: [Int32: Way]) {
    // Rows that name a province alone, or no area, are in no district.
    let places = ways.mapValues { way in
      (byArea[way.top] ?? -1, way.district < 0 ? -1 : byArea[way.district] ?? -1)
    }
    provinces.reserveCapacity(areas.count)
    districts.reserveCapacity(areas.count)
    for area in areas {
      let (province, district) = places[area] ?? (-1, -1)
      provinces.append(province)
      districts.append(district)
      for group in [province, district] where group >= 0 { groups[Int(group)].count += 1 }
    }
  }
}

/// The areas around a row that lists are made for, by their position; -1 for none.
private struct Way {
  let top: Int32
  let district: Int32
}

extension AreaTable {
  /// The province that an area is or lies in, and the district; of an area as wide as a region or
  /// the country, that area itself.
  ///
  /// - Parameter chain: the area and those around it.
  fileprivate func way(_ chain: [AreaID]) -> Way {
    guard let province = chain.last, all[province].areaClass == .province else {
      return Way(top: chain.first?.stored ?? -1, district: -1)
    }
    let district = chain.first { all[$0].areaClass == .district }
    return Way(top: province.stored, district: district?.stored ?? -1)
  }

  /// An area and those around it up to the province, by their positions; of an area that lies in
  /// no province, that area alone.
  fileprivate func chain(upFrom area: AreaID) -> [AreaID] {
    var chain = [area]
    // The bound is for tables whose areas lie in each other.
    while chain.count < 8, all[chain[chain.count - 1]].areaClass != .province {
      guard let parent = all[chain[chain.count - 1]].parent else { return [area] }
      chain.append(parent)
    }
    return all[chain[chain.count - 1]].areaClass == .province ? chain : [area]
  }
}
