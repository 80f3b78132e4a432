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
    where lowered.hasPrefix(word) && lowered.count > word.count + 1 {
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
