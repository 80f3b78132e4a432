/// The outlines of areas as drawings, by the areas' codes.
package struct Outlines: Sendable {
  /// The size of the drawing that the paths are in, from 0, 0.
  package let width: Double
  package let height: Double
  /// SVG path data.
  package let paths: [String: String]
  /// What those who made them ask to be said of them.
  package let credit: String?
  /// Where they come from.
  package let source: String?

  /// Takes a drawing that was read.
  package init(
    width: Double, height: Double, paths: [String: String], credit: String?, source: String?
  ) {
    self.width = width
    self.height = height
    self.paths = paths
    self.credit = credit
    self.source = source
  }
}

/// Where a site keeps outlines of its areas, if it has others than the gazetteer.
package let outlinesPath = "content/data/province-outlines.json"
