/// The place of a thing in its table, which cannot be taken for a place in another table.
package struct ID<Thing>: Hashable, Comparable, Sendable {
  /// The index in the table.
  package let position: Int

  /// Names the thing at an index.
  package init(_ position: Int) { self.position = position }

  /// In the order of the table.
  package static func < (one: ID, other: ID) -> Bool { one.position < other.position }
}

extension Array {
  /// The thing with an id.
  package subscript(id: ID<Element>) -> Element {
    get { self[id.position] }
    set { self[id.position] = newValue }
  }

  /// The ids of all, in order.
  package var ids: [ID<Element>] { indices.map { ID($0) } }
}
