import SaanText

extension MappingReader {
  /// A date in any of the forms that a user may write.
  package mutating func date(_ key: String) -> CalendarDate? {
    guard let value = located(key) else { return nil }
    switch CalendarDate.read(value.value) {
    case .success(let date): return date
    case .failure(let mistake):
      add(.badDate(value.value, mistake, at: value.span.place))
      return nil
    }
  }
}
