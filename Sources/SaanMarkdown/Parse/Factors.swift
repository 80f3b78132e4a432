import SaanText

// Numbers whose signs of multiplication are read as emphasis: `5*6*78`, `2**3 and 4**5`.

extension DocumentBuilder {
  /// Tells of emphasis that has a digit on both sides of both marks.
  mutating func tellFactors() {
    guard hasNumberBesideMarks, options.tellsLeftovers else { return }
    hasNumberBesideMarks = false
    var opened: [Int?] = []
    for index in max(blockStart, 1)..<events.count {
      switch events[index].kind {
      case .emphasisStart, .strongStart: opened.append(isBetweenDigits(index) ? index : nil)
      case .emphasisEnd, .strongEnd:
        if let start = opened.popLast() ?? nil, isBetweenDigits(index) {
          let factors = factors(around: start)
          return tell(.factorsInEmphasis(factors.text, at: factors.place))
        }
      default: break
      }
    }
  }

  private func isBetweenDigits(_ index: Int) -> Bool {
    guard index + 1 < events.count, events[index - 1].kind == .text,
      events[index + 1].kind == .text
    else { return false }
    return pool[events[index - 1].range].endsInDigit && pool[events[index + 1].range].startsInDigit
  }

  /// The two numbers around the marks that begin emphasis, as they are typed.
  private func factors(around index: Int) -> SourceSpan {
    let marks = [UInt8](
      repeating: UInt8(ascii: "*"), count: events[index].kind == .strongStart ? 2 : 1)
    let after = pool[events[index + 1].range].prefix(1)
    let block = inSource(block)
    let bytes = Array(source.bytes[block])
    let before = pool[events[index - 1].range].suffix(1)
    guard let found = bytes.firstRange(of: before + marks + after) else {
      return source.span(block)
    }
    let middle = found.lowerBound + 1..<found.lowerBound + 1 + marks.count
    let (first, end) = bytes.numbers(around: middle)
    return source.span(block.lowerBound + first..<block.lowerBound + end)
  }
}

extension ArraySlice<UInt8> {
  /// Whether its last character is a digit of ASCII or Thai.
  var endsInDigit: Bool {
    guard let last else { return false }
    return last.isDigit || (last &- 0x90 < 10 && dropLast().last == 0xB9)
  }

  /// Whether its first character is a digit of ASCII or Thai.
  var startsInDigit: Bool {
    guard let first else { return false }
    guard first == 0xE0 else { return first.isDigit }
    let rest = dropFirst().prefix(2)
    return rest.first == 0xB9 && rest.last.map { $0 &- 0x90 < 10 } == true
  }
}
