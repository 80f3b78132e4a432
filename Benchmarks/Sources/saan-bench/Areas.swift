import Foundation

/// A province of the gazetteer, as far as a generator needs it.
struct Province {
  let code: String
  let slug: String
  let name: Bilingual
  let subdistricts: Int
  let districts: [District]
}

/// A district of the gazetteer.
struct District {
  let code: String
  let name: Bilingual
}

/// The provinces that come with the program, with their districts.
struct Areas {
  let provinces: [Province]

  init(repository: URL) throws {
    func rows(_ part: String) throws -> [[String: String]] {
      let text = try String(
        contentsOf: repository.appending(path: "gazetteer/\(part).csv"), encoding: .utf8)
      // No cell of these tables is quoted: they hold names, codes and numbers.
      let lines = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      return lines.dropFirst().map { cells in
        Dictionary(zip(lines[0], cells), uniquingKeysWith: { first, _ in first })
      }
    }
    func name(_ row: [String: String]) -> Bilingual {
      Bilingual(row["name"] ?? "", row["name@en"] ?? "")
    }
    let districts = Dictionary(grouping: try rows("districts")) { $0["parent"] ?? "" }
    provinces = try rows("areas").filter { $0["class"] == "province" }.map { row in
      let code = row["code"] ?? ""
      return Province(
        code: code, slug: row["slug"] ?? "", name: name(row),
        subdistricts: row["subdistricts"].flatMap { Int($0) } ?? 50,
        districts: (districts[code] ?? []).map { District(code: $0["code"] ?? "", name: name($0)) })
    }
  }
}
