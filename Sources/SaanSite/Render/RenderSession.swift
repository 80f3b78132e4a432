import SaanData
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

/// What one task needs to make pages: readers, and the theme's functions and filters bound to them.
///
/// A session makes one output at a time, so that what it reads meanwhile is that output's.
package struct RenderSession: Sendable {
  /// The site for the readers of each language.
  private let readers: ByID<Language, Reader>
  /// The values, functions and filters that templates see everywhere, by language.
  let globals: ByID<Language, BoundGlobals>
  /// What the calls that are the same on every page have asked for.
  let common: [ReadKey]
  private let reads: ReadNotes?
  private let weaving: WeaveNotes?

  /// Binds the theme's templates to a site.
  ///
  /// - Parameters:
  ///   - woven: what the shortcodes of texts show, as far as they are made.
  ///   - notesReads: whether to note what each output reads.
  ///   - weaves: whether to note what each shortcode does as well.
  init(
    _ context: SiteContext, _ woven: WovenTexts, notesReads: Bool, weaves: Bool = false
  ) {
    let reads = notesReads ? ReadNotes() : nil
    weaving = weaves ? WeaveNotes() : nil
    let door = Door(context, woven, notingIn: reads, weaving: weaving)
    let readers = ByID<Language, Reader>(
      context.languages.ids.map { Reader(door, language: $0) })
    self.readers = readers
    self.reads = reads
    globals = readers.map {
      context.site.theme.templates.bind(TemplateGlobals(of: $0, reads?.notesOfParts))
    }
    _ = reads?.take()
    common = reads?.keys ?? []
  }

  /// The site for the reader of an output.
  func reader(of job: Job) -> Reader { readers[job.language] }

  /// The site for the reader of a language.
  func reader(of tag: Language.Tag) -> Reader { readers[.first].reading(tag) }

  /// What was read since this was last asked; `nil` where nothing is noted.
  func takeReads() -> NotedReads? { reads.map { .made($0.take(), $0) } }

  /// What a shortcode has asked for since this was last asked.
  func takeWoven() -> (reads: [ReadKey], stated: [StatedFigure], awaited: Set<String>) {
    let notes = weaving?.take()
    return (reads?.takeKeys() ?? [], notes?.stated ?? [], notes?.awaited ?? [])
  }
}

extension ReadNotes {
  /// The notes of what the shared parts of templates ask.
  fileprivate var notesOfParts: FragmentNotes {
    FragmentNotes(
      begin: { self.beginPart() }, end: { self.endPart() }, reuse: { self.note(part: $0) })
  }
}
