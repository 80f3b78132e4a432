/// A zone of time that is the same in summer and winter, as those around Thailand are.
///
/// Calendars are told all of it, so that no program has to know the zone by its name. Zones with
/// summer time are not in the list: their rules change, and the program knows none of them.
public struct Zone: Sendable, Hashable {
  /// Its name in the tz database: `Asia/Bangkok`.
  public let name: String
  /// How many minutes it is ahead of UTC.
  public let minutes: Int

  /// The zone of Thailand, that of all times which name no other.
  public static let bangkok = Zone(name: "Asia/Bangkok", minutes: 420)

  /// Every zone that an author may name.
  public static let all: [Zone] =
    [bangkok]
    + [
      ("Asia/Dhaka", 360), ("Asia/Ho_Chi_Minh", 420), ("Asia/Hong_Kong", 480),
      ("Asia/Jakarta", 420), ("Asia/Kathmandu", 345), ("Asia/Kolkata", 330),
      ("Asia/Kuala_Lumpur", 480), ("Asia/Manila", 480), ("Asia/Phnom_Penh", 420),
      ("Asia/Seoul", 540), ("Asia/Shanghai", 480), ("Asia/Singapore", 480),
      ("Asia/Taipei", 480), ("Asia/Tokyo", 540), ("Asia/Vientiane", 420),
      ("Asia/Yangon", 390), ("Etc/UTC", 0),
    ].map { Zone(name: $0.0, minutes: $0.1) }

  /// The zone of a name.
  public static func named(_ name: String) -> Zone? { all.first { $0.name == name } }

  /// How far it is ahead of UTC: `+07:00`, between the two numbers what is given.
  public func offset(_ mark: String = ":") -> String {
    written {
      $0.append(minutes < 0 ? "-" : "+")
      $0.append(padded: abs(minutes) / 60, to: 2)
      $0.append(text: mark)
      $0.append(padded: abs(minutes) % 60, to: 2)
    }
  }
}
