import SaanText

/// A value and the place where the user wrote it.
package struct Located<Value: Sendable>: Sendable {
  package let value: Value
  package let span: SourceSpan

  /// Makes a located value.
  package init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
