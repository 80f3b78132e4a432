import SaanData
import SaanText

/// A file of an index: lines of fields that tabs part, packed, and a number by which the script
/// knows that they have come whole and are of the same index as the others.
struct SearchPart: Sendable {
  /// The lines, packed by Deflate, in the letters of Base64: no script on a page that lies on a
  /// disk may read bytes.
  let payload: String
  /// FNV-1a over the payload.
  let digest: String

  /// Packs lines.
  init(_ lines: [UInt8]) {
    // Where there is no memory for packing there is none for the site.
    let packed = Base64.encode(deflated(lines, level: 9, hasHead: true) ?? [])
    var hash: UInt32 = 0x811C_9DC5
    for byte in packed.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    payload = packed
    digest = String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// Packs numbers, a line for each list.
  init(lines: [[Number]]) { self.init(lines.flatMap { [UInt8](line: $0) }) }

  /// Packs lines into so many files, of which none is much longer than the others.
  static func blocks(of lines: [[UInt8]], count: Int) -> SearchBlocks {
    let most = max(1, (lines.reduce(0) { $0 + $1.count } + count - 1) / count)
    var starts: [Int] = []
    var before = 0
    for (number, line) in lines.enumerated() {
      if before >= most * starts.count, starts.count < count { starts.append(number) }
      before += line.count
    }
    while starts.count < count { starts.append(lines.count) }
    let ends = starts.dropFirst() + [lines.count]
    return SearchBlocks(
      parts: zip(starts, ends).map { SearchPart(Array(lines[$0..<$1].joined())) }, starts: starts)
  }

  /// What results show of pages; each field says how much of it begins and ends as the line before.
  init(_ documents: ArraySlice<SearchDocument>) {
    var bytes: [UInt8] = []
    var before = [[Unicode.Scalar]](repeating: [], count: 4)
    for document in documents {
      let fields = [document.title, document.path, document.note, document.summary]
      for (number, field) in fields.enumerated() {
        let scalars = Array(field.oneField.unicodeScalars)
        if number > 0 { bytes.append(0x09) }
        bytes.append(scalars, after: before[number])
        before[number] = scalars
      }
      bytes.append(0x0A)
    }
    self.init(bytes)
  }
}

/// Numbered lines in files.
struct SearchBlocks: Sendable {
  let parts: [SearchPart]
  /// The number of the first line in each file.
  let starts: [Int]
}

/// A number as a script reads it: digits of 45 signs, those before the last of 46 others.
struct Number {
  let value: Int

  init(_ value: Int) { self.value = value }

  func append(to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 45 {
      bytes.append(sign(45 + rest % 46))
      rest /= 46
    }
    bytes.append(sign(rest))
  }
}

/// Ascending numbers as runs of such that follow each other: how many are left out before each, and
/// how many more it has.
func runs(of numbers: [Int]) -> [Number] {
  var runs: [Number] = []
  var start = numbers.startIndex
  var next = 0
  while start < numbers.endIndex {
    var end = start
    while end + 1 < numbers.endIndex, numbers[end + 1] == numbers[end] + 1 { end += 1 }
    runs += [Number(numbers[start] - next), Number(end - start)]
    next = numbers[end] + 1
    start = end + 1
  }
  return runs
}

/// The signs of ASCII from `#` on, without the backslash, which a string would have to escape.
private func sign(_ digit: Int) -> UInt8 {
  let byte = UInt8(truncatingIfNeeded: 0x23 + digit)
  return byte < 0x5C ? byte : byte + 1
}

extension [UInt8] {
  /// A line of numbers.
  init(line numbers: [Number]) {
    self = []
    for number in numbers { number.append(to: &self) }
    append(0x0A)
  }

  /// Appends ascending numbers by what each is more than the one before.
  mutating func append(ascending numbers: [Int]) {
    var before = 0
    for number in numbers {
      Number(number - before).append(to: &self)
      before = number
    }
  }

  /// Appends a field: how many 16-bit units it begins and ends with as the one before, and what is
  /// between.
  fileprivate mutating func append(_ field: [Unicode.Scalar], after before: [Unicode.Scalar]) {
    func same(_ pairs: some Sequence<(Unicode.Scalar, Unicode.Scalar)>) -> (count: Int, units: Int)
    {
      var (count, units) = (0, 0)
      for (own, other) in pairs {
        let width = own.value > 0xFFFF ? 2 : 1
        guard own == other, units + width <= 90 else { break }
        (count, units) = (count + 1, units + width)
      }
      return (count, units)
    }
    let start = same(zip(field, before))
    let rest = field.dropFirst(start.count)
    let end = same(zip(rest.reversed(), before.dropFirst(start.count).reversed()))
    append(sign(start.units))
    append(sign(end.units))
    for scalar in rest.dropLast(end.count) { append(contentsOf: UTF8.encode(scalar) ?? .init()) }
  }
}

extension String {
  /// The text in one line and without tabs.
  var oneField: String {
    String(decoding: utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
