import SaanData
import SaanTemplate

extension Value {
  /// A value of a YAML file; plain scalars become numbers and Booleans as YAML reads them.
  package init(yaml node: YAMLNode) {
    switch node.content {
    case .sequence(let elements): self = .list(elements.map { Value(yaml: $0) })
    case .mapping(let pairs):
      self = .map(
        TemplateMap(
          pairs.compactMap { pair in pair.key.text.map { ($0, Value(yaml: pair.value)) } }))
    case .scalar(let text, _):
      if node.isNull {
        self = .none
      } else if let bool = node.bool {
        self = .bool(bool)
      } else if let integer = node.integer {
        self = .int(integer)
      } else if let double = node.double {
        self = .double(double)
      } else {
        self = .string(text)
      }
    }
  }
}
