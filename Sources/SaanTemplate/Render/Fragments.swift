extension Renderer {
  /// Writes a shared part that was made before; otherwise the code behind makes it.
  mutating func beginFragment(_ number: Int) throws(Interruption) -> Bool {
    guard variant >= 0 else { return false }
    if let known = globals.fragments[key(number)] {
      known.bytes.withUnsafeBufferPointer { bytes in
        if let base = bytes.baseAddress { output.append(base, bytes.count) }
      }
      globals.globals.notes?.reuse(known.asked)
      try checkOutput()
      return true
    }
    marks.append(output.count)
    globals.globals.notes?.begin()
    return false
  }

  /// Keeps what was written since the part began.
  mutating func endFragment(_ number: Int) {
    guard variant >= 0 else { return }
    globals.fragments[key(number)] = FragmentStore.Fragment(
      bytes: Array(output.bytes[marks.removeLast()...]),
      asked: globals.globals.notes?.end() ?? [])
  }

  private func key(_ number: Int) -> Int { variant * program.fragmentCount + number }
}
