/// What goes wrong with events, in articles and in rows of the table.
extension MistakeTests.Case {
  private static func event(_ fields: String, updated: String? = nil) -> [String: String] {
    let lines = fields.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    let head = updated.map { "updated: \($0)\n" } ?? ""
    return ["content/news/a.th.md": "---\ntitle: ก\n\(head)extra:\n\(lines)\n---\nข้อความ\n"]
  }

  /// Rows below a heading, on a site that has the collection.
  private static func rows(_ text: String) -> [String: String] {
    let settings = TestSite().files["site.yaml"] ?? ""
    return [
      "site.yaml": settings + "  events: {title: {th: กิจกรรม, en: Events}, sort: date}\n",
      "content/data/events.csv": text,
    ]
  }

  static let events: [Self] = [
    Self(
      "event-words",
      event(
        "start: 2026-12-15 09:00\nstatus: canceled\ntimezone: Europe/Berlin\nparticipants_count: ราว 200\noutputs: [news/b]"
      )),
    Self("event-moved-online", event("start: 2026-12-15\nstatus: moved_online")),
    Self("event-not-moved", event("start: 2026-12-15\nprevious_start: 15 ธันวาคม 2569")),
    Self(
      "event-postponed-to-a-day",
      event(
        "start: 2026-12-20\nprevious_start: 2026-12-10\nstatus: postponed",
        updated: "2020-01-02")),
    Self("event-cancelled-undated", event("start: 2026-12-15\nstatus: cancelled")),
    Self("event-without-start", event("repeats: weekly\nrepeats_times: 3")),
    Self("event-for-ever", event("start: 2026-12-15\nrepeats: weekly")),
    Self(
      "event-two-ends",
      event("start: 2026-12-15\nrepeats: weekly\nrepeats_until: 2027-01-31\nrepeats_times: 3")),
    Self("event-without-rhythm", event("start: 2026-12-15\nrepeats_times: 3")),
    Self(
      "event-other-days",
      event("start: 2026-12-15\nrepeats: weekly\nrepeats_on: 15\nrepeats_times: 3")),
    Self(
      "event-days-of-month",
      event("start: 2026-12-15\nrepeats: monthly\nrepeats_on: tue\nrepeats_times: 3")),
    Self(
      "event-mixed-days",
      event("start: 2026-12-15\nrepeats: monthly\nrepeats_on: \"15, 3rd tue\"\nrepeats_times: 3")),
    Self(
      "event-starts-elsewhere",
      event("start: 2026-12-14\nrepeats: weekly\nrepeats_on: tue\nrepeats_times: 3")),
    Self("event-month-repeats", event("start: 2026-12\nrepeats: monthly\nrepeats_times: 3")),
    Self("event-never", event("start: 2026-12-15\nrepeats: weekly\nrepeats_until: 2026-12-01")),
    Self(
      "event-exceptions",
      event(
        "start: 2026-12-15\nupdated: 2026-11-01\nrepeats: weekly\nrepeats_times: 3\nrepeats_except: [2026-12-23]\nrepeats_moved: {2026-12-24: 2026-12-26}"
      )),
    Self(
      "event-bad-move",
      event("start: 2026-12-15\nrepeats: weekly\nrepeats_times: 3\nrepeats_moved: 2026-12-22")),
    Self(
      "event-untimely",
      event(
        "start: 2026-12-15\nend: 2026-12-15 12:00\nsource: nope")),
    Self(
      "event-bound-alone",
      event("start: 2026-12-15 09:00\nparticipants_bound: about").mapValues {
        $0.replacing("title: ก", with: "title: ก\nupdated: 2026")
      }),
    Self(
      "event-moves",
      event(
        "start: 2026-12-15\nrepeats: weekly\nrepeats_times: 4\nrepeats_except: \"2026-12-29, 2027-01-05\"\nrepeats_moved: \"2026-12-22 -> 2026-12-23; 2026-12-22 > 2026-12-24; 2026-12-29 > 2026-12-30; 2026-12-15 > 2026-12-15\""
      ).mapValues { $0.replacing("title: ก", with: "title: ก\nupdated: 2026-11-01") }),
    Self(
      "event-moved-onto",
      event(
        "start: 2026-12-15\nrepeats: weekly\nrepeats_times: 4\nrepeats_moved: 2026-12-22 > 2026-12-29"
      ).mapValues { $0.replacing("title: ก", with: "title: ก\nupdated: 2026-11-01") }),
    Self(
      "event-overlaps",
      event("start: 2026-12-15\nend: 2026-12-28\nrepeats: weekly\nrepeats_times: 4")),
    Self(
      "event-same-uid",
      rows("id,name,start,uid\na,ก,2026-12-15,same\nb,ข,2026-12-16,same\n")),
    Self(
      "event-rows",
      rows(
        """
        id,name,start,end,status,topics,areas,repeats,repeats_until,updated
        a b,ก,2026-12-15,,,,,,,
        c,ข,15/12/26,,,,,,,
        d,ค,2026-12-15 09:00,2026-12-14,,,,,,
        e,ง,2026-12-15,,cancled,houses,99,,,
        f,จ,2026-12-15,,,housing,,weekly,,

        """)),
    Self(
      "event-row-and-article",
      rows("id,name,start\nforum,เวที,2026-12-15\n").merging([
        "content/events/forum.th.md": "---\nextra:\n  start: 2026-12-16\n---\nก\n"
      ]) { $1 }),
    Self(
      "event-rows-without-collection",
      ["content/data/events.csv": "id,name,start\na,ก,2026-12-15\n"]),
  ]
}
