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
    if count == 1 { return say(.onlyOne, ["noun": peers.other]) }
    let all = self.count(count, peers)
    if tied == count - 1 { return say(.allSame, ["all": all]) }
    if count == 2 {
      let word: Word =
        place == 1 ? (isRate ? .higherOfTwo : .moreOfTwo) : isRate ? .lowerOfTwo : .fewerOfTwo
      return say(word, ["all": all, "other": self.count(1, peers)])
    }
    let standing: String
    if place == 1 {
      standing = say(isRate ? .highest : .most, ["all": all])
    } else if place + tied == count {
      standing = say(isRate ? .lowest : .fewest, ["all": all])
    } else {
      let order = bound(ordinalText(place, in: language))
      standing = say(isRate ? .nthHighest : .nthMost, ["all": all, "ordinal": order])
    }
    guard tied > 0 else { return standing }
    return say(
      .levelWith, ["rank": standing, "others": self.count(tied, peers)], count: tied)
  }

  /// How a rate compares with the rates of wider areas: each by name, with its value.
  ///
  /// Counts are never compared so: a larger place has more of everything.
  public func comparison(_ others: [(name: String, value: String, order: Comparison)]) -> String? {
    guard let first = others.first else { return nil }
    let named = others.map { "\($0.name) (\($0.value))" }
    if others.count == 2, others[1].order == first.order {
      return word(first.order, of: say(.bothOf, ["first": named[0], "second": named[1]]))
    }
    let parts = zip(others, named).map { word($0.order, of: $1) }
    let differs = others.contains { $0.order == .above } && others.contains { $0.order == .below }
    return chain(parts, differs ? .comparisonBut : .comparisonAnd, "text", "next")
  }

  private func word(_ order: Comparison, of name: String) -> String {
    switch order {
    case .above: say(.above, ["name": name])
    case .below: say(.below, ["name": name])
    case .level: say(.same, ["name": name])
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
