import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// What is said in other words than before, as templates and the feed see it.
extension Reader {
  /// What is said in other words, and of what: `Unit of Funds`.
  func name(of change: WordChange) -> String {
    let word: Word =
      switch change.column {
      case "name": .nameOf
      case "title": .titleOf
      case "producer": .producerOf
      case "description", "universe": .descriptionOf
      case "unit_multiplier": .multiplierOf
      case "scope": .scopeOf
      case _ where change.isOfRule: .workingOutOf
      case _ where change.isOfCoverage: .completenessOf
      case _ where change.isOfCoverageDay: .dayOfCompletenessOf
      default: .unitOf
      }
    if change.isOfSource {
      let title = figures.source(change.id).map { figures.sources[$0].title[tag] }
      let name = change.column == "title" ? change.id : title ?? change.id
      return language.words.text(word, ["name": name])
    }
    let isOfRegister = change.isOfCoverage || change.isOfCoverageDay
    let title = isOfRegister ? figures.title(ofTable: change.id, in: tag) : change.id
    return language.words.text(word, ["name": name(title, in: change.area)])
  }

  /// What is said in the reader's language, before and after.
  func texts(_ change: WordChange) -> (before: String, after: String?)? {
    guard change.isOfRule || change.isOfCoverage || change.isOfCoverageDay else {
      guard let said = change.texts(in: tag, main: settings.defaultLanguage.tag) else { return nil }
      return (said.before.withoutCalls, said.after?.withoutCalls)
    }
    let column = change.column
    let said = (
      before: said(change.before[column], in: change), after: said(change.after[column], in: change)
    )
    // A row that is gone leaves the area to what is said of those around it and in it.
    if change.isOfCoverage, change.after.isEmpty, let area = change.area.flatMap(figures.area),
      let now = figures.completeness(of: change.id, in: area), now.status != .unknown
    {
      return (said.before, language.words.text(.registerUnsaid))
    }
    // "unknown" and nothing at all are the same to a reader.
    return said.before == said.after ? nil : said
  }

  /// What a cell means that says how numbers come about.
  private func said(_ cell: String?, in change: WordChange) -> String {
    let words: [String: Word] =
      switch change.column {
      case "status":
        ["complete": .registerComplete, "partial": .registerPartial, "": .registerUnknown]
      case "aggregation":
        [
          "sum": .addedAsSum, "max": .addedAsLargest, "weighted": .addedAsMean, "none": .notAddedUp,
          "": .notAddedUp,
        ]
      case "scope": ["": .scopeOfAll]
      default: [:]
      }
    let key = change.column == "status" && cell == "unknown" ? "" : cell ?? ""
    switch change.column {
    case "numerator", "denominator": if !key.isEmpty { return name(key, in: nil) }
    case "dataset": if !key.isEmpty { return figures.title(ofTable: key, in: tag) }
    case "as_of": if let date = CalendarDate(iso: key) { return Prose(language).moment(date) }
    case "scope":
      if let areas = figures.areas.listed(key) {
        return Prose(language).places(areas.map { figures.areas.all[$0].name[tag] })
      }
    default: break
    }
    return words[key].map { language.words.text($0) } ?? (key.isEmpty ? "–" : key)
  }

  /// The change as a record; `nil` where the reader sees none.
  func change(_ words: WordChange) -> Value? {
    guard let said = texts(words) else { return nil }
    let source = words.source.flatMap { figures.source($0) }
    return Value(
      ChangeRecord(
        name: name(of: words), url: figures.indicator(words.id).flatMap { url(ofIndicator: $0) },
        source: source.map { figures.sources[$0].title[tag] },
        asOf: words.date.flatMap { CalendarDate(iso: $0) }, before: said.before,
        after: said.after ?? "–", kind: words.column))
  }
}

extension DataChanges {
  /// Whether how complete a register is changes together with the day since which it is so.
  private func isToldWith(_ day: WordChange) -> Bool {
    words.contains { $0.isOfCoverage && $0.id == day.id && $0.area == day.area }
  }

  /// The changes of words that readers are told: of how complete a register is and since when, the
  /// former alone where both are others.
  var toldWords: [WordChange] { words.filter { !$0.isOfCoverageDay || !isToldWith($0) } }
}

extension String {
  /// The text with a sign where it calls for a figure, which it only states elsewhere.
  fileprivate var withoutCalls: String {
    var text = ""
    var rest = self[...]
    while let begin = rest.firstRange(of: "{{"),
      let end = rest[begin.upperBound...].firstRange(of: "}}")
    {
      text += rest[..<begin.lowerBound] + "…"
      rest = rest[end.upperBound...]
    }
    return text + rest
  }
}
