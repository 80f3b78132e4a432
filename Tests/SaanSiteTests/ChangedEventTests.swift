import SaanData
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// Events that are others than people have them in their calendars.
@Suite struct ChangedEventTests {
  private let head = """
    id,name,name@en,start,end,status,place,online_url,repeats,repeats_times,repeats_except,updated

    """
  private let row =
    "camp,ค่าย,Camp,2026-12-08 18:00,2026-12-08 20:00,,วัด,,weekly,4,,2026-11-20\n"

  private func site(_ rows: String) -> SourceTree {
    Specimen.commons([
      "site.yaml": """
      title: {th: เครือข่าย, en: Network}
      base_url: https://example.org/
      theme: commons
      collections:
        events: {title: {th: กิจกรรม, en: Events}, template: event.html, list_template: events.html, sort: date}

      """,
      "content/data/events.csv": head + rows,
      "content/index.th.md": "---\ntitle: หน้าแรก\n---\nก\n",
      "content/index.en.md": "---\ntitle: Home\n---\na\n",
    ])
  }

  /// What a build says of rows where others were published.
  private func messages(
    _ rows: String, after former: String, isStrict: Bool = false
  ) async throws -> Diagnostics {
    let options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-29")), jobs: 1)
    let outputs = try #require(
      try await build(site(former), options, into: MemorySink()).report)
    return try await build(
      site(rows), options, isStrict: isStrict, into: AgainSink(after: outputs)
    ).diagnostics
  }

  @Test func whatCalendarsWouldNotLearnIsTold() async throws {
    for (old, new, fields) in [
      ("camp,ค่าย,Camp,2026-12-08 18:00", "camp,ค่าย,Camp,2026-12-08 17:00", "'start'"),
      ("20:00,,วัด", "20:00,cancelled,วัด", "'status'"),
      ("20:00,,วัด", "20:00,,ศาลา", "'place'"), ("20:00", "21:00", "'end'"),
      (",4,,", ",5,,", "'repeats'"), (",4,,", ",4,2026-12-15,", "'repeats_except'"),
      ("วัด,,", "วัด,https://live.example/,", "'online_url'"), ("Camp", "The camp", "'name'"),
    ] {
      let found = try await messages(row.replacing(old, with: new), after: row).all
      #expect(found.map(\.code) == ["event-without-updated"], "\(new)")
      #expect(found.first?.message.en.contains(fields) == true, "\(new)")
      #expect(found.first?.message.th.contains(fields) == true, "\(new)")
      #expect(found.first?.hint?.th.contains("updated: 2026-11-29") == true)
      let place = Place.cell(
        path: "content/data/events.csv", sheet: nil, row: 2, column: "updated")
      #expect(found.first?.place == place)
      // With the day of the change every calendar learns of it.
      let told = row.replacing(old, with: new).replacing("2026-11-20", with: "2026-11-29")
      #expect(try await messages(told, after: row).isEmpty, "\(new)")
    }
    #expect(try await messages(row, after: row).isEmpty)
    let cancelled = row.replacing("20:00,,", with: "20:00,cancelled,")
    #expect(try await messages(cancelled, after: row, isStrict: true).hasErrors)
  }

  /// A release remembers where each build begins with an empty folder.
  @Test func aReleaseKnowsWhatCalendarsHave() async throws {
    let day = try #require(CalendarDate(iso: "2026-11-25"))
    let options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-29")), jobs: 1)
    let old = try #require(try await inspect(site(row), options).site)
    let release = try #require(DataRelease.file(of: old.figures, registers: [], date: day))
    func found(_ rows: String) async throws -> [Diagnostic] {
      var tree = site(rows)
      tree.add("content/data/releases/2026-11-25.json", release)
      return try await build(tree, options, into: MemorySink()).diagnostics.all
    }
    let cancelled = row.replacing("20:00,,", with: "20:00,cancelled,")
    let told = try await found(cancelled)
    #expect(told.map(\.code) == ["event-without-updated"])
    #expect(told.first?.message.en.contains("'status'") == true)
    #expect(told.first?.hint?.th == "เขียน 'updated: 2026-11-29'")
    #expect(try await found(cancelled.replacing("2026-11-20", with: "2026-11-29")).isEmpty)
    // Another way of writing the same day is no change.
    #expect(try await found(row).isEmpty)
    #expect(
      try await found(row.replacing("2026-12-08 18:00", with: "8 ธันวาคม 2569 เวลา 18.00 น."))
        .isEmpty)
    let back = try await found(row.replacing("2026-11-20", with: "2026-11-10"))
    #expect(back.map(\.code) == ["event-without-updated"])
  }

  /// What a release tells of is missed where each build begins with an empty folder.
  @Test func anEventThatIsGoneSinceAReleaseIsTold() async throws {
    let day = try #require(CalendarDate(iso: "2026-11-25"))
    let options = BuildOptions(today: try #require(CalendarDate(iso: "2026-11-29")), jobs: 1)
    let other = row.replacing("camp,ค่าย,Camp", with: "walk,เดิน,Walk")
    let old = try #require(try await inspect(site(row + other), options).site)
    let release = try #require(DataRelease.file(of: old.figures, registers: [], date: day))
    func result(
      _ rows: String, uid: String = ""
    ) async throws -> (told: [Diagnostic], diff: String) {
      var tree = site(rows)
      if !uid.isEmpty {
        let table =
          head.replacing("updated\n", with: "updated,uid\n")
          + rows.replacing("2026-11-20\n", with: "2026-11-20,\n") + uid
        tree.add("content/data/events.csv", Array(table.utf8))
      }
      tree.add("content/data/releases/2026-11-25.json", release)
      let found = try await build(tree, options, into: MemorySink()).diagnostics.all
      let now = try #require(try await inspect(tree, options).site)
      let plan = try #require(try await inspect(tree, options).plan)
      let reads = try await SiteReads(now, plan, options)
      let diff = try await explainChanges(since: nil, in: now, reads: reads, language: .english)
      return (found, diff.value ?? "")
    }
    let gone = try await result(row)
    #expect(gone.told.map(\.code) == ["vanished-row"])
    #expect(gone.told.first?.severity == .error)
    #expect(
      gone.told.first?.message.en == "the event 'walk' was published on 2026-11-25 and is gone")
    #expect(gone.told.first?.message.th.contains("กิจกรรม 'walk'") == true)
    #expect(gone.told.first?.hint?.th.contains("'status: cancelled'") == true)
    #expect(gone.diff.contains("gone  events  walk"), "\(gone.diff)")
    let changed = try await result(
      (row + other).replacing("2026-11-20", with: "2026-11-29").replacing("20:00", with: "21:00"))
    #expect(changed.told.isEmpty)
    #expect(
      changed.diff.contains("changed  events  camp  end: 2026-12-08T20:00"), "\(changed.diff)")
    // Called off or under another id, which calendars know it by.
    let off = try await result(
      row
        + other.replacing("20:00,,", with: "20:00,cancelled,")
        .replacing("2026-11-20", with: "2026-11-29"))
    #expect(off.told.isEmpty)
    let renamed = other.replacing("walk", with: "stroll").replacing(
      "2026-11-20\n", with: "2026-11-20,events/walk\n")
    #expect(try await result(row, uid: renamed).told.isEmpty)
  }

  /// What is taken out stays in people's calendars.
  @Test func whatIsTakenOutShouldBeCalledOff() async throws {
    let other = row.replacing("camp,ค่าย,Camp", with: "walk,เดิน,Walk")
    let found = try await messages(row, after: row + other).all
    let told = found.filter { $0.message.en.contains("/events/walk/event.ics") }
    #expect(Set(told.map(\.code)) == ["address-gone"])
    #expect(told.first?.hint?.en.contains("'status: cancelled'") == true)
    #expect(told.first?.hint?.th.contains("'status: cancelled'") == true)
  }

  /// A second change on one day needs the hour, and the number that programs go by never falls.
  @Test func theNumberOfAChangeNeverFalls() async throws {
    let today = row.replacing("2026-11-20", with: "2026-11-29")
    let again = try await messages(today.replacing("18:00", with: "17:00"), after: today).all
    #expect(again.map(\.hint?.en) == ["write 'updated: 2026-11-29 01:00'"])
    let hour = row.replacing("2026-11-20", with: "2026-11-29 09:30")
    let back = try await messages(today, after: hour).all
    #expect(back.map(\.code) == ["event-without-updated"])
    #expect(back.first?.hint?.en == "write 'updated: 2026-11-29 10:00'")
    #expect(back.first?.message.en.contains("earlier than it was") == true)
    #expect(back.first?.message.th.contains("เก่ากว่า") == true)
  }
}
