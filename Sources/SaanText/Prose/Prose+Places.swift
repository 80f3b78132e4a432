/// What a place lies in, as it is told with its name.
public enum Surroundings: Sendable, Hashable {
  /// A larger place, by its full name.
  case place(String)
  /// Whose division of the country it belongs to: `การแบ่งพื้นที่ของ…`, `the division by …`.
  case division(String)
}

/// A thing that is known of a place, ready to stand in a sentence.
public struct PlaceFact: Sendable, Hashable {
  /// The thing with its number, as `Prose.counted` gives it.
  public let text: String
  /// The day that it is true for, as `Prose.asOf` gives it; `nil` where its source gives none.
  public let date: String?
  /// How many of the areas inside it is about, where it is a sum: `Prose.coverage`.
  public let coverage: String?

  /// Makes a fact.
  public init(_ text: String, date: String?, coverage: String? = nil) {
    self.text = text
    self.date = date
    self.coverage = coverage
  }
}

extension Prose {
  /// The word for places of a kind: `จังหวัด`, `province`; Bangkok has its own.
  ///
  /// - Parameter ofDivision: whether regions are those of an organisation's own division.
  public func noun(
    _ kind: AreaClass, inBangkok: Bool = false, ofDivision: Bool = false
  ) -> CountedNoun {
    let word: Word =
      switch kind {
      case .country: .country
      case .region: ofDivision ? .subregion : .region
      case .province: .province
      case .district: inBangkok ? .bangkokDistrict : .district
      case .subdistrict: inBangkok ? .bangkokSubdistrict : .subdistrict
      case .municipality: .municipality
      case .together: .area
      }
    return words.noun(word)
  }

  /// A name with the word for its kind, where readers expect one: `จังหวัดสุรินทร์`, `Surin`,
  /// `เขตพระนคร`, `Phra Nakhon District`.
  public func placeName(_ name: String, _ kind: AreaClass, inBangkok: Bool = false) -> String {
    let word: Word
    switch kind {
    case .country, .region, .together: return name
    case .province where inBangkok: return name
    case .province: word = .provinceName
    case .district: word = inBangkok ? .bangkokDistrictName : .districtName
    case .subdistrict: word = inBangkok ? .bangkokSubdistrictName : .subdistrictName
    case .municipality: word = .municipalityName
    }
    let (before, after) = words.around(word)
    // Some names say their kind already.
    let isThere = { (part: String, has: (String) -> Bool) in
      let part = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return !part.isEmpty && has(part)
    }
    if isThere(before, name.hasPrefix) || isThere(after, name.hasSuffix) { return name }
    return say(word, ["name": name])
  }

  /// How many of the areas inside have a value: `1 of 22 provinces has data`.
  ///
  /// - Parameters:
  ///   - partly: in how many more only places inside them have one.
  ///   - only: the one place that has one.
  public func coverage(
    _ reported: Int, partly: Int = 0, of expected: Int, _ peers: CountedNoun, only: String? = nil
  ) -> String {
    let word: Word =
      partly == 0 ? .coverage : reported == 0 ? .coverageInPart : .coverageWithParts
    let text = say(
      word,
      [
        "reported": String(reported == 0 ? partly : reported), "expected": count(expected, peers),
        "parts": count(partly, peers),
      ], count: reported == 0 ? partly : reported)
    return only.map { say(.coverageOnly, ["coverage": text, "place": $0]) } ?? text
  }

  /// How many of the rows that a number is about have a value: `2 of 3 rows have a value`.
  public func rows(_ count: Int, of all: Int) -> String {
    say(.rowsWithValue, ["reported": String(count), "expected": String(all)], count: count)
  }

  /// In how many of the areas inside a register has records: `records in 2 of 77 provinces`.
  public func recorded(in reported: Int, of expected: Int, _ peers: CountedNoun) -> String {
    say(.recordsIn, ["reported": String(reported), "expected": count(expected, peers)])
  }

  /// With whom a place shares a value: `ร่วมกับจังหวัดปทุมธานี`, `together with Pathum Thani`.
  public func together(with names: [String]) -> String {
    say(.sharedWith, ["names": places(names)])
  }

  /// Which places share a value: `Bangkok and Pathum Thani together`.
  public func allTogether(_ names: [String]) -> String {
    say(.sharedBy, ["names": places(names)])
  }

  /// An amount that may still change, or is but planned, with these words behind it.
  public func provisional(_ amount: String) -> String { "\(amount) (\(words[.provisional]))" }

  /// The names of places in one breath: `จังหวัดนครราชสีมาและจังหวัดบุรีรัมย์`.
  public func places(_ names: [String]) -> String {
    names.count == 2
      ? say(.twoPlaces, ["first": names[0], "last": names[1]]) : list(names)
  }

  /// What a value is true for: of which areas inside, and of which day.
  public func proviso(coverage: String?, date: String?) -> String {
    enumeration([coverage, date ?? asOf(nil)].compactMap { $0 })
  }

  /// A thing with its proviso in brackets.
  private func told(_ fact: PlaceFact) -> String {
    let proviso = proviso(coverage: fact.coverage, date: fact.date)
    // Two pairs of brackets side by side read badly.
    if fact.text.hasSuffix(")") { return "\(fact.text.dropLast()); \(proviso))" }
    return "\(fact.text) (\(proviso))"
  }

  /// The proviso that several things share, said once for all of them.
  private func shared(_ fact: PlaceFact, by count: Int) -> String {
    let all = words[count == 2 ? .bothFigures : .allFigures]
    guard fact.date != nil || fact.coverage != nil else {
      return say(.sharedDateNotStated, ["figures": all])
    }
    let proviso = proviso(coverage: fact.coverage, date: fact.date ?? words[.datesNotStated])
    return say(
      fact.coverage == nil ? .sharedProviso : .sharedCoverage,
      ["figures": all, "proviso": proviso])
  }

  /// Several things with the proviso that they share.
  private func shared(_ facts: [PlaceFact], _ proviso: String) -> String {
    let told = list(facts.map(\.text))
    // Two pairs of brackets side by side read badly.
    return told.hasSuffix(")") ? enumeration([told, proviso]) : "\(told) (\(proviso))"
  }

  /// The sentence that a place's page begins with.
  ///
  /// - Parameters:
  ///   - name: its full name.
  ///   - surroundings: what it lies in.
  ///   - facts: the one or two things that it is known for, none where nothing is published.
  ///   - mentions: how many things sources say of it without a number.
  ///   - hasOwn: whether there are figures of one organisation or event there.
  public func introduction(
    _ name: String, in surroundings: Surroundings?, facts: [PlaceFact], mentions: Int = 0,
    hasOwn: Bool = false
  ) -> String {
    let place = subject(name, surroundings)
    guard let first = facts.first else {
      if hasOwn { return sentence([say(.placeHasOwn, ["place": place])]) }
      return sentence([
        mentions > 0
          ? say(
            .placeIsMentioned, ["place": place, "count": words.grammar.spelled(mentions)],
            count: mentions)
          : say(.placeHasNothing, ["place": place])
      ])
    }
    let isShared =
      facts.count > 1
      && facts.allSatisfy { $0.date == first.date && $0.coverage == first.coverage }
    let all =
      isShared ? shared(facts, shared(first, by: facts.count)) : list(facts.map(told))
    return sentence([say(.placeHas, ["place": place, "figures": all])])
  }

  /// A name with what it lies in: `จังหวัดน่านในภาคเหนือ`, `Nan, in Northern Thailand,`.
  private func subject(_ name: String, _ surroundings: Surroundings?) -> String {
    switch surroundings {
    case nil: name
    case .place(let place): say(.placeWithin, ["name": name, "around": place])
    case .division(let division): say(.placeInDivision, ["name": name, "division": division])
    }
  }
}
