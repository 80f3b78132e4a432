import SaanText

/// A parameter of a filter, test or function.
public struct Parameter: Sendable {
  /// What a named argument is called.
  public let name: String
  /// What it is when it is not given; `nil` makes it required.
  public let standard: Value?

  /// Makes a required parameter.
  public init(_ name: String) {
    self.name = name
    standard = nil
  }

  /// Makes a parameter with a default.
  public init(_ name: String, _ standard: Value) {
    self.name = name
    self.standard = standard
  }
}

/// What a filter, test or function can be called with.
public struct Signature: Sendable {
  /// The parameters in order.
  public let parameters: [Parameter]
  /// Whether any number of further arguments may follow, with and without names.
  public let takesMore: Bool

  /// Makes a signature.
  public init(_ parameters: [Parameter] = [], takesMore: Bool = false) {
    self.parameters = parameters
    self.takesMore = takesMore
  }

  var names: [String] { parameters.map(\.name) }

  /// The signature as the manual writes it: `(length=255, end='...')`.
  public var text: String {
    let parts =
      parameters.map { parameter in
        parameter.name + (parameter.standard.map { "=" + $0.representation } ?? "")
      } + (takesMore ? ["*args", "**kwargs"] : [])
    return parts.isEmpty ? "" : "(" + parts.joined(separator: ", ") + ")"
  }

  /// Gives each argument its parameter, at run time.
  func bind(_ positional: [Value], _ named: [(String, Value)]) throws(TemplateFault) -> Arguments {
    var values = parameters.map { $0.standard ?? .undefined }
    var given = [Bool](repeating: false, count: values.count)
    var more: [Value] = []
    for (index, value) in positional.enumerated() {
      if index < values.count {
        values[index] = value
        given[index] = true
      } else if takesMore {
        more.append(value)
      } else {
        throw .tooManyArguments(limit: parameters.count)
      }
    }
    var moreNamed: [(String, Value)] = []
    for (name, value) in named {
      if let index = parameters.firstIndex(where: { $0.name == name }) {
        if given[index] { throw .argumentTwice(name) }
        values[index] = value
        given[index] = true
      } else if takesMore {
        moreNamed.append((name, value))
      } else {
        throw .unknownArgument(name, among: names)
      }
    }
    for (index, parameter) in parameters.enumerated()
    where parameter.standard == nil && !given[index] {
      throw .missingArgument(parameter.name)
    }
    return Arguments(values: values, more: more, moreNamed: moreNamed)
  }
}

/// The arguments of a call, each at its parameter's place.
public struct Arguments: Sendable {
  /// One value for each parameter, its default where none was given.
  public let values: [Value]
  /// Further arguments, of a signature that takes more.
  public var more: [Value] = []
  /// Further named arguments.
  public var moreNamed: [(String, Value)] = []

  static let none = Arguments(values: [])

  /// The value of the parameter at a position.
  public subscript(index: Int) -> Value { values[index] }

  /// A text argument.
  public func text(_ index: Int, _ name: String) throws(TemplateFault) -> String {
    guard let text = values[index].text else { throw .argumentKind(name, "text", values[index]) }
    return text
  }

  /// An integer argument.
  public func integer(_ index: Int, _ name: String) throws(TemplateFault) -> Int {
    if let value = values[index].integer { return value }
    throw .argumentKind(name, "an integer", values[index])
  }

  /// An argument where none means that it was not given.
  public func optionalInteger(_ index: Int, _ name: String) throws(TemplateFault) -> Int? {
    values[index].isNone ? nil : try integer(index, name)
  }

  /// An argument where none means that it was not given.
  public func optionalText(_ index: Int, _ name: String) throws(TemplateFault) -> String? {
    values[index].isNone ? nil : try text(index, name)
  }
}
