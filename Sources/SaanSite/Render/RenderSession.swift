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
  private let readers: [Reader]
  /// The values, functions and filters that templates see everywhere, by language.
  let globals: [BoundGlobals]
  /// What the calls that are the same on every page have asked for.
  let common: [ReadKey]
  private let reads: ReadNotes?

  /// Binds the theme's templates to a site.
  ///
  /// - Parameter notesReads: whether to note what each output reads.
  package init(_ context: SiteContext, notesReads: Bool = false) {
    let reads = notesReads ? ReadNotes() : nil
    let door = Door(context, notingIn: reads)
    let readers = context.languages.indices.map { Reader(door, language: $0) }
    self.readers = readers
    self.reads = reads
    globals = readers.map { context.site.theme.templates.bind(TemplateGlobals(of: $0)) }
    _ = reads?.take()
    common = reads?.keys ?? []
  }

  /// The site for the reader of an output.
  func reader(of job: Job) -> Reader { readers[job.language] }

  /// What was read since this was last asked; `nil` where nothing is noted.
  func takeReads() -> NotedReads? { reads.map { .made($0.take(), $0) } }
}
