import SaanText

/// Reads the keys of one YAML mapping, and reports the keys that nobody asked for.
///
/// Every `read…` call names a key; `finish()` then reports unknown keys with "did you mean".
///
/// Who reads says what may be there by asking for it, so that the list of known keys cannot differ
/// from what is read.
package struct MappingReader {
  private let node: YAMLNode
  private let subject: Wording
  private var asked: [String] = []
  package private(set) var diagnostics = Diagnostics()

  /// Starts reading; anything but a mapping is reported and reads as empty.
  ///
  /// - Parameter subject: what the mapping describes, for messages: "site.yaml", "a menu entry".
  package init(_ node: YAMLNode, subject: Wording) {
    self.node = node
    self.subject = subject
    if node.pairs == nil, !node.isNull {
      diagnostics.add(.wrongYAMLType(subject, expected: mappingWords, found: node))
    }
  }

  /// The span of the whole mapping, for messages about what is missing in it.
  package var span: SourceSpan { node.span }

  /// The value of a key, whatever it is; `nil` when missing or null.
  package mutating func node(_ key: String) -> YAMLNode? {
    asked.append(key)
    return node[key].flatMap { $0.isNull ? nil : $0 }
  }

  /// Where a key stands that has no value; `nil` when it has one or is not there.
  package func emptyPlace(of key: String) -> Place? {
    guard let pair = node.pairs?.first(where: { $0.key.text == key }), pair.value.isNull else {
      return nil
    }
    return pair.key.place
  }

  /// A single value as text.
  package mutating func text(_ key: String) -> String? {
    guard let value = node(key) else { return nil }
    guard let text = value.text else {
      let quoted = Wording(
        en: "put the text in quotation marks: \(key): \"…\"",
        th: "ใส่เครื่องหมายคำพูดรอบข้อความ: \(key): \"…\"")
      report(key, value, expected: Wording(en: "text", th: "ข้อความ"), hint: quoted)
      return nil
    }
    return text
  }

  /// A single value as text with its place.
  package mutating func located(_ key: String) -> Located<String>? {
    guard let text = text(key), let span = node[key]?.span else { return nil }
    return Located(text, at: span)
  }

  /// `true` or `false`.
  package mutating func bool(_ key: String) -> Bool? {
    guard let value = node(key) else { return nil }
    guard let bool = value.bool else {
      let words = Wording(en: "true or false", th: " true หรือ false")
      report(key, value, expected: words, hint: boolHint(key, value))
      return nil
    }
    return bool
  }

  /// A whole number of a range; one outside it is told.
  package mutating func integer(
    _ key: String, in range: ClosedRange<Int> = -1_000_000_000...1_000_000_000
  ) -> Int? {
    // What is out of every range was told by the reader of YAML.
    guard let value = node(key), !value.isOutOfRange else { return nil }
    guard let integer = value.integer else {
      report(key, value, expected: Wording(en: "a whole number", th: "จำนวนเต็ม"))
      return nil
    }
    guard range.contains(integer) else {
      diagnostics.add(.outOfRange(key, integer, range, at: value.place))
      return nil
    }
    return integer
  }

  /// A list of single values; one value alone reads as a list of one.
  package mutating func texts(_ key: String) -> [Located<String>] {
    guard let value = node(key) else { return [] }
    return (value.elements ?? [value]).compactMap { element in
      guard let text = element.text else {
        report(key, element, expected: Wording(en: "a list of words", th: "รายการของคำ"))
        return nil
      }
      return Located(text, at: element.span)
    }
  }

  /// One of the cases of an enumeration, by its raw value.
  package mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let value = located(key) else { return nil }
    if let choice = Choice(rawValue: value.value) { return choice }
    diagnostics.add(.unknownChoice(key, value, among: Choice.allCases.map(\.rawValue)))
    return nil
  }

  /// Text by language: a mapping from language tags, or one text that stands for all of them.
  package mutating func localized(_ key: String) -> Localized<String>? {
    guard let value = node(key) else { return nil }
    guard let localized = Localized(yaml: value) else {
      let words = Wording(
        en: "text, or a text for each language", th: "ข้อความ หรือข้อความของแต่ละภาษา")
      report(key, value, expected: words)
      return nil
    }
    return localized
  }

  /// The pairs of a mapping under a key, in order.
  package mutating func pairs(_ key: String) -> [(key: Located<String>, value: YAMLNode)] {
    guard let value = node(key) else { return [] }
    guard let pairs = value.pairs else {
      report(key, value, expected: mappingWords)
      return []
    }
    return pairs.compactMap { pair in
      pair.key.text.map { (Located($0, at: pair.key.span), pair.value) }
    }
  }

  /// Adds a finding of the caller's.
  package mutating func add(_ diagnostic: Diagnostic) { diagnostics.add(diagnostic) }

  /// Adds what reading a part found.
  package mutating func merge(_ other: Diagnostics) { diagnostics.merge(other) }

  /// Reports the keys that nobody asked for and gives all that was found.
  ///
  /// - Parameter hint: what to say about an unknown key, where the caller knows better than "did
  ///   you mean".
  package consuming func finish(hint: (String) -> Wording? = { _ in nil }) -> Diagnostics {
    for pair in node.pairs ?? [] {
      guard let key = pair.key.text, !asked.contains(key) else { continue }
      var unknown = Diagnostic.unknownKey(key, in: subject, at: pair.key.span, among: asked)
      unknown.hint = hint(key) ?? unknown.hint
      diagnostics.add(unknown)
    }
    return diagnostics
  }

  private mutating func report(
    _ key: String, _ value: YAMLNode, expected: Wording, hint: Wording? = nil
  ) {
    var wrong = Diagnostic.wrongYAMLType(
      Wording(en: "'\(key)'", th: "'\(key)'"), expected: expected, found: value)
    wrong.hint = hint
    diagnostics.add(wrong)
  }
}

/// How to write a yes or no that is clear but in other words.
private func boolHint(_ key: String, _ value: YAMLNode) -> Wording? {
  guard let text = value.text else { return nil }
  let word = text.trimmingMarks.lowercased()
  let yes = ["true", "yes", "y", "on", "1", "ใช่", "จริง", "ร่าง", "ฉบับร่าง", "draft", "x", "✓"]
  let no = ["false", "no", "n", "off", "0", "ไม่", "ไม่ใช่", "เท็จ"]
  guard yes.contains(word) || no.contains(word) else { return nil }
  let line = "\(key): \(yes.contains(word))"
  if case .scalar(_, isPlain: true) = value.content, word == text.lowercased() {
    return Wording(en: "write '\(line)'", th: "เขียน '\(line)'")
  }
  return Wording(
    en: "write '\(line)', without quotation marks", th: "เขียน '\(line)' โดยไม่ใส่เครื่องหมายคำพูด")
}

extension String {
  /// The text without quotation marks and spaces around it.
  fileprivate var trimmingMarks: String {
    let marks: Set<Character> = ["\"", "'", "“", "”", "‘", "’", " "]
    return String(drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
  }
}

private let mappingWords = Wording(en: "a table of keys and values", th: "ตารางคีย์กับค่า")

extension Diagnostic {
  /// A value of another kind than the key takes.
  package static func wrongYAMLType(
    _ subject: Wording, expected: Wording, found: YAMLNode
  ) -> Diagnostic {
    Diagnostic(
      .error, "wrong-type",
      Wording(
        en: "\(subject.en) takes \(expected.en), but this is \(found.described.en)",
        th: "\(subject.th) ต้องเป็น\(expected.th) แต่นี่คือ\(found.described.th)"),
      at: found.span.place,
      hint: Wording(
        en: "write \(expected.en), or take the line out",
        th: "เขียน\(expected.th) หรือลบบรรทัดนี้"))
  }

  /// A key that the mapping does not have.
  package static func unknownKey(
    _ key: String, in subject: Wording, at span: SourceSpan, among known: [String]
  ) -> Diagnostic {
    let all = known.sorted().joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-key",
      Wording(en: "\(subject.en) has no key '\(key)'", th: "\(subject.th)ไม่มีคีย์ '\(key)'"),
      at: span.place,
      hint: didYouMean(key, among: known)
        ?? Wording(en: "the keys are \(all)", th: "คีย์ที่ใช้ได้คือ \(all)"))
  }

  /// A number outside the range that makes sense where it stands.
  package static func outOfRange(
    _ name: String, _ number: Int, _ range: ClosedRange<Int>, at place: Place
  ) -> Diagnostic {
    let (low, high) = (ExactNumber(range.lowerBound).text(), ExactNumber(range.upperBound).text())
    return Diagnostic(
      .error, "out-of-range",
      Wording(
        en: "'\(name)' is \(number), it must be from \(low) to \(high)",
        th: "'\(name)' เป็น \(number) ต้องอยู่ระหว่าง \(low) ถึง \(high)"), at: place,
      hint: Wording(en: "write a number of this range", th: "เขียนตัวเลขในช่วงนี้"))
  }

  /// A word that is none of a fixed set.
  package static func unknownChoice(
    _ key: String, _ value: Located<String>, among known: [String]
  ) -> Diagnostic {
    let all = known.joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-choice",
      Wording(
        en: "'\(key)' cannot be '\(value.value)'", th: "'\(key)' เป็น '\(value.value)' ไม่ได้"),
      at: value.span.place,
      hint: didYouMean(value.value, among: known)
        ?? Wording(en: "choose one of \(all)", th: "เลือกจาก \(all)"))
  }
}

extension YAMLNode {
  /// The node as a message names it: its kind, or the value itself when it is short.
  fileprivate var described: Wording {
    if let text, text.count <= 40 { return Wording(en: "'\(text)'", th: " '\(text)'") }
    return kind
  }
}
