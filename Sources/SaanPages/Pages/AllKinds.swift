import SaanTemplate

extension PageKind {
  /// Every kind of page, in the order in which they are planned.
  package static let all: [PageKind] = [
    .articles, .lists, .places, .registers, .figures, .disagreements, .sources, .openData, .changes,
    .calendars, .tracker, .search, .cards, .special,
  ]
}

extension OutputFormat {
  /// Everything that is published.
  package static let all: [OutputFormat] = PageKind.all.flatMap(\.outputs)
}

extension PageView: TemplateObject {
  package static let table = ObjectTable<PageView>(
    "page", commonFields + PageKind.all.flatMap(\.fields))
}
