import SaanData
import SaanText

/// What reading the published pages back finds, with its wording.
extension Diagnostic {
  static func deadAddress(_ address: DeadAddress, at place: Place?, hint: Wording?) -> Diagnostic {
    let target = address.target
    let words =
      switch address.reason {
      case .missing:
        Wording(
          en: "an address leads to '\(target)', where nothing is published",
          th: "มีลิงก์ไปยัง '\(target)' แต่ไม่มีอะไรเผยแพร่อยู่ที่นั่น")
      case .anchor(let id):
        Wording(
          en: "an address leads to '#\(id)' on '\(target)', where nothing has that id",
          th: "มีลิงก์ไปยัง '#\(id)' ในหน้า '\(target)' แต่ไม่มีส่วนใดในหน้านั้นใช้รหัสนี้")
      case .besideSite:
        Wording(
          en: "an address leads to '\(target)', which leaves out the path that the site lies below",
          th: "มีลิงก์ไปยัง '\(target)' ซึ่งขาดส่วนต้นของที่อยู่เว็บนี้")
      case .withdrawn:
        Wording(
          en: "an address leads to '\(target)', which 'gone' says was withdrawn",
          th: "มีลิงก์ไปยัง '\(target)' ซึ่ง 'gone' บอกว่าถูกถอนแล้ว")
      case .nothing(let mistake):
        Diagnostic.badAddress(address.reference, mistake, at: nil).message
      case .base:
        Wording(
          en: "<base> leads every link of the page to '\(address.reference)', off this site",
          th: "<base> พาทุกลิงก์ในหน้าออกไปที่ '\(address.reference)' นอกเว็บนี้")
      case .label(let id):
        Wording(
          en: "a part of the page names the id '\(id)', which nothing on the page has",
          th: "ส่วนหนึ่งของหน้าอ้างถึงรหัส '\(id)' แต่ไม่มีส่วนใดในหน้านั้นใช้รหัสนี้")
      }
    let isError = address.reason != .withdrawn && !address.reason.isOfPage
    return Diagnostic(isError ? .error : .warning, "dead-address", words, at: place, hint: hint)
  }

  /// Names the template that makes the address, where its text is not written out in any.
  func notingTemplate(_ name: String) -> Diagnostic {
    noting(
      Wording(
        en: "the template '\(name)' puts it together from parts",
        th: "แม่แบบ '\(name)' ประกอบที่อยู่นี้ขึ้นจากหลายส่วน"))
  }

  /// Names the first pages that show the address, and how many more there are.
  func notingPages(_ paths: [String]) -> Diagnostic {
    let first = paths.prefix(3).joined(separator: ", ")
    let more = paths.count - 3
    guard more > 0 else { return noting(Wording(en: "on \(first)", th: "ในหน้า \(first)")) }
    return noting(
      Wording(
        en: "on \(first) and \(more) more \(more == 1 ? "page" : "pages")",
        th: "ในหน้า \(first) และอีก \(more) หน้า"))
  }

  func notingMoreAddresses(_ count: Int) -> Diagnostic {
    noting(
      Wording(
        en: "and \(count) more \(count == 1 ? "address" : "addresses") like it",
        th: "และที่อยู่แบบเดียวกันอีก \(count) แห่ง"))
  }
}

/// What to do about a dead address.
extension Wording {
  static func writeSlash(_ path: String) -> Wording {
    Wording(
      en: "write it with a slash at the end: \(path)", th: "เขียนโดยมีเครื่องหมายทับต่อท้าย: \(path)")
  }

  static func writeWithURL(_ path: String) -> Wording {
    Wording(
      en: "let the program add what stands before it: {{ url(\"\(path)\") }}",
      th: "ให้โปรแกรมเติมส่วนหน้าให้: {{ url(\"\(path)\") }}")
  }

  static func writeAsset(_ name: String) -> Wording {
    Wording(
      en:
        "files of the theme get another name whenever they change: write {{ asset(\"\(name)\") }}",
      th: "ไฟล์ของธีมเปลี่ยนชื่อทุกครั้งที่แก้ไข ให้เขียน {{ asset(\"\(name)\") }}")
  }

  static func moveToStatic(_ name: String) -> Wording {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    return Wording(
      en:
        "files of the theme get another name whenever they change: put it in static/ and write /\(file)",
      th: "ไฟล์ของธีมเปลี่ยนชื่อทุกครั้งที่แก้ไข ให้วางไฟล์ไว้ใน static/ แล้วเขียน /\(file)")
  }

  static let takeOutOrUngone = Wording(
    en: "take the link out, or lead it to the page that took its place",
    th: "เอาลิงก์ออก หรือเปลี่ยนไปยังหน้าที่ใช้แทน")

  static let takeBaseOut = Wording(en: "take <base> out", th: "ลบ <base> ออก")

  static let writeTheID = Wording(
    en: "'for' and 'aria-labelledby' need a part with the same id: write id=\"…\" there",
    th: "'for' และ 'aria-labelledby' ต้องมีส่วนที่ใช้รหัสเดียวกัน ให้เขียน id=\"…\" ที่ส่วนนั้น")

  static let writeAnID = Wording(
    en: "a heading's id is made of its words; other parts get one from id=\"…\" in the template",
    th: "รหัสของหัวข้อมาจากข้อความของหัวข้อ ส่วนอื่นได้รหัสจาก id=\"…\" ในแม่แบบ")
}
