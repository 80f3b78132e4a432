public import SaanText

/// A value that a template can see: the closed set of kinds the language knows.
///
/// Strings are text and are escaped when they are written into HTML; `html` is markup and is not.
/// Numbers follow Python, but integers have 64 bits and overflow is an error.
public enum Value: Sendable {
  /// Nothing was given under the name. Every use but `default` and `is defined` is an error.
  case undefined
  /// `none`: a value that is known to be absent.
  case none
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case html(HTML)
  case list([Value])
  /// A list that cannot change and prints with round brackets, as Python's.
  case tuple([Value])
  case map(TemplateMap)
  case object(ObjectReference)
  /// A macro, a loop, a namespace: what exists only while a template is rendered.
  case runtime(RuntimeReference)
}

/// Something that belongs to one rendering: a macro, a loop, a function, a namespace.
public struct RuntimeReference: Sendable, Hashable {
  enum Kind: UInt8, Sendable {
    case macro, function, loop, namespace, module, cycler, joiner
  }

  let kind: Kind
  /// Which of its kind.
  let index: Int
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByNilLiteral,
  ExpressibleByDictionaryLiteral
{
  /// Makes a string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Makes an integer.
  public init(integerLiteral value: Int) { self = .int(value) }
  /// Makes a floating-point number.
  public init(floatLiteral value: Double) { self = .double(value) }
  /// Makes a truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Makes a list.
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
  /// Makes `none`.
  public init(nilLiteral: ()) { self = .none }
  /// Makes a map that keeps the order in which its keys are written.
  public init(dictionaryLiteral elements: (String, Value)...) { self = .map(TemplateMap(elements)) }
}

extension Value {
  /// A string, or `none` where there is none.
  public init(_ text: String?) { self = text.map { .string($0) } ?? .none }

  /// A number, or none.
  public init(_ number: Int?) { self = number.map { .int($0) } ?? .none }

  /// An object of the host, with the fields of its table.
  @inlinable public init(_ object: some TemplateObject) { self = .object(ObjectReference(object)) }

  /// A record, as a map.
  @inlinable public init<Record: TemplateRecord>(_ record: Record) {
    self = .map(Record.table.map(of: record))
  }

  /// Whether `{% if %}` takes it as true: not empty, not zero, not none.
  public var isTrue: Bool {
    switch self {
    case .undefined, .none: false
    case .bool(let value): value
    case .int(let value): value != 0
    case .double(let value): value != 0
    case .string(let value): !value.utf8.isEmpty
    case .html(let value): !value.markup.utf8.isEmpty
    case .list(let values), .tuple(let values): !values.isEmpty
    case .map(let map): !map.isEmpty
    case .object(let object): object.elements.map { !$0.isEmpty } ?? true
    case .runtime: true
    }
  }

  /// Whether it is `undefined`.
  public var isUndefined: Bool {
    if case .undefined = self { true } else { false }
  }

  /// Whether it is `none`.
  public var isNone: Bool {
    if case .none = self { true } else { false }
  }

  /// The text of a string or of markup.
  public var text: String? {
    switch self {
    case .string(let text): text
    case .html(let html): html.markup
    default: nil
    }
  }

  /// The number as an integer, where it is one; true is 1 as in Python.
  public var integer: Int? {
    switch self {
    case .int(let value): value
    case .bool(let value): value ? 1 : 0
    default: nil
    }
  }

  /// The number as floating point, where it is a number.
  public var number: Double? {
    switch self {
    case .double(let value): value
    default: integer.map(Double.init)
    }
  }

  /// What the kind of value is called in messages and in `type` descriptions.
  public var kindName: String {
    switch self {
    case .undefined: "undefined"
    case .none: "none"
    case .bool: "boolean"
    case .int: "integer"
    case .double: "float"
    case .string: "string"
    case .html: "html"
    case .list: "list"
    case .tuple: "tuple"
    case .map: "map"
    case .object(let object): object.type.name
    case .runtime(let reference): "\(reference.kind)"
    }
  }
}
