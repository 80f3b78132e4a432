/// What kind of place is spoken of.
public enum PlaceKind: Sendable, Hashable, CaseIterable {
  /// The whole country.
  case country
  /// A part of the country with several provinces.
  case region
  /// A part of the country as an organisation divides it for itself.
  case subregion
  /// A province, or Bangkok.
  case province
  /// An amphoe, in Bangkok a khet.
  case district
  /// A tambon, in Bangkok a khwaeng.
  case subdistrict
  /// A thesaban.
  case municipality
}

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
  public func noun(_ kind: PlaceKind, inBangkok: Bool = false) -> CountedNoun {
    switch kind {
    case .country: noun("ประเทศ", "country", "countries")
    case .region: noun("ภูมิภาค", "region", "regions")
    case .subregion: noun("ภูมิภาคย่อย", "sub-region", "sub-regions")
    case .province: noun("จังหวัด", "province", "provinces")
    case .district: noun(inBangkok ? "เขต" : "อำเภอ", "district", "districts")
    case .subdistrict: noun(inBangkok ? "แขวง" : "ตำบล", "subdistrict", "subdistricts")
    case .municipality: noun("เทศบาล", "municipality", "municipalities")
    }
  }

  private func noun(_ thai: String, _ one: String, _ other: String) -> CountedNoun {
    isThai ? CountedNoun(thai) : CountedNoun(one: one, other: other)
  }

  /// A name with the word for its kind, where readers expect one: `จังหวัดสุรินทร์`, `Surin`,
  /// `เขตพระนคร`, `Phra Nakhon District`.
  public func placeName(_ name: String, _ kind: PlaceKind, inBangkok: Bool = false) -> String {
    switch kind {
    case .country, .region, .subregion: return name
    case .province:
      return !isThai || inBangkok || name.hasPrefix("จังหวัด") ? name : "จังหวัด" + name
    case .district, .subdistrict, .municipality:
      let word = noun(kind, inBangkok: inBangkok).one
      if isThai { return name.hasPrefix(word) ? name : word + name }
      let title = word.prefix(1).uppercased() + word.dropFirst()
      return name.hasSuffix(title) ? name : "\(name) \(title)"
    }
  }

  /// How many of the areas inside have a value: `1 of 22 provinces has data`.
  public func coverage(_ reported: Int, of expected: Int, _ peers: CountedNoun) -> String {
    pick(
      "มีข้อมูล \(reported) จาก \(count(expected, peers))",
      "\(reported) of \(count(expected, peers)) \(reported == 1 ? "has" : "have") data")
  }

  /// What a value is true for: of which areas inside, and of which day.
  public func proviso(coverage: String?, date: String?) -> String {
    [coverage, date ?? asOf(nil)].compactMap { $0 }.joined(separator: pick(" ", ", "))
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
    let date = fact.date ?? pick("ไม่ระบุวันที่", "dates not stated")
    let all = proviso(coverage: fact.coverage, date: date)
    if isThai { return run(count == 2 ? "ทั้งสองตัวเลข" : "ทุกตัวเลข", all) }
    let group = count == 2 ? "both" : "all"
    if fact.coverage != nil { return "for \(group), \(all)" }
    return fact.date == nil ? all : "\(group) \(all)"
  }

  /// The sentence that a place's page begins with.
  ///
  /// - Parameters:
  ///   - name: its full name.
  ///   - surroundings: what it lies in.
  ///   - facts: the one or two things that it is known for, none where nothing is published.
  ///   - mentions: how many things sources say of it without a number.
  public func introduction(
    _ name: String, in surroundings: Surroundings?, facts: [PlaceFact], mentions: Int = 0
  ) -> String {
    let subject = subject(name, surroundings)
    guard let first = facts.first else {
      return sentence([run(subject, noFigures(mentions))])
    }
    let isShared =
      facts.count > 1
      && facts.allSatisfy { $0.date == first.date && $0.coverage == first.coverage }
    let all =
      isShared
      ? "\(list(facts.map(\.text))) (\(shared(first, by: facts.count)))" : list(facts.map(told))
    return sentence([run(subject, run(pick("มี", "has"), all))])
  }

  /// A name with what it lies in: `จังหวัดน่านในภาคเหนือ`, `Nan, in Northern Thailand,`.
  private func subject(_ name: String, _ surroundings: Surroundings?) -> String {
    switch surroundings {
    case nil: name
    case .place(let place):
      pick(run(run(name, "ใน"), place), "\(name), in \(place),")
    case .division(let division):
      pick(run(run(name, "ตาม"), division), "\(name), in \(division),")
    }
  }

  private func noFigures(_ mentions: Int) -> String {
    guard mentions > 0 else {
      return pick("ยังไม่มีตัวเลขที่เผยแพร่ในเว็บไซต์นี้", "has no figures on this site yet")
    }
    return pick(
      "ยังไม่มีตัวเลขเฉพาะพื้นที่ แต่แหล่งข้อมูลกล่าวถึงงานในพื้นที่\(joint)\(mentions)\(joint)เรื่อง",
      "has no figures of its own on this site yet, but sources mention"
        + " \(spelled(mentions)) \(mentions == 1 ? "project" : "projects") there")
  }
}
