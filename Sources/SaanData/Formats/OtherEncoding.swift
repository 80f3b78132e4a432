import SaanText

/// The encodings besides UTF-8 in which spreadsheets save text: they are read, and a note says so.
///
/// None is ever tried out: read in a wrong encoding any bytes are letters, and nobody would notice.
/// It is named by the descriptor or seen in the bytes, or else the file is refused.
enum OtherEncoding: Sendable, Hashable {
  /// Windows Thai, which holds TIS-620 and ISO 8859-11.
  case thai
  /// Windows-1252, which holds ISO 8859-1.
  case western
  case utf16(isBigEndian: Bool)

  /// The name in messages.
  var name: String {
    switch self {
    case .thai: "CP874 (TIS-620)"
    case .western: "Windows-1252"
    case .utf16: "UTF-16"
    }
  }

  /// The encoding that a descriptor names; `nil` for UTF-8 and for unknown ones.
  init?(name: String) {
    switch name.lowercased().replacing("_", with: "-") {
    case "cp874", "windows-874", "tis-620", "tis620", "iso-8859-11", "x-windows-874": self = .thai
    case "cp1252", "windows-1252", "iso-8859-1", "latin1", "latin-1": self = .western
    case "utf-16", "utf-16le", "utf16", "utf16le": self = .utf16(isBigEndian: false)
    case "utf-16be", "utf16be": self = .utf16(isBigEndian: true)
    default: return nil
    }
  }

  /// The encoding that bytes which are no UTF-8 tell by themselves.
  ///
  /// UTF-16 has a mark, or a zero in every other byte of its Latin letters and line breaks; in
  /// the others letters stand as their language lets them.
  init?(_ bytes: [UInt8], mistake: Int) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      self = .utf16(isBigEndian: false)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16(isBigEndian: true)
    } else if let isBigEndian = Self.zeros(bytes.prefix(4_000)) {
      self = .utf16(isBigEndian: isBigEndian)
    } else if !TextEncoding.containsThaiUTF8(bytes[..<mistake]), !bytes.contains(0),
      let encoding = ThaiReading(bytes).encoding
    {
      self = encoding
    } else {
      return nil
    }
  }

  /// Whether all the even places, or all the odd ones, have what the first halves of Latin and Thai
  /// letters are.
  private static func zeros(_ bytes: ArraySlice<UInt8>) -> Bool? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    func areHalves(_ parity: Int) -> Bool {
      let halves = bytes.indices.filter { $0 % 2 == parity }.map { bytes[$0] }
      return halves.contains(0) && halves.allSatisfy { [0x00, 0x0E, 0x20].contains($0) }
    }
    return areHalves(0) ? true : areHalves(1) ? false : nil
  }

  /// The bytes as UTF-8; `nil` when they are not in this encoding.
  func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    switch self {
    case .thai: Self.text(bytes, Self.thai)
    case .western: Self.text(bytes, Self.western)
    case .utf16(let isBigEndian): Self.utf16(bytes, isBigEndian: isBigEndian)
    }
  }

  private static func text(
    _ bytes: [UInt8], _ letter: (UInt8) -> Unicode.Scalar?
  ) -> [UInt8]? {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      guard let scalar = byte < 0x80 ? Unicode.Scalar(byte) : letter(byte), scalar.value != 0 else {
        return nil
      }
      text.append(scalar)
    }
    return Array(String(text).utf8)
  }

  private static func thai(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x80, 0x85, 0x91...0x97, 0xA0: western(byte)
    case 0xA1...0xDA, 0xDF...0xFB: Unicode.Scalar(UInt32(byte) - 0xA1 + 0x0E01)
    default: nil
    }
  }

  private static func western(_ byte: UInt8) -> Unicode.Scalar? {
    guard byte < 0xA0 else { return Unicode.Scalar(byte) }
    let letter = westernMarks[Int(byte) - 0x80]
    return letter == "\u{0}" ? nil : letter
  }

  /// The letters of 0x80 to 0x9F; five of them are none.
  private static let westernMarks = Array(
    "€\u{0}‚ƒ„…†‡ˆ‰Š‹Œ\u{0}Ž\u{0}\u{0}‘’“”•–—˜™š›œ\u{0}žŸ".unicodeScalars)

  private static func utf16(_ bytes: [UInt8], isBigEndian: Bool) -> [UInt8]? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: 0, to: bytes.count, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    let marked = units.first == 0xFEFF ? Array(units.dropFirst()) : units
    guard let text = String(validating: marked, as: UTF16.self) else { return nil }
    return Array(text.utf8)
  }
}
