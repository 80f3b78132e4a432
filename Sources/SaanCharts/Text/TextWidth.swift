import SaanText

/// How wide text will be, about.
///
/// Each letter counts as wide as in the widest of the Noto faces that sites use (Sans, Sans Thai,
/// Looped Thai), in thousandths of the font size, so that a browser's text is seldom wider.
enum TextWidth {
  /// The width of the text at a font size of one.
  ///
  /// Bold letters are taken for a fourteenth wider.
  static func of(_ text: String, isBold: Bool = false) -> Double {
    var sum = 0
    for scalar in text.unicodeScalars { sum += thousandths(of: scalar.value) }
    return Double(sum) / 1000 * (isBold ? 1.07 : 1)
  }

  private static func thousandths(of scalar: UInt32) -> Int {
    switch scalar {
    case 0x20...0x7E: Int(ascii[Int(scalar - 0x20)])
    case 0xE01...0xE5B: Int(thai[Int(scalar - 0xE01)])
    case 0xA0: 260
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0..<0x20, 0x7F..<0xA0: 0
    case 0x2013, 0x2212, 0x2248, 0x2264, 0x2265, 0x2260: 600
    case 0x2014, 0x2E80...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60,
      0x1F000...0x3FFFD:
      1000
    default: 700
    }
  }

  /// From the space to the tilde.
  private static let ascii: [UInt16] = [
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556,
    519, 728, 741, 339, 273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586,
    566, 572, 329, 372, 329, 572, 444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534,
    258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572,
  ]
  /// From U+0E01 to U+0E5B; marks above and below take no room.
  private static let thai: [UInt16] = [
    601, 593, 595, 639, 644, 655, 537, 557, 614, 605, 617, 906, 909, 647, 652, 601, 644, 916, 909,
    640, 650, 602, 676, 545, 645, 659, 659, 648, 652, 741, 741, 644, 642, 601, 510, 602, 575, 644,
    497, 658, 726, 607, 662, 739, 584, 619, 537, 472, 0, 482, 482, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    584, 343, 627, 417, 405, 400, 482, 595, 0, 0, 0, 0, 0, 0, 0, 0, 595, 608, 584, 762, 784, 670,
    670, 610, 901, 677, 719, 767, 1121,
  ]
}
