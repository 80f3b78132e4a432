import SaanText

/// Joins the known tables of a package into figures.
///
/// Rows that name an unknown indicator, area or source are left out; `checkStatistics` tells of
/// them.
///
/// - Parameter kept: totals that stand in place of those of the rows of registers.
package func loadStatistics(
  _ package: DataPackage, kept: [KeptTotal]? = nil
) -> Statistics {
  var records = StatisticsRecords()
  records.read(package)
  let index = StatisticsIndex(records, package)
  let sums = computeRollups(of: Statistics(records, index, package: package), kept: kept)
  let profiles = AreaProfiles(Statistics(records, index, package: package, sums: sums))
  return Statistics(records, index, package: package, sums: sums, profiles: profiles)
}
