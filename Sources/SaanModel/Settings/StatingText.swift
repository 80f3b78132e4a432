import SaanText

/// A value as a text asks for it: by the ids of an indicator, an area and a source.
package struct StatedFigure: Hashable, Sendable {
  package let id: String
  package let area: String?
  package let source: String?

  /// Takes what a call names.
  package init(id: String, area: String?, source: String?) {
    (self.id, self.area, self.source) = (id, area, source)
  }
}

/// A text beside the bodies of articles that states figures: a title, a menu, a table's sentence.
package struct StatingText: Sendable {
  /// Where it is written.
  package let place: Place
  /// What it says, with one space where there are several.
  package let text: String
  package let figures: [StatedFigure]
  /// What each figure says in it.
  package let said: [String]

  /// Takes a text with what its figures say.
  package init(place: Place, text: String, figures: [StatedFigure], said: [String]) {
    self.place = place
    self.text = text.split { $0.isWhitespace }.joined(separator: " ")
    self.figures = figures
    self.said = said
  }
}
