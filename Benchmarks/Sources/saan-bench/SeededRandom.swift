/// SplitMix64: the same seed gives the same numbers on every machine.
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A generator of its own for one part of the site, so that parts do not move one another.
  init(seed: UInt64, part: String, number: Int = 0) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = seed ^ hash ^ (UInt64(number) &* 0x9e37_79b9_7f4a_7c15)
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from `range`, both ends included.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// A number of which small ones are more likely than large ones, as counts of people are.
  mutating func skewed(_ range: ClosedRange<Int>) -> Int {
    min(number(range), number(range), number(range))
  }

  /// Whether something that happens `percent` times in a hundred happens now.
  mutating func happens(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[number(0...choices.count - 1)]
  }

  /// Some different elements, in the order in which they were drawn.
  mutating func picks<Element>(_ count: Int, of choices: [Element]) -> [Element] {
    var rest = choices
    return (0..<min(count, rest.count)).map { _ in rest.remove(at: number(0...rest.count - 1)) }
  }

  /// An ISO date within the years.
  mutating func day(_ years: ClosedRange<Int>) -> String {
    let year = number(years)
    return "\(year)-\(padded(number(1...12), 2))-\(padded(number(1...28), 2))"
  }
}

/// A number with zeros before it.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
