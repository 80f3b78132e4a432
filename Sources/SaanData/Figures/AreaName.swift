import SaanText

/// An area's name as somebody writes it, parted into the word for its class and the rest.
struct AreaName {
  /// The class that a word says, as `ตำบล` and `ต.` say a subdistrict; `nil` without such a word.
  let areaClass: AreaClass?
  /// The rest in lower case without spaces.
  let rest: String

  /// The rest for comparing, whatever the spelling.
  var folded: String { foldedForSearch(rest) }

  init(_ name: String) {
    let lowered = name.lowercased()
    for (word, areaClass) in Self.before
    where lowered.hasPrefix(word) && lowered.count > word.count {
      self.init(areaClass, lowered.dropFirst(word.count))
      return
    }
    for (word, areaClass) in Self.behind where lowered.hasSuffix(word) {
      self.init(areaClass, lowered.dropLast(word.count))
      return
    }
    self.init(nil, Substring(lowered))
  }

  private init(_ areaClass: AreaClass?, _ rest: Substring) {
    self.areaClass = areaClass
    self.rest = rest.filter { !$0.isWhitespace && !"-'’".contains($0) }
  }

  /// A name in a column of one class, whose cells need no word for it.
  init(_ name: String, in column: AreaClass) {
    let written = AreaName(name)
    self.init(written.areaClass ?? column, Substring(written.rest))
  }

  /// How the name of an area may be written, in lower case without spaces: without the word for a
  /// class that it begins with, and as it is, for that may be a part of it: `จ.ป.ร.`.
  static func spellings(of name: String) -> [String] {
    let parted = AreaName(name)
    return parted.areaClass == nil
      ? [parted.rest] : [parted.rest, AreaName(nil, Substring(name.lowercased())).rest]
  }

  private static let before: [(word: String, areaClass: AreaClass)] = [
    ("เทศบาลนคร", .municipality), ("เทศบาลเมือง", .municipality),
    ("เทศบาลตำบล", .municipality), ("เทศบาล", .municipality), ("ทน.", .municipality),
    ("ทม.", .municipality), ("ทต.", .municipality), ("กิ่งอำเภอ", .district),
    ("จังหวัด", .province), ("จ.", .province), ("changwat ", .province),
    ("อำเภอ", .district), ("อ.", .district), ("เขต", .district), ("amphoe ", .district),
    ("khet ", .district), ("ตำบล", .subdistrict), ("ต.", .subdistrict), ("แขวง", .subdistrict),
    ("tambon ", .subdistrict), ("khwaeng ", .subdistrict),
  ]

  private static let behind: [(word: String, areaClass: AreaClass)] = [
    (" province", .province), (" district", .district), (" subdistrict", .subdistrict),
    (" sub-district", .subdistrict), (" municipality", .municipality),
  ]
}

extension Area {
  /// Whether the word for a class in a written name agrees with the area; one that the area's own
  /// name begins with always does.
  func agrees(with written: AreaName) -> Bool {
    guard let other = written.areaClass, other != areaClass else { return true }
    return name.all.contains { AreaName($0).areaClass == other }
  }
}

/// A place as one cell says it, parted into its names: `ต.ในเมือง อ.เมืองสุรินทร์ จ.สุรินทร์`,
/// `Nai Mueang, Mueang Surin, Surin`.
struct PlaceName {
  /// The names, in the order of the text.
  let parts: [AreaName]

  /// Takes names that were written apart.
  init(_ parts: [AreaName]) { self.parts = parts }

  /// - Parameter splitsSpaces: whether a space parts two Thai names, as it does where no word for a
  ///   class stands between them.
  init(_ text: String, splitsSpaces: Bool = false) {
    let pieces = text.split { ",/|\n".contains($0) }.flatMap { Self.split($0, splitsSpaces) }
    let names = pieces.map(\.trimmed).filter { !$0.isEmpty && !Self.isPostalCode($0) }
    parts = names.isEmpty ? [AreaName(text)] : names.map { AreaName($0) }
  }

  /// Cuts a text before each word for a class of areas.
  private static func split(_ text: Substring, _ splitsSpaces: Bool) -> [String] {
    var pieces = [""]
    var rest = text
    while let first = rest.first {
      if let word = marker(at: rest, after: pieces[pieces.count - 1]) {
        pieces.append(word)
        rest = rest.dropFirst(word.count)
        // A space may stand behind the word for the class.
        rest = rest.drop(while: \.isWhitespace)
        continue
      }
      let isGap = first.isWhitespace && splitsSpaces && pieces[pieces.count - 1].isThai
      if isGap { pieces.append("") } else { pieces[pieces.count - 1].append(first) }
      rest = rest.dropFirst()
    }
    return pieces
  }

  /// The word for a class that begins here: one with a full stop anywhere behind a name, others
  /// only at the beginning of a word.
  private static func marker(at rest: Substring, after before: String) -> String? {
    let isStart = capital.contains(before) || before.last?.isWhitespace ?? true
    // A name may begin like a word for a class: จ.ป.ร.
    let isOpen = markers.contains(before) && !capital.contains(before)
    guard !isOpen, let word = markers.first(where: { rest.hasPrefix($0) }) else { return nil }
    return isStart || word.hasSuffix(".") ? word : nil
  }

  /// Longer ones first: `ทต.` holds `ต.`.
  private static let markers = [
    "กิ่งอำเภอ", "จังหวัด", "เทศบาลนคร", "เทศบาลเมือง", "เทศบาลตำบล", "เทศบาล", "กรุงเทพ", "อำเภอ",
    "ตำบล", "แขวง", "เขต", "ทน.", "ทม.", "ทต.", "กทม", "จ.", "อ.", "ต.",
  ]

  /// What begins the capital's names, and stands for it without more.
  private static let capital = ["กทม", "กรุงเทพ"]

  private static func isPostalCode(_ text: String) -> Bool {
    text.utf8.count == 5 && text.utf8.allSatisfy { $0 &- 0x30 < 10 }
  }
}

extension String {
  /// Whether its first letter is Thai.
  fileprivate var isThai: Bool {
    unicodeScalars.first.map { (0x0E00...0x0E7F).contains($0.value) } ?? false
  }
}

extension AreaTable {
  /// The areas that a place's names mean together: of each name one that lies in those of the
  /// others.
  func meant(by place: PlaceName) -> [AreaID] {
    let parts = place.parts
    guard parts.count > 1 else { return parts.first.map(alone) ?? [] }
    var found: [AreaID] = []
    // Addresses begin with the narrowest place or with the widest.
    for head in Set([0, parts.count - 1]).sorted() {
      var around = parts
      let own = around.remove(at: head)
      for area in spelt(own) + centres(own, of: around)
      where !found.contains(area) && around.allSatisfy({ isIn(area, $0) }) { found.append(area) }
    }
    return found
  }

  /// The areas of a name that stands alone.
  ///
  /// What is no smaller than a province is meant before a district or subdistrict of the same name,
  /// which nobody writes without the word for its class.
  private func alone(_ name: AreaName) -> [AreaID] {
    let found = spelt(name)
    guard name.areaClass == nil, found.count > 1 else { return found }
    let wide = found.filter { [.country, .region, .province].contains(all[$0].areaClass) }
    return wide.isEmpty ? found : wide
  }

  /// Whether an area lies in one of a name.
  private func isIn(_ area: AreaID, _ name: AreaName) -> Bool {
    ancestors[area].contains { other in
      spelt(name).contains(other) || name.isCentre && isCentre(other)
    }
  }

  /// The districts around the towns of the provinces that names beside `อ.เมือง` mean.
  private func centres(_ name: AreaName, of around: [AreaName]) -> [AreaID] {
    guard name.isCentre else { return [] }
    return around.flatMap(spelt).filter { all[$0].areaClass == .province }
      .flatMap { children[$0] }.filter(isCentre)
  }

  /// Whether a district is the one around its province's town: `เมืองสุรินทร์` of `สุรินทร์`.
  fileprivate func isCentre(_ area: AreaID) -> Bool {
    guard all[area].areaClass == .district, let province = parent(of: all[area]) else {
      return false
    }
    let name = AreaName(all[area].name[.thai]).rest
    return name == "เมือง" + AreaName(province.name[.thai]).rest
  }

  /// The area around a municipality that no table names, by the names beside it: the district, for
  /// it may be in several subdistricts.
  package func around(municipality text: String) -> AreaID? {
    // A code is no name, and to part a name takes longer than all else that is asked of a row.
    text.utf8.allSatisfy { $0 &- 0x30 < 10 } ? nil : around(municipality: PlaceName(text))
  }

  func around(municipality place: PlaceName) -> AreaID? {
    guard place.parts.count > 1,
      let own = place.parts.firstIndex(where: { $0.areaClass == .municipality }),
      spelt(place.parts[own]).isEmpty
    else { return nil }
    var around = place.parts
    around.remove(at: own)
    let found = meant(by: PlaceName(around))
    guard found.count == 1 else { return nil }
    return ([found[0]] + ancestors[found[0]]).first { all[$0].areaClass == .district }
  }
}

extension AreaName {
  /// Whether it is how people write the district around a province's town.
  var isCentre: Bool {
    (areaClass == nil || areaClass == .district) && ["เมือง", "mueang", "muang"].contains(rest)
  }
}

/// Names that come near.
extension AreaTable {
  /// The area that a text most likely means: its code with a zero too many, as spreadsheets pad it,
  /// or in Thai digits.
  package func suggestion(for text: String) -> AreaID? {
    let digits = text.unicodeScalars.map { scalar in
      scalar.properties.numericType == .decimal
        ? String(Int(scalar.properties.numericValue ?? 0)) : String(scalar)
    }.joined()
    if let found = named(text).first ?? indices[digits] { return found }
    if let found = indices[String(digits.drop { $0 == "0" })] { return found }
    let parts = PlaceName(text).withoutHouse.parts
    return parts.count > 1 ? closest(to: parts) : closest(to: parts.first ?? AreaName(text))
  }

  /// The area of one class that a text most likely means: the one of an abbreviation, or of a name
  /// that is spelt nearly so, in those that are named beside it.
  func suggestion(
    for text: String, among kind: AreaClass, beside around: [AreaName] = []
  ) -> AreaID? {
    let name = AreaName(text, in: kind)
    let beside = Beside(around, in: self)
    let areas = all(kind).filter { beside.touches($0.id) }
    let letters = text.filter { $0.isLetter }
    if let same = areas.first(where: { $0.abbreviation?.all.contains(letters) == true }) {
      return same.id
    }
    let own = Set(areas.map(\.id))
    return name.isLong ? closest(to: name.folded, in: names { own.contains($0) }) : nil
  }

  /// The place that several names mean of which one is misspelt, or lies in none of the others:
  /// never one outside those that are spelt right.
  private func closest(to parts: [AreaName]) -> AreaID? {
    let wrong = parts.indices.filter { spelt(parts[$0]).isEmpty && !parts[$0].isCentre }
    guard let index = wrong.first else { return inOther(of: parts) }
    guard wrong.count == 1, parts[index].isLong else { return nil }
    var around = parts
    let own = around.remove(at: index)
    let beside = Beside(around, in: self)
    let near = closest(
      to: own.folded, in: names { all[$0].agrees(with: own) && beside.touches($0) })
    guard let near else { return nil }
    // Of a province that is misspelt, the place in it that the others name.
    var mended = parts
    mended[index] = AreaName(all[near].name[.thai], in: all[near].areaClass)
    let meant = meant(by: PlaceName(mended))
    return meant.count == 1 ? meant[0] : nil
  }

  /// The one area that lies in most of the places named beside it, where it does not lie in all: a
  /// subdistrict that was written with the neighbouring district, never one of another province.
  private func inOther(of parts: [AreaName]) -> AreaID? {
    let known = parts.map { Set(spelt($0)) }
    let provinces = known.map { $0.filter { all[$0].areaClass == .province } }
      .filter { !$0.isEmpty }
    let fits = known.indices.flatMap { part in
      known[part].filter { area in
        let around = Set(ancestors[area] + [area])
        return provinces.allSatisfy { !$0.isDisjoint(with: around) }
      }.map { area in
        let around = Set(ancestors[area])
        let count = known.indices.count { $0 != part && !known[$0].isDisjoint(with: around) }
        return (area: area, count: count)
      }
    }
    let most = fits.map(\.count).max() ?? 0
    // Of a subdistrict and its district, both in the province that is named, the smaller is meant.
    let best = fits.filter { $0.count == most && most > 0 }.map(\.area)
    let deepest = best.map { ancestors[$0].count }.max()
    let meant = Set(best.filter { ancestors[$0].count == deepest })
    return meant.count == 1 ? meant.first : nil
  }

  /// The areas of some names that are wanted.
  private func names(where isWanted: (AreaID) -> Bool) -> [String: [AreaID]] {
    areasByName.value.compactMapValues { found in
      let wanted = found.filter(isWanted)
      return wanted.isEmpty ? nil : wanted
    }
  }

  /// The area whose name is spelt nearly like a text, or the only one whose name begins with it:
  /// a province before one of thousands of districts and subdistricts.
  private func closest(to name: AreaName) -> AreaID? {
    guard name.isLong else { return nil }
    let wide = areasByName.value.filter { _, areas in
      areas.contains { [.country, .region, .province].contains(all[$0].areaClass) }
    }
    let isNarrow = name.areaClass.map { $0 != .province } ?? false
    return (isNarrow ? nil : closest(to: name.folded, in: wide))
      ?? closest(to: name.folded, in: areasByName.value)
  }

  /// The area of the nearest name, or the only one whose name begins so; of several that share it
  /// the widest, where that is one.
  private func closest(to plain: String, in names: [String: [AreaID]]) -> AreaID? {
    let near = closestName(to: plain, among: names.keys)
    let found = Set(
      near.flatMap { names[$0] } ?? names.filter { $0.key.hasPrefix(plain) }.flatMap(\.value))
    guard near != nil || found.count == 1 else { return nil }
    let depth = found.map { ancestors[$0].count }.min()
    let widest = found.filter { ancestors[$0].count == depth }
    return widest.count == 1 ? widest.first : nil
  }

  /// How people write a place in whole: `ต.ในเมือง อ.เมืองสุรินทร์ จ.สุรินทร์`.
  package func written(_ area: Area) -> String {
    guard [.district, .subdistrict].contains(area.areaClass) else { return area.name[.thai] }
    let path = [area] + path(upFrom: area)
    let isCapital = path.last?.code == "10"
    return path.map { place in
      let name = place.name[.thai]
      switch place.areaClass {
      case .subdistrict: return (isCapital ? "แขวง" : "ต.") + name
      case .district: return (isCapital ? "เขต" : "อ.") + name
      default: return isCapital ? name : "จ." + name
      }
    }.joined(separator: " ")
  }

  /// The areas whose code, slug or one of whose names holds a text, whatever the spelling.
  package func containing(_ text: String) -> [Area] {
    let wanted = AreaName(text).folded
    return all.filter { area in
      guard area.areaClass != .together else { return false }
      let names = area.name.all + area.otherNames + [area.code, area.slug]
      return names.contains { AreaName($0).folded.contains(wanted) }
    }
  }
}

extension AreaName {
  /// Whether there is enough of it to find a name by.
  fileprivate var isLong: Bool { folded.count > 2 && folded.contains(where: \.isLetter) }
}

extension PlaceName {
  /// The names without what says where a house is: its number, its village's.
  var withoutHouse: PlaceName {
    let names = parts.filter { $0.areaClass != nil || !$0.rest.contains(where: \.isNumber) }
    return names.isEmpty ? self : PlaceName(names)
  }
}

/// The places that are named beside another one, which lies in them or around them.
private struct Beside {
  private let areas: AreaTable
  private let named: [Set<AreaID>]

  init(_ names: [AreaName], in areas: AreaTable) {
    self.areas = areas
    named = names.compactMap { name in
      let found =
        name.isCentre ? areas.all(.district).map(\.id).filter(areas.isCentre) : areas.spelt(name)
      return found.isEmpty ? nil : Set(found)
    }
  }

  func touches(_ area: AreaID) -> Bool {
    named.allSatisfy { places in
      !places.isDisjoint(with: areas.ancestors[area])
        || places.contains { areas.ancestors[$0].contains(area) }
    }
  }
}
