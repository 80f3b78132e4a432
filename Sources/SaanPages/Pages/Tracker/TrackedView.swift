import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// A row of the tracker as templates see it, in one language.
protocol TrackedView: TemplateObject, Sendable {
  var reader: Reader { get }
}

extension TrackedView {
  /// Fields of several kinds, in their order.
  static func fields(_ groups: [ObjectTable<Self>.Field]...) -> [ObjectTable<Self>.Field] {
    groups.flatMap { $0 }
  }

  /// A text and the language that it is in.
  static func text(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Self) -> Localized<String>?
  ) -> [ObjectTable<Self>.Field] {
    [
      ObjectTable<Self>.Field(name, .string, summary) {
        Value(read($0)?.spoken(for: $0.reader.tag).text)
      },
      ObjectTable<Self>.Field(name + "_lang", .string, "the language that this is in") { view in
        Value(read(view)?.spoken(for: view.reader.tag).language.rawValue)
      },
    ]
  }

  /// What somebody said, in the language in which it is written down first, and our translation for
  /// readers of another one: only the former is anybody's own words.
  static func quote(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Self) -> Localized<String>?
  ) -> [ObjectTable<Self>.Field] {
    [
      ObjectTable<Self>.Field(name, .string, summary) { Value(read($0)?.all[0]) },
      ObjectTable<Self>.Field(name + "_lang", .string, "the language that this is in") { view in
        Value(read(view)?.original(for: view.reader.tag).language.rawValue)
      },
      ObjectTable<Self>.Field(
        name + "_translated", .string, "the same in the page's language, where we translated it"
      ) { view in
        Value(
          read(view).flatMap { text in
            let shown = text.spoken(for: view.reader.tag)
            return shown.text == text.all[0] ? nil : shown.text
          })
      },
    ]
  }

  /// A day, month or year; of a span its end.
  static func date(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Self) -> CalendarPeriod?
  ) -> ObjectTable<Self>.Field {
    ObjectTable<Self>.Field(name, .any, summary) { Value(date: read($0)?.simplified.last) }
  }
}

extension Localized<String> {
  /// The text that was written first, and the language that it is in.
  fileprivate func original(for tag: Language.Tag) -> (text: String, language: Language.Tag) {
    let first = pairs[0]
    return (Localized([first]) ?? self).spoken(for: tag)
  }
}

extension Reader {
  /// Sources as templates see them.
  func sources(_ ids: [SourceID]) -> Value { .list(ids.map { source($0) }) }

  /// The areas that a row names, with their pages.
  func areaValues(_ names: [String]) -> Value {
    let areas = areas
    return .list(names.compactMap { areas[$0].map { areaValue($0) } })
  }

  /// The topics that a row names.
  func topicValues(_ slugs: [String]) -> Value { .list(slugs.compactMap { termValue($0) }) }

  /// The href of a place of the site, where something is published there.
  func hrefIfPublished(_ place: String) -> String? {
    let path = path(place, language)
    return publishes(path) ? href(path) : nil
  }

  /// Parties in the order of their names.
  func inOrder(_ parties: [Party]) -> [Party] {
    parties.sorted(in: language) { $0.name[tag] }
  }

  /// Where a promise stands today.
  func state(of promise: Promise, _ tracker: Tracker) -> PromiseState {
    tracker.state(of: promise, today: today, figures.sources)
  }
}
