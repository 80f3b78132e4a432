/// A text in lines that fit a width, as large as they go: in a drawing no text breaks by itself.
package struct FittedText: Sendable, Equatable {
  package let lines: [String]
  /// The size of its letters.
  package let size: Int

  /// Fits a text.
  ///
  /// - Parameters:
  ///   - width: how wide a line may be.
  ///   - sizes: the sizes that its letters may have; the largest is taken that makes few enough
  ///     lines, and of the smallest what is too much is cut, which `…` tells.
  ///   - limit: how many lines there may be.
  package init(_ text: String, width: Double, sizes: [Int], limit: Int, isBold: Bool) {
    let sizes = sizes.filter { $0 > 0 }.sorted(by: >)
    for size in sizes {
      let breaker = LineBreaker(width: width / Double(size), isBold: isBold, limit: .max)
      let lines = breaker.lines(of: text)
      if lines.count <= limit {
        (self.lines, self.size) = (lines, size)
        return
      }
    }
    let size = sizes.last ?? 1
    let breaker = LineBreaker(width: width / Double(size), isBold: isBold, limit: limit)
    (self.lines, self.size) = (breaker.lines(of: text), size)
  }
}
