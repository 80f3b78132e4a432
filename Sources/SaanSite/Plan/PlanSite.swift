import SaanModel
import SaanPages
import SaanText

/// Decides every output of the site; two outputs at one path are an error.
///
/// Paths that differ in case alone are one, as they are on the disks of Windows and macOS. Of two
/// outputs at one path the first stays, so that the rest of the plan can be looked at all the same.
///
/// - Parameter former: an earlier plan: where nearly all outputs are the same, so is their order,
///   and nothing is wrong with their names where nothing was.
package func plan(
  _ site: Site, formats: [OutputFormat] = OutputFormat.all, after former: BuildPlan? = nil
) -> Outcome<BuildPlan> {
  let routes = Routes(site)
  let listings = makeListings(site)
  let planner = Planner(site: site, routes: routes, listings: listings)
  var diagnostics = Diagnostics()
  let formats = formats.filter { !$0.needsBaseURL || routes.baseURL != nil }
  var planned = formats.flatMap { $0.plan(planner) }
  for format in formats { planned += format.planLast(planner, planned) }
  if let plan = former?.publishing(planned, routes, listings, of: site) { return Outcome(plan) }
  var told = Set<Diagnostic>()
  var jobs: [Job] = []
  jobs.reserveCapacity(planned.count)
  var positions: [String: Int] = [:]
  positions.reserveCapacity(planned.count)
  for job in planned {
    if let first = positions.updateValue(jobs.count, forKey: job.output.foldedCase) {
      positions[job.output.foldedCase] = first
      diagnostics.add(collision(jobs[first], job, in: site))
    } else {
      jobs.append(job)
      // A name that is in the addresses of many pages is one mistake.
      if let mistake = checkName(of: job, in: site), told.insert(mistake).inserted {
        diagnostics.add(mistake)
      }
    }
  }
  for mistake in checkFolders(of: jobs, in: site, position: { positions[$0.foldedCase] }) {
    diagnostics.add(mistake)
  }
  let isWhole = diagnostics.isEmpty && jobs.count == planned.count
  return Outcome(
    BuildPlan(routes: routes, listings: listings, jobs: jobs, isWhole: isWhole), diagnostics)
}

/// Some of a site's outputs, planned without all the others.
struct PlannedOutputs {
  let routes: Routes
  let listings: [Listing]
  /// The jobs, by the outputs that were asked for.
  var jobs: [String: Job] = [:]
  /// The paths of what was planned along with them.
  var beside: [String] = []
}

/// Plans some outputs of a site; those are left out that it does not have, and those that are made
/// of all others.
func planOutputs(_ wanted: Set<String>, of site: Site) -> PlannedOutputs {
  var result = PlannedOutputs(routes: Routes(site), listings: makeListings(site))
  let planner = Planner(site: site, routes: result.routes, listings: result.listings)
  for format in OutputFormat.all where result.jobs.count < wanted.count {
    for job in format.plan(planner) {
      result.beside.append(job.output)
      if wanted.contains(job.output), result.jobs[job.output] == nil {
        result.jobs[job.output] = job
      }
    }
  }
  return result
}

/// Two outputs at one path.
private func collision(_ first: Job, _ second: Job, in site: Site) -> Diagnostic {
  if first.subject.isGone { return .goneButPublished(first.path, second.origin, at: first.origin) }
  if second.subject.isGone {
    return .goneButPublished(second.path, first.origin, at: second.origin)
  }
  let (there, here) = (site.place(of: first), site.place(of: second))
  guard second.isRedirect else { return .sameURL(second.path, there, here) }
  return first.isRedirect
    ? .sentOnTwice(second.path, there, at: here) : .sentOnFromAPage(second.path, there, at: here)
}

extension Job {
  fileprivate var isRedirect: Bool { kind == "redirect" }
}

extension String {
  /// The path as file systems that tell no case see it: `A/b` and `a/B` are one path there.
  var foldedCase: String {
    let mayChange = utf8.contains { (0x41...0x5A).contains($0) || $0 >= 0xC3 && $0 != 0xE0 }
    return mayChange ? lowercased() : self
  }
}
