import SaanText

/// Reads a YAML list of records: each record a row, each of its keys a column.
///
/// A cell has no place for a list or a mapping inside a record: these are kept as their JSON text,
/// for columns of type `any`. Scalars are taken as they are written, for it is the column that says
/// what they are.
struct YAMLReader {
  private let limits: DataLimits
  private var arena: RecordArena

  /// The records of a file; `nil`, and an issue, when it is no list of records.
  static func read(
    _ file: DataFile, _ limits: DataLimits, _ issues: inout IssueBook
  ) -> RecordArena? {
    let source = SourceFile(path: file.path, bytes: file.bytes.array)
    // The list and its records are two levels around a value.
    let bounds = YAMLLimits(values: limits.maximumNodes, depth: limits.maximumDepth + 3)
    var found = Diagnostics()
    let root = readDataYAML(source, limits: bounds).value(reportingTo: &found)
    for diagnostic in found.all { issues.add(diagnostic) }
    guard let root else { return nil }
    guard let items = root.elements else {
      issues.add(.notRecords(like: "- {name: …, value: 1}", at: root.place))
      return nil
    }
    var reader = YAMLReader(limits: limits, arena: RecordArena(headerRow: 0, limits: limits))
    for item in items {
      guard reader.record(item, &issues) else { return nil }
    }
    return reader.arena
  }

  private mutating func record(_ item: YAMLNode, _ issues: inout IssueBook) -> Bool {
    let place = item.place
    guard let mapping = item.pairs else {
      issues.add(.notRecords(like: "- {name: …, value: 1}", at: place))
      return false
    }
    guard arena.count < limits.maximumRows else {
      issues.add(.tooManyRows(limits.maximumRows, at: place))
      return false
    }
    for (key, value) in mapping {
      guard let name = key.scalar, let column = arena.column(name) else {
        issues.add(.notRecords(like: "- {name: …, value: 1}", at: place))
        return false
      }
      var text: [UInt8] = []
      append(value, to: &text, isNested: false)
      if text.count > limits.maximumCellBytes {
        issues.add("cell-too-long", row: arena.count + 1, column: column) {
          .cellTooLong(text.count, limit: limits.maximumCellBytes, at: $0)
        }
        text = []
      }
      arena.set(column, text)
    }
    arena.endRow(number: arena.count + 1)
    return true
  }

  /// Appends a plain value as it is written, anything nested as JSON.
  ///
  /// A text that has become too long for a cell grows no further.
  private func append(_ node: YAMLNode, to text: inout [UInt8], isNested: Bool) {
    guard text.count <= limits.maximumCellBytes else { return }
    switch node.content {
    case .scalar(let value, _):
      if node.isNull {
        if isNested { text.append(contentsOf: "null".utf8) }
      } else if isNested, let bool = node.bool {
        text.append(contentsOf: (bool ? "true" : "false").utf8)
      } else if isNested, let number = node.jsonNumber {
        text.append(contentsOf: number.utf8)
      } else if isNested {
        text.appendJSON(value)
      } else {
        text.append(contentsOf: value.utf8)
      }
    case .sequence(let items):
      appendList(items, to: &text, open: "[", close: "]") { item, text in
        append(item, to: &text, isNested: true)
      }
    case .mapping(let pairs):
      appendList(pairs, to: &text, open: "{", close: "}") { pair, text in
        text.appendJSON(pair.key.scalar ?? "")
        text.append(UInt8(ascii: ":"))
        append(pair.value, to: &text, isNested: true)
      }
    }
  }

  private func appendList<Item>(
    _ items: [Item], to text: inout [UInt8], open: String, close: String,
    _ append: (Item, inout [UInt8]) -> Void
  ) {
    text.append(contentsOf: open.utf8)
    for (index, item) in items.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      append(item, &text)
    }
    text.append(contentsOf: close.utf8)
  }
}

/// Reads a YAML file whose encoding nobody has looked at yet.
func readDataYAML(
  _ source: SourceFile, limits: YAMLLimits = YAMLLimits()
) -> Outcome<YAMLNode?> {
  if let mistake = TextEncoding.mistake(in: source.bytes, path: source.path) {
    return Outcome(nil, Diagnostics([mistake]))
  }
  let outcome = readYAML(source, limits: limits)
  guard outcome.value == nil, !outcome.diagnostics.hasErrors else { return outcome }
  return Outcome(nil, Diagnostics([.emptyDescriptor(at: .file(path: source.path))]))
}
