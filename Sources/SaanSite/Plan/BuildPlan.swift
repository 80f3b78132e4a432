import SaanData
import SaanPages
import SaanText

/// Every output of a build, decided before anything is rendered.
package struct BuildPlan: Sendable {
  /// Everything that has an address.
  package private(set) var addresses: PublishedAddresses
  /// The outputs, sorted by their path.
  package private(set) var jobs: [Job]
  /// Where each output stands among `jobs`, in the order in which they were planned; empty where
  /// something is wrong with their names.
  private(set) var order: [Int32] = []
  /// The paths of outputs in small letters, of those that have others.
  private(set) var folded: Set<String> = []

  package var routes: Routes { addresses.routes }
  package var listings: [Listing] { addresses.listings }

  /// The jobs that make pages people read, with their site path.
  package var pages: [Job] { jobs.filter { $0.template != nil } }

  /// Whether something is published under a site path such as `/th/news/`.
  package func publishes(_ path: String) -> Bool { addresses.publishes(path) }

  /// The site path that a path without language means to a reader.
  package func path(of written: String, _ language: Language) -> String {
    addresses.path(of: written, language)
  }

  /// The same with some jobs in place of others.
  ///
  /// - Parameter jobs: the new ones, by the outputs of the old ones.
  func replacing(_ jobs: [String: Job], by routes: Routes) -> BuildPlan {
    var plan = self
    plan.order = []
    for (output, job) in jobs {
      guard let place = plan.position(of: output) else { continue }
      plan.jobs.remove(at: place)
      plan.jobs.insert(job, at: plan.firstPosition(notBefore: job.output))
    }
    let moved = jobs.filter { $0.key != $0.value.output }
    plan.addresses = addresses.replacing(
      routes, without: Array(moved.keys), adding: moved.values.map(\.output))
    return plan
  }

  /// The job that makes an output, by its path below the output folder.
  package func job(at output: String) -> Job? { position(of: output).map { jobs[$0] } }

  private func position(of output: String) -> Int? {
    let place = firstPosition(notBefore: output)
    return place < jobs.count && jobs[place].output == output ? place : nil
  }

  /// Where the first output stands that does not come before a path; the number of all where none
  /// does.
  func firstPosition(notBefore path: String) -> Int {
    var (low, high) = (0, jobs.count)
    while low < high {
      let middle = (low + high) / 2
      if jobs[middle].output < path { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A plan that is known to be in order.
  init(
    _ jobs: [Job], at order: [Int32], _ addresses: PublishedAddresses, folded: Set<String>
  ) {
    (self.jobs, self.order) = (jobs, order)
    (self.addresses, self.folded) = (addresses, folded)
  }

  /// Sorts the jobs.
  ///
  /// - Parameter isWhole: whether they are all that was planned, and nothing is wrong with them.
  init(routes: Routes, listings: [Listing], jobs: [Job], isWhole: Bool) {
    addresses = PublishedAddresses(
      routes: routes, listings: listings, outputs: jobs.lazy.map(\.output))
    addresses.take(cards: jobs)
    let sorted = zip(jobs, jobs.indices).sorted { $0.0.output < $1.0.output }
    self.jobs = sorted.map { $0.0 }
    guard isWhole else { return }
    order = [Int32](repeating: 0, count: jobs.count)
    for (place, job) in sorted.enumerated() { order[job.1] = Int32(truncatingIfNeeded: place) }
    folded = jobs.foldedPaths
  }
}

extension [Job] {
  /// The paths of their outputs in small letters, of those that have others.
  var foldedPaths: Set<String> {
    Set(lazy.map(\.output).filter { $0.foldedCase != $0 }.map(\.foldedCase))
  }
}
