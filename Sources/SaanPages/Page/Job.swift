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

  /// The same page with another version of its article; `nil` where it shows more than that.
  package func showing(_ entry: Entry) -> Job? {
    subject.showing(entry).map {
      Job(output: output, subject: $0, language: language, template: template, origin: origin)
    }
  }

  /// The same for another version of its file, which has another address; `nil` where it publishes
  /// none.
  package func publishing(_ asset: Asset, at path: String) -> Job? {
    subject.publishing(asset).map {
      Job(
        output: PublishedAddresses.output(for: path), subject: $0, language: language,
        template: template, origin: origin)
    }
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
