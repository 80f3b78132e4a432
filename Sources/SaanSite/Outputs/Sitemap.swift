import SaanData
import SaanText

extension OutputFormat {
  static let sitemap: OutputFormat = OutputFormat(
    name: "sitemap.xml", summary: "Every page with its other languages, after sitemaps.org 0.9.",
    plan: { planner in [planner.job("/sitemap.xml", .sitemap, .sitemap)] },
    render: { _, session, bytes in
      bytes += Array(sitemapHead.utf8)
      for job in session.context.plan.pages {
        let view = PageView(context: session.context, job: job)
        if view.isListedInSitemap { bytes.appendSitemapEntry(view) }
      }
      bytes += Array("</urlset>\n".utf8)
      return []
    })
}

private let sitemapHead = """
  <?xml version="1.0" encoding="UTF-8"?>
  <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
  xmlns:xhtml="http://www.w3.org/1999/xhtml">

  """

extension [UInt8] {
  fileprivate mutating func appendSitemapEntry(_ view: PageView) {
    self += Array("<url><loc>".utf8)
    appendEscaped(view.permalink)
    self += Array("</loc>".utf8)
    // The schema takes whole days only.
    if let updated = view.lastChange, updated.precision == .day {
      self += Array("<lastmod>\(updated.iso)</lastmod>".utf8)
    }
    for alternate in view.alternates {
      self += Array("<xhtml:link rel=\"alternate\" hreflang=\"\(alternate.tag)\" href=\"".utf8)
      appendEscaped(alternate.url)
      self += Array("\"/>".utf8)
    }
    self += Array("</url>\n".utf8)
  }
}
