import SaanText
import Yams

/// Reads a YAML list of records: each record a row, each of its keys a column.
struct YAMLReader {
  private let limits: DataLimits
  private let source: SourceFile
  private var arena: RecordArena
  /// How many values were met; aliases count each time they are followed.
  private var nodes = 0

  /// The records of a file; `nil`, and an issue, when it is no list of records.
  static func read(
    _ file: DataFile, _ limits: DataLimits, _ issues: inout IssueBook
  ) -> RecordArena? {
    let source = SourceFile(path: file.path, bytes: file.bytes)
    var found = Diagnostics()
    let root = composeYAML(source, &found)
    for diagnostic in found.all { issues.add(diagnostic) }
    guard let root else { return nil }
    guard case .sequence(let items) = root.node else {
      issues.add(.notRecords(at: root.place))
      return nil
    }
    var reader = YAMLReader(
      limits: limits, source: source, arena: RecordArena(headerRow: 0, limits: limits))
    for item in items {
      guard reader.record(DescriptorNode(node: item, source: source), &issues) else { return nil }
    }
    return reader.arena
  }

  private mutating func record(_ item: DescriptorNode, _ issues: inout IssueBook) -> Bool {
    guard case .mapping(let mapping) = item.node else {
      issues.add(.notRecords(at: item.place))
      return false
    }
    guard arena.count < limits.maximumRows else {
      issues.add(.tooManyRows(limits.maximumRows, at: item.place))
      return false
    }
    for (key, value) in mapping {
      guard let name = key.string, let column = arena.column(name) else {
        issues.add(.notRecords(at: item.place))
        return false
      }
      var text: [UInt8] = []
      guard append(value, to: &text, depth: 0) else {
        issues.add(.tooManyNodes(limits.maximumNodes, at: item.place))
        return false
      }
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

  /// Appends a plain value as it is written, anything nested as JSON; false when it never ends.
  private mutating func append(_ node: Node, to text: inout [UInt8], depth: Int) -> Bool {
    nodes += 1
    guard nodes <= limits.maximumNodes, depth <= limits.maximumDepth else { return false }
    switch node {
    case .scalar(let scalar):
      if node.isNull {
        if depth > 0 { text.append(contentsOf: "null".utf8) }
      } else if depth == 0 {
        text.append(contentsOf: scalar.string.utf8)
      } else {
        text.appendJSON(scalar.string)
      }
      return true
    case .sequence(let items):
      return appendList(items, to: &text, open: "[", close: "]") { reader, item, text in
        reader.append(item, to: &text, depth: depth + 1)
      }
    case .mapping(let mapping):
      return appendList(mapping, to: &text, open: "{", close: "}") { reader, pair, text in
        text.appendJSON(pair.key.string ?? "")
        text.append(UInt8(ascii: ":"))
        return reader.append(pair.value, to: &text, depth: depth + 1)
      }
    case .alias:
      return false
    }
  }

  private mutating func appendList<Items: Sequence>(
    _ items: Items, to text: inout [UInt8], open: String, close: String,
    _ append: (inout YAMLReader, Items.Element, inout [UInt8]) -> Bool
  ) -> Bool {
    text.append(contentsOf: open.utf8)
    for (index, item) in items.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      guard append(&self, item, &text), text.count <= limits.maximumCellBytes else { return false }
    }
    text.append(contentsOf: close.utf8)
    return true
  }
}
