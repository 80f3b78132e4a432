import SaanModel
import SaanText

/// The picture that other sites show beside a link to a page, as a drawing that is to be painted.
package struct ShareCard: Sendable {
  static let template = "card.svg"
  /// The width and height that sites ask for.
  package static let size = (width: 1200, height: 630)

  /// The site path of the page that it is of.
  package let page: String
  /// The drawing; empty where the template failed.
  package let svg: [UInt8]
  /// The article that it is of, with the language that it is in.
  package let entry: Entry?
  package let language: Language.Tag
  /// What it says, for those who do not see it.
  let alt: String
  /// What went wrong in the template.
  package let mistakes: [Diagnostic]
}
