import SaanFiles
import SaanText

/// What is said where a build cannot note what it has done.
extension Diagnostic {
  /// A folder of notes that takes none.
  static func ledgerUnwritable(_ path: String, _ error: DiskError) -> Diagnostic {
    Diagnostic(
      .note, "ledger-unwritable",
      Wording(
        en:
          "nothing could be noted in \(path) for the next build, which makes every page again: \(error.reason.en)",
        th: "จดลงใน \(path) ไว้ให้การสร้างครั้งต่อไปไม่ได้ ครั้งต่อไปจึงสร้างใหม่ทุกหน้า: \(error.reason.th)"),
      hint: Wording(
        en:
          "the site itself is published whole; for faster builds remove \(path), which may be deleted at any time, or allow yourself to write there",
        th:
          "เว็บที่เผยแพร่ครบถ้วนดี ถ้าอยากให้สร้างเร็วขึ้น ให้ลบ \(path) ซึ่งลบได้ทุกเมื่อ หรือให้สิทธิ์เขียนที่นั่นแก่ตนเอง"))
  }
}
