import SaanData
import SaanText

/// The place of a language among those of a site.
package typealias LanguageID = ID<Language>

extension LanguageID {
  /// The site's default language.
  package static var first: LanguageID { LanguageID(0) }
}
