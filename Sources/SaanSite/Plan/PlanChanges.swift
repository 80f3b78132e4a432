import SaanModel
import SaanPages
import SaanText

extension BuildPlan {
  /// How many outputs may have come and gone.
  private static let mostChanges = 200

  /// The plan of other jobs, nearly all of which make outputs of this one, in the same order.
  ///
  /// - Parameter planned: the jobs in the order in which they were planned.
  /// - Returns: `nil` where it would take as long as a new plan, or where something may be wrong
  ///   with the outputs that have come.
  func publishing(
    _ planned: [Job], _ routes: Routes, _ listings: [Listing], of site: Site
  ) -> BuildPlan? {
    guard let changes = changes(to: planned) else { return nil }
    let added = changes.added.map { planned[$0] }
    guard arePlain(added, in: site) else { return nil }
    let addresses = addresses.replacing(
      routes, listings, without: changes.removed.map { jobs[Int($0)].output },
      adding: added.map(\.output))
    let sorted = changes.added.sorted { planned[$0].output < planned[$1].output }
    // Of each job that stays, whichever version it is now; of the others none.
    var present = [Int32](repeating: -1, count: jobs.count)
    for (position, place) in changes.places.enumerated() where place >= 0 {
      present[Int(place)] = Int32(truncatingIfNeeded: position)
    }
    var all: [Job] = []
    all.reserveCapacity(planned.count)
    var order = [Int32](repeating: 0, count: planned.count)
    func append(_ position: Int) {
      order[position] = Int32(truncatingIfNeeded: all.count)
      all.append(planned[position])
    }
    var next = sorted[...]
    for (place, position) in present.enumerated() where position >= 0 {
      while let first = next.first, planned[first].output < jobs[place].output {
        append(first)
        next = next.dropFirst()
      }
      append(Int(position))
    }
    for position in next { append(position) }
    return BuildPlan(
      all, at: order, addresses, folded: folded.union(added.foldedPaths))
  }

  /// How jobs differ from those of this plan.
  private struct Changes {
    /// By job: where its output stands in this plan; -1 where it is not in it.
    var places: [Int32] = []
    /// The positions of jobs whose outputs are not in this plan.
    var added: [Int] = []
    /// Where the outputs stand that no job makes any more.
    var removed: [Int32] = []
  }

  private func changes(to planned: [Job]) -> Changes? {
    guard !order.isEmpty else { return nil }
    var changes = Changes()
    changes.places.reserveCapacity(planned.count)
    var next = order[...]
    for (position, job) in planned.enumerated() {
      guard changes.added.count + changes.removed.count <= Self.mostChanges else { return nil }
      if !isSame(job, next.first), !addresses.has(job.output) {
        changes.added.append(position)
        changes.places.append(-1)
        continue
      }
      // What stands between is gone; should it come later, it is in another order.
      while let place = next.first, !isSame(job, place) {
        changes.removed.append(place)
        next = next.dropFirst()
        if changes.removed.count > Self.mostChanges { return nil }
      }
      guard let place = next.popFirst() else { return nil }
      changes.places.append(place)
    }
    changes.removed += next
    return changes.removed.count > Self.mostChanges ? nil : changes
  }

  /// Whether a job makes the output that stands at a place; of pages more of the name is looked at
  /// than of files.
  private func isSame(_ job: Job, _ place: Int32?) -> Bool {
    guard let place else { return false }
    let former = jobs[Int(place)]
    return former.output == job.output && (former.template == nil) == (job.template == nil)
  }

  /// Whether surely nothing is wrong with the names of jobs that come to those of this plan.
  private func arePlain(_ added: [Job], in site: Site) -> Bool {
    var own = Set<String>()
    for job in added {
      let output = job.output.foldedCase
      guard own.insert(output).inserted, !has(output), checkName(of: job, in: site) == nil else {
        return false
      }
    }
    let others = own.union(folded)
    return added.allSatisfy { job in
      let output = job.output.foldedCase
      var folders = output.split(separator: "/").dropLast()
      while !folders.isEmpty {
        let folder = folders.joined(separator: "/")
        if own.contains(folder) || has(folder) { return false }
        folders = folders.dropLast()
      }
      let place = firstPosition(notBefore: output + "/")
      let isFolder = place < jobs.count && jobs[place].output.hasPrefix(output + "/")
      return !isFolder && !others.contains { $0.hasPrefix(output + "/") }
    }
  }

  /// Whether an output is in this plan, by its path in small letters.
  private func has(_ output: String) -> Bool { addresses.has(output) || folded.contains(output) }
}
