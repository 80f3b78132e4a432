import SaanFiles
import SaanText

/// What is said where made files cannot be kept.
extension Diagnostic {
  /// A folder that keeps no made files.
  static func picturesUnkept(_ path: String, _ error: DiskError) -> Diagnostic {
    Diagnostic(
      .note, "pictures-unkept",
      Wording(
        en:
          "nothing could be kept in \(path), so that the next build makes every picture again: \(error.reason.en)",
        th: "เก็บอะไรไว้ใน \(path) ไม่ได้ การสร้างครั้งต่อไปจึงทำรูปใหม่ทุกรูป: \(error.reason.th)"),
      hint: Wording(
        en:
          "the site itself is whole; for faster builds run `saan clean --images`, or allow yourself to write there",
        th:
          "เว็บครบถ้วนดี ถ้าอยากให้สร้างเร็วขึ้น ให้สั่ง `saan clean --images` หรือให้สิทธิ์เขียนที่นั่นแก่ตนเอง"
      ))
  }
}
