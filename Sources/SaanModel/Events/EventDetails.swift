import SaanText

/// What is known of an event beside its name, its times and its words.
///
/// A row of the table `events` and the fields under `extra` of an article are one shape: both have
/// these by the same names, and an article whose key ends in the id of a row is the row's text.
package struct EventDetails: Sendable, Equatable {
  /// Whether it takes place.
  package enum Status: String, Sendable, CaseIterable {
    case confirmed, tentative, cancelled, postponed
    case movedOnline = "moved_online"
  }

  package var status: Status?
  /// When it should have begun, before it was put to another day.
  package var previousStart: Moment?
  package var zone: Zone?
  /// The code of the place that it takes place in.
  package var area: String?
  /// Where it can be followed from afar.
  package var onlineURL: String?
  /// Its own page, of who holds it.
  package var url: String?
  package var participants: Int?
  /// What the number of participants promises.
  package var participantsBound: Bound?
  package var recurrence: Recurrence?
  /// The keys of the articles that came out of it.
  package var outputs: [String] = []
  /// The source that tells of it, by its id.
  package var source: String?
  /// What calendars know it by, where that is not its key.
  package var uid: String?
  /// Every cell of its row, for who compares two versions of it.
  package var cells: [String] = []

  /// Makes details of which none is known.
  package init() {}

  /// The columns of the table and the fields under `extra` that are read, in the table's order.
  package static let fields = [
    "start", "end", "timezone", "status", "previous_start", "area", "place", "address",
    "online_url", "organisers", "participants_count", "participants_bound", "repeats",
    "repeats_every", "repeats_on", "repeats_times", "repeats_until", "repeats_except",
    "repeats_moved", "outputs", "source", "uid", "url",
  ]
  /// Those of them that are words of a language.
  package static let words = ["place", "address", "organisers"]
  /// What a field is called that used to have another name.
  package static let formerly = ["organisers": "organiser"]
}
