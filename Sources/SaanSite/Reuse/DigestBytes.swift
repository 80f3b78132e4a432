import SaanData
import SaanFiles
import SaanText

/// Bytes that are put together to be hashed: equal things give equal bytes, and where one part ends
/// is part of them.
struct DigestBytes {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(256) }

  var value: UInt64 { Digest(of: bytes).low }

  mutating func add(_ text: String?) {
    guard let text else { return bytes.append(0) }
    bytes.append(1)
    bytes.append(number: text.utf8.count)
    bytes += text.utf8
  }

  mutating func add(_ texts: [String]) {
    add(texts.count)
    for text in texts { add(text) }
  }

  mutating func add(_ number: Int?) {
    bytes.append(number == nil ? 0 : 1)
    bytes.append(number: number ?? 0)
  }

  mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func add(_ number: ExactNumber?) {
    add(number.map { Int($0.mantissa) })
    add(number?.scale)
  }

  mutating func add(_ date: CalendarDate?) {
    bytes.append(date == nil ? 0 : 1)
    if let date { bytes.append(date: date) }
  }

  mutating func add(_ slice: some Swift.Collection<UInt8>) {
    bytes.append(number: slice.count)
    bytes += slice
  }

  mutating func add(_ digest: Digest?) { add(digest?.description) }

  mutating func add(_ row: Row) { row.append(to: &bytes) }

  mutating func add(_ table: Table?) {
    guard let table else { return bytes.append(0) }
    add(table.name)
    table.append(to: &bytes)
  }

  /// Adds a node of YAML with all that is in it.
  mutating func add(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, _):
      // What quotation marks make of a text is in how it reads.
      add(text)
      add(node.isNull)
      add(node.bool.map { $0 ? 1 : 0 })
      add(node.integer)
    case .sequence(let elements):
      add(elements.count)
      for element in elements { add(element) }
    case .mapping(let pairs):
      add(pairs.count)
      for pair in pairs {
        add(pair.key)
        add(pair.value)
      }
    }
  }
}
