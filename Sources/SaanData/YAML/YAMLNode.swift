import SaanText

/// A value of a YAML document, with the place where it stands.
///
/// A scalar keeps its text, and who reads it says what it should be: YAML alone would make 7 of the
/// code `007`. Only `true` and `false` are Booleans, so that `no` and `on` are words, and a number
/// with a zero in front is none.
package struct YAMLNode: Sendable {
  package enum Content: Sendable {
    /// A scalar's text; `isPlain` when it stands without quotes and so may be a number or a
    /// Boolean.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// The pairs in the order of the document; keys are unique.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  package let content: Content
  package let span: SourceSpan

  /// Makes a node.
  package init(_ content: Content, at span: SourceSpan) {
    self.content = content
    self.span = span
  }

  /// Where it stands, for messages.
  package var place: Place { span.place }

  /// The scalar's text; `nil` for collections and for the null value.
  package var text: String? {
    guard case .scalar(let text, _) = content, !isNull else { return nil }
    return text
  }

  /// The scalar's text as it is written, of the null value as well.
  package var scalar: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// Whether this is YAML's null: nothing, `~` or `null` without quotes.
  package var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The Boolean that a plain `true` or `false` stands for.
  package var bool: Bool? {
    guard case .scalar(let text, isPlain: true) = content else { return nil }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }

  /// The whole number that a plain scalar stands for.
  package var integer: Int? {
    guard case .scalar(let text, isPlain: true) = content, !text.hasLeadingZero else { return nil }
    return Int(text)
  }

  /// The number that a plain scalar stands for.
  package var double: Double? {
    guard case .scalar(let text, isPlain: true) = content, text.looksLikeNumber,
      !text.hasLeadingZero
    else { return nil }
    return JSONScanner.double(text)
  }

  /// The number that a plain scalar stands for, as JSON writes it.
  var jsonNumber: String? {
    guard integer != nil || double != nil, let text else { return nil }
    var number = text.hasPrefix("+") ? String(text.dropFirst()) : text
    let start = number.hasPrefix("-") ? 1 : 0
    if number.dropFirst(start).hasPrefix(".") {
      number.insert("0", at: number.index(number.startIndex, offsetBy: start))
    }
    // `5.` and `5.e3` are numbers of YAML, but none of JSON.
    return number.replacing(/\.(?=$|[eE])/, with: "")
  }

  /// Whether this is a number without quotes that is too large or too small to be kept.
  var isOutOfRange: Bool {
    guard case .scalar(let text, isPlain: true) = content, text.looksLikeNumber,
      !text.hasLeadingZero
    else { return false }
    let isWhole = text.utf8.allSatisfy { !"eE.".utf8.contains($0) }
    return isWhole ? Int(text) == nil : JSONScanner.double(text) == nil
  }

  /// The elements of a sequence.
  package var elements: [YAMLNode]? {
    guard case .sequence(let elements) = content else { return nil }
    return elements
  }

  /// The pairs of a mapping.
  package var pairs: [(key: YAMLNode, value: YAMLNode)]? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs
  }

  /// The value under a key of a mapping.
  package subscript(key: String) -> YAMLNode? {
    pairs?.first { $0.key.text == key }?.value
  }

  /// What the node is, in words for a message.
  package var kind: Wording {
    switch content {
    case .scalar: Wording(en: "a single value", th: "ค่าเดียว")
    case .sequence: Wording(en: "a list", th: "รายการ")
    case .mapping: Wording(en: "a table of keys and values", th: "ตารางคีย์กับค่า")
    }
  }
}

extension String {
  /// Whether it has digits, a sign, one point and an exponent where numbers have them: words such
  /// as `nan` and `inf` are none.
  fileprivate var looksLikeNumber: Bool {
    var rest = utf8[...]
    func digits() -> Int {
      let digits = rest.prefix { $0 &- 0x30 < 10 }
      rest = rest.dropFirst(digits.count)
      return digits.count
    }
    if let sign = rest.first, "+-".utf8.contains(sign) { rest = rest.dropFirst() }
    var count = digits()
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      count += digits()
    }
    guard count > 0 else { return false }
    if let exponent = rest.first, exponent | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, "+-".utf8.contains(sign) { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// Whether it is written like a code or a phone number, whose zero in front counts.
  fileprivate var hasLeadingZero: Bool {
    let digits = utf8.drop { "+-".utf8.contains($0) }
    return digits.first == 0x30 && digits.dropFirst().first.map { $0 &- 0x30 < 10 } == true
  }
}
