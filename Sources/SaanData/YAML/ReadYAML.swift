import SaanText
import Yams

/// How much a YAML document may hold once its aliases are followed, whatever its size on disk.
package struct YAMLLimits: Sendable, Hashable {
  /// How many values.
  package var values = 200_000
  /// How many levels inside each other.
  package var depth = 100

  /// Makes limits; those of a file that people write by hand unless told otherwise.
  package init(values: Int = 200_000, depth: Int = 100) {
    self.values = values
    self.depth = depth
  }
}

/// Reads one YAML document out of a byte range of a file.
///
/// Aliases are expanded up to the limits. An empty document is `nil`. Characters that cannot be
/// seen or are typed wrong are put right, which is told once.
///
/// - Parameter range: a part of a file that was put right as a whole; `nil` for all of a file.
package func readYAML(
  _ source: SourceFile, range: Range<Int>? = nil, limits: YAMLLimits = YAMLLimits()
) -> Outcome<YAMLNode?> {
  let source = range == nil ? source.tidied() : source
  var mends = TextMends()
  var outcome = readTidyYAML(source, range ?? 0..<source.bytes.count, limits, &mends)
  outcome.diagnostics.merge(source.textDiagnostics(further: mends))
  return outcome
}

private func readTidyYAML(
  _ source: SourceFile, _ range: Range<Int>, _ limits: YAMLLimits, _ mends: inout TextMends
) -> Outcome<YAMLNode?> {
  if let offset = aliasKeyOffset(in: source.bytes[range]) {
    return Outcome(nil, Diagnostics([.aliasAsKey(at: source.span(offset..<offset + 1).place)]))
  }
  do {
    // Scalars stay text: what they mean is for the reader of each key to say.
    guard let root = try Yams.compose(yaml: source.text(in: range), .basic, .default, .utf8) else {
      return Outcome(nil)
    }
    var converter = YAMLConverter(source: source, range: range, limits: limits)
    let node = converter.convert(root, depth: 0)
    mends = converter.mends
    if converter.isTooLarge {
      let start = source.span(range.lowerBound..<range.lowerBound)
      return Outcome(nil, Diagnostics([.yamlTooLarge(limits, at: start)]))
    }
    return Outcome(node, converter.found)
  } catch let error as YamlError {
    return Outcome(nil, Diagnostics(Diagnostic.brokenYAML(error, in: source, range: range)))
  } catch {
    return Outcome(nil, Diagnostics([.brokenYAML("\(error)", at: source.span(range))]))
  }
}

/// Where an alias stands as a key: comparing such keys would unfold everything they stand for.
private func aliasKeyOffset(in bytes: ArraySlice<UInt8>) -> Int? {
  guard bytes.contains(UInt8(ascii: "&")) else { return nil }
  var index = bytes.startIndex
  while let star = bytes[index...].firstIndex(of: UInt8(ascii: "*")) {
    var end = star + 1
    while end < bytes.endIndex, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ","),
      bytes[end] != UInt8(ascii: "]"), bytes[end] != UInt8(ascii: "}")
    {
      end += 1
    }
    var next = end
    while next < bytes.endIndex, bytes[next] == 0x20 { next += 1 }
    let before = bytes[..<star].last { $0 != 0x20 }
    let isKey = end > star + 1 && next < bytes.endIndex && bytes[next] == UInt8(ascii: ":")
    if isKey || before == UInt8(ascii: "?") { return star }
    index = end
  }
  return nil
}

/// Turns Yams' nodes, whose marks count lines and Unicode scalars, into ours, which count bytes.
private struct YAMLConverter {
  let source: SourceFile
  let lines: YAMLLines
  let limits: YAMLLimits
  var remaining: Int
  /// Numbers that can't be kept.
  var found = Diagnostics()
  /// What was put right in texts that are written with escapes.
  var mends = TextMends()
  var isTooLarge: Bool { remaining < 0 }

  init(source: SourceFile, range: Range<Int>, limits: YAMLLimits) {
    self.source = source
    self.limits = limits
    remaining = limits.values
    lines = YAMLLines(source: source, range: range)
  }

  mutating func convert(_ node: Node, depth: Int) -> YAMLNode? {
    remaining -= 1
    guard remaining >= 0, depth < limits.depth else {
      remaining = -1
      return nil
    }
    let start = node.mark.map(lines.offset) ?? lines.range.lowerBound
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      let length = scalar.string.utf8.count + (isPlain ? 0 : 2)
      let content = YAMLNode.Content.scalar(text(of: scalar), isPlain: isPlain)
      let node = YAMLNode(content, at: lines.span(from: start, length: length))
      if node.isOutOfRange { found.add(.numberOutOfRange(scalar.string, at: node.place)) }
      return node
    case .sequence(let sequence):
      let elements = sequence.compactMap { convert($0, depth: depth + 1) }
      return YAMLNode(.sequence(elements), at: lines.span(from: start, length: 1))
    case .mapping(let mapping):
      var pairs: [(key: YAMLNode, value: YAMLNode)] = []
      for (key, value) in mapping {
        guard let key = convert(key, depth: depth + 1), let value = convert(value, depth: depth + 1)
        else { continue }
        pairs.append((key, value))
      }
      return YAMLNode(.mapping(pairs), at: lines.span(from: start, length: 1))
    case .alias:
      return YAMLNode(.scalar("", isPlain: true), at: lines.span(from: start, length: 1))
    }
  }

  /// The scalar's text; escapes may bring back what was put right in the file.
  private mutating func text(of scalar: Node.Scalar) -> String {
    guard scalar.style == .doubleQuoted else { return scalar.string }
    let (text, found) = tidied(scalar.string)
    let before = source.bytes[..<lines.range.lowerBound]
    let above = found.isEmpty ? 0 : before.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    mends.merge(found, line: above + (scalar.mark?.line ?? 1))
    return text
  }
}

/// Where the lines of a YAML document begin in its file.
private struct YAMLLines {
  let source: SourceFile
  let range: Range<Int>
  private let starts: [Int]

  init(source: SourceFile, range: Range<Int>) {
    self.source = source
    self.range = range
    starts =
      [range.lowerBound] + range.filter { source.bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The byte offset of a mark: its line and its column, counted from 1 in Unicode scalars.
  func offset(of mark: Mark) -> Int {
    guard starts.indices.contains(mark.line - 1) else { return range.upperBound }
    var offset = starts[mark.line - 1]
    var scalars = mark.column - 1
    while scalars > 0, offset < range.upperBound, source.bytes[offset] != UInt8(ascii: "\n") {
      offset += 1
      while offset < range.upperBound, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      scalars -= 1
    }
    return offset
  }

  /// The span of `length` bytes, cut at the end of its line.
  func span(from start: Int, length: Int) -> SourceSpan {
    let limit = min(range.upperBound, start + max(1, length))
    let end = source.bytes[min(start, limit)..<limit].firstIndex(of: UInt8(ascii: "\n")) ?? limit
    return source.span(min(start, end)..<end)
  }
}

extension Diagnostic {
  fileprivate static func brokenYAML(
    _ error: YamlError, in source: SourceFile, range: Range<Int>
  ) -> [Diagnostic] {
    let lines = YAMLLines(source: source, range: range)
    func place(_ mark: Mark) -> SourceSpan { lines.span(from: lines.offset(of: mark), length: 1) }
    switch error {
    // libyaml refuses more than 1,000 levels, which its recursive readers have the stack for.
    case .scanner(_, let problem, let mark, _) where problem.hasPrefix("Maximum nesting level"),
      .parser(_, let problem, let mark, _) where problem.hasPrefix("Maximum nesting level"):
      return [.tooDeep(1000, at: place(mark).place)]
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return [.brokenYAML(problem, at: place(mark))]
    case .duplicatedKeysInMapping(let duplicates, let context):
      // The mark is the first key's.
      let found = duplicates.compactMap {
        DoubledKey($0, besideKeyAt: lines.offset(of: context.mark), in: source, range)
      }
      guard found.isEmpty else { return found.map { .duplicateKey($0) } }
      return [.duplicateKey(duplicates.joined(separator: ", "), at: place(context.mark))]
    case .reader(let problem, let offset, _, _):
      let start = min(range.upperBound, range.lowerBound + (offset ?? 0))
      return [.brokenYAML(problem, at: lines.span(from: start, length: 1))]
    default:
      return [.brokenYAML("\(error)", at: source.span(range.lowerBound..<range.lowerBound))]
    }
  }

  fileprivate static func brokenYAML(_ problem: String, at span: SourceSpan) -> Diagnostic {
    let known = YAMLProblem(problem)
    return Diagnostic(
      .error, "broken-yaml",
      Wording(
        en: "this is not valid YAML: \(known.message.en)",
        th: "YAML ไม่ถูกต้อง: \(known.message.th)"),
      at: span.place, hint: known.hint)
  }

  fileprivate static func numberOutOfRange(_ text: String, at place: Place) -> Diagnostic {
    let shown = text.count > 30 ? "\(text.prefix(29))…" : text
    return Diagnostic(
      .error, "number-out-of-range",
      Wording(
        en: "the number \(shown) is too large or too small to be kept",
        th: "ตัวเลข \(shown) ใหญ่หรือเล็กเกินกว่าจะเก็บได้"), at: place,
      hint: Wording(
        en: "put it in quotes if it is a code; numbers go from \(Int.min) to \(Int.max)",
        th: "ถ้าเป็นรหัสให้ใส่เครื่องหมายคำพูด ตัวเลขมีค่าได้ตั้งแต่ \(Int.min) ถึง \(Int.max)"))
  }

  fileprivate static func yamlTooLarge(_ limits: YAMLLimits, at span: SourceSpan) -> Diagnostic {
    let values = ExactNumber(limits.values).text()
    return Diagnostic(
      .error, "yaml-too-large",
      Wording(
        en:
          "the document has more than \(values) values or is nested deeper than \(limits.depth) levels",
        th: "เอกสารมีค่าเกิน \(values) ค่า หรือซ้อนกันลึกเกิน \(limits.depth) ชั้น"), at: span.place,
      hint: Wording(
        en: "use fewer aliases, or put the rows into a CSV table",
        th: "ลดการใช้ alias หรือย้ายข้อมูลไปไว้ในตาราง CSV"))
  }
}
