extension Array {
  /// The element at a position, counted from the end if negative.
  func at(_ position: Int) -> Element? {
    let index = position < 0 ? count + position : position
    return indices.contains(index) ? self[index] : nil
  }

  /// Python's slices.
  func sliced(_ start: Int?, _ end: Int?, _ step: Int) -> [Element] {
    func clamp(_ bound: Int, _ low: Int, _ high: Int) -> Int {
      Swift.min(Swift.max(bound < 0 ? Swift.max(bound, -count - 1) + count : bound, low), high)
    }
    if step > 0 {
      let lower = start.map { clamp($0, 0, count) } ?? 0
      let upper = end.map { clamp($0, 0, count) } ?? count
      if step == 1 { return lower < upper ? Array(self[lower..<upper]) : [] }
      return Swift.stride(from: lower, to: upper, by: step).map { self[$0] }
    }
    let lower = start.map { clamp($0, -1, count - 1) } ?? count - 1
    let upper = end.map { clamp($0, -1, count - 1) } ?? -1
    return Swift.stride(from: lower, to: upper, by: Swift.max(step, -count - 1)).map { self[$0] }
  }
}

extension String {
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self = String(view)
  }

  /// The code point at a position, counted from the end if negative.
  func scalar(at position: Int) -> String? {
    Array(unicodeScalars).at(position).map { String($0) }
  }

  /// Where a text first begins, compared byte by byte.
  func firstRange(of part: String, from start: String.Index? = nil) -> Range<String.Index>? {
    let needle = Array(part.utf8)
    let bytes = utf8
    var index = start ?? bytes.startIndex
    guard let first = needle.first else { return index..<index }
    while let at = bytes[index...].firstIndex(of: first) {
      if bytes[at...].starts(with: needle) {
        return at..<bytes.index(at, offsetBy: needle.count)
      }
      index = bytes.index(after: at)
    }
    return nil
  }

  /// The text with up to `limit` occurrences replaced, from the left.
  func replacing(
    _ old: String, with new: String, limit: Int?, _ limits: TemplateLimits
  ) throws(TemplateFault) -> String {
    if let limit, limit == 0 { return self }
    if old.isEmpty {
      let scalars = Array(unicodeScalars)
      var result = ""
      for (index, scalar) in scalars.enumerated() {
        if index < limit ?? Int.max { result += new }
        result.unicodeScalars.append(scalar)
        try limits.check(bytes: result.utf8.count)
      }
      return scalars.count < limit ?? Int.max ? result + new : result
    }
    var result = ""
    var rest = startIndex
    var count = 0
    while count < limit ?? Int.max, let range = firstRange(of: old, from: rest) {
      result += self[rest..<range.lowerBound]
      result += new
      try limits.check(bytes: result.utf8.count)
      rest = range.upperBound
      count += 1
    }
    return count == 0 ? self : result + self[rest...]
  }
}
