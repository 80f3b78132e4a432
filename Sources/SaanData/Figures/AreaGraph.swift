import SaanText

/// What kind of place an area is, in the words of the `areas` table, from the widest to the
/// narrowest.
package enum AreaClass: String, Sendable, CaseIterable {
  case country, region, province, district, subdistrict, municipality
}

/// A place as figures see it.
package struct FigureArea: Sendable {
  package let code: String
  package let areaClass: AreaClass
  package let name: Localized<String>
  /// The index of the area that it lies in.
  package internal(set) var parent: Int?
  /// The division of the country that a region belongs to.
  package let scheme: String?
  /// How many districts it has, where the table says so.
  package let districts: Int?
  /// Since when, and until when, the area has been there.
  package let start: CalendarDate?
  package let end: CalendarDate?
}

/// The areas and how they nest, by integer ids.
package struct AreaGraph: Sendable {
  package private(set) var all: [FigureArea] = []
  /// The areas directly in each.
  package private(set) var children: [[Int]] = []
  /// The areas directly in each, parted by class and division: regions of one scheme stand
  /// together.
  package private(set) var divisions: [[[Int]]] = []
  /// Everything that each lies in: its parents up to the country, and the groups of these.
  package private(set) var ancestors: [[Int]] = []
  private var indices: [String: Int] = [:]
  private var codesByName: [String: [Int]] = [:]
  /// The areas by what else they go by: slug and ISO code.
  private var aliases: [String: Int] = [:]

  /// Reads the `areas` and `area_groups` tables; of two areas with one code the first counts.
  package init(areas: Table?, groups: Table? = nil) {
    for row in areas?.rows ?? Table.noRows {
      guard let code = row.string("code"), let name = row.localized("name"), indices[code] == nil,
        let areaClass = row.string("class").flatMap(AreaClass.init)
      else { continue }
      indices[code] = all.count
      for alias in [row.string("slug"), row.string("iso")].compactMap({ $0 }) {
        aliases[alias, default: all.count] = min(aliases[alias] ?? all.count, all.count)
      }
      all.append(
        FigureArea(
          code: code, areaClass: areaClass, name: name, parent: nil,
          scheme: row.string("region_scheme"),
          districts: row.integer("districts", in: KnownTable.counts), start: row.date("start"),
          end: row.date("end")))
    }
    if all.isEmpty { addCountry() }
    for row in areas?.rows ?? Table.noRows {
      guard let index = row.string("code").flatMap({ indices[$0] }),
        let parent = row.string("parent").flatMap({ indices[$0] }), parent != index
      else { continue }
      all[index].parent = parent
    }
    children = Array(repeating: [], count: all.count)
    for index in all.indices { all[index].parent.map { children[$0].append(index) } }
    let groupsOf = readGroups(groups)
    divisions = children.map { children in
      Dictionary(grouping: children) { "\(all[$0].areaClass.rawValue)/\(all[$0].scheme ?? "")" }
        .sorted { $0.key < $1.key }.map(\.value)
    }
    dropPartialDivisions()
    ancestors = all.indices.map { ancestors(of: $0, groups: groupsOf) }
    for index in all.indices {
      for tag in [Language.Tag.thai, .english] where all[index].name.has(tag) {
        codesByName[Self.plainName(all[index].name[tag]), default: []].append(index)
      }
    }
  }

  /// The country, which is there without a table too.
  private mutating func addCountry() {
    let names: [(tag: Language.Tag?, value: String)] = [
      (.thai, "ประเทศไทย"), (.english, "Thailand"),
    ]
    indices["TH"] = all.count
    all.append(
      FigureArea(
        code: "TH", areaClass: .country, name: Localized(names) ?? Localized("TH"), parent: nil,
        scheme: nil, districts: nil, start: nil, end: nil))
  }

  private mutating func readGroups(_ table: Table?) -> [[Int]] {
    var groups = [[Int]](repeating: [], count: all.count)
    for row in table?.rows ?? Table.noRows {
      guard let group = row.string("group").flatMap({ indices[$0] }),
        let area = row.string("area").flatMap({ indices[$0] }), group != area
      else { continue }
      groups[area].append(group)
      children[group].append(area)
    }
    return groups
  }

  /// A division that leaves out provinces which another one has is no division of the whole: a
  /// coast, a basin.
  private mutating func dropPartialDivisions() {
    for area in all.indices where divisions[area].count > 1 {
      let covered = divisions[area].map { division in
        Set(division.flatMap { all[$0].areaClass == .province ? [$0] : children[$0] }).count
      }
      let most = covered.max() ?? 0
      divisions[area] = zip(divisions[area], covered).filter { $1 == most }.map(\.0)
    }
  }

  private func ancestors(of index: Int, groups: [[Int]]) -> [Int] {
    var found: [Int] = []
    var waiting = (all[index].parent.map { [$0] } ?? []) + groups[index]
    while let next = waiting.popLast() {
      guard next != index, !found.contains(next) else { continue }
      found.append(next)
      waiting += (all[next].parent.map { [$0] } ?? []) + groups[next]
    }
    return found
  }

  /// The area that a text means: its code, its slug or ISO code, or a name that no other area has.
  package func index(_ text: String) -> Int? {
    if let index = indices[text] ?? aliases[text] { return index }
    let named = named(text)
    return named.count == 1 ? named[0] : nil
  }

  /// The area that a text most likely means: its code with a zero too many, as spreadsheets pad it,
  /// or in Thai digits.
  package func suggestion(for text: String) -> Int? {
    let digits = text.unicodeScalars.map { scalar in
      scalar.properties.numericType == .decimal
        ? String(Int(scalar.properties.numericValue ?? 0)) : String(scalar)
    }.joined()
    return named(text).first ?? indices[digits] ?? indices[String(digits.drop { $0 == "0" })]
  }

  /// The area that a row belongs to: the one of its code or, where the table does not go so deep,
  /// the next wider one that the digits name.
  package func nearest(_ code: String) -> Int? {
    if let index = index(code) { return index }
    guard code.utf8.count > 2, code.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    for length in [6, 4, 2] where length < code.utf8.count {
      guard let wider = indices[String(code.prefix(length))] else { continue }
      let digits = length + 2
      let goesDeeper = children[wider].contains { all[$0].code.utf8.count == digits }
      return goesDeeper ? nil : wider
    }
    return nil
  }

  /// The areas of a name, with or without the word for their class: `สุรินทร์`, `จังหวัดสุรินทร์`.
  package func named(_ name: String) -> [Int] { codesByName[Self.plainName(name)] ?? [] }

  /// The codes, for suggestions.
  package var codes: [String] { all.map(\.code) }

  /// A name without the word for its class, for comparing.
  package static func plainName(_ name: String) -> String {
    var plain = Substring(name)
    for word in ["จังหวัด", "อำเภอ", "เขต", "ตำบล", "แขวง", "จ.", "อ.", "ต."]
    where plain.hasPrefix(word) && plain.count > word.count + 1 {
      plain = plain.dropFirst(word.count)
      break
    }
    for word in [" Province", " District", " province", " district"] where plain.hasSuffix(word) {
      plain = plain.dropLast(word.count)
    }
    return foldedForSearch(String(plain)).filter { !$0.isWhitespace }
  }
}

extension Table {
  /// The rows of no table.
  static var noRows: Rows {
    Rows(
      table: Table(
        storage: Storage(
          name: "", path: "", sheet: nil, schema: TableSchema(fields: []), headers: [],
          columns: [], numbers: [], text: FileBytes([]), rewritten: [], isTidy: true)))
  }
}

extension Row {
  /// A column with its translations: `name` is in the table's own language, `name@en` in English.
  package func localized(_ name: String) -> Localized<String>? {
    var values: [(tag: Language.Tag?, value: String)] = []
    if let text = string(name) { values.append((table.language, text)) }
    for (language, column) in table.translations(of: name) {
      if let text = string(column) { values.append((language, text)) }
    }
    return Localized(values)
  }
}
