import SaanData

extension Indicator {
  /// The last part of an indicator's address: `funds-members` for `funds.members`.
  var slug: String { slugOfCode(id) }
}

/// The id of the part of an indicator's page that is about an area.
func anchor(ofArea code: String) -> String { "area-" + slugOfCode(code) }

/// A code as a part of an address: `funds-members` for `funds.members`.
func slugOfCode(_ code: String) -> String {
  let hyphen = UInt8(ascii: "-")
  let bytes = code.utf8.map { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") ? hyphen : $0 }
  return String(decoding: bytes, as: UTF8.self)
}
