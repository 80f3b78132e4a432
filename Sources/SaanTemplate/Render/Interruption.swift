import SaanText

/// What stops a rendering; boxed, so that the way without errors stays narrow.
indirect enum Interruption: Error {
  /// A mistake that has no place yet.
  case fault(TemplateFault)
  case failure(Diagnostic)

  var diagnostic: Diagnostic {
    switch self {
    case .failure(let diagnostic): diagnostic
    case .fault(let fault): Diagnostic(.error, fault.code, fault.message, hint: fault.hint)
    }
  }
}
