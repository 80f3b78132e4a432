import SaanData
import SaanMarkdown
import SaanModel
import SaanTemplate
import SaanText

/// A page that shows an indicator, with the places where it does.
package struct FigureCitation: Sendable {
  package let entry: Entry
  /// The calls in its text; none where only the front matter or a list of figures names it.
  package var calls: [ShortcodeCall]
}

extension TemplateCall {
  /// The name of the shortcode that shows a figure's value in a text.
  static let figure = "figure"

  /// Whether it shows a figure's value in a text.
  package var isFigure: Bool { name == Self.figure }
}

/// The pages that show each indicator, for one language; the newest
/// first.
func makeCitations(_ site: Site, _ language: Language) -> [IndicatorID: [FigureCitation]] {
  var found: [IndicatorID: [FigureCitation]] = [:]
  for entry in site.entries.sortedNewestFirst() {
    let page = entry.page(for: language.tag)
    var order: [IndicatorID] = []
    var calls: [IndicatorID: [ShortcodeCall]] = [:]
    func note(_ indicator: IndicatorID, _ call: ShortcodeCall? = nil) {
      if calls[indicator] == nil {
        order.append(indicator)
        calls[indicator] = []
      }
      if let call { calls[indicator]?.append(call) }
    }
    for call in page.body.allCalls {
      switch call.call?.name {
      case TemplateCall.figure:
        if let index = call.call?.positional.first?.text.flatMap(site.figures.indicator) {
          note(index, call)
        }
      case "figures":
        let named = call.call?.positional.compactMap { $0.text.flatMap(site.figures.indicator) }
        let topic = call.call?["topic"]?.text.map { site.figures.indicators(topic: $0) }
        for index in (named ?? []) + (topic ?? []) { note(index) }
      case "chart", "map":
        let drawn = [call.call?["figure"], call.call?["figures"]].compactMap { $0 }
          .flatMap { $0.listed ?? [$0] }
        for index in drawn.compactMap({ $0.text.flatMap(site.figures.indicator) }) { note(index) }
      default: break
      }
    }
    for id in entry.original.front.figures ?? [] {
      site.figures.indicator(id.value).map { note($0) }
    }
    for index in order {
      found[index, default: []].append(FigureCitation(entry: entry, calls: calls[index] ?? []))
    }
  }
  return found
}
