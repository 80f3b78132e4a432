import SaanText

extension MappingReader {
  /// A date with its time of day, where one stands behind it, in any form that a user may write.
  package mutating func moment(_ key: String) -> Located<Moment>? {
    guard let value = located(key) else { return nil }
    switch Moment.read(value.value) {
    case .success(let moment): return Located(moment, at: value.span)
    case .failure(let mistake):
      add(.badDate(value.value, mistake, at: value.span.place))
      return nil
    }
  }
}
