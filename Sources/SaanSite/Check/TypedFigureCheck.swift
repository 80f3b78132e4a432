import SaanData
import SaanText

extension Check {
  static let typedFigures = Check(
    name: "typed figures",
    summary: "A number that is a value of an indicator is not typed into an article's text."
  ) { site, _ in
    let typed = TypedFigures(site.figures)
    return site.allPages.flatMap { _, page -> [Diagnostic] in
      let body = page.source.startOfBody
      return page.source.bytes[body...].withUnsafeBufferPointer { typed.find(in: $0) }.map {
        range, indicator in
        let span = page.source.span(body + range.lowerBound..<body + range.upperBound)
        return .typedFigure(span.text, indicator: site.figures.indicators[indicator].id, at: span)
      }
    }
  }
}

extension SourceFile {
  /// Where the text begins, below the front matter: figures cannot be called there.
  fileprivate var startOfBody: Int {
    let fence = Array("---".utf8)
    var line = span(0..<0).lineRange
    guard bytes[line].elementsEqual(fence) else { return 0 }
    while line.upperBound < bytes.count {
      let next = bytes[line.upperBound] == UInt8(ascii: "\r") ? 2 : 1
      let start = min(line.upperBound + next, bytes.count)
      line = span(start..<start).lineRange
      if bytes[line].elementsEqual(fence) { return line.upperBound }
      if line.lowerBound >= bytes.count { break }
    }
    return 0
  }
}
