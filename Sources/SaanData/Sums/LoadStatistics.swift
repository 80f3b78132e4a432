import SaanText

/// Joins the known tables of a package into figures.
///
/// Rows that name an unknown indicator, area or source are left out; `checkStatistics` tells of
/// them.
package func loadStatistics(_ package: DataPackage) -> Statistics {
  var records = StatisticsRecords()
  records.read(package)
  let index = StatisticsIndex(records, package)
  let sums = computeRollups(of: Statistics(records, index, package: package))
  let profiles = AreaProfiles(Statistics(records, index, package: package, sums: sums))
  return Statistics(records, index, package: package, sums: sums, profiles: profiles)
}
