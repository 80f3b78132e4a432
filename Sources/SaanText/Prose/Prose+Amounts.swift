extension CountedNoun {
  /// The word beside a number; a sign for parts of a hundred.
  public func text(for number: ExactNumber) -> String {
    isPercent ? "%" : number == ExactNumber(1) ? one : other
  }
}

extension Prose {
  /// A number with its unit: `ประมาณ 2,600 องค์กร`, `at least 1 fund`, `45.2%`.
  public func amount(
    _ number: ExactNumber, _ noun: CountedNoun?, hedge: Bound = .exact, of extent: Extent = .whole
  ) -> String {
    let text = number.text()
    let amount: String
    if let noun, noun.isPercent {
      amount = text + "%"
    } else if let word = noun?.text(for: number), !word.isEmpty {
      amount = text + joint + word
    } else {
      amount = text
    }
    return hedged(amount, hedge, of: extent)
  }

  /// An amount with what it does not promise before or after it.
  public func hedged(
    _ amount: String, _ bound: Bound, of extent: Extent = .whole
  ) -> String {
    bound.word(of: extent).map { say($0, ["amount": amount]) } ?? amount
  }

  /// A count of things that are named in passing: `3 จังหวัด`, `1 province`.
  public func count(_ number: Int, _ noun: CountedNoun) -> String {
    "\(ExactNumber(number).text())\(joint)\(number == 1 ? noun.one : noun.other)"
  }

  /// A thing with its number: `สภาองค์กรชุมชน 158 แห่ง`, `158 registered community councils`.
  ///
  /// English puts the number before the name where the name has the unit in it, and else names the
  /// unit first: `12 baht (fee)`. People are named by what they are: `1,285 council members`.
  public func counted(
    _ name: String, _ number: ExactNumber, _ noun: CountedNoun?, hedge: Bound = .exact,
    of extent: Extent = .whole
  ) -> String {
    let amount = amount(number, noun, hedge: hedge, of: extent)
    guard words.grammar.countsInsideTitles else {
      return say(.counted, ["name": name, "amount": self.amount(amount, after: name)])
    }
    let inside = Self.inSentence(name)
    // Nobody has "160,000 all households".
    guard let noun, number != ExactNumber(1), !inside.hasPrefix("all "),
      Self.names(inside, noun.other) || Self.namesPeople(inside, noun.other)
    else {
      return say(.counted, ["name": inside, "amount": amount])
    }
    return hedged(number.text() + joint + inside, hedge, of: extent)
  }

  /// A title as it reads inside a sentence: without its capital, unless it begins with a name.
  static func inSentence(_ title: String) -> String {
    let words = title.split(separator: " ", maxSplits: 2)
    guard let first = words.first, first.dropFirst().allSatisfy({ !$0.isUppercase }),
      words.count < 2 || words[1].first?.isUppercase == false
    else { return title }
    return title.prefix(1).lowercased() + title.dropFirst()
  }

  /// Whether a title says who the people are that are counted: its first noun is of many.
  private static func namesPeople(_ title: String, _ noun: String) -> Bool {
    guard ["people", "persons"].contains(noun.lowercased()) else { return false }
    let words = title.split { !$0.isLetter && $0 != "’" && $0 != "'" }
    let head = words.prefix { !["of", "in", "with", "who", "at", "on", "by", "and"].contains($0) }
    guard let last = head.last?.lowercased() else { return false }
    return ["women", "men", "children", "people"].contains(last)
      || last.hasSuffix("s") && !last.hasSuffix("ss") && !last.hasSuffix("’s")
  }

  private static func names(_ title: String, _ noun: String) -> Bool {
    guard !noun.isEmpty else { return false }
    let letters = " \(title) ".map { $0.isLetter || $0 == "-" ? $0 : " " }
    return String(letters).lowercased().containsBytes(of: " \(noun.lowercased()) ")
  }
}
