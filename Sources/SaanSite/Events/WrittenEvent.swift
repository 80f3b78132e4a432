import SaanData
import SaanText

/// The fields of an event as somebody wrote them, in a row of the table or above a text.
struct WrittenEvent {
  /// What stands under a name, with its place.
  struct Part {
    let text: String
    let place: Place
  }

  private let parts: (String) -> [Part]
  /// Whether a rule of tables tells of words that are none of a list.
  let isOfTable: Bool

  /// Takes the cells of a row.
  init(_ row: Row) {
    isOfTable = true
    parts = { name in
      row.string(name).map { [Part(text: $0, place: row.place(name))] } ?? []
    }
  }

  /// Takes what stands under `extra`.
  init(_ fields: [(key: String, value: YAMLNode)]) {
    isOfTable = false
    parts = { name in
      guard let node = fields.first(where: { $0.key == name })?.value else { return [] }
      if let pairs = node.pairs {
        return pairs.compactMap { pair in
          guard let key = pair.key.text, let value = pair.value.text else { return nil }
          return Part(text: "\(key) > \(value)", place: pair.key.place)
        }
      }
      return (node.elements ?? [node]).compactMap { element in
        element.text.map { Part(text: $0, place: element.place) }
      }
    }
  }

  /// A single value.
  func text(_ name: String) -> Part? { parts(name).first.flatMap { $0.trimmed } }

  /// The values of a list: of YAML, or with semicolons between them.
  func list(_ name: String) -> [Part] {
    parts(name).flatMap { part in
      part.text.split(separator: ";").compactMap {
        Part(text: String($0), place: part.place).trimmed
      }
    }
  }
}

extension WrittenEvent.Part {
  /// The same without spaces around it; `nil` where nothing is left.
  fileprivate var trimmed: Self? {
    let words = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace)
    return words.isEmpty ? nil : Self(text: String(words.reversed()), place: place)
  }
}
