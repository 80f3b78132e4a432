// What is looked for inside a line: shortcodes, bare addresses, marks that are counted.
//
// The scanner leaps from one byte of `stops` to the next, so that ordinary letters cost a look at a
// table; what cmark would need quadratic time for is counted on the way, and made harmless.

/// Which bytes the scanner stops at.
private let stops: [Bool] = {
  var stops = [Bool](repeating: false, count: 256)
  for byte in "\n\r\\{]*_<|~:.!&".utf8 { stops[Int(byte)] = true }
  return stops
}()

extension TextPreparer {
  /// Scans from `start` over the end of the line; a mask may lead into a later line.
  mutating func scanLine(_ start: Int) -> Int {
    var position = start
    var pipes = 0
    while true {
      position = nextStop(position)
      guard position < text.bytes.count else { return position }
      let byte = text.bytes[position]
      switch byte {
      case 0x0A, 0x0D:
        return afterLineEnd(position)
      case UInt8(ascii: "\\"):
        position +=
          position + 1 < text.bytes.count && text.bytes[position + 1].isPunctuation ? 2 : 1
      case UInt8(ascii: "{"):
        position = scanBrace(position)
      case UInt8(ascii: ":"), UInt8(ascii: "."):
        position = scanAddress(position)
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        position = scanEmphasis(position)
      case UInt8(ascii: "|"):
        pipes += 1
        if pipes > limits.cellsPerRow { text.neutralise(position, StandIn.pipe) }
        position += 1
      default:
        scanOther(position, byte)
        position += 1
      }
    }
  }

  /// The offset after the line break at `position`.
  func afterLineEnd(_ position: Int) -> Int {
    let isPair =
      text.bytes[position] == 0x0D && position + 1 < text.bytes.count
      && text.bytes[position + 1] == 0x0A
    return position + (isPair ? 2 : 1)
  }

  private func nextStop(_ start: Int) -> Int {
    text.bytes.withUnsafeBufferPointer { bytes in
      stops.withUnsafeBufferPointer { stops in
        var position = start
        while position < bytes.count, !stops[Int(bytes[position])] { position += 1 }
        return position
      }
    }
  }

  private mutating func scanOther(_ position: Int, _ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "]"):
      run.brackets += 1
      text.closingBrackets += 1
      if run.brackets * run.emphasis > limits.emphasisTimesBrackets {
        text.neutralise(position, StandIn.closingBracket)
      }
    case UInt8(ascii: "<"):
      autolinkEnd = max(autolinkEnd, endOfAutolink(position))
      guard position + 1 < text.bytes.count else { return }
      let next = text.bytes[position + 1]
      guard next == UInt8(ascii: "?") || next == UInt8(ascii: "!") else { return }
      run.declarations += 1
      if run.declarations > limits.declarations { text.neutralise(position, StandIn.less) }
    case UInt8(ascii: "!"):
      guard position + 1 < text.bytes.count, text.bytes[position + 1] == UInt8(ascii: "[") else {
        return
      }
      // Each link makes cmark go through all pictures that have begun before it.
      run.pictures += 1
      if run.pictures * run.brackets > limits.picturesTimesBrackets {
        text.neutralise(position, StandIn.exclamation)
      }
    case UInt8(ascii: "&"):
      if CharacterReference.isUnseen(text.bytes, at: position) {
        text.neutralise(position, StandIn.ampersand)
      }
    case UInt8(ascii: "~"):
      if !fences.isOpen { text.neutralise(position, StandIn.tilde) }
    default: break
    }
  }

  /// Counts a run of `*` or `_`.
  private mutating func scanEmphasis(_ position: Int) -> Int {
    let mark = text.bytes[position]
    var end = position + 1
    while end < text.bytes.count, text.bytes[end] == mark { end += 1 }
    run.emphasis += 1
    if run.emphasis * run.brackets > limits.emphasisTimesBrackets {
      let standIn = mark == UInt8(ascii: "*") ? StandIn.star : StandIn.underscore
      for offset in position..<end { text.neutralise(offset, standIn) }
    } else if mark == UInt8(ascii: "*"), multiplies(position..<end) {
      text.neutralise(position, StandIn.times)
    } else if mark == UInt8(ascii: "*") {
      openEmphasis(position..<end)
    }
    return end
  }

  /// Whether a star stands between two numbers, as in `4*6`.
  ///
  /// CommonMark's `5*6*78` has emphasis, so stars of a chain stay, and are told.
  private func multiplies(_ marks: Range<Int>) -> Bool {
    guard marks.count == 1, !fences.isOpen else { return false }
    let (first, end) = text.bytes.numbers(around: marks)
    guard first < marks.lowerBound, end > marks.upperBound else { return false }
    let star = UInt8(ascii: "*")
    let isChain =
      (first > 1 && text.bytes[first - 1] == star
        && text.bytes.numbers(around: first - 1..<first).first < first - 1)
      || (end < text.bytes.count && text.bytes[end] == star
        && text.bytes.numbers(around: end..<end + 1).end > end + 1)
    return !isChain
  }

  /// Lets a run of `*` begin and end emphasis where a script without spaces needs it.
  ///
  /// Runs of `_` never differ, for they ask for a mark or a space on one side.
  private mutating func openEmphasis(_ marks: Range<Int>) {
    guard !fences.isOpen, marks.lowerBound > contentStart, marks.lowerBound >= autolinkEnd,
      marks.upperBound < text.bytes.count
    else { return }
    let before = Neighbour(in: text.bytes, before: marks.lowerBound, from: contentStart)
    let after = Neighbour(in: text.bytes, after: marks.upperBound, to: text.bytes.count)
    guard let sides = Neighbour.differs(before, after) else { return }
    text.openEmphasis(marks, before: sides.before, after: sides.after)
  }

  /// The end of an address in angle brackets that begins here, if it is one.
  private func endOfAutolink(_ start: Int) -> Int {
    let bytes = text.bytes
    var end = start + 1
    while end < bytes.count, bytes[end].isLetter || bytes[end].isDigit { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ":") else { return start }
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "<") {
      if bytes[end] == UInt8(ascii: ">") { return end }
      end += 1
    }
    return start
  }

  /// Masks the shortcode at a `{`, or notes what is wrong with it.
  private mutating func scanBrace(_ position: Int) -> Int {
    guard !fences.isOpen, position + 1 < text.bytes.count,
      unclosedCalls < limits.unclosedCalls
    else { return position + 1 }
    switch text.bytes[position + 1] {
    case UInt8(ascii: "{"):
      let call = CallScanner.scan(
        text.bytes, from: position + 2, closing: UInt8(ascii: "}"), limit: limits.shortcodeSize)
      switch call {
      case .call(let name, let call, let end):
        text.mask(position..<end, .inline(name: name, call: call))
        return end
      case .unclosed:
        unclosedCalls += 1
        text.note(.unclosedCall, at: position)
      case .name:
        text.note(.malformed, at: position)
      case nil:
        break
      }
      return position + 2
    case UInt8(ascii: "%"):
      if CallScanner.name(text.bytes, from: position + 2) != nil, blocks[position] == nil {
        text.note(.malformed, at: position)
      }
      return position + 2
    default:
      return position + 1
    }
  }

  /// Masks the bare address that has a `:` or a `.` here.
  private mutating func scanAddress(_ position: Int) -> Int {
    guard !fences.isOpen,
      let range = BareAddress.range(in: text.bytes, at: position),
      range.count >= PreparedText.maskHead
    else { return position + 1 }
    text.mask(range, .address)
    return range.upperBound
  }
}
