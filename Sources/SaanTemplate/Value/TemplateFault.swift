import SaanText

/// What went wrong in a filter, test or function: facts in words, the engine adds the place.
///
/// A filter does not know where it was called, so that the place is the running instruction's. Only
/// a value that was written in a file brings a place of its own.
public struct TemplateFault: Error, Sendable {
  /// The diagnostic's code.
  public let code: String
  /// What is wrong.
  public let message: Wording
  /// What to do about it.
  public let hint: Wording?
  /// Where the value was written that is at fault, if the template is not.
  public let place: Place?

  /// Makes a fault; most are of the code `template-type`.
  public init(
    code: String = "template-type", _ message: Wording, hint: Wording? = nil, at place: Place? = nil
  ) {
    self.code = code
    self.message = message
    self.hint = hint
    self.place = place
  }
}
