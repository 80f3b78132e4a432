import SaanText

@testable import SaanData

/// Figures from the texts of known tables, with everything that is wrong with them.
func figures(
  _ tables: [String: String], today: String = "2026-01-01",
  severities: [String: Diagnostic.Severity] = [:]
) async throws -> (statistics: Statistics, diagnostics: Diagnostics) {
  let files = Dictionary(
    uniqueKeysWithValues: tables.map { ("data/\($0.key).csv", Array($0.value.utf8)) })
  let descriptor = PackageDescriptor.ofKnownTables(in: files.keys, folder: "data")
  let package = try await loadPackage(descriptor, jobs: 1) { path in
    files[path].map { DataFile(path: path, bytes: $0) }
  }
  let statistics = loadStatistics(package.value)
  var found = package.diagnostics
  let date = CalendarDate(iso: today) ?? CalendarDate(dayNumber: 0)
  found.merge(
    checkStatistics(statistics, today: date, told: found, severities: severities))
  return (statistics, found)
}

/// What a diagnostic is about, in short: `code file:row:column`.
func brief(_ diagnostic: Diagnostic) -> String {
  guard case .cell(let path, _, let row, let column) = diagnostic.place else {
    return "\(diagnostic.code) \(diagnostic.place?.path ?? "")"
  }
  let file = path.split(separator: "/").last.map(String.init) ?? path
  return "\(diagnostic.code) \(file):\(row):\(column ?? "")"
}

/// The shown value of an indicator, or what a roll-up makes of it.
extension Statistics {
  func rollup(_ id: String, _ code: String) -> Rollup? {
    guard let indicator = indicator(id), let area = area(code) else { return nil }
    return rollup(indicator, area)
  }

  func figure(_ id: String, _ code: String) -> Figure? {
    guard let indicator = indicator(id), let area = area(code) else { return nil }
    return figure(indicator, area)
  }
}

/// A country of two provinces, each with two districts; two of these share a name.
let smallCountry = """
  code,class,name,name@en,parent,region_scheme,provinces
  TH,country,ประเทศไทย,Thailand,,,2
  32,province,สุรินทร์,Surin,TH,,
  10,province,กรุงเทพมหานคร,Bangkok,TH,,
  3201,district,เมืองสุรินทร์,Mueang Surin,32,,
  3202,district,เฉลิมพระเกียรติ,Chaloem Phra Kiat,32,,
  1001,district,พระนคร,Phra Nakhon,10,,
  1002,district,เฉลิมพระเกียรติ,Chaloem Phra Kiat,10,,

  """
