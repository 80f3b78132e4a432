import SaanData

extension Indicator {
  /// The last part of an indicator's address: `funds-members` for `funds.members`.
  var slug: String { slugOfCode(id) }
}

/// The id of the part of an indicator's page that is about an area.
func anchor(ofArea code: String) -> String { "area-" + slugOfCode(code) }

/// A code as a part of an address: `funds-members` for `funds.members`.
func slugOfCode(_ code: String) -> String {
  String(code.map { $0 == "." || $0 == "_" ? "-" : $0 })
}
