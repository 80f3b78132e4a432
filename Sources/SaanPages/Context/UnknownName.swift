import SaanTemplate
import SaanText

extension TemplateFault {
  /// A name that the site does not have.
  ///
  /// - Parameter listed: whether to name all that are known, where they are few.
  static func unknown(
    _ kind: Wording, _ name: String, among known: some Sequence<String>, listed: Bool = false
  ) -> TemplateFault {
    let all = listed ? known.joined(separator: ", ") : ""
    return TemplateFault(
      code: "unknown-name",
      Wording(en: "there is no \(kind.en) '\(name)'", th: "ไม่มี\(kind.th) '\(name)'"),
      hint: didYouMean(name, among: known)
        ?? (listed ? Wording(en: "there are \(all)", th: "มี \(all)") : nil))
  }
}
