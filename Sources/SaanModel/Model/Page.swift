import SaanData
import SaanMarkdown
import SaanText

/// One article in all the languages that it was written in.
///
/// It never changes; it is a class because thousands of views hold it, and copying it then costs
/// one reference.
package final class Entry: Sendable {
  /// Its place below `content/` without language and ending, such as `news/codi-22-years`; a
  /// folder's own page has the folder's key, and the home page the empty one.
  package let key: String
  /// The translations that are published, in the order of the site's languages; at least one.
  package let pages: [Page]
  /// Whether the files are `index` files, alone in their folder with their images.
  package let isIndex: Bool

  /// Joins translations.
  package init(key: String, pages: [Page], isIndex: Bool) {
    self.key = key
    self.pages = pages
    self.isIndex = isIndex
  }

  /// The translation that a reader of the language gets, which may be in another language.
  package func page(for tag: Language.Tag) -> Page {
    if let own = pages.first(where: { $0.language == tag }) { return own }
    for other in tag.fallback {
      if let page = pages.first(where: { $0.language.rawValue == other }) { return page }
    }
    return original
  }

  /// Whether there is a translation in just this language.
  package func has(_ tag: Language.Tag) -> Bool { pages.contains { $0.language == tag } }

  /// The translation that the others inherit from.
  package var original: Page { pages[0] }

  /// The key of the folder it lies in; `nil` for the home page.
  package var parentKey: String? {
    key.isEmpty ? nil : key.lastIndex(of: "/").map { String(key[..<$0]) } ?? ""
  }

  /// The folder that its images and its relative links start from.
  package var folder: String {
    isIndex ? key : parentKey ?? ""
  }
}

/// One translation of an article; a class for the same reason as `Entry`.
package final class Page: Sendable {
  package let language: Language.Tag
  /// The language of the title, which may be inherited from the original.
  package let titleLanguage: Language.Tag
  /// The language of the summary, which may be inherited as well.
  package let summaryLanguage: Language.Tag
  /// Why it would not be published, where a preview shows it all the same.
  package let preview: HeldBack.Reason?
  package let source: SourceFile
  package let front: FrontMatter
  package let body: PageText
  /// What its text and its fields name that may be a file.
  package let names: Lazily<[String]>

  /// Makes a translation.
  package init(
    language: Language.Tag, titleLanguage: Language.Tag, summaryLanguage: Language.Tag,
    preview: HeldBack.Reason?, source: SourceFile, front: FrontMatter, body: PageText
  ) {
    self.language = language
    self.titleLanguage = titleLanguage
    self.summaryLanguage = summaryLanguage
    self.preview = preview
    self.source = source
    self.front = front
    self.body = body
    names = Lazily { namesOfFiles(front, body) }
  }

  /// The title; a page without one does not get past loading.
  package var title: String { front.title?.value ?? "" }
}
