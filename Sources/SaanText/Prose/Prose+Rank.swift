extension Prose {
  /// Where a value stands among those that have one, the largest first.
  ///
  /// It says how many those are, that only they are meant, and who stands level: `3rd highest of
  /// the 12 provinces with data, level with 1 other`.
  ///
  /// - Parameter isRate: whether the values are high or low rather than many or few.
  public func rank(
    _ place: Int, of count: Int, level tied: Int = 0, _ peers: CountedNoun, isRate: Bool = false
  ) -> String {
    let all = self.count(count, peers)
    let (more, less) = isRate ? ("สูง", "ต่ำ") : ("มาก", "น้อย")
    if count == 1 {
      return pick("ยังไม่มีข้อมูลของ\(peers.one)อื่น", "no figure for other \(peers.other)")
    }
    if tied == count - 1 {
      return pick("เท่ากันทั้ง \(all)ที่มีข้อมูล", "the same in all \(all) with data")
    }
    if count == 2 {
      return pick(
        "\(place == 1 ? more : less)กว่าอีก \(self.count(1, peers))ที่มีข้อมูล",
        "the \(place == 1 ? "higher" : "lower") of the \(all) with data")
    }
    let standing: String
    if place == 1 {
      standing = pick("\(more)ที่สุดใน \(all)ที่มีข้อมูล", "the highest of the \(all) with data")
    } else if place + tied == count {
      standing = pick("\(less)ที่สุดใน \(all)ที่มีข้อมูล", "the lowest of the \(all) with data")
    } else {
      let order = ordinalText(place, in: language).split(separator: " ").joined(separator: joint)
      standing = pick(
        "\(more)เป็นอันดับ\(order) จาก \(all)ที่มีข้อมูล",
        "\(order) highest of the \(all) with data")
    }
    guard tied > 0 else { return standing }
    return standing
      + pick(
        " เท่ากับอีก \(self.count(tied, peers))",
        ", level with \(tied) \(tied == 1 ? "other" : "others")")
  }

  /// How a rate compares with the rates of wider areas: each by name, with its value.
  ///
  /// Counts are never compared so: a larger place has more of everything.
  public func comparison(_ others: [(name: String, value: String, order: Comparison)]) -> String? {
    guard let first = others.first else { return nil }
    let named = others.map { "\($0.name) (\($0.value))" }
    if others.count == 2, others[1].order == first.order {
      let both = pick("ทั้ง\(named[0]) และ\(named[1])", "both \(named[0]) and \(named[1])")
      return word(first.order, of: "") + both
    }
    let parts = zip(others, named).map { word($0.order, of: $1) }
    let differs = others.contains { $0.order == .above } && others.contains { $0.order == .below }
    return parts.joined(separator: differs ? pick(" แต่", " but ") : pick(" และ", " and "))
  }

  private func word(_ order: Comparison, of name: String) -> String {
    switch order {
    case .above: pick("สูงกว่า", "above ") + name
    case .below: pick("ต่ำกว่า", "below ") + name
    case .level: pick("เท่ากับ", "the same as ") + name
    }
  }

  /// How one value compares with another.
  public enum Comparison: Sendable, Hashable, CaseIterable {
    /// It is larger.
    case above
    /// It is smaller.
    case below
    /// It is the same.
    case level
  }
}
