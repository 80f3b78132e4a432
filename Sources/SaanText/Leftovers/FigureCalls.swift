/// The calls of figures in a text outside of an article's body, `{{ figure("funds.count") }}`: from
/// the first brace to the last, and no other shortcode.
///
/// A call that its line does not end is none, and is told with markup that is left.
package func figureCalls(in utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
  var calls: [Range<Int>] = []
  var index = 0
  while index + 1 < utf8.count {
    guard utf8[index] == UInt8(ascii: "{"), let end = endOfFigureCall(in: utf8, from: index) else {
      index += 1
      continue
    }
    calls.append(index..<end)
    index = end
  }
  return calls
}

/// Where the call of a figure ends that begins with the brace at an index.
func endOfFigureCall(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  guard start + 1 < utf8.count, utf8[start + 1] == UInt8(ascii: "{") else { return nil }
  var index = start + 2
  func skipBlanks() { while index < utf8.count, utf8[index] == 0x20 { index += 1 } }
  skipBlanks()
  let name = "figure".utf8
  guard index + name.count < utf8.count, utf8[index..<index + name.count].elementsEqual(name) else {
    return nil
  }
  index += name.count
  skipBlanks()
  guard index < utf8.count, utf8[index] == UInt8(ascii: "(") else { return nil }
  var quote: UInt8?
  while index + 1 < utf8.count, utf8[index] != 0x0A {
    let byte = utf8[index]
    if byte == quote {
      quote = nil
    } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
    } else if quote == nil, byte == UInt8(ascii: "}"), utf8[index + 1] == UInt8(ascii: "}") {
      return index + 2
    }
    index += 1
  }
  return nil
}
