/// What must be seen of a picture where a layout cuts it: a place in parts of its width and height
/// from the upper left, `0.4,0.3`.
package struct PictureFocus: Sendable, Hashable {
  private let percents: [Int]

  /// Reads two numbers from 0 to 1; `nil` for anything else.
  package init?(_ parts: [some StringProtocol]) {
    let numbers = parts.compactMap { part in
      Double(String(part.split(separator: " ").first ?? ""))
    }
    guard parts.count == 2, numbers.count == 2, numbers.allSatisfy((0...1).contains) else {
      return nil
    }
    percents = numbers.map { Int(($0 * 100).rounded()) }
  }

  /// The place as the property `object-position` of CSS has it.
  package var position: String { percents.map { "\($0)%" }.joined(separator: " ") }
}
