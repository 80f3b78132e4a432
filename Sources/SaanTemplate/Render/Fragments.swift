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
    marks += [output.count, formerNames.count]
    globals.globals.notes?.begin()
    return false
  }

  /// Keeps what was written since the part began; not where it is told of, which is so each time.
  mutating func endFragment(_ number: Int) {
    guard variant >= 0 else { return }
    let asked = globals.globals.notes?.end() ?? []
    let (isTold, mark) = (marks.removeLast() < formerNames.count, marks.removeLast())
    guard !isTold else { return }
    globals.fragments[key(number)] = FragmentStore.Fragment(
      bytes: Array(output.bytes[mark...]), asked: asked)
  }

  private func key(_ number: Int) -> Int { variant * program.fragmentCount + number }
}
