/// Accented Latin letters and the letters they are made of.
///
/// The standard library has no table of decompositions, but a `Character` equals every canonical
/// equivalent of itself: looking one up by its decomposed form finds the composed, and the tables
/// are made of that. They are built when the first accent turns up.
enum LatinLetters {
  /// The composed form of letters and accents written apart.
  static let composed: [Character: Character] = {
    var table = [Character: Character]()
    for range in [0xC0...0x24F, 0x1E00...0x1EFF] as [ClosedRange<UInt32>] {
      for scalar in range.compactMap(Unicode.Scalar.init) {
        table[Character(scalar)] = Character(scalar)
      }
    }
    return table
  }()

  /// The ASCII letter under an accent, and which accent of U+0300–033F it is.
  static let bases: [Unicode.Scalar: (letter: UInt8, accent: UInt8)] = {
    var table = [Unicode.Scalar: (letter: UInt8, accent: UInt8)]()
    for letter in UInt8(ascii: "A")...UInt8(ascii: "z") {
      for accent in UInt8(0)..<0x40 {
        var text = String(Unicode.Scalar(letter))
        guard let mark = Unicode.Scalar(0x300 + UInt32(accent)) else { continue }
        text.unicodeScalars.append(mark)
        if let found = composed[Character(text)]?.unicodeScalars.first {
          table[found] = (letter, accent)
        }
      }
    }
    return table
  }()
}
