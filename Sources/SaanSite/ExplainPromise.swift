import SaanData
import SaanModel
import SaanPages
import SaanText

/// Where a promise stands and why: every event with its place, and the one that counts.
///
/// - Returns: `nil` when the site has no such promise, with what to say about that.
package func explainPromise(
  _ id: String, in site: Site, language: MessageLanguage
) -> Outcome<String?> {
  let tracker = site.tracker.value
  guard let promise = tracker.promise(id) else {
    let unknown = Diagnostic.unknownName(
      "unknown-promise", Wording(en: "promise", th: "คำสัญญา"), Located(id, at: nowhere.start),
      among: tracker.promises.map(\.id))
    return Outcome(nil, Diagnostics([unknown.withoutPlace]))
  }
  let tag: Language.Tag = language == .thai ? .thai : .english
  let state = tracker.state(of: promise, today: site.today, site.figures.sources)
  func said(en: String, th: String) -> String { Wording(en: en, th: th).text(in: language) }
  let party = tracker.party(promise.party)?.name[tag] ?? promise.party
  var lines = ["\(id)  \(promise.title[tag])", said(en: "party: ", th: "พรรค: ") + party]
  lines.append(said(en: "status: ", th: "สถานะ: ") + state.progress.rawValue)
  lines.append(
    said(en: "last checked: ", th: "ตรวจล่าสุด: ") + listed(state.checkedOn, language))
  if let whole = promise.mergedInto {
    let words = said(en: "counts as a part of: ", th: "นับรวมกับข้ออื่น: ")
    lines.append(words + whole + (tracker.promise(whole).map { "  " + $0.title[tag] } ?? ""))
  }
  lines += flags(of: state, promise, language)
  let events = tracker.events(of: id)
  let last = events.last(where: \.isCheck)
  lines.append(
    "\n" + said(en: "events, the one that counts marked", th: "เหตุการณ์ มีเครื่องหมายที่แถวซึ่งใช้ตัดสินสถานะ")
  )
  for event in events {
    let words = [
      listed(event.date.simplified.last, language), event.kind.rawValue,
      event.isCheck ? "reviewed" : "not_reviewed", event.progress?.rawValue ?? "–",
      event.evidence.map { site.figures.sources[$0].id }.joined(separator: ", "),
      site.figures.package["promise_events"].map { $0[event.row].place.text(in: language) } ?? "",
    ]
    lines.append("  \(event.row == last?.row ? "→" : " ") " + words.joined(separator: "  "))
  }
  if events.isEmpty { lines.append("    –") }
  return Outcome(lines.joined(separator: "\n") + "\n")
}

/// What the clock and the sources say of a promise, each with its reason.
private func flags(
  of state: PromiseState, _ promise: Promise, _ language: MessageLanguage
) -> [String] {
  var flags: [Wording] = []
  if state.isOverdue, let deadline = promise.deadline {
    let day = listed(deadline.simplified.last, language)
    flags.append(
      state.progress.isVerdict
        ? Wording(
          en: "overdue: its deadline was \(day), and the last verdict is from before it",
          th: "เลยกำหนด: กำหนดเสร็จคือ \(day) และผลตัดสินล่าสุดมาก่อนวันนั้น")
        : Wording(
          en: "overdue: its deadline was \(day), and there is no verdict",
          th: "เลยกำหนด: กำหนดเสร็จคือ \(day) และยังไม่มีผลตัดสิน"))
  }
  if state.isUncheckedSinceDeadline {
    flags.append(
      Wording(
        en: "not checked since: nobody is known to have looked since the deadline went by",
        th: "ยังไม่ได้ตรวจหลังครบกำหนด: ไม่มีบันทึกว่ามีใครตรวจหลังวันครบกำหนด"))
  }
  if state.isStale, !state.isUncheckedSinceDeadline {
    flags.append(
      Wording(
        en: "due for another look: a review holds for \(promise.reviewEvery) days",
        th: "ถึงเวลาตรวจซ้ำ: การตรวจแต่ละครั้งใช้ได้ \(promise.reviewEvery) วัน"))
  }
  if state.hasSingleSource {
    flags.append(
      Wording(
        en: "single source: all evidence is of one producer",
        th: "มีแหล่งเดียว: หลักฐานทั้งหมดมาจากผู้จัดทำรายเดียว"))
  }
  if promise.isRetired {
    let why = promise.retiredReason
    flags.append(
      Wording(
        en: "entry withdrawn" + (why.map { ": " + $0[.english] } ?? ""),
        th: "ถอนรายการแล้ว" + (why.map { ": " + $0[.thai] } ?? "")))
  }
  return flags.map { $0.text(in: language) }
}
