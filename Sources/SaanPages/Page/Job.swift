import SaanModel
import SaanText

/// One output: where it goes and what it shows.
///
/// It never changes; a class, because plans of hundreds of thousands are sorted and handed round.
package final class Job: Sendable {
  /// The path below the output directory.
  package let output: String
  package let subject: any Subject
  /// The position of the reader's language; the first for outputs without one.
  package let language: LanguageID
  /// The template, for outputs that are rendered through one.
  package let template: String?
  /// What in the content asked for it, for messages.
  package let origin: Place?

  init(
    output: String, subject: any Subject, language: LanguageID, template: String?, origin: Place?
  ) {
    self.output = output
    self.subject = subject
    self.language = language
    self.template = template
    self.origin = origin
  }

  /// Whether search engines may list it, as far as its kind goes.
  package var isForSearch: Bool { subject.isForSearch }

  /// The site path that a link to it has.
  package var path: String {
    "/" + (output.hasSuffix("index.html") ? String(output.dropLast("index.html".count)) : output)
  }

  /// What kind of output it is, as `saan list pages` and templates name it.
  package var kind: String { subject.kind }
}
