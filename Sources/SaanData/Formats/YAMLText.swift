import SaanText
import Yams

/// The root of a YAML text; mistakes in its form are told with their place.
///
/// libyaml itself refuses more than 1,000 levels, which its recursive readers have the stack for.
func composeYAML(_ source: SourceFile, _ found: inout Diagnostics) -> DescriptorNode? {
  if let mistake = TextEncoding.mistake(in: source.bytes, path: source.path) {
    found.add(mistake)
    return nil
  }
  if let offset = aliasKeyOffset(in: source.bytes) {
    found.add(.aliasAsKey(at: source.span(offset..<offset + 1).place))
    return nil
  }
  do {
    guard let node = try Yams.compose(yaml: source.text) else {
      found.add(.emptyDescriptor(at: .file(path: source.path)))
      return nil
    }
    return DescriptorNode(node: node, source: source)
  } catch {
    found.add(yamlMistake(error, source))
    return nil
  }
}

/// Where an alias stands as a key: comparing such keys would unfold everything they stand for.
private func aliasKeyOffset(in bytes: [UInt8]) -> Int? {
  guard bytes.contains(UInt8(ascii: "&")) else { return nil }
  var index = 0
  while let star = bytes[index...].firstIndex(of: UInt8(ascii: "*")) {
    var end = star + 1
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ","),
      bytes[end] != UInt8(ascii: "]"), bytes[end] != UInt8(ascii: "}")
    {
      end += 1
    }
    var next = end
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    let before = bytes[..<star].last { $0 != 0x20 }
    let isKey = end > star + 1 && next < bytes.count && bytes[next] == UInt8(ascii: ":")
    if isKey || before == UInt8(ascii: "?") { return star }
    index = end
  }
  return nil
}

/// A mistake in YAML's form as the user is told.
private func yamlMistake(_ error: any Error, _ source: SourceFile) -> Diagnostic {
  switch error as? YamlError {
  case .scanner(_, let problem, let mark, _) where problem.hasPrefix("Maximum nesting level"),
    .parser(_, let problem, let mark, _) where problem.hasPrefix("Maximum nesting level"):
    let offset = source.offset(line: mark.line, column: mark.column)
    return .tooDeep(1000, at: source.span(offset..<offset + 1).place)
  case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
    .composer(_, let problem, let mark, _):
    let offset = source.offset(line: mark.line, column: mark.column)
    return .badYAML(problem, at: source.span(offset..<offset + 1).place)
  case .duplicatedKeysInMapping(let duplicates, let context):
    let offset = source.offset(line: context.mark.line, column: context.mark.column)
    let name = duplicates.first ?? ""
    return .duplicateName(
      Wording(en: "key", th: "คีย์"), name,
      at: source.span(offset..<offset + max(1, name.utf8.count)).place)
  default:
    return .badYAML("the text can't be read", at: source.start.place)
  }
}
