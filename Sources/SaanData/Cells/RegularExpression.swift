import CPCRE

/// A regular expression that whole values are compared with, in the syntax of PCRE2.
///
/// Perl's expressions can take time without end: `([a-z]+ ?)+` tries every way to part a value that
/// does not match in its last letter. So a comparison gives up after a number of steps, which is
/// what the library offers and the standard library's `Regex` does not.
final class RegularExpression {
  /// What a comparison finds out.
  enum Verdict {
    case matches, differs
    /// It takes too many steps.
    case isTooSlow
  }

  /// A hundredth of a second on a usual machine; whatever codes and names look like takes less than
  /// a thousandth of it.
  private static let steps: UInt32 = 200_000

  private let code: OpaquePointer
  private let context: OpaquePointer?
  private let found: OpaquePointer?
  /// How many comparisons gave up: of a table of a million rows no more than a few are waited for.
  private var slowOnes = 0

  /// Reads an expression; `nil` where it is none.
  init?(_ pattern: String) {
    let options = PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED | PCRE2_ENDANCHORED
    var (mistake, offset): (Int32, Int) = (0, 0)
    var pattern = pattern
    let code = pattern.withUTF8 { bytes in
      pcre2_compile_8(bytes.baseAddress, bytes.count, options, &mistake, &offset, nil)
    }
    guard let code else { return nil }
    self.code = code
    context = pcre2_match_context_create_8(nil)
    found = pcre2_match_data_create_from_pattern_8(code, nil)
    pcre2_set_match_limit_8(context, Self.steps)
  }

  deinit {
    pcre2_match_data_free_8(found)
    pcre2_match_context_free_8(context)
    pcre2_code_free_8(code)
  }

  /// Compares a whole value, in UTF-8.
  func verdict(on value: UnsafeBufferPointer<UInt8>) -> Verdict {
    guard slowOnes < 20 else { return .isTooSlow }
    let result = pcre2_match_8(code, value.baseAddress, value.count, 0, 0, found, context)
    switch result {
    case 0...: return .matches
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT:
      slowOnes += 1
      return .isTooSlow
    default: return .differs
    }
  }
}
