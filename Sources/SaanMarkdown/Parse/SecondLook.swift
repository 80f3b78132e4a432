import Glibc
import SaanText

// What can be seen only when the text of a block is complete: strikethrough, e-mail addresses.
//
// cmark-gfm's own extensions for them are not used; `Extensions.makeParser` says why.

extension DocumentBuilder {
  /// Ends the text of a block.
  mutating func finishText() {
    if hasTilde { strikeThrough() }
    if hasAt { linkAddresses() }
    hasTilde = false
    hasAt = false
  }

  // MARK: Strikethrough

  /// A run of one or two tildes.
  private struct Tildes {
    let event: Int
    let offset: Int
    let length: Int
  }

  /// Finds what stands between runs of tildes.
  ///
  /// One tilde pairs with one and two with two, and never across the edge of an element, as in GFM.
  private mutating func strikeThrough() {
    var pairs: [Int: Event.Kind] = [:]
    var lengths: [Int: Int] = [:]
    // Openers of one and of two tildes; a barrier is set where an element begins.
    var openers: [[Tildes]] = [[], []]
    var barriers: [[Int]] = [[], []]
    for index in blockStart..<events.count {
      let event = events[index]
      switch event.kind {
      case .emphasisStart, .strongStart, .linkStart, .imageStart:
        for side in 0..<2 { barriers[side].append(openers[side].count) }
      case .emphasisEnd, .strongEnd, .linkEnd, .imageEnd:
        for side in 0..<2 {
          let floor = barriers[side].popLast() ?? 0
          openers[side].removeLast(openers[side].count - floor)
        }
      case .text:
        for run in runs(in: event, index) {
          let (canOpen, canClose) = flanking(run, event)
          let side = run.length - 1
          if canClose, openers[side].count > barriers[side].last ?? 0,
            let opener = openers[side].popLast()
          {
            pairs[opener.offset] = .strikeStart
            pairs[run.offset] = .strikeEnd
            lengths[opener.offset] = run.length
            lengths[run.offset] = run.length
            let other = 1 - side
            while let last = openers[other].last, last.offset > opener.offset {
              openers[other].removeLast()
            }
          } else if canOpen {
            openers[side].append(run)
          }
        }
      default: break
      }
    }
    splitText(pairs, lengths)
  }

  private func runs(in event: Event, _ index: Int) -> [Tildes] {
    var found: [Tildes] = []
    var position = event.range.lowerBound
    while let first = pool[position..<event.range.upperBound].firstIndex(of: StandIn.tilde) {
      var end = first
      while end < event.range.upperBound, pool[end] == StandIn.tilde { end += 1 }
      if end - first <= 2 { found.append(Tildes(event: index, offset: first, length: end - first)) }
      position = end
    }
    return found
  }

  private func flanking(_ run: Tildes, _ event: Event) -> (canOpen: Bool, canClose: Bool) {
    let range = event.range
    let end = run.offset + run.length
    let before =
      run.offset > range.lowerBound
      ? Neighbour(in: pool, before: run.offset, from: range.lowerBound) : edge(run.event - 1)
    let after =
      end < range.upperBound
      ? Neighbour(in: pool, after: end, to: range.upperBound) : edge(run.event + 1)
    // One tilde between letters or digits belongs to them: H~2~O, 100~200.
    if run.length == 1, range.contains(run.offset - 1), range.contains(end),
      isWord(pool[run.offset - 1]), isWord(pool[end])
    {
      return (false, false)
    }
    let (left, right) = Neighbour.flanking(before, after)
    return (left, right)
  }

  private func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }

  /// What stands beside a text: space, a mark, or text.
  private func edge(_ index: Int) -> Neighbour {
    guard index > blockStart, index < events.count else { return .space }
    switch events[index].kind {
    case .softBreak, .lineBreak, .paragraphStart, .headingStart, .cellStart: return .space
    case .text, .shortcode, .noteReference: return .letter
    default: return .mark
    }
  }

  private mutating func splitText(_ pairs: [Int: Event.Kind], _ lengths: [Int: Int]) {
    let old = Array(events[blockStart...])
    var new: [Event] = []
    for event in old {
      guard event.kind == .text else {
        new.append(event)
        continue
      }
      var start = event.range.lowerBound
      var position = start
      while let tilde = pool[position..<event.range.upperBound].firstIndex(of: StandIn.tilde) {
        pool[tilde] = UInt8(ascii: "~")
        position = tilde + 1
        guard let kind = pairs[tilde], let length = lengths[tilde] else { continue }
        if start < tilde { new.append(Event(.text, range: start..<tilde)) }
        new.append(Event(kind))
        start = tilde + length
        position = start
      }
      if start < event.range.upperBound {
        new.append(Event(.text, range: start..<event.range.upperBound))
      }
    }
    events.replaceSubrange(blockStart..., with: new)
  }

  // MARK: E-mail addresses

  private mutating func linkAddresses() {
    var new: [Event] = []
    var depth = 0
    let old = Array(events[blockStart...])
    for event in old {
      switch event.kind {
      case .linkStart, .imageStart: depth += 1
      case .linkEnd, .imageEnd: depth -= 1
      default: break
      }
      if event.kind == .text, depth == 0 {
        linkAddresses(in: event.range, into: &new)
      } else {
        new.append(event)
      }
    }
    events.replaceSubrange(blockStart..., with: new)
  }

  private mutating func linkAddresses(in range: Range<Int>, into new: inout [Event]) {
    var start = range.lowerBound
    var position = start
    while let sign = pool[position..<range.upperBound].firstIndex(of: UInt8(ascii: "@")) {
      position = sign + 1
      guard let address = address(around: sign, in: start..<range.upperBound) else { continue }
      if start < address.lowerBound { new.append(Event(.text, range: start..<address.lowerBound)) }
      let destination = "mailto:" + String(decoding: pool[address], as: UTF8.self)
      let place = pool[address].withUnsafeBufferPointer { places.text($0, in: block) }
      let index = addLink(destination, at: place ?? block)
      new.append(Event(.linkStart, value: index))
      new.append(Event(.text, range: address))
      new.append(Event(.linkEnd, value: index))
      start = address.upperBound
      position = start
    }
    if start < range.upperBound { new.append(Event(.text, range: start..<range.upperBound)) }
  }

  /// The address that has its `@` here, by GFM's rule.
  private func address(around sign: Int, in range: Range<Int>) -> Range<Int>? {
    var first = sign
    while first > range.lowerBound, isLocalPart(pool[first - 1]) { first -= 1 }
    guard first < sign, first == range.lowerBound || pool[first - 1] != UInt8(ascii: "/") else {
      return nil
    }
    var end = sign + 1
    var dots = 0
    while end < range.upperBound {
      let byte = pool[end]
      if byte == UInt8(ascii: "@") { return nil }
      if byte == UInt8(ascii: ".") {
        guard end + 1 < range.upperBound, pool[end + 1].isLetter || pool[end + 1].isDigit else {
          break
        }
        dots += 1
      } else if !byte.isLetter, !byte.isDigit, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_")
      {
        break
      }
      end += 1
    }
    return dots > 0 && pool[end - 1].isLetter ? first..<end : nil
  }

  private func isLocalPart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || ".+-_".utf8.contains(byte)
  }
}
