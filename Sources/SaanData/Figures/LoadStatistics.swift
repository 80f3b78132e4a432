import SaanText

/// Joins the known tables of a package into figures.
///
/// Rows that name an unknown indicator, area or source are left out; `checkStatistics` tells of
/// them.
package func loadStatistics(_ package: DataPackage) -> Statistics {
  var records = StatisticsRecords()
  records.read(package)
  var statistics = Statistics(records, package: package)
  statistics.rollups = computeRollups(of: statistics)
  statistics.profiles = AreaProfiles(statistics)
  return statistics
}
