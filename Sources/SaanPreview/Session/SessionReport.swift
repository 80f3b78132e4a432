import SaanText

/// What the terminal is told of the preview.
struct SessionReport: Sendable {
  enum Event: Sendable {
    /// The site was read for the first time.
    case ready(pages: Int, Duration)
    /// Files were changed and the pages follow; how many of those on screen have changed.
    case changed(Set<String>, pages: Int, Duration)
    /// All pages were made for nobody, to find what is wrong with them.
    case looked(made: Int, Duration)
    /// The system tells of no changes, so they are looked for.
    case polling
    /// The folder cannot be read, for a reason.
    case unreadable(Diagnostic)
  }

  let event: Event
  /// Everything that is wrong now.
  let findings: Diagnostics
  /// What of it was not told before.
  let new: Diagnostics

  /// One line for the terminal.
  func line(in language: MessageLanguage) -> String {
    [what, verdict].compactMap { $0?.text(in: language) }.joined(separator: " · ")
  }

  private var what: Wording {
    switch event {
    case .changed(let paths, let pages, let time):
      let names = paths.sorted()
      let first = names.prefix(2).joined(separator: ", ")
      let more = names.count - 2
      let lead =
        names.isEmpty
        ? Wording(en: "the whole folder", th: "ทั้งโฟลเดอร์")
        : more > 0
          ? Wording(en: "\(first) and \(more) more", th: "\(first) และอีก \(more) ไฟล์")
          : Wording(en: first, th: first)
      return Wording(
        en: "\(lead.en) · \(pages) of the pages on screen · \(time.inMilliseconds) ms",
        th: "\(lead.th) · หน้าที่เปิดดูอยู่เปลี่ยน \(pages) หน้า · \(time.inMilliseconds) มิลลิวินาที")
    case .ready(let pages, let time):
      return Wording(
        en: "\(pages) pages · \(time.inMilliseconds) ms",
        th: "\(pages) หน้า · \(time.inMilliseconds) มิลลิวินาที")
    case .looked(let made, let time):
      return Wording(
        en: "looked at all pages, \(made) made again · \(time.inMilliseconds) ms",
        th: "ตรวจทุกหน้าแล้ว สร้างใหม่ \(made) หน้า · \(time.inMilliseconds) มิลลิวินาที")
    case .polling:
      return Wording(
        en: "changes are looked for twice a second", th: "ตรวจหาการเปลี่ยนแปลงทุกครึ่งวินาที")
    case .unreadable(let found): return found.message
    }
  }

  private var verdict: Wording? {
    if case .polling = event { return nil }
    let (errors, warnings) = (findings.count(.error), findings.count(.warning))
    return Wording(
      en: "\(errors) \(errors == 1 ? "error" : "errors"), "
        + "\(warnings) \(warnings == 1 ? "warning" : "warnings")",
      th: "ข้อผิดพลาด \(errors) รายการ คำเตือน \(warnings) รายการ")
  }
}

extension Duration {
  /// Whole milliseconds.
  fileprivate var inMilliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
