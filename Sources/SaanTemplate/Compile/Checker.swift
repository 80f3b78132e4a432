import SaanText

/// Looks at all templates before any of them is rendered.
struct Checker {
  let environment: TemplateEnvironment
  let trees: [SyntaxTree]
  var diagnostics = Diagnostics()

  init(environment: TemplateEnvironment, trees: [SyntaxTree]) {
    self.environment = environment
    self.trees = trees
  }

  mutating func check() {}
}
