import SaanText

/// Reads the sources and observations of a YAML file.
package func loadFigures(_ file: SourceFile) -> Outcome<FigureTable> {
  var diagnostics = Diagnostics()
  guard let root = readYAML(file).value(reportingTo: &diagnostics) else {
    return Outcome(FigureTable(), diagnostics)
  }
  var reader = MappingReader(root, subject: Wording(en: file.path, th: file.path))
  let sources = reader.elements("sources").compactMap { readSource($0, reportingTo: &diagnostics) }
  let known = Set(sources.map(\.id))
  let observations = reader.elements("observations").compactMap { element -> Observation? in
    guard let observation = readObservation(element, reportingTo: &diagnostics) else { return nil }
    if !known.contains(observation.source.value) {
      diagnostics.add(.unknownSource(observation.source, among: known))
    }
    return observation
  }
  diagnostics.merge(reader.finish())
  return Outcome(FigureTable(observations: observations, sources: sources), diagnostics)
}

private func readSource(
  _ node: YAMLNode, reportingTo diagnostics: inout Diagnostics
) -> FigureSource? {
  var reader = MappingReader(node, subject: Wording(en: "a source", th: "แหล่งข้อมูล"))
  let id = reader.text("id")
  let title = reader.localized("title")
  let producer = reader.localized("producer")
  let published = reader.date("date_published")
  let url = reader.text("url")
  diagnostics.merge(reader.finish())
  guard let id, let title, let producer else {
    diagnostics.add(.missingKeys(["id", "title", "producer"], in: node))
    return nil
  }
  return FigureSource(
    id: id, title: title, producer: producer, datePublished: published, url: url)
}

private func readObservation(
  _ node: YAMLNode, reportingTo diagnostics: inout Diagnostics
) -> Observation? {
  var reader = MappingReader(node, subject: Wording(en: "an observation", th: "ค่าสังเกต"))
  let id = reader.located("id")
  let name = reader.localized("name")
  let unit = reader.node("unit").flatMap(readUnit)
  let area = reader.text("area")
  let value = reader.number("value")
  let source = reader.located("source")
  // Kept for the reader of the file; the pages do not show them yet.
  for key in ["areas", "quote", "denominator", "period"] { _ = reader.node(key) }
  let isApproximate = reader.bool("approximate") ?? false
  let asOf = reader.date("as_of")
  let basis = reader.choice("as_of_basis", of: Observation.AsOfBasis.self)
  let rank = reader.choice("rank", of: Observation.Rank.self)
  let note = reader.localized("note")
  let topic = reader.text("topic")
  diagnostics.merge(reader.finish())
  guard let id, let name, let area, let value, let source else {
    diagnostics.add(.missingKeys(["id", "name", "area", "value", "source"], in: node))
    return nil
  }
  return Observation(
    indicator: id, name: name, unit: unit, area: area, value: value, isApproximate: isApproximate,
    asOf: asOf, asOfBasis: basis ?? .unknown, source: source, rank: rank ?? .normal, note: note,
    topic: topic)
}

private func readUnit(_ node: YAMLNode) -> Localized<UnitName>? {
  if let text = node.text { return Localized(UnitName(one: text, other: text)) }
  let values: [(tag: Language.Tag?, value: UnitName)] = (node.pairs ?? []).compactMap { pair in
    guard let tag = pair.key.text else { return nil }
    if let text = pair.value.text { return (Language.Tag(tag), UnitName(one: text, other: text)) }
    guard let other = pair.value["other"]?.text else { return nil }
    return (Language.Tag(tag), UnitName(one: pair.value["one"]?.text ?? other, other: other))
  }
  return Localized(values)
}

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

  /// An exact number.
  package mutating func number(_ key: String) -> ExactNumber? {
    guard let value = located(key) else { return nil }
    switch ExactNumber.read(value.value) {
    case .success(let number): return number
    case .failure(let mistake):
      add(.badNumber(value.value, mistake, at: value.span.place))
      return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func missingKeys(_ required: [String], in node: YAMLNode) -> Diagnostic {
    let missing = required.filter { node[$0]?.isNull ?? true }.joined(separator: ", ")
    return Diagnostic(
      .error, "missing-key",
      Wording(en: "this entry lacks \(missing)", th: "รายการนี้ขาด \(missing)"), at: node.span.place)
  }

  fileprivate static func unknownSource(_ id: Located<String>, among known: Set<String>)
    -> Diagnostic
  {
    Diagnostic(
      .error, "unknown-source",
      Wording(en: "no source has the id '\(id.value)'", th: "ไม่มีแหล่งข้อมูลที่มีรหัส '\(id.value)'"),
      at: id.span.place, hint: didYouMean(id.value, among: known))
  }
}
