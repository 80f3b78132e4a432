import SaanText

extension Diagnostic {
  /// An address in an article, a table or the settings by which nobody gets anywhere.
  package static func badAddress(
    _ text: String, _ mistake: AddressMistake, at place: Place?
  ) -> Diagnostic {
    let whole = Wording(
      en: "write the whole address, such as https://example.org/page",
      th: "เขียนที่อยู่เต็ม เช่น https://example.org/page")
    let reason: Wording
    var hint = whole
    switch mistake {
    case .nothing(let scheme):
      reason = Wording(
        en: "nothing stands behind '\(scheme):'", th: "ไม่มีอะไรต่อท้าย '\(scheme):'")
      if scheme == "mailto" || scheme == "tel" {
        hint = Wording(
          en: "write mailto:name@example.org or tel:+6621234567, or take the link out",
          th: "เขียน mailto:name@example.org หรือ tel:+6621234567 หรือเอาลิงก์ออก")
      }
    case .slashes(let scheme):
      reason = Wording(
        en: "two slashes belong behind '\(scheme):'", th: "ต้องมี // ต่อท้าย '\(scheme):'")
    case .host(let host):
      reason = Wording(
        en: "'\(host)' cannot be the name of a site", th: "'\(host)' ใช้เป็นชื่อเว็บไซต์ไม่ได้")
    case .noScheme:
      reason = Wording(en: "it lacks 'https:'", th: "ขาด 'https:'")
      let rest = text.filter { !$0.isWhitespace }
      hint = Wording(
        en: "write https:\(rest), or one slash only for a page of this site",
        th: "เขียน https:\(rest) หรือใช้ / ตัวเดียวถ้าเป็นหน้าในเว็บนี้")
    case .hostFirst(let meant):
      let scheme = meant.hasPrefix("mailto:") ? "mailto:" : "https://"
      reason = Wording(en: "it lacks '\(scheme)'", th: "ขาด '\(scheme)'")
      hint = Wording(en: "write \(meant)", th: "เขียน \(meant)")
    case .local(let host): return localAddress(text, host, at: place)
    case .scheme(let scheme):
      let known = AddressMistake.harmlessSchemes.sorted().joined(separator: ", ")
      reason = Wording(
        en: "'\(scheme):' is not linked to", th: "ไม่รับลิงก์ที่ขึ้นต้นด้วย '\(scheme):'")
      let name = text.drop { $0 != ":" }.dropFirst()
      hint =
        scheme == "doi"
        ? Wording(en: "write https://doi.org/\(name)", th: "เขียน https://doi.org/\(name)")
        : Wording(
          en: "an address begins with one of \(known)", th: "ที่อยู่ต้องขึ้นต้นด้วย \(known)")
    }
    return Diagnostic(
      .error, "bad-address",
      Wording(
        en: "the address '\(text)' leads nowhere: \(reason.en)",
        th: "ที่อยู่ '\(text)' ไม่นำไปที่ใด: \(reason.th)"), at: place, hint: hint)
  }

  private static func localAddress(_ text: String, _ host: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      .warning, "local-address",
      Wording(
        en:
          "the address '\(text)' leads nowhere outside one office: only its computers know '\(host)'",
        th: "ที่อยู่ '\(text)' เปิดได้เฉพาะในสำนักงาน คนนอกเข้า '\(host)' ไม่ได้"), at: place,
      hint: Wording(
        en: "write an address that everybody can open, or put the file beside the article",
        th: "เขียนที่อยู่ที่ทุกคนเปิดได้ หรือวางไฟล์ไว้ข้างบทความ"))
  }
}
