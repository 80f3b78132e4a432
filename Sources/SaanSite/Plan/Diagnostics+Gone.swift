import SaanModel
import SaanPages
import SaanText

/// What is said of addresses that nothing answers any more.
extension Diagnostic {
  /// An event that somebody took out: who has it in a calendar is told nothing.
  private static func eventGone(_ paths: String, _ words: Wording) -> Diagnostic {
    Diagnostic(
      .warning, "address-gone", words, at: .file(path: "site.yaml"),
      hint: Wording(
        en:
          "calendars keep an event that was taken out: put it back with 'status: cancelled', or write here 'gone: [\(paths)]' if nobody was to come",
        th:
          "ปฏิทินยังเก็บกิจกรรมที่ถูกลบไว้ ใส่กิจกรรมกลับพร้อม 'status: cancelled' หรือถ้าไม่มีใครต้องมาแล้วให้เขียนในไฟล์นี้ว่า 'gone: [\(paths)]'"
      ))
  }

  static func addressGone(_ gone: GoneAddress) -> Diagnostic {
    let paths = gone.paths.map { "'\($0)'" }
    let is1 = paths.count == 1
    let en = paths.joined(separator: " and ")
    let th = paths.joined(separator: " และ ")
    let words = Wording(
      en: "\(en) \(is1 ? "was" : "were") published, and nothing answers there now",
      th: "เคยเผยแพร่ \(th) แต่ตอนนี้ไม่มีสิ่งใดอยู่ที่นั่น")
    if let path = gone.paths.first(where: { (try? OldAddress($0))?.isFile == true }) {
      let all = gone.paths.joined(separator: ", ")
      if path.hasSuffix("/" + eventFileName) { return .eventGone(all, words) }
      return Diagnostic(
        .warning, "address-gone", words, at: .file(path: "site.yaml"),
        hint: Wording(
          en:
            "put the file into static\(path) again, or write here 'gone: [\(all)]' if it was withdrawn",
          th:
            "วางไฟล์ไว้ที่ static\(path) อีกครั้ง หรือถ้าถอนไฟล์แล้วให้เขียนในไฟล์นี้ว่า 'gone: [\(all)]'"
        ))
    }
    if gone.isOutside { return .addressOutsideGone(gone, words) }
    guard let file = gone.files.first else {
      return Diagnostic(
        .warning, "address-gone", words, at: .file(path: "site.yaml"),
        hint: Wording(
          en:
            "write 'aliases: [\(gone.alias)]' in the page that took its place, or here 'gone: [\(gone.paths.joined(separator: ", "))]' if it was withdrawn",
          th:
            "เขียน 'aliases: [\(gone.alias)]' ในหน้าที่ใช้แทน หรือถ้าถอนหน้าออกแล้วให้เขียนในไฟล์นี้ว่า 'gone: [\(gone.paths.joined(separator: ", "))]'"
        ))
    }
    if file.hasSuffix(".csv") { return .addressOfRowGone(gone, words) }
    let files = gone.files.joined(separator: ", ")
    return Diagnostic(
      .warning, "address-gone", words, at: .file(path: file),
      hint: Wording(
        en: "if the page moved here, write 'aliases: [\(gone.alias)]' in \(files)",
        th: "ถ้าหน้านั้นย้ายมาที่นี่ ให้เขียน 'aliases: [\(gone.alias)]' ใน \(files)"))
  }

  /// The address of a row whose id is another one now: a table has no room for an alias.
  private static func addressOfRowGone(_ gone: GoneAddress, _ words: Wording) -> Diagnostic {
    let lines = gone.paths.map { "'\($0): \(gone.successor?.key ?? "…")'" }
    return Diagnostic(
      .warning, "address-gone", words, at: .file(path: "site.yaml"),
      hint: Wording(
        en:
          "put the former id of the row back; or write here under 'redirects:', two spaces in: \(lines.joined(separator: " and "))",
        th:
          "ใส่รหัสเดิมของแถวกลับ หรือเขียนในไฟล์นี้ใต้ 'redirects:' โดยย่อหน้าสองช่อง: \(lines.joined(separator: " และ "))"
      ))
  }

  /// An address in no language, which no alias answers.
  private static func addressOutsideGone(_ gone: GoneAddress, _ words: Wording) -> Diagnostic {
    let line = gone.redirect(or: "news/my-article")
    return Diagnostic(
      .warning, "address-gone", words, at: .file(path: "site.yaml"),
      hint: gone.successor == nil
        ? Wording(
          en:
            "write here under 'redirects:', two spaces in, the page that took its place: '\(line)', or 'gone: [\(gone.alias)]' if it was withdrawn",
          th:
            "เขียนในไฟล์นี้ใต้ 'redirects:' โดยย่อหน้าสองช่อง ว่าหน้าใดใช้แทน: '\(line)' หรือถ้าถอนหน้าออกแล้วให้เขียน 'gone: [\(gone.alias)]'"
        )
        : Wording(
          en: "if the page is now there, write here under 'redirects:', two spaces in: '\(line)'",
          th: "ถ้าหน้านั้นย้ายไปแล้ว ให้เขียนในไฟล์นี้ใต้ 'redirects:' โดยย่อหน้าสองช่อง: '\(line)'"))
  }

  static func manyAddressesGone(_ count: Int) -> Diagnostic {
    Diagnostic(
      .warning, "address-gone",
      Wording(
        en:
          "\(count) more \(count == 1 ? "address" : "addresses") that \(count == 1 ? "was" : "were") published \(count == 1 ? "answers" : "answer") no more",
        th: "ยังมีที่อยู่ที่เคยเผยแพร่และหายไปอีก \(count) แห่ง"), at: .file(path: "site.yaml"),
      hint: Wording(
        en: "'saan list pages --gone' shows them all", th: "ดูทั้งหมดด้วย 'saan list pages --gone'"))
  }
}
