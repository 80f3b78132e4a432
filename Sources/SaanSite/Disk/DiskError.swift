import Glibc
import SaanText

/// Trouble with the file system: nothing the content's author did wrong.
package struct DiskError: Error, Sendable, Equatable {
  /// What was being done, as a verb and a noun: "write", "read".
  package let action: Wording
  package let path: String
  /// The reason, in the system's words or ours.
  package let reason: String
  /// What to do about it.
  package let hint: Wording?

  /// Makes an error.
  package init(_ action: Wording, _ path: String, reason: String, hint: Wording? = nil) {
    self.action = action
    self.path = path
    self.reason = reason
    self.hint = hint
  }

  /// Makes an error from the system's `errno`, read at once.
  package init(_ action: Wording, _ path: String, hint: Wording? = nil) {
    self.init(action, path, reason: String(cString: strerror(errno)), hint: hint)
  }

  /// The error as something that can be printed beside the others.
  package var diagnostic: Diagnostic {
    Diagnostic(
      .error, "disk",
      Wording(
        en: "cannot \(action.en) \(path): \(reason)", th: "\(action.th) \(path) ไม่ได้: \(reason)"),
      hint: hint)
  }
}

/// What was being done when the disk refused.
extension Wording {
  /// Reading.
  package static let read = Wording(en: "read", th: "อ่าน")
  /// Writing.
  package static let write = Wording(en: "write", th: "เขียน")
  /// Removing.
  package static let remove = Wording(en: "remove", th: "ลบ")
  /// Publishing a site.
  package static let publish = Wording(en: "publish into", th: "เผยแพร่ไปยัง")
}
