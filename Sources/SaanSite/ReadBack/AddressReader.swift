import Glibc
import SaanData
import SaanPublish
import SaanText

/// An address on one output that leads nowhere.
struct DeadAddress: Sendable {
  enum Reason: Sendable, Hashable {
    /// Nothing is published there.
    case missing
    /// The page is there, but nothing on it has the id.
    case anchor(String)
    /// It leaves out the path that the site lies below.
    case besideSite
    /// What was there has been withdrawn.
    case withdrawn
    /// It is no address at all, such as `https://`.
    case nothing(AddressMistake)
    /// It is a `<base>` that leads all links of the page off the site.
    case base
    /// An attribute such as `for` names an id that nothing on the page has.
    case label(String)

    /// Whether it is about the very page that has it.
    var isOfPage: Bool {
      if case .label = self { true } else { false }
    }
  }

  /// The address as the output has it, with its entities read.
  let reference: String
  /// The site path that it leads to.
  let target: String
  let reason: Reason
}

/// What was read of one output.
struct OutputReading: Sendable {
  /// An address of another page with a fragment, which is looked at when all pages are known.
  struct AnchorReference: Sendable {
    let target: Int32
    let id: UInt64
    let reference: String
  }

  /// The output's position in the plan.
  let output: Int32
  var dead: [DeadAddress] = []
  var anchors: [AnchorReference] = []
  /// The hashes of the ids that addresses may name.
  var identifiers: [UInt64] = []
}

/// Reads the addresses of one output and looks each up among all that is published.
///
/// Most addresses on a page are written as the program writes them, and are looked up as bytes,
/// without a string. Only what that does not find is resolved as a browser would. Parts of other
/// pages wait until every page has been read.
struct AddressReader: AddressVisitor {
  private let book: AddressBook
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The path that relative addresses start from, from the root of the host.
  private var page: String
  private var hasBase = false
  private var ownAnchors: [(id: UInt64, range: Range<Int>)] = []
  /// The ids by which a part of the page names another.
  private var labels: [(id: UInt64, range: Range<Int>)] = []
  private(set) var reading: OutputReading

  private init(
    _ book: AddressBook, _ bytes: UnsafeBufferPointer<UInt8>, _ path: String, _ output: Int32
  ) {
    self.book = book
    self.bytes = bytes
    page = String(decoding: book.basePath, as: UTF8.self) + "/" + percentEncoded(path: path)
    reading = OutputReading(output: output)
  }

  /// Reads an output; `nil` for one that has neither addresses nor ids.
  static func read(_ path: String, _ bytes: [UInt8], _ book: AddressBook) -> OutputReading? {
    guard let format = AddressFormat(path), let output = book.output(at: percentEncoded(path: path))
    else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var reader = AddressReader(book, buffer, path, output)
      scanAddresses(buffer, of: path, format, origin: book.origin, into: &reader)
      reader.finish()
      return reader.reading
    }
  }

  mutating func visit(identifier: Range<Int>) {
    let isPlain =
      bytes.firstIndex(
        of: UInt8(ascii: "&"), from: identifier.lowerBound, to: identifier.upperBound) == nil
    reading.identifiers.append(
      isPlain
        ? AddressBook.hash(bytes, identifier)
        : AddressBook.hash(text(of: identifier, .markup)))
  }

  mutating func visit(label: Range<Int>) {
    var index = label.lowerBound
    while index < label.upperBound {
      while index < label.upperBound, bytes[index] <= 0x20 { index += 1 }
      let start = index
      while index < label.upperBound, bytes[index] > 0x20 { index += 1 }
      let name = start..<index
      if !name.isEmpty { labels.append((AddressBook.hash(text(of: name, .markup)), name)) }
    }
  }

  mutating func visit(base: Range<Int>) {
    let resolved = ResolvedReference(text(of: base, .markup), on: page, book)
    guard case .site(let path) = resolved.target else {
      return die(text(of: base, .markup), text(of: base, .markup), .base)
    }
    page = String(decoding: book.basePath, as: UTF8.self) + "/" + path
    hasBase = true
  }

  mutating func visit(address: Range<Int>, _ setting: AddressSetting) {
    guard let first = address.first else { return }
    if bytes[first] == UInt8(ascii: "#"), !hasBase {
      visitAnchor((first + 1)..<address.upperBound, address, setting, of: reading.output)
      return
    }
    guard let start = startOfPath(address) else {
      visitSlowly(address, setting)
      return
    }
    let end = bytes.firstIndex(of: UInt8(ascii: "#"), from: start, to: address.upperBound)
    guard let target = book.output(at: bytes, start..<(end ?? address.upperBound)) else {
      visitSlowly(address, setting)
      return
    }
    noteWithdrawn(target, address, setting)
    if let end { visitAnchor((end + 1)..<address.upperBound, address, setting, of: target) }
  }

  @inline(__always)
  private mutating func noteWithdrawn(
    _ target: Int32, _ address: Range<Int>, _ setting: AddressSetting
  ) {
    guard !book.withdrawn.isEmpty, target != reading.output, book.withdrawn.contains(target) else {
      return
    }
    die(text(of: address, setting), "/" + book.outputs[Int(target)].sitePath, .withdrawn)
  }

  /// Where the path below the site begins, for addresses that say it outright.
  @inline(__always)
  private func startOfPath(_ address: Range<Int>) -> Int? {
    var start = address.lowerBound
    if bytes[start] != UInt8(ascii: "/") {
      guard let origin = book.origin, has(origin, at: start, address) else { return nil }
      start += origin.count
    }
    guard has(book.basePath, at: start, address) else { return nil }
    start += book.basePath.count
    return start < address.upperBound && bytes[start] == UInt8(ascii: "/") ? start + 1 : nil
  }

  @inline(__always)
  private func has(_ word: [UInt8], at start: Int, _ range: Range<Int>) -> Bool {
    guard let base = bytes.baseAddress, start + word.count <= range.upperBound else { return false }
    return memcmp(base + start, word, word.count) == 0
  }

  private mutating func visitAnchor(
    _ fragment: Range<Int>, _ address: Range<Int>, _ setting: AddressSetting, of target: Int32
  ) {
    // A colon may begin `:~:text=…`.
    let isPlain = fragment.allSatisfy { index in
      let byte = bytes[index]
      return byte != UInt8(ascii: "%") && byte != UInt8(ascii: "&") && byte != UInt8(ascii: ":")
    }
    if !isPlain {
      visitAnchor(percentDecoded(text(of: fragment, setting)), address, setting, of: target)
    } else if !fragment.isEmpty {
      note(AddressBook.hash(bytes, fragment), address, setting, of: target)
    }
  }

  private mutating func visitAnchor(
    _ fragment: String, _ address: Range<Int>, _ setting: AddressSetting, of target: Int32
  ) {
    // What follows `:~:` names words of the text.
    let id = fragment.range(ofDirective: ":~:").map { String(fragment[..<$0]) } ?? fragment
    if !id.isEmpty { note(AddressBook.hash(id), address, setting, of: target) }
  }

  private mutating func note(
    _ id: UInt64, _ address: Range<Int>, _ setting: AddressSetting, of target: Int32
  ) {
    if target == reading.output {
      ownAnchors.append((id, address))
    } else if !reading.anchors.contains(where: { $0.target == target && $0.id == id }) {
      reading.anchors.append(
        OutputReading.AnchorReference(target: target, id: id, reference: text(of: address, setting))
      )
    }
  }

  private mutating func visitSlowly(_ address: Range<Int>, _ setting: AddressSetting) {
    let range = bytes.trimmed(address)
    if range.isEmpty { return }
    if isOddAddress(range), case let written = text(of: range, setting),
      let mistake = AddressMistake(in: written)
    {
      return die(written, written, .nothing(mistake))
    }
    if isPlainlyElsewhere(range) { return }
    let written = text(of: range, setting)
    let resolved = ResolvedReference(written, on: page, book)
    switch resolved.target {
    case .elsewhere: break
    case .site(let path):
      if let target = book.output(at: path) {
        noteWithdrawn(target, range, setting)
        visitAnchor(resolved.fragment, range, setting, of: target)
      } else {
        die(written, "/" + path, .missing)
      }
    case .besideSite(let path):
      // What else lies on the host is nobody's business here, but the site's own pages do not.
      if book.output(at: path) != nil { die(written, "/" + path, .besideSite) }
    }
  }

  private mutating func die(_ reference: String, _ target: String, _ reason: DeadAddress.Reason) {
    let known = reading.dead.contains { $0.target == target && $0.reason == reason }
    if !known {
      reading.dead.append(
        DeadAddress(reference: reference, target: percentDecoded(target), reason: reason))
    }
  }

  /// Whether it ends where others begin, or lacks its slashes: what is worth a second look.
  private func isOddAddress(_ range: Range<Int>) -> Bool {
    let words: [StaticString] = ["https://", "http://", "mailto:", "tel:"]
    let start = range.lowerBound
    if let word = words.first(where: { bytes.starts(with: $0, at: start) }) {
      return range.count <= word.utf8CodeUnitCount + 1
    }
    let odd: [StaticString] = ["http:", "https:"]
    return odd.contains { bytes.starts(with: $0, at: start) }
  }

  /// Whether it is the address of another site, seen without making a string.
  private func isPlainlyElsewhere(_ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    for scheme: StaticString in ["data:", "mailto:", "tel:"]
    where bytes.starts(with: scheme, at: start) {
      return true
    }
    let words: [StaticString] = ["https://", "http://"]
    guard let word = words.first(where: { bytes.starts(with: $0, at: start) }) else { return false }
    guard let origin = book.origin else { return true }
    let host = origin.split(separator: UInt8(ascii: "/")).last ?? []
    var index = start + word.utf8CodeUnitCount
    var (place, isSame) = (host.startIndex, true)
    while index < range.upperBound, bytes[index] != UInt8(ascii: "/") {
      let byte = bytes[index] &- 0x41 < 26 ? bytes[index] | 0x20 : bytes[index]
      if byte >= 0x80 || byte == UInt8(ascii: "%") { return false }
      if place < host.endIndex, host[place] != byte { isSame = false }
      place += 1
      index += 1
    }
    return !isSame || place < host.endIndex && !host[place...].contains(UInt8(ascii: ":"))
  }

  /// Looks the page's own fragments up, now that all its ids are known.
  private mutating func finish() {
    guard !ownAnchors.isEmpty || !labels.isEmpty else { return }
    let known = Set(reading.identifiers)
    for (id, range) in ownAnchors where !known.contains(id) {
      let reference = text(of: range, .markup)
      let hash = reference.firstIndex(of: "#") ?? reference.endIndex
      let fragment = percentDecoded(String(reference[hash...].dropFirst()))
      if fragment.lowercased() == "top" { continue }
      die(reference, "/" + book.outputs[Int(reading.output)].sitePath, .anchor(fragment))
    }
    ownAnchors = []
    for (id, range) in labels where !known.contains(id) {
      let name = text(of: range, .markup)
      die(name, "/" + book.outputs[Int(reading.output)].sitePath, .label(name))
    }
    labels = []
  }

  private func text(of range: Range<Int>, _ setting: AddressSetting) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    switch setting {
    case .markup: return text.utf8.contains(UInt8(ascii: "&")) ? text.readingEntities : text
    case .json: return text.utf8.contains(UInt8(ascii: "\\")) ? text.readingJSONEscapes : text
    case .style: return text.filter { $0 != "\\" }
    case .text: return text
    }
  }
}

extension String {
  fileprivate func range(ofDirective word: String) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(word) { return index }
      index = self.index(after: index)
    }
    return nil
  }

  /// The text with `\/` and `\u0e01` as what they mean.
  fileprivate var readingJSONEscapes: String {
    var units: [UInt16] = []
    var rest = Array(utf16)[...]
    while let unit = rest.popFirst() {
      guard unit == 0x5C, let next = rest.popFirst() else {
        units.append(unit)
        continue
      }
      if next == 0x75, rest.count >= 4,
        let number = UInt16(String(decoding: rest.prefix(4), as: UTF16.self), radix: 16)
      {
        units.append(number)
        rest = rest.dropFirst(4)
      } else {
        units.append(next)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
