/// Maps the elements on up to `jobs` tasks and returns the results in the elements' order.
///
/// The elements are dealt in small contiguous chunks, so that slow ones that lie together do not
/// hold the rest up. With one job everything runs in the caller, in order.
///
/// Where there are enough elements a task gets eight chunks or more, so that all tasks end at about
/// the same time. Whoever is told to stop does so at the next chunk.
///
/// - Throws: what `transform` throws for the earliest chunk that fails.
package func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int, _ transform: @escaping @Sendable (Element) throws -> Result
) async throws -> [Result] {
  let jobs = min(jobs, elements.count)
  guard jobs > 1, elements.count > 1 else {
    return try elements.enumerated().map { index, element in
      if index & 15 == 0 { try Task.checkCancellation() }
      return try transform(element)
    }
  }
  let chunkSize = max(1, min(48, elements.count / (jobs * 8)))
  let chunks = stride(from: 0, to: elements.count, by: chunkSize).map {
    $0..<min($0 + chunkSize, elements.count)
  }
  typealias Chunk = Swift.Result<[Result], any Error>
  let results = await withTaskGroup(of: (Int, Chunk).self) { group in
    var results = [Chunk?](repeating: nil, count: chunks.count)
    var next = 0
    func addChunk() {
      guard next < chunks.count else { return }
      let (index, range) = (next, chunks[next])
      group.addTask {
        let result = Chunk {
          try Task.checkCancellation()
          return try elements[range].map(transform)
        }
        return (index, result)
      }
      next += 1
    }
    for _ in 0..<jobs { addChunk() }
    var hasFailed = false
    while let (index, result) = await group.next() {
      results[index] = result
      // Chunks are dealt in order: whatever comes before a failed one is done or under way, so that
      // the first failure in order is the same on every run.
      if case .failure = result { hasFailed = true }
      if !hasFailed { addChunk() }
    }
    return results
  }
  return try results.flatMap { try $0?.get() ?? [] }
}
