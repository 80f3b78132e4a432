extension SourceFile {
  /// What was put right in the file and what is doubtful, as the user should know it.
  ///
  /// - Parameter further: what was put right in values that are written with escapes.
  package func textDiagnostics(further: TextMends = TextMends()) -> Diagnostics {
    var all = mends
    all.merge(further)
    var diagnostics = Diagnostics()
    if !all.isEmpty {
      let offset = min(all.first, start(ofLine: all.firstLine), bytes.count)
      let place = all.first < Int.max ? span(all.first..<all.first) : span(offset..<offset)
      diagnostics.add(.textMended(all, at: place.place))
    }
    for doubt in doubts.prefix(Self.doubtsTold) {
      diagnostics.add(.thaiText(doubt, at: span(doubt.range).place))
    }
    return diagnostics
  }

  /// How many doubts of a file are told: one that is typed wrong throughout would hide all else.
  private static let doubtsTold = 20

  private func start(ofLine number: Int) -> Int {
    var (line, offset) = (1, 0)
    while line < number, let newline = bytes[offset...].firstIndex(of: 0x0A) {
      offset = newline + 1
      line += 1
    }
    return offset
  }
}
