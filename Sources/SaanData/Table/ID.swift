/// The place of a thing in its table, which cannot be taken for a place in another table.
///
/// It is public so that it is compiled for the tables of other modules, which ask for many.
public struct ID<Thing>: Hashable, Comparable, Sendable {
  /// The index in the table.
  public let position: Int

  /// Names the thing at an index.
  @inlinable public init(_ position: Int) { self.position = position }

  /// Reads what a column of many keeps; `nil` where it is -1.
  @inlinable public init?(stored: Int32) {
    guard stored >= 0 else { return nil }
    position = Int(stored)
  }

  /// What a column of many keeps.
  @inlinable public var stored: Int32 { Int32(truncatingIfNeeded: position) }

  /// In the order of the table.
  @inlinable public static func < (one: ID, other: ID) -> Bool { one.position < other.position }
}

extension Array {
  /// The thing with an id.
  @inlinable public subscript(id: ID<Element>) -> Element {
    get { self[id.position] }
    set { self[id.position] = newValue }
  }

  /// The ids of all, in order.
  @inlinable public var ids: some RandomAccessCollection<ID<Element>> {
    indices.lazy.map { ID($0) }
  }

  /// The id of the first that is wanted.
  @inlinable public func firstID(where isWanted: (Element) -> Bool) -> ID<Element>? {
    firstIndex(where: isWanted).map { ID($0) }
  }

  /// A value for each, found by its id.
  @inlinable public func byID<Value>(_ value: (Element) -> Value) -> ByID<Element, Value> {
    ByID(map(value))
  }
}

/// A value for each thing of a table, found by the thing's id.
public struct ByID<Thing, Value> {
  /// The values in the order of the table.
  public var all: [Value]

  /// Takes a value for each thing, in the order of the table.
  @inlinable public init(_ all: [Value]) { self.all = all }

  /// Begins with the same value for each of some things.
  @inlinable public init(repeating value: Value, for things: [Thing]) {
    all = Array(repeating: value, count: things.count)
  }

  /// The value for a thing.
  @inlinable public subscript(id: ID<Thing>) -> Value {
    get { all[id.position] }
    _modify { yield &all[id.position] }
  }

  /// What is made of each value.
  @inlinable public func map<Made>(_ make: (Value) -> Made) -> ByID<Thing, Made> {
    ByID<Thing, Made>(all.map(make))
  }
}

extension ByID: Sendable where Value: Sendable {}
