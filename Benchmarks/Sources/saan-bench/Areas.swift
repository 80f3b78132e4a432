import Foundation

/// One row of the repository's table of areas, as far as a generator needs it.
struct Province {
  let code: String
  let slug: String
  let name: Bilingual
  let subdistricts: Int
  var districts: [District] = []
}

/// A district: one of the repository's, or an invented one.
struct District {
  let code: String
  let name: Bilingual
  let isInvented: Bool
}

/// The provinces of the repository's table, with districts invented where the table has none.
struct Areas {
  let provinces: [Province]
  /// The repository's table with the invented districts at its end.
  let table: String

  init(repository: URL, seed: UInt64) throws {
    let file = repository.appending(path: "content/data/areas.csv")
    var table = try String(contentsOf: file, encoding: .utf8)
    // No cell of this table is quoted: it holds names, codes and numbers.
    let rows = table.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    var districts: [String: [District]] = [:]
    for row in rows where row[1] == "district" {
      let district = District(code: row[0], name: Bilingual(row[2], row[3]), isInvented: false)
      districts[row[4], default: []].append(district)
    }
    let columns = rows[0].count
    provinces = rows.filter { $0[1] == "province" && $0[13].isEmpty }.map { row in
      var random = SeededRandom(seed: seed, part: "districts", number: Int(row[0]) ?? 0)
      let count = Int(row[10]) ?? 8
      let known = districts[row[0]]
      let all =
        known
        ?? (1...count).map {
          District(
            code: row[0] + padded($0, 2), name: PlaceNames.make(&random), isInvented: true)
        }
      return Province(
        code: row[0], slug: row[7], name: Bilingual(row[2], row[3]),
        subdistricts: Int(row[11]) ?? 50, districts: all)
    }
    let rest = String(repeating: ",", count: columns - 8)
    for province in provinces {
      for district in province.districts where district.isInvented {
        table +=
          "\(district.code),district,\(district.name.th),\(district.name.en),\(province.code),,,"
          + "\(district.code)\(rest)\n"
      }
    }
    self.table = table
  }
}
