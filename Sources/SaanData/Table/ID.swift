/// The place of a thing in its table, which cannot be taken for a place in another table.
///
/// It is public so that it is compiled for the tables of other modules, which ask for many.
public struct ID<Thing>: Hashable, Comparable, Sendable {
  /// The index in the table.
  public let position: Int

  /// Names the thing at an index.
  @inlinable public init(_ position: Int) { self.position = position }

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
  @inlinable public var ids: [ID<Element>] { indices.map { ID($0) } }
}
