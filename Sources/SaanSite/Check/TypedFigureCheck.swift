import SaanData
import SaanMarkdown
import SaanModel
import SaanText

extension Check {
  static let typedFigures = Check(
    name: "typed figures",
    summary: "A number that is a value of an indicator is not typed into an article's text."
  ) { site, _ in
    let typed = TypedFigures(site.figures)
    return site.allPages.flatMap { _, page -> [Diagnostic] in
      let body = page.source.startOfBody
      let found = page.source.bytes[body...].withUnsafeBufferPointer { typed.find(in: $0) }
      guard !found.isEmpty else { return [] }
      let addresses = page.body.links.compactMap(\.rangeOfAddress)
      return found.compactMap { range, known in
        let span = page.source.span(body + range.lowerBound..<body + range.upperBound)
        if addresses.contains(where: { $0.contains(span.range.lowerBound) }) { return nil }
        return .typedFigure(
          span.text, indicator: site.figures.indicators[known.indicator].id,
          area: site.figures.areas.all[known.area].code, at: span)
      }
    }
  }
}

extension Link {
  /// The bytes of the address alone; `nil` where only the block around the link is known.
  fileprivate var rangeOfAddress: Range<Int>? {
    span.range.count <= destination.utf8.count + 2 ? span.range : nil
  }
}
