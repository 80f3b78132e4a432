import SaanModel
import SaanPages
import SaanText

/// What holds a page back, as a label.
let heldBackLabel = Wording(en: "held back", th: "ยังไม่ออก")

/// Why an article that is in the folder is not on the site; `nil` when there is none either.
///
/// - Parameter path: the site path that it will have, or its source file.
func explainHeldBack(
  _ path: String, in site: Site, _ plan: BuildPlan, language: MessageLanguage
) -> String? {
  let held = site.heldBack.filter {
    let own = plan.routes.path(of: $0)
    return own == path || own == path + "/" || $0.source.path == path
  }
  guard !held.isEmpty else { return nil }
  return held.map { held in
    let lines = [
      (Wording(en: "page", th: "หน้า"), plan.routes.path(of: held)),
      (Wording(en: "source", th: "ต้นทาง"), held.source.path),
      (heldBackLabel, held.explanation.text(in: language)),
      (Wording(en: "see it", th: "ดูก่อน"), "saan build \(held.option)"),
    ]
    return lines.map { label, text in
      let name = label.text(in: language)
      return name + String(repeating: " ", count: max(1, 10 - name.displayWidth)) + text + "\n"
    }.joined()
  }.joined(separator: "\n")
}

extension HeldBack {
  /// Why it is not out, and where that is written.
  var explanation: Wording {
    let reason = reason.wording
    let place = "\(self.reason.key), \(place.lineText)"
    return Wording(en: "\(reason.en) (\(place))", th: "\(reason.th) (\(place))")
  }

  /// The option of the program that shows it all the same.
  fileprivate var option: String { reason == .draft ? "--drafts" : "--future" }
}
