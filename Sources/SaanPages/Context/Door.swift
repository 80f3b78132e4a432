/// The way from one session to the site, which readers share.
///
/// Whoever copies a reader counts a reference. Sessions that counted those to the site itself would
/// wait for each other at every question; so each has a door, and readers are a door and numbers.
package final class Door: Sendable {
  /// The site, for readers alone.
  let context: SiteContext
  /// Where reads are noted; `nil` where nobody wants to know.
  private let reads: ReadNotes?

  /// Opens a site.
  package init(_ context: SiteContext, notingIn reads: ReadNotes? = nil) {
    self.context = context
    self.reads = reads
  }

  /// Notes a question before it is answered.
  @inline(__always)
  func note(_ key: @autoclosure () -> ReadKey) { reads?.note(key()) }
}
