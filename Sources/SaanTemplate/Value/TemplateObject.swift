/// A type of the host whose fields templates may read.
///
/// ```swift
/// extension Author: TemplateObject {
///   static let table = ObjectTable<Author>("author", [
///     .init("name", .string, "the full name") { .string($0.name) },
///     .init("pages", .list(of: .object(Page.self)), "what they wrote") { .list($0.pages) },
///   ])
/// }
/// ```
///
/// Fields are read when a template asks for them; no dictionary is built.
public protocol TemplateObject: Sendable {
  /// The fields, in the order in which they are documented.
  static var table: ObjectTable<Self> { get }
  /// What `{{ object }}` writes; `nil` makes writing it an error.
  var templateText: Value? { get }
  /// What `{% for x in object %}` goes through; `nil` makes looping an error.
  var templateElements: [Value]? { get }
  /// What the object is compared and sorted by; `nil` makes it incomparable.
  var templateKey: Value? { get }
}

/// A small record of the host that templates see as a map of its fields, all read at once.
///
/// It is made with the labels of its properties, and its table says which field each of them is, so
/// that none can take the place of another. Records are documented where they are handed out.
public protocol TemplateRecord: Sendable {
  /// The fields, in the order of the map.
  static var table: ObjectTable<Self> { get }
}

extension TemplateObject {
  /// Writing the object is an error.
  public var templateText: Value? { nil }
  /// Looping over the object is an error.
  public var templateElements: [Value]? { nil }
  /// The object cannot be sorted by itself.
  public var templateKey: Value? { nil }
}

/// The fields of a host type, each with its name, type, summary and how it is read.
public final class ObjectTable<Object: Sendable>: Sendable {
  /// One field.
  public struct Field: Sendable {
    let description: ObjectType.Field
    let read: @Sendable (Object) -> Value

    /// Makes a field.
    ///
    /// - Parameter formerly: names that it had once: templates that ask for one are given the value
    ///   and told the name of today.
    public init(
      _ name: String, _ type: ValueType, _ summary: String = "", formerly: [String] = [],
      read: @escaping @Sendable (Object) -> Value
    ) {
      description = ObjectType.Field(
        name: name, type: type, summary: summary, formerNames: formerly)
      self.read = read
    }
  }

  /// The type as the static check and the manual see it.
  public let type: ObjectType
  /// The readers, which live as long as the table.
  private let readers: [FieldReader]
  /// The same without counted references: every page reads a hundred fields, and tasks that render
  /// at once would wait for each other's counting.
  @usableFromInline let uncounted: [Unmanaged<FieldReader>]

  /// Makes a table.
  public init(_ name: String, _ fields: [Field]) {
    type = ObjectType(name, fields.map(\.description))
    readers = fields.map { FieldReader($0.read) }
    uncounted = readers.map { .passUnretained($0) }
  }

  /// The value of a field, by its position.
  @inlinable func value(_ position: Int, of object: Object) -> Value {
    uncounted[position]._withUnsafeGuaranteedRef { $0.read(object) }
  }

  /// All fields of an object, as a map.
  @inlinable func map(of object: Object) -> TemplateMap {
    TemplateMap(keys: type.keys, values: uncounted.indices.map { value($0, of: object) })
  }

  @usableFromInline final class FieldReader: Sendable {
    @usableFromInline let read: @Sendable (Object) -> Value

    init(_ read: @escaping @Sendable (Object) -> Value) { self.read = read }
  }
}

/// What is known about an object before rendering: its name and its fields.
public final class ObjectType: Sendable {
  /// One field.
  public struct Field: Sendable {
    /// What templates write behind the dot.
    public let name: String
    /// What the static check takes its value for.
    public let type: ValueType
    /// One phrase for the manual.
    public let summary: String
    /// Names that it had once, under which it is still found.
    public let formerNames: [String]

    /// Describes a field.
    public init(
      name: String, type: ValueType, summary: String = "", formerNames: [String] = []
    ) {
      self.name = name
      self.type = type
      self.summary = summary
      self.formerNames = formerNames
    }
  }

  /// What messages call it: `page`.
  public let name: String
  /// The fields in the order in which they are documented.
  public let fields: [Field]
  @usableFromInline let keys: MapKeys

  /// Describes a type, also one whose values are plain maps.
  public init(_ name: String, _ fields: [Field]) {
    self.name = name
    self.fields = fields
    keys = MapKeys(fields.map(\.name), former: fields.map(\.formerNames))
  }

  /// The field of a name, or the one that had it once.
  func field(_ name: String) -> Field? {
    keys.index(of: MemberName(name)).map { fields[$0] }
  }
}

/// What the static check knows about a value.
///
/// It is for telling mistakes and not for proving that there are none: of several types that a
/// value may have, one that fits is enough.
public indirect enum ValueType: Sendable {
  /// Anything: nothing is checked.
  case any
  case bool
  case number
  case string
  case html
  case list(of: ValueType)
  /// A map whose keys are not known and whose values have one type.
  case map(of: ValueType)
  /// An object, or `none`; the closure lets types name each other.
  case described(@Sendable () -> ObjectType)
  /// `none`, or what no value has come to yet.
  case nothing
  /// A value that is of one of these types, each another.
  case oneOf([ValueType])

  /// An object of a host type, or `none`.
  public static func object<Object: TemplateObject>(_: Object.Type) -> ValueType {
    .described { Object.table.type }
  }

  /// A map with the fields of a record, or `none`.
  public static func record<Record: TemplateRecord>(_: Record.Type) -> ValueType {
    .described { Record.table.type }
  }

  /// A map or object with these fields.
  public static func record(_ type: ObjectType) -> ValueType { .described { type } }

  /// The type as the manual writes it: `list of page`.
  public var text: String {
    switch self {
    case .any: "any"
    case .bool: "boolean"
    case .number: "number"
    case .string: "text"
    case .html: "HTML"
    case .list(let element): "list of \(element.text)"
    case .map(let element): "map of \(element.text)"
    case .described(let type): type().name
    case .nothing: "none"
    case .oneOf(let parts): parts.map(\.text).joined(separator: " or ")
    }
  }

  /// The object that it is, or that it holds.
  public var object: ObjectType? {
    switch self {
    case .list(let element), .map(let element): element.object
    case .described(let type): type()
    default: nil
    }
  }
}

/// An object of the host inside a template.
public final class ObjectReference: Sendable {
  @usableFromInline enum Request {
    case field(Int), text, elements, key
  }

  /// The object's type.
  public let type: ObjectType
  /// Whether a field of it had another name once.
  let hasFormerNames: Bool
  private let answer: @Sendable (Request) -> Value

  /// Wraps an object.
  ///
  /// It is compiled for each type that a host wraps, which a page does a hundred times.
  @inlinable public convenience init<Object: TemplateObject>(_ object: Object) {
    self.init(type: Object.table.type) { request in
      switch request {
      case .field(let index): Object.table.value(index, of: object)
      case .text: object.templateText ?? .undefined
      case .elements: object.templateElements.map { .list($0) } ?? .undefined
      case .key: object.templateKey ?? .undefined
      }
    }
  }

  @usableFromInline
  init(type: ObjectType, answer: @escaping @Sendable (Request) -> Value) {
    self.type = type
    hasFormerNames = type.keys.lookup.hasFormerNames
    self.answer = answer
  }

  @inline(__always)
  func read(_ member: MemberName) -> Value? {
    type.keys.index(of: member).map { answer(.field($0)) }
  }

  /// The value of a field.
  public subscript(name: String) -> Value? { read(MemberName(name)) }

  var text: Value? {
    let text = answer(.text)
    return text.isUndefined ? Value?.none : text
  }

  var key: Value? {
    let key = answer(.key)
    return key.isUndefined ? Value?.none : key
  }

  var elements: [Value]? {
    if case .list(let values) = answer(.elements) { values } else { nil }
  }
}
