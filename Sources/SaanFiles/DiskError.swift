import Glibc
import SaanText

/// Trouble with the file system, or with the folder to publish into: nothing that the content's
/// author did wrong.
package struct DiskError: Error, Sendable, Equatable {
  /// The error as something that can be printed beside the others.
  package let diagnostic: Diagnostic
  /// The reason, in the system's words or ours.
  package let reason: Wording
  /// The system's `errno`; 0 where the system had no part in it.
  package let number: Int32

  /// Makes an error of the file system.
  ///
  /// - Parameters:
  ///   - action: what was being done, as a verb and a noun.
  ///   - reason: why it did not work, in the system's words or ours.
  package init(
    _ action: Wording, _ path: String, reason: Wording, hint: Wording? = nil, number: Int32 = 0
  ) {
    diagnostic = Diagnostic(
      .error, "disk",
      Wording(
        en: "cannot \(action.en) \(path): \(reason.en)",
        th: "\(action.th) \(path) ไม่ได้: \(reason.th)"),
      hint: hint)
    self.reason = reason
    self.number = number
  }

  /// Makes an error from the system's `errno`, read at once.
  package init(_ action: Wording, _ path: String, hint: Wording? = nil) {
    let number = errno
    self.init(action, path, reason: .systemReason(number), hint: hint, number: number)
  }

  /// Whether a file of the author's is at fault, which the rest of the site need not wait for.
  package var isOfContent: Bool { diagnostic.place != nil }

  /// Makes an error that has words of its own.
  package init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
    reason = diagnostic.message
    number = 0
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
