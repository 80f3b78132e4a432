extension Language.Tag {
  /// The language of a text that should be in this one: Thai, where most of its letters are.
  package func corrected(by text: String) -> Language.Tag {
    guard self != .thai else { return self }
    var (thai, latin) = (0, 0)
    for scalar in text.unicodeScalars {
      if 0x0E01...0x0E2E ~= scalar.value { thai += 1 }
      if scalar.properties.isAlphabetic, scalar.value < 0x250 { latin += 1 }
    }
    return thai > latin ? .thai : self
  }
}
