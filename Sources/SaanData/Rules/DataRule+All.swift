extension DataRule {
  /// Every rule, in the order in which they run.
  package static let all: [DataRule] = []
}
