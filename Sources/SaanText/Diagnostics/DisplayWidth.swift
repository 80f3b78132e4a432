extension StringProtocol {
  /// How many terminal cells the text takes.
  ///
  /// Marks above and below the line take none, East Asian wide characters and emoji two. A tab
  /// counts as one cell: the printer replaces tabs before it measures.
  package var displayWidth: Int {
    reduce(0) { $0 + $1.displayWidth }
  }
}

extension Character {
  fileprivate var displayWidth: Int {
    // A cluster is as wide as its widest scalar, but for SARA AM, which adds a cell of its own.
    let sum = unicodeScalars.reduce(into: 0) { width, scalar in
      switch scalar.value {
      case 0x0E33: width += 1
      // The selector that asks for the coloured picture of a sign.
      case 0xFE0F: width = 2
      default: width = max(width, scalar.cells)
      }
    }
    return sum
  }
}

extension Unicode.Scalar {
  fileprivate var cells: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if properties.isEmojiPresentation { return 2 }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
