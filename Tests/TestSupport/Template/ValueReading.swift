import SaanTemplate

extension Value {
  /// The value under a key of a map.
  package func member(_ name: String) -> Value? {
    if case .map(let map) = self { map[name] } else { nil }
  }

  /// The values of a list; none where it is none.
  package var elements: [Value] {
    if case .list(let values) = self { values } else { [] }
  }

  /// The map's pairs by name; none where it is none.
  package var members: [String: Value] {
    guard case .map(let map) = self else { return [:] }
    return Dictionary(map.pairs.map { ($0.text ?? "", $1) }) { $1 }
  }
}
