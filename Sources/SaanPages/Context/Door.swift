import SaanModel

/// The way from one session to the site, which readers share.
///
/// Whoever copies a reader counts a reference. Sessions that counted those to the site itself would
/// wait for each other at every question; so each has a door, and readers are a door and numbers.
package final class Door: Sendable {
  /// The site, for readers alone.
  let context: SiteContext
  /// What the shortcodes of its texts show, as far as they are made.
  let woven: WovenTexts
  /// Where reads are noted; `nil` where nobody wants to know.
  private let reads: ReadNotes?
  /// Where it is noted what a shortcode does; `nil` once texts are made.
  private let weaving: WeaveNotes?

  /// Opens a site.
  package init(
    _ context: SiteContext, _ woven: WovenTexts, notingIn reads: ReadNotes? = nil,
    weaving: WeaveNotes? = nil
  ) {
    self.context = context
    self.woven = woven
    self.reads = reads
    self.weaving = weaving
  }

  /// Notes a question before it is answered.
  @inline(__always)
  func note(_ key: @autoclosure () -> ReadKey) { reads?.note(key()) }

  /// Notes that a value was asked for by itself, which a text states.
  func note(_ figure: StatedFigure) { weaving?.note(figure) }

  /// Notes that the answer lies in a text that is not made, by its file.
  func note(awaited path: String) { weaving?.note(awaited: path) }
}
