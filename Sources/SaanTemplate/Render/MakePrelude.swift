extension Prelude {
  /// Imports the modules of a program; none where one of them fails, which then fails on its page.
  init(_ program: Program, _ globals: BoundGlobals) {
    guard !program.pureModules.isEmpty else { return }
    var renderer = Renderer(program, globals, -1)
    guard (try? renderer.importModules(program.pureModules)) != nil else { return }
    contexts = renderer.contexts.dropFirst().map {
      Array(UnsafeBufferPointer(start: $0, count: renderer.contextCount))
    }
    (macros, modules) = (renderer.macros, renderer.modules)
  }
}

extension Renderer {
  fileprivate mutating func importModules(_ templates: [Int]) throws(Interruption) {
    for template in templates {
      try importModule(template, bindings: -1, withContext: false)
      drop(1)
    }
  }
}
