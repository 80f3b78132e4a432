import SaanData
import SaanPages
import SaanText

/// Every output of a build, decided before anything is rendered.
package struct BuildPlan: Sendable {
  /// Everything that has an address.
  package private(set) var addresses: PublishedAddresses
  /// The outputs, sorted by their path.
  package private(set) var jobs: [Job]

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
    for (output, job) in jobs {
      guard let index = position(of: output) else { continue }
      plan.jobs[index] = job
    }
    let moved = jobs.filter { $0.key != $0.value.output }
    if !moved.isEmpty { plan.jobs.sort { $0.output < $1.output } }
    plan.addresses = addresses.replacing(
      routes, without: Array(moved.keys), adding: moved.values.map(\.output))
    return plan
  }

  /// The job that makes an output, by its path below the output folder.
  package func job(at output: String) -> Job? { position(of: output).map { jobs[$0] } }

  private func position(of output: String) -> Int? {
    var (low, high) = (0, jobs.count)
    while low < high {
      let middle = (low + high) / 2
      if jobs[middle].output < output { low = middle + 1 } else { high = middle }
    }
    return low < jobs.count && jobs[low].output == output ? low : nil
  }

  /// Sorts the jobs.
  init(routes: Routes, listings: [Listing], jobs: [Job]) {
    addresses = PublishedAddresses(
      routes: routes, listings: listings, outputs: jobs.lazy.map(\.output))
    self.jobs = jobs.sorted { $0.output < $1.output }
  }
}
