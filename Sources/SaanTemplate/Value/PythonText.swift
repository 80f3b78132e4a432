// What Python's str does, on code points.

extension Unicode.Scalar {
  /// Python's `str.isspace` for one code point.
  var isPythonSpace: Bool {
    (0x09...0x0D).contains(value) || (0x1C...0x20).contains(value) || value == 0x85
      || value >= 0xA0 && properties.isWhitespace
  }

  /// Python's `\w`.
  var isWordPart: Bool {
    if value < 0x80 {
      return properties.isAlphabetic || (0x30...0x39).contains(value) || self == "_"
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}

extension String {
  /// How many code points it has: Python's `len`.
  var length: Int { unicodeScalars.count }

  var capitalizedOnce: String {
    guard let first = unicodeScalars.first else { return self }
    return first.properties.titlecaseMapping
      + String(unicodeScalars.dropFirst()).lowercased()
  }

  func centered(_ width: Int) -> String {
    let missing = width - length
    guard missing > 0 else { return self }
    let left = missing / 2 + (missing & width & 1)
    return String(repeating: " ", count: left) + self
      + String(repeating: " ", count: missing - left)
  }

  /// Python's `splitlines`.
  var pythonLines: [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var isOpen = false
    var previous: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      defer { previous = scalar }
      switch scalar.value {
      case 0x0A where previous == "\r": continue
      case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029:
        lines.append(String(line))
        line = .init()
        isOpen = false
      default:
        line.append(scalar)
        isOpen = true
      }
    }
    if isOpen { lines.append(String(line)) }
    return lines
  }

  func trimmed(_ characters: String?, atStart: Bool = true, atEnd: Bool = true) -> String {
    let set = characters.map { Set($0.unicodeScalars) }
    func goes(_ scalar: Unicode.Scalar) -> Bool {
      set.map { $0.contains(scalar) } ?? scalar.isPythonSpace
    }
    var scalars = unicodeScalars[...]
    if atStart { scalars = scalars.drop(while: goes) }
    if atEnd { while let last = scalars.last, goes(last) { scalars.removeLast() } }
    return String(scalars)
  }

  /// The filter `title`: words begin after blanks, hyphens and opening brackets.
  var titledForHeadings: String {
    var result = ""
    var word = String.UnicodeScalarView()
    func flush() {
      guard let first = word.first else { return }
      result += String(first).uppercased() + String(word.dropFirst()).lowercased()
      word = .init()
    }
    for scalar in unicodeScalars {
      if scalar.isPythonSpace || "-({[<".unicodeScalars.contains(scalar) {
        flush()
        result.unicodeScalars.append(scalar)
      } else {
        word.append(scalar)
      }
    }
    flush()
    return result
  }

  /// Python's `str.title`: words are runs of letters.
  var titledByLetters: String {
    var result = ""
    var isInside = false
    for scalar in unicodeScalars {
      let isCased = scalar.properties.isCased
      result += isInside ? scalar.properties.lowercaseMapping : scalar.properties.titlecaseMapping
      isInside = isCased
    }
    return result
  }

  var wordCount: Int {
    var count = 0
    var isInside = false
    for scalar in unicodeScalars {
      let isPart = scalar.isWordPart
      if isPart, !isInside { count += 1 }
      isInside = isPart
    }
    return count
  }

  /// Python's `str.split`.
  func split(at separator: String?, limit: Int) -> [String] {
    guard let separator else { return splitAtBlanks(limit) }
    var parts: [String] = []
    var rest = startIndex
    while limit < 0 || parts.count < limit, let range = firstRange(of: separator, from: rest) {
      parts.append(String(self[rest..<range.lowerBound]))
      rest = range.upperBound
    }
    return parts + [String(self[rest...])]
  }

  private func splitAtBlanks(_ limit: Int) -> [String] {
    var parts: [String] = []
    var scalars = unicodeScalars[...].drop(while: \.isPythonSpace)
    while !scalars.isEmpty {
      if limit >= 0, parts.count == limit {
        parts.append(String(scalars).trimmed(nil, atStart: false))
        break
      }
      let word = scalars.prefix { !$0.isPythonSpace }
      parts.append(String(word))
      scalars = scalars[word.endIndex...].drop(while: \.isPythonSpace)
    }
    return parts
  }
}

/// Python's `textwrap.wrap` with whitespace kept as it is.
struct WordWrapper {
  let width: Int
  let breaksLongWords: Bool
  let breaksOnHyphens: Bool

  func lines(of text: String) -> [String] {
    var chunks = Array(chunks(of: Array(text.unicodeScalars)).reversed())
    var lines: [String] = []
    while !chunks.isEmpty {
      var line: [[Unicode.Scalar]] = []
      var length = 0
      if let last = chunks.last, isBlank(last), !lines.isEmpty { chunks.removeLast() }
      while let next = chunks.last, length + next.count <= width {
        line.append(next)
        length += next.count
        chunks.removeLast()
      }
      if let next = chunks.last, next.count > width { breakWord(&chunks, &line, length) }
      if let last = line.last, isBlank(last) { line.removeLast() }
      if !line.isEmpty { lines.append(String(scalars: line.joined())) }
    }
    return lines
  }

  private func isBlank(_ chunk: [Unicode.Scalar]) -> Bool { chunk.allSatisfy(\.isPythonSpace) }

  private func breakWord(
    _ chunks: inout [[Unicode.Scalar]], _ line: inout [[Unicode.Scalar]], _ length: Int
  ) {
    guard let word = chunks.last else { return }
    if breaksLongWords {
      var end = width - length
      if breaksOnHyphens, word.count > end,
        let hyphen = word[..<max(0, end)].lastIndex(of: "-"), hyphen > 0,
        word[..<hyphen].contains(where: { $0 != "-" })
      {
        end = hyphen + 1
      }
      line.append(Array(word[..<max(0, end)]))
      chunks[chunks.count - 1] = Array(word[max(0, end)...])
    } else if line.isEmpty {
      line.append(word)
      chunks.removeLast()
    }
  }

  /// Words and the blanks between them; a word ends behind a hyphen between letters.
  private func chunks(of scalars: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var chunks: [[Unicode.Scalar]] = []
    var current: [Unicode.Scalar] = []
    for (index, scalar) in scalars.enumerated() {
      if let last = current.last, last.isPythonSpace != scalar.isPythonSpace {
        chunks.append(current)
        current = []
      }
      current.append(scalar)
      let letters = current.dropLast().suffix(2)
      if breaksOnHyphens, scalar == "-", letters.count == 2,
        letters.allSatisfy({ $0.isWordPart }),
        letters.last.map({ $0.properties.isAlphabetic }) == true, index + 2 < scalars.count,
        scalars[index + 1].properties.isAlphabetic, scalars[index + 2].isWordPart
      {
        chunks.append(current)
        current = []
      }
    }
    return current.isEmpty ? chunks : chunks + [current]
  }
}
