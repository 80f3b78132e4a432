public import SaanText

/// Checked and compiled templates: an immutable value that any number of tasks may render from.
public struct TemplateSet: Sendable {
  let program: Program
  let references: References

  init(program: Program, references: References) {
    self.program = program
    self.references = references
  }

  /// Whether there is a template of the name.
  public func contains(_ name: String) -> Bool { program.templateIndex[name] != nil }

  /// The names of all templates, sorted.
  public var names: [String] { program.templateIndex.keys.sorted() }

  /// Every place where a function or filter of this name is given a text that is written out.
  public func literalCalls(of name: String) -> [LiteralCall] {
    references.calls.filter { $0.name == name }
  }

  /// The macros that no template calls, which therefore could not be checked.
  public var uncalledMacros: [NamedPlace] { references.uncalledMacros }

  /// What is wrong with the arguments of a call in content: names that the template never reads,
  /// and more arguments without a name than it looks at.
  ///
  /// - Parameter template: the template's name, in one of the environment's open folders.
  public func mistakes(in call: TemplateCall, of template: String) -> [Diagnostic] {
    references.parameters[template]?.mistakes(in: call) ?? []
  }

  /// Whether a template, or one that it extends, includes or imports, reads a member of the name,
  /// of whatever object.
  public func reads(_ member: String, in template: String) -> Bool {
    references.members.contains(member, in: template)
  }

  /// Whether a function or filter of this name is given something that is only known at run time.
  public func hasComputedCalls(of name: String) -> Bool { references.computedCalls.contains(name) }

  /// The names by which templates extend, include and import others; nil if some are computed.
  public var namedTemplates: Set<String>? {
    references.areComputed ? nil : references.templates
  }

  /// The texts of a template and of all that it may extend, include or import, with their names,
  /// sorted; a name without a template has no text.
  public func sources(of name: String) -> [(name: String, file: SourceFile?)] {
    let all = references.areComputed ? Set(names) : references.members.templates(from: name)
    return all.sorted().map { name in
      (name, program.templateIndex[name].map { program.templates[$0].file })
    }
  }

  /// Looks the globals' names up, so that rendering a page does not.
  public func bind(_ globals: TemplateGlobals) -> BoundGlobals {
    BoundGlobals(globals, program: program) { Prelude(program, $0) }
  }

  /// Renders a template and appends it to the output.
  ///
  /// When it fails nothing has been appended.
  ///
  /// - Parameter variant: in renderings of the same number with the same globals the environment's
  ///   shared variables are the same, so what is made of them alone is made once; -1 makes all.
  /// - Returns: warnings of what only shows while a page is rendered.
  public func render(
    _ name: String, globals: BoundGlobals, variables: TemplateMap, variant: Int = -1,
    into output: inout [UInt8]
  ) throws(TemplateError) -> [Diagnostic] {
    guard let index = program.templateIndex[name] else {
      throw TemplateError(.missingTemplate(name, among: names, at: nil))
    }
    do throws(Interruption) {
      return try Renderer.render(
        program, globals: globals, template: index, variables: variables, variant: variant,
        into: &output)
    } catch {
      throw TemplateError(error.diagnostic)
    }
  }

  /// Renders a template with globals that are used once.
  public func render(
    _ name: String, globals: TemplateGlobals = TemplateGlobals(), variables: [String: Value] = [:],
    into output: inout [UInt8]
  ) throws(TemplateError) -> [Diagnostic] {
    let map = TemplateMap(variables.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    return try render(name, globals: bind(globals), variables: map, into: &output)
  }
}

/// Why a page could not be rendered: the mistake, its place, and the way that led there.
public struct TemplateError: Error, Sendable {
  /// The mistake, with the includes and macros around it as notes.
  public let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
