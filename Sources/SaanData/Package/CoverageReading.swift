import SaanText

/// Reads `coverage`: whether a register is complete, and as of when.
enum CoverageReading {
  /// The statement; `nil` when it lacks a part without which it says nothing.
  static func read(
    _ item: YAMLNode, _ language: Language.Tag, _ found: inout Diagnostics
  ) -> ResourceCoverage? {
    let kind = Wording(en: "coverage", th: "ความครบถ้วนของทะเบียน")
    guard var map = DescriptorMapping(item, kind, &found) else { return nil }
    let word = map.requiredText("status", &found)
    let day = map.requiredText("as_of", &found)
    let note = map.localized("note", language, &found)
    let statusPlace = map.take("status")?.place ?? item.place
    let datePlace = map.take("as_of")?.place ?? item.place
    map.finish(&found)
    let status = word.flatMap(RegisterStatus.init)
    if let word, status == nil {
      found.add(
        .unknownWord(word, among: RegisterStatus.allCases.map(\.rawValue), at: statusPlace))
    }
    let asOf = day.flatMap { text -> CalendarPeriod? in
      switch CalendarPeriod.read(text) {
      case .success(let period): return period
      case .failure(let mistake):
        found.add(.badDate(text, mistake, at: datePlace))
        return nil
      }
    }
    guard let status, let asOf else { return nil }
    return ResourceCoverage(
      status: status, asOf: asOf, note: note, place: item.place, datePlace: datePlace)
  }
}
