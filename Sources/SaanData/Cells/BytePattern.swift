/// A pattern of the simple kind that codes and slugs have, such as `f-[0-9]{7}` or `[a-z0-9-]+`.
///
/// It is matched without backtracking, so time grows with the value's length alone. It knows ASCII
/// literals, classes in brackets, and `? * + {n} {n,} {n,m}` after one of them; anything else is
/// left to the standard library's regular expressions.
struct BytePattern: Sendable {
  /// The bytes that a place of the pattern takes.
  private struct ByteSet: Sendable {
    var words = SIMD4<UInt64>(repeating: 0)

    mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
    func contains(_ byte: UInt8) -> Bool {
      words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0
    }
  }

  /// For each byte the places that take it, as bits.
  private var places: [UInt64]
  /// Places that may take more bytes after the first one.
  private var repeating: UInt64 = 0
  /// Places that may be passed over.
  private var optional: UInt64 = 0
  private var count = 0

  /// Reads a pattern; `nil` when it is not of the simple kind.
  init?(_ pattern: String) {
    places = [UInt64](repeating: 0, count: 256)
    var rest = Array(pattern.utf8)[...]
    while !rest.isEmpty {
      guard let set = Self.takeSet(&rest), let (least, most) = Self.takeCount(&rest),
        most.map({ $0 >= least && $0 > 0 }) ?? true
      else { return nil }
      for index in 0..<(most ?? max(1, least)) {
        guard count < 63 else { return nil }
        let bit: UInt64 = 1 << UInt64(count)
        for byte in UInt8.min...UInt8.max where set.contains(byte) { places[Int(byte)] |= bit }
        if index >= least { optional |= bit }
        if most == nil, index == max(1, least) - 1 { repeating |= bit }
        count += 1
      }
    }
  }

  /// Whether the whole value matches.
  func matches(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    // Bit n is set when places before n have taken all bytes so far.
    var states = passing(1)
    for byte in value {
      let taken = states & places[Int(byte)]
      states = passing(taken << 1 | taken & repeating)
      if states == 0 { return false }
    }
    return states & (1 << UInt64(count)) != 0
  }

  /// The states with those that are reached by passing over optional places.
  @inline(__always)
  private func passing(_ states: UInt64) -> UInt64 {
    var states = states
    while true {
      let more = states | (states & optional) << 1
      if more == states { return states }
      states = more
    }
  }
}

// MARK: - Reading the pattern

extension BytePattern {
  private static func takeSet(_ rest: inout ArraySlice<UInt8>) -> ByteSet? {
    guard let byte = rest.popFirst() else { return nil }
    var set = ByteSet()
    switch byte {
    case UInt8(ascii: "["): return takeClass(&rest)
    case UInt8(ascii: "\\"):
      guard let escaped = rest.popFirst() else { return nil }
      return escape(escaped)
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "^"),
      UInt8(ascii: "$"), UInt8(ascii: "."), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "?"), UInt8(ascii: "{"), 0x80...:
      return nil
    default:
      set.insert(byte)
      return set
    }
  }

  private static func takeClass(_ rest: inout ArraySlice<UInt8>) -> ByteSet? {
    var set = ByteSet()
    var isEmpty = true
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "]"): return isEmpty ? nil : set
      case UInt8(ascii: "^") where isEmpty: return nil
      case UInt8(ascii: "["), UInt8(ascii: "&"), UInt8(ascii: "~"), 0x80...: return nil
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst(), let more = escape(escaped) else { return nil }
        set.words |= more.words
      case UInt8(ascii: "-") where !isEmpty && rest.first != UInt8(ascii: "]"):
        return nil
      default:
        guard rest.first == UInt8(ascii: "-"), rest.dropFirst().first != UInt8(ascii: "]") else {
          set.insert(byte)
          break
        }
        rest.removeFirst()
        guard let last = rest.popFirst(), last >= byte, last < 0x80, last != UInt8(ascii: "\\")
        else { return nil }
        for member in byte...last { set.insert(member) }
      }
      isEmpty = false
    }
    return nil
  }

  private static func escape(_ byte: UInt8) -> ByteSet? {
    var set = ByteSet()
    switch byte {
    // Letters after a backslash have meanings of their own, some of them beyond ASCII.
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      return nil
    default:
      set.insert(byte)
      return set
    }
  }

  /// How often the last place may occur; no upper end is `nil`.
  private static func takeCount(_ rest: inout ArraySlice<UInt8>) -> (Int, Int?)? {
    switch rest.first {
    case UInt8(ascii: "?"):
      rest.removeFirst()
      return isPlainEnd(rest) ? (0, 1) : nil
    case UInt8(ascii: "*"):
      rest.removeFirst()
      return isPlainEnd(rest) ? (0, nil) : nil
    case UInt8(ascii: "+"):
      rest.removeFirst()
      return isPlainEnd(rest) ? (1, nil) : nil
    case UInt8(ascii: "{"):
      guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return nil }
      let text = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      guard let least = Int(parts[0]), least >= 0, parts.count <= 2, isPlainEnd(rest) else {
        return nil
      }
      if parts.count == 1 { return (least, least) }
      if parts[1].isEmpty { return (least, nil) }
      return Int(parts[1]).map { (least, $0) }
    default: return (1, 1)
    }
  }

  /// Whether no second sign of repetition follows, which would change what the first one means.
  private static func isPlainEnd(_ rest: ArraySlice<UInt8>) -> Bool {
    ![UInt8(ascii: "?"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "{")]
      .contains(rest.first)
  }
}
