/// A tag or a piece of text, and the bytes it was written with.
struct Statement: Sendable {
  indirect enum Kind: Sendable {
    case text([UInt8])
    case output(Expression)
    case conditional([(test: Expression, body: [Statement])], otherwise: [Statement])
    case loop(Loop)
    case assignment(Target, Expression)
    /// `{% set x | filter %}…{% endset %}`
    case blockAssignment(Target, filter: Expression?, body: [Statement])
    case block(Block)
    case extends(Expression)
    case include(Expression, ignoreMissing: Bool, withContext: Bool)
    case importAll(Expression, Binding, withContext: Bool)
    case importNames(Expression, [(name: Binding, alias: Binding)], withContext: Bool)
    case macro(Macro)
    /// `{% call(user) list(users) %}…{% endcall %}`
    case call(Expression, caller: Macro)
    case filter(Expression, body: [Statement])
    case with([(target: Target, value: Expression)], body: [Statement])
    case autoescape(Bool, body: [Statement])
    case invalid
  }

  let kind: Kind
  let range: Range<Int>
}

/// A name that is given a meaning, with its place.
struct Binding: Sendable {
  let name: String
  let range: Range<Int>
}

/// What a value is assigned to.
indirect enum Target: Sendable {
  case name(Binding)
  /// `ns.field`
  case namespace(Binding, field: String)
  case tuple([Target], Range<Int>)

  /// The variables that it sets.
  var names: [String] {
    switch self {
    case .name(let binding): [binding.name]
    case .namespace: []
    case .tuple(let targets, _): targets.flatMap(\.names)
    }
  }
}

struct Loop: Sendable {
  let target: Target
  let items: Expression
  let condition: Expression?
  let isRecursive: Bool
  let body: [Statement]
  let otherwise: [Statement]
}

struct Block: Sendable {
  let name: Binding
  let isScoped: Bool
  let isRequired: Bool
  let body: [Statement]
}

struct Macro: Sendable {
  struct Parameter: Sendable {
    let name: Binding
    let standard: Expression?
  }

  let name: Binding
  let parameters: [Parameter]
  let body: [Statement]
}

/// The syntax tree of one template.
struct SyntaxTree: Sendable {
  let body: [Statement]
}
