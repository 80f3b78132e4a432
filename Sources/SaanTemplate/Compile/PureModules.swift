/// The templates without a parent whose own code only defines macros and imports such templates.
func pureModules(_ templates: [CompiledTemplate], _ units: [Unit]) -> [Int] {
  var pure = Set(templates.indices.filter { templates[$0].parent == nil })
  func isPure(_ template: Int) -> Bool {
    units[templates[template].root].code.allSatisfy { instruction in
      switch instruction.code {
      case .text, .macro, .store, .moduleMember, .pop, .end: true
      case .importModule:
        !instruction.flags.contains(.withContext) && pure.contains(Int(instruction.a))
      default: false
      }
    }
  }
  while let wrong = pure.first(where: { !isPure($0) }) { pure.remove(wrong) }
  return pure.filter { template in
    units[templates[template].root].code.contains { $0.code == .macro }
  }.sorted()
}
