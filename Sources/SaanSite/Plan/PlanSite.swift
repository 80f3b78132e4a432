import SaanText

/// Decides every output of the site; two outputs at one path are an error.
package func plan(_ site: Site, formats: [OutputFormat] = OutputFormat.all) -> Outcome<BuildPlan> {
  let routes = Routes(site)
  let listings = makeListings(site)
  let planner = Planner(site: site, routes: routes, listings: listings)
  var diagnostics = Diagnostics()
  var kept: [String: Job] = [:]
  let first = formats.flatMap { $0.plan(planner) }
  for job in first + formats.flatMap({ $0.planLast(planner, first) }) {
    // Paths that differ in case only are one path on many file systems.
    let key = job.output.lowercased()
    if let first = kept[key] {
      diagnostics.add(.sameURL(job.path, first.origin, job.origin))
    } else {
      kept[key] = job
    }
  }
  return Outcome(
    BuildPlan(routes: routes, listings: listings, jobs: Array(kept.values)), diagnostics)
}
