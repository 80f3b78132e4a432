/// What a template that content calls looks at of its arguments.
struct TemplateParameters: Sendable {
  /// The names that it reads and does not set itself.
  var names: Set<String> = []
  /// How many arguments without a name it looks at; nil for any number.
  var positional: Int? = 0
  /// Whether it hands all named arguments on.
  var takesAnyName = false
}

/// The members that templates read: `start` of `page.extra.start`.
struct TemplateMembers: Sendable {
  var own: [String: Set<String>] = [:]
  /// What each template extends, includes and imports.
  var others: [String: [String]] = [:]

  /// Whether a template, or one that it names, reads a member of the name.
  func contains(_ member: String, in template: String) -> Bool {
    templates(from: template).contains { own[$0]?.contains(member) == true }
  }

  /// A template and all that it names, and that those name.
  func templates(from template: String) -> Set<String> {
    var rest = [template]
    var seen: Set<String> = [template]
    while let next = rest.popLast() {
      rest += (others[next] ?? []).filter { seen.insert($0).inserted }
    }
    return seen
  }
}
