/// A form in which every feed is published; its value is the name of the file.
package enum FeedFormat: String, CaseIterable, Sendable {
  case atom = "atom.xml"
  case json = "feed.json"

  /// What programs that read feeds know it by.
  var mediaType: String {
    switch self {
    case .atom: "application/atom+xml"
    case .json: "application/feed+json"
    }
  }

  /// What readers know it by.
  var name: String {
    switch self {
    case .atom: "Atom"
    case .json: "JSON Feed"
    }
  }

  /// What says how it is written.
  var standard: String {
    switch self {
    case .atom: "RFC 4287"
    case .json: "JSON Feed 1.1"
    }
  }
}
