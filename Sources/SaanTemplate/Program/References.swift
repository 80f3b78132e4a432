public import SaanText

/// A call or filter of a template whose first argument, or operand, is written out as text.
public struct LiteralCall: Sendable {
  /// What is called: `t` in `t("more")` and in `"more" | t`.
  public let name: String
  /// The text that it is called with.
  public let text: String
  /// Where the text stands.
  public let span: SourceSpan
  /// How many arguments without a name follow it.
  public let others: Int
  /// The arguments that are given by name.
  public let named: [NamedPlace]
  /// Whether these are all: none comes out of a list or a map.
  public let isFixed: Bool
}

/// Something of a template by its name.
public struct NamedPlace: Sendable {
  /// What it is called.
  public let name: String
  /// Where the name stands.
  public let span: SourceSpan
}

/// What templates name: texts given to functions and filters, and other templates.
struct References: Sendable {
  var calls: [LiteralCall] = []
  var computedCalls: Set<String> = []
  var templates: Set<String> = []
  /// Whether some template computes the name of another.
  var areComputed = false
  let uncalledMacros: [NamedPlace]
  /// What the templates that content calls look at of their arguments.
  var parameters: [String: TemplateParameters] = [:]
  var members = TemplateMembers()
}
