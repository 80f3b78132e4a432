import SaanData
import SaanModel
import SaanText

/// Finds which places the texts of articles name, whatever stands in their fields.
///
/// Many names are words as well, and canals and roads are called like districts. So a name counts
/// where it cannot be taken for another thing: in Thai behind the word for its class, or when it is
/// long and a province's; elsewhere as a whole word, of a district with its province or its class.
struct NamedPlaces {
  private struct Name {
    let utf8: [UInt8]
    let area: AreaID
  }

  private let areas: AreaTable
  private let tag: Language.Tag
  /// The names by the bytes that they begin with.
  private var names: [UInt64: [Name]] = [:]
  /// Which beginnings are there at all, so that nearly every byte of a text is passed by at once.
  private var filter = [UInt64](repeating: 0, count: 1_024)
  /// How many bytes a beginning has.
  private let width: Int

  /// Collects the names of places in a language.
  init(_ wanted: some Sequence<AreaID>, of areas: AreaTable, in tag: Language.Tag) {
    self.areas = areas
    self.tag = tag
    let named = wanted.filter { areas.all[$0].areaClass != .country }.map { id in
      Name(utf8: Array(areas.all[id].name[tag].utf8), area: id)
    }.filter { $0.utf8.count >= 3 }
    width = min(6, named.map(\.utf8.count).min() ?? 6)
    for name in named {
      let key = name.utf8.withUnsafeBufferPointer { Self.key($0, at: 0, width: width) }
      names[key, default: []].append(name)
      filter[Self.slot(key) >> 6] |= 1 << UInt64(Self.slot(key) & 63)
    }
  }

  private static func key(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int, width: Int) -> UInt64 {
    var key: UInt64 = 0
    for offset in 0..<width { key = key << 8 | UInt64(utf8[index + offset]) }
    return key
  }

  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 48)
  }

  /// The places that a text names, each once.
  func all(in text: [UInt8]) -> Set<AreaID> {
    guard !names.isEmpty else { return [] }
    return text.withUnsafeBufferPointer { utf8 in
      var found: Set<AreaID> = []
      var index = 0
      while index + width <= utf8.count {
        let key = Self.key(utf8, at: index, width: width)
        let slot = Self.slot(key)
        if filter[slot >> 6] & (1 << UInt64(slot & 63)) != 0 {
          for name in names[key] ?? [] where isNamed(name, in: utf8, at: index) {
            found.insert(name.area)
          }
        }
        index += 1
      }
      return found
    }
  }

  private func isNamed(_ name: Name, in utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let end = index + name.utf8.count
    guard end <= utf8.count, utf8[index..<end].elementsEqual(name.utf8) else { return false }
    let area = areas.all[name.area]
    return tag == .thai
      ? isThaiName(area, utf8[..<index], length: name.utf8.count)
      : isWord(utf8, index..<end) && (area.areaClass != .district || isPlaced(area, utf8, end))
  }

  /// Whether the word for the class stands before the name, or the name is long and a province's.
  private func isThaiName(
    _ area: Area, _ before: Slice<UnsafeBufferPointer<UInt8>>, length: Int
  ) -> Bool {
    let words: [String]
    switch area.areaClass {
    case .province: words = ["จังหวัด", "จ."]
    case .district: words = ["อำเภอ", "อ.", "เขต"]
    default: return true
    }
    let joined = before.dropLast(before.last == 0x20 ? 1 : 0)
    return words.contains { joined.suffix($0.utf8.count).elementsEqual($0.utf8) }
      || area.areaClass == .province && length >= Self.longName
  }

  /// The bytes of a Thai name that is no word: six letters.
  private static let longName = 18

  private func isWord(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    func isLetter(_ index: Int) -> Bool {
      guard utf8.indices.contains(index) else { return false }
      return utf8[index] >= 0x80 ? false : (utf8[index] | 0x20) &- 0x61 < 26
    }
    return !isLetter(range.lowerBound - 1) && !isLetter(range.upperBound)
  }

  /// Whether the province of a district, or the word for its class, stands behind its name.
  private func isPlaced(_ area: Area, _ utf8: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    let province = areas.parent(of: area).map { [", \($0.name[tag])"] } ?? []
    return (province + [" district", " District"]).contains {
      utf8[end...].prefix($0.utf8.count).elementsEqual($0.utf8)
    }
  }
}
