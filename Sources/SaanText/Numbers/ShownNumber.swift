extension ExactNumber {
  /// The number with no more decimals than are shown of it, rounded to the side on which what it
  /// promises stays true.
  ///
  /// A number above zero is never shown as zero, nor a share that is not the whole as 100: it keeps
  /// as many decimals as that takes.
  ///
  /// - Parameter isShare: whether it is hundredths of a whole.
  public func shown(decimals: Int, _ bound: Bound = .exact, isShare: Bool = false) -> ExactNumber {
    var decimals = decimals
    var shown = rounded(toScale: decimals, bound)
    func hides(_ end: ExactNumber) -> Bool {
      self != end && (shown == end || rounded(toScale: decimals) == end)
    }
    while decimals < scale, hides(.zero) || isShare && hides(ExactNumber(100)) {
      decimals += 1
      shown = rounded(toScale: decimals, bound)
    }
    return shown
  }

  /// The number rounded to the side on which what it promises stays true.
  private func rounded(toScale scale: Int, _ bound: Bound) -> ExactNumber {
    let near = rounded(toScale: scale)
    guard let step = ExactNumber(mantissa: 1, scale: scale) else { return near }
    switch bound {
    case .exact, .about: return near
    case .atLeast, .moreThan: return near > self ? near.subtracting(step) ?? near : near
    case .atMost, .nearly: return near < self ? near.adding(step) ?? near : near
    }
  }

  /// How many per cent of a whole it is, for readers: `66.6%`.
  public func shareText(of whole: ExactNumber, _ bound: Bound = .exact) -> String? {
    percent(of: whole, decimals: 6).map {
      $0.shown(decimals: 1, bound, isShare: true).trimmed.text() + "%"
    }
  }
}
