import SaanData

extension Indicator {
  /// The last part of an indicator's address: `funds-members` for `funds.members`.
  package var slug: String { slugOfCode(id) }

  /// Where its map and ranking lie below the language's prefix.
  var mapPlace: String { "provinces/by/\(slug)/" }
}

/// The id of the part of an indicator's page that is about an area.
package func anchor(ofArea code: String) -> String { "area-" + slugOfCode(code) }

/// A code as a part of an address: `funds-members` for `funds.members`, `10-13` for `10; 13`.
func slugOfCode(_ code: String) -> String {
  let bytes = code.utf8.compactMap { byte -> UInt8? in
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: " "): UInt8(ascii: "-")
    case UInt8(ascii: ";"): nil
    default: byte
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
