import SaanData
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

/// Renders a job through its template: the text first, then the page around it.
func renderTemplate(
  _ template: String, _ job: Job, _ session: RenderSession, _ bytes: inout [UInt8]
) -> [Diagnostic] {
  let reader = session.reader(of: job)
  let bare = PageView(reader: reader, job: job)
  let isShown = job.subject.target == nil
  let text = (isShown ? bare.entry : nil).flatMap { entry in
    bare.page.map {
      TextRenderer(
        writer: ShortcodeWriter(session: session, entry: entry, page: $0), reader: reader
      ).render()
    }
  }
  let view = PageView(reader: reader, job: job, content: text)
  let site = SiteView(reader: reader, currentPath: job.path)
  var found: [Diagnostic] = []
  do {
    found = try reader.templates(for: template).render(
      template, globals: session.globals[job.language],
      variables: TemplateMap(keys: variableNames, values: [Value(view), Value(site)]),
      variant: reader.variant(for: job.path), into: &bytes)
  } catch {
    found = [error.diagnostic]
  }
  guard !found.isEmpty else { return [] }
  let note = Wording(en: "while rendering \(view.described)", th: "ขณะสร้าง \(view.described)")
  return found.map { $0.noting(note) }
}

extension PageView {
  /// The page as a message names it: its file, or its path where it has none.
  fileprivate var described: String { page?.source.path ?? path }
}

private let variableNames = MapKeys(["page", "site"])
