/// The lines of a calendar file after RFC 5545: `NAME;PARAMETER=value:value`, folded and ended as
/// the standard has it.
package struct CalendarLines: Sendable {
  package private(set) var bytes: [UInt8] = []

  /// Begins without a line.
  package init() {}

  /// How many octets a line may have without its end.
  static let limit = 75

  /// Appends a line whose value stands as it is: a date, an address, a word of the standard.
  package mutating func append(
    _ name: String, _ value: String, _ parameters: KeyValuePairs<String, String> = [:]
  ) {
    let head = parameters.reduce(name) { "\($0);\($1.key)=\($1.value)" }
    appendFolded("\(head):\(value)")
  }

  /// Appends a line whose value is a text.
  package mutating func append(
    _ name: String, text: String, _ parameters: KeyValuePairs<String, String> = [:]
  ) {
    append(name, Self.escaped(text), parameters)
  }

  /// A text with the marks that mean something else.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result.unicodeScalars.append(" ")
      default:
        if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// A line breaks between characters alone: neither a letter's bytes nor a Thai letter and the
  /// marks over and under it are ever apart.
  private mutating func appendFolded(_ line: String) {
    var room = Self.limit
    for character in line {
      let size = character.utf8.count
      if size >= Self.limit {
        // More marks on one letter than a line holds: they part, their bytes do not.
        for scalar in character.unicodeScalars { append(String(scalar), room: &room) }
      } else {
        append(String(character), room: &room)
      }
    }
    bytes += [0x0D, 0x0A]
  }

  private mutating func append(_ part: String, room: inout Int) {
    if part.utf8.count > room {
      bytes += [0x0D, 0x0A, 0x20]
      room = Self.limit - 1
    }
    bytes += Array(part.utf8)
    room -= part.utf8.count
  }
}
