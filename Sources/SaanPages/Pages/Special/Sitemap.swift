import SaanData
import SaanFiles
import SaanText

extension OutputFormat {
  static let sitemap: OutputFormat = OutputFormat(
    name: "sitemap.xml",
    summary: """
      Every page with its other languages, after sitemaps.org 0.9; a large site's in several files.
      """, needsBaseURL: true,
    planLast: { planner, jobs in
      let pages = jobs.filter(\.isForSearch).sorted { $0.output < $1.output }
      let limit = planner.sitemapLimit(longest: pages.lazy.map(\.output.utf8.count).max() ?? 0)
      guard pages.count > limit else {
        return [planner.job("/sitemap.xml", Sitemap(pages: pages[...]))]
      }
      let starts = stride(from: 0, to: pages.count, by: limit)
      let parts = starts.enumerated().map { index, start in
        planner.job(
          sitemapPath(index), Sitemap(pages: pages[start..<min(pages.count, start + limit)]))
      }
      let index = planner.job("/sitemap.xml", SitemapIndex(parts: parts.count))
      return [index] + parts
    })
}

/// The list of so many sitemaps, where one would be too large.
private struct SitemapIndex: FileSubject {
  let parts: Int

  var kind: String { "sitemap" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    bytes.append(contentsOf: indexHead.utf8)
    for part in 0..<parts {
      bytes.append(contentsOf: "<sitemap><loc>".utf8)
      bytes.appendEscaped(reader.absolute(sitemapPath(part)) ?? "")
      bytes.append(contentsOf: "</loc></sitemap>\n".utf8)
    }
    bytes.append(contentsOf: "</sitemapindex>\n".utf8)
  }
}

/// Pages with their other languages.
private struct Sitemap: FileSubject {
  let pages: ArraySlice<Job>

  var kind: String { "sitemap" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    reader.notePages()
    bytes.append(contentsOf: sitemapHead.utf8)
    for job in pages {
      let view = PageView(reader: reader, job: job)
      if !view.isFallback { bytes.appendSitemapEntry(view) }
    }
    bytes.append(contentsOf: "</urlset>\n".utf8)
  }
}

/// The site path of a part of the sitemap, counted from 0.
private func sitemapPath(_ part: Int) -> String { "/sitemap-\(part + 1).xml" }

extension Planner {
  /// How many pages one sitemap may hold: sitemaps.org allows 50,000 addresses and 50 MB.
  ///
  /// - Parameter longest: how long the longest path is.
  fileprivate func sitemapLimit(longest: Int) -> Int {
    // An entry has its own address, one for each language and one for none, each in its tags.
    let address = (routes.absolute("") ?? "").utf8.count + longest + 80
    return max(1, min(50_000, 50_000_000 / ((languages.count + 2) * address + 80)))
  }
}

private let indexHead = """
  <?xml version="1.0" encoding="UTF-8"?>
  <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

  """

private let sitemapHead = """
  <?xml version="1.0" encoding="UTF-8"?>
  <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
  xmlns:xhtml="http://www.w3.org/1999/xhtml">

  """

extension [UInt8] {
  fileprivate mutating func appendSitemapEntry(_ view: PageView) {
    append(contentsOf: "<url><loc>".utf8)
    appendEscaped(view.permalink ?? "")
    append(contentsOf: "</loc>".utf8)
    // The schema takes whole days only.
    if let updated = view.lastChange?.date, updated.precision == .day {
      append(contentsOf: "<lastmod>\(updated.iso)</lastmod>".utf8)
    }
    for alternate in view.alternates {
      append(contentsOf: "<xhtml:link rel=\"alternate\" hreflang=\"\(alternate.tag)\" href=\"".utf8)
      appendEscaped(alternate.url)
      append(contentsOf: "\"/>".utf8)
    }
    append(contentsOf: "</url>\n".utf8)
  }
}
