import SaanTemplate
import SaanText

/// Where programs follow a calendar.
struct CalendarLinkRecord: TemplateRecord {
  let url: String
  /// The whole address of the file.
  let address: String

  private var webcal: String {
    "webcal" + address.drop { $0 != ":" }
  }

  static let table = ObjectTable<CalendarLinkRecord>(
    "calendar",
    [
      .init("url", .string, "the href of the file") { .string($0.url) },
      .init("address", .string, "its whole address, to be written into a program") {
        .string($0.address)
      },
      .init("webcal_url", .string, "the address that programs of calendars open") {
        .string($0.webcal)
      },
      .init("google_url", .string, "the address that adds it to Google's calendar") {
        .string(
          "https://calendar.google.com/calendar/render?cid=" + queryEncoded($0.webcal))
      },
    ])
}

/// A text as the query of an address holds it.
func queryEncoded(_ text: String) -> String {
  percentEncoded(path: text).map { character in
    switch character {
    case "&": "%26"
    case "+": "%2B"
    case "=": "%3D"
    case ";": "%3B"
    case "#": "%23"
    case "'": "%27"
    default: String(character)
    }
  }.joined()
}
