/// Which end of a text stands at its place.
enum Anchor: String, Sendable { case start, middle, end }

/// Where a line of text stands.
struct TextBox: Sendable {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let text: String

  init(text: String, x: Double, y: Double, size: Double, anchor: Anchor, isBold: Bool) {
    let width = TextWidth.of(text, isBold: isBold) * size
    left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    right = left + width
    top = y - size * 0.9
    bottom = y + size * 0.3
    self.text = text
  }

  func covers(_ other: TextBox) -> Bool {
    left < other.right - 0.5 && other.left < right - 0.5 && top < other.bottom - 0.5
      && other.top < bottom - 0.5
  }
}
