import SaanData
import SaanMarkdown
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

extension Check {
  static let doubledBounds = Check(
    name: "doubled bounds",
    summary: "No word such as “about” stands before a figure that says one itself."
  ) { site, _ in
    site.allPages.flatMap { _, page in
      page.body.allCalls.compactMap { shown in
        guard let call = shown.call, call.isFigure,
          let id = call.positional.first?.text,
          let value = site.figures.shown(
            id, area: call["area"]?.text ?? "TH", source: call["source"]?.text),
          value.bound != .exact
        else { return nil }
        let start = shown.shortcode.span.range.lowerBound
        // No qualifier is longer than 60 bytes.
        guard Bound.qualifier(endOf: page.source.text(in: max(0, start - 60)..<start)) != nil else {
          return nil
        }
        return .doubledBound(value.bound, figure: id, at: shown.shortcode.span)
      }
    }
  }
}
