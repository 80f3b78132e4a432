import Foundation
import SaanText
import Testing

@testable import SaanData

/// The gazetteer that comes with the program.
let gazetteer: Gazetteer = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "gazetteer")
  var files: [Gazetteer.Part: [UInt8]] = [:]
  for part in Gazetteer.Part.allCases {
    files[part] = (try? Data(contentsOf: root.appending(path: part.rawValue))).map { Array($0) }
  }
  return Gazetteer(files)
}()

/// A package of known tables with the gazetteer's places below them.
func placedPackage(
  _ tables: [String: String] = [:], descriptor: String? = nil,
  _ settings: GazetteerSettings = GazetteerSettings(), mentioned: Set<String> = []
) async throws -> (package: DataPackage, statistics: Statistics, diagnostics: Diagnostics) {
  let files = Dictionary(
    uniqueKeysWithValues: tables.map { ("data/\($0.key).csv", Array($0.value.utf8)) })
  let description =
    descriptor.map {
      PackageDescriptor.parse(SourceFile(path: "data/datapackage.yaml", text: $0)).value
    } ?? .ofKnownTables(in: files.keys, folder: "data")
  var found = Diagnostics()
  let package = try await loadPackage(description, jobs: 1, knowsPlaces: true) { path in
    files[path].map { DataFile(path: path, bytes: $0) }
  }.value(reportingTo: &found)
  let whole = placed(package, in: gazetteer, settings, mentioned: mentioned)
    .value(reportingTo: &found)
  let statistics = loadStatistics(whole)
  let today = try #require(CalendarDate(iso: "2026-01-01"))
  found.merge(checkStatistics(statistics, today: today, told: found))
  return (whole, statistics, found)
}

/// What the gazetteer holds, and what a site has of it.
@Suite struct GazetteerTests {
  private static let whole = allAreas(
    of: DataPackage(descriptor: PackageDescriptor(path: "d"), tables: []), in: gazetteer,
    GazetteerSettings())

  @Test func theWholeCountryIsThere() throws {
    let areas = Self.whole
    for (kind, count) in [
      (AreaClass.country, 1), (.region, 6), (.province, 77), (.district, 928),
      (.subdistrict, 7_436),
    ] { #expect(areas.all(kind).count == count) }
    for area in areas.all where area.areaClass != .country {
      let parent = try #require(areas.parent(of: area), "\(area.code)")
      #expect(area.name.has(.thai) && area.name.has(.english))
      if area.code.utf8.count > 2, area.code.utf8.allSatisfy({ $0 < 0x3A }) {
        #expect(area.code.hasPrefix(parent.code))
        let postal = try #require(area.postalCode)
        #expect(postal.utf8.count == 5 && postal.utf8.allSatisfy { $0 &- 0x30 < 10 })
      }
      if area.areaClass == .province {
        #expect(area.tile != nil && area.iso == "TH-" + area.code && area.abbreviation != nil)
        #expect(areas.children[area.id].count == area.districtsCount)
      }
      if area.areaClass == .district {
        #expect(areas.children[area.id].count == area.subdistrictsCount, "\(area.code)")
      }
    }
    #expect(Set(areas.all.map(\.code)).count == areas.all.count)
    #expect(areas.all(.province).reduce(0) { $0 + ($1.subdistrictsCount ?? 0) } == 7_436)
  }

  @Test func bothNamesOfEveryPlaceHaveTheSameConsonants() {
    // Royal names keep a spelling of their own, and the capital has another name in English.
    let others: Set<String> = ["10", "9311", "8019", "8419", "3425"]
    for area in Self.whole.all
    where [.province, .district, .subdistrict].contains(area.areaClass)
      && !others.contains(area.code)
    {
      let (thai, english) = (area.name[.thai], area.name[.english])
      let distance = Consonants(thai).distance(to: english)
      #expect(distance < 0.35, "\(area.code) \(thai) \(english)")
    }
  }

  @Test func namesOfOtherPlacesWouldBeSeen() {
    #expect(Consonants("วังทรายคำ").distance(to: "Wang Sai Thong") > 0.35)
    #expect(Consonants("สุรินทร์").distance(to: "Buri Ram") > 0.35)
  }

  @Test func noSubdistrictIsReadWithoutNeed() async throws {
    let councils = "id,name,area\nc1,ก,32\nc2,ข,จ.เชียงใหม่\nc3,ค,กทม.\n"
    let (_, statistics, found) = try await placedPackage(["councils": councils])
    #expect(statistics.areas.all(.district).count == 928)
    #expect(statistics.areas.all(.subdistrict).isEmpty)
    #expect(found.count(.error) == 0, "\(found.all)")
  }

  @Test func whereOnePlaceIsNamedAllBesideItAreThere() async throws {
    let councils = "id,name,area\nc1,ก,320105\n"
    let (package, statistics, _) = try await placedPackage(["councils": councils])
    let areas = statistics.areas
    let district = try #require(areas.index("3201"))
    #expect(areas.children[try #require(areas.index("32"))].count == 17)
    #expect(areas.children[district].count == areas.all[district].subdistrictsCount)
    #expect(areas.index("330101") == nil && areas.index("320201") == nil)
    #expect(package["areas"]?.count == areas.all.count)
  }

  @Test func articlesNamePlacesToo() async throws {
    let areas = try await placedPackage(mentioned: ["แขวงสีลม เขตบางรัก", "32", "nonsense"])
      .statistics.areas
    #expect(areas.index("แขวงสีลม เขตบางรัก").map { areas.all[$0].code } == "100402")
    #expect(Set(areas.all(.subdistrict).map { $0.code.prefix(4) }) == ["1004"])
  }

  @Test func aTableOfTheSitesOwnAddsAndCorrects() async throws {
    let own = """
      code,class,name,name@en,parent
      32,province,จังหวัดสุรินทร์ใหม่,New Surin,
      3299,municipality,เทศบาลเมืองสุรินทร์,Surin Town,3201
      andaman,region,ชายฝั่งอันดามัน,Andaman Coast,TH
      3299x,municipality,เทศบาลตำบลใด,Any,9999

      """
    let (_, statistics, found) = try await placedPackage(["areas": own])
    let areas = statistics.areas
    let surin = areas.all[try #require(areas.index("32"))]
    #expect(surin.name[.english] == "New Surin" && surin.slug == "surin")
    #expect(areas.parent(of: surin)?.code == "R-northeast")
    let town = areas.all[try #require(areas.index("เทศบาลเมืองสุรินทร์"))]
    #expect(areas.parent(of: town)?.code == "3201")
    #expect(areas.all(.province).count == 77 && areas.index("andaman") != nil)
    #expect(found.all.map(brief).contains("unknown-area areas.csv:5:parent"), "\(found.all)")
  }

  @Test func aSiteMayBeAboutSomeProvincesOnly() async throws {
    var settings = GazetteerSettings()
    let place = SourceFile(path: "site.yaml", text: "").start
    settings.scope = .areas([Located("สุรินทร์", at: place), Located("R-south", at: place)])
    let areas = try await placedPackage([:], settings).statistics.areas
    #expect(areas.all(.province).count == 15)
    #expect(areas.all(.region).map(\.code) == ["R-northeast", "R-south"])
    settings.scope = .areas([Located("สุริน", at: place)])
    let found = try await placedPackage([:], settings).diagnostics
    #expect(found.all.map(\.code) == ["unknown-area"])
    settings.scope = .ownTable
    #expect(try await placedPackage([:], settings).statistics.areas.described.isEmpty)
  }

  @Test func aSumOfSomeProvincesIsNoneOfTheCountry() async throws {
    let tables = [
      "sources": "id,title,producer\ns,เล่ม,ก\n",
      "indicators":
        "id,name,aggregation,dataset,aggregate\nports,ท่า,sum,,\nfunds,กองทุน,sum,funds,count\n",
      "observations": "indicator,area,as_of,as_of_basis,value,source\n"
        + "ports,32,2023,stated,100,s\nports,31,2023,stated,200,s\n",
      "funds": "id,name,area\na,ก,32\n",
      "register_coverage": "register,area,status,as_of\nfunds,TH,complete,2024-01-01\n",
    ]
    let place = SourceFile(path: "site.yaml", text: "x").start
    var settings = GazetteerSettings()
    settings.scope = .areas([Located("32", at: place), Located("31", at: place)])
    let placed = try await placedPackage(tables, settings)
    let some = placed.statistics
    #expect(
      DiagnosticPrinter().text(placed.diagnostics).contains(
        "warning[coverage-of-parts]: 'funds' is said to be complete in Thailand, of which this site"
      ))
    #expect(some.coverages["funds"]?.whole.isComplete == false)
    let (ports, funds) = (
      try #require(some.indicator("ports")), try #require(some.indicator("funds"))
    )
    for code in ["TH", "R-northeast"] {
      let area = try #require(some.area(code))
      #expect(some.rollup(ports, area) == nil)
      #expect(some.rollup(funds, area)?.isWhole == false, "\(code)")
    }
    let surin = try #require(some.area("32"))
    #expect(some.rollup(funds, surin)?.isWhole == true)
    // Of the whole country it is a sum of two of its provinces.
    let all = try await placedPackage(tables).statistics
    let country = try #require(all.area("TH"))
    #expect(all.rollup(ports, country)?.expected == 77)
    #expect(all.rollup(funds, country)?.isWhole == true)
  }

  @Test func theCountryIsDividedInOtherWaysOnDemand() async throws {
    var settings = GazetteerSettings()
    settings.divisions = [.codi]
    let groups = "group,area\ncodi-west,70\n"
    let areas = try await placedPackage(["area_groups": groups], settings).statistics.areas
    #expect(areas.all(.region).count == 17)
    let grouped = areas.all(.region).filter { $0.scheme == "codi" }
      .flatMap { areas.children[$0.id] }
    #expect(grouped.count == 77 && Set(grouped).count == 77)
  }
}

/// The consonants of a Thai name, for holding them against those of a romanised one.
private struct Consonants {
  private let letters: [(classes: Set<Character>, isOptional: Bool)]

  init(_ thai: String) {
    var letters: [(Set<Character>, Bool)] = []
    for scalar in thai.unicodeScalars {
      // A letter under this mark is not spoken.
      if scalar.value == 0x0E4C { _ = letters.popLast() }
      if scalar.value == 0x0E33 { letters.append((["m"], false)) }
      guard let initial = Self.initials[Character(scalar)] else { continue }
      let final = initial.compactMap { Self.finals[$0] }
      letters.append((Set(initial).union(final), "หยวอร".unicodeScalars.contains(scalar)))
    }
    self.letters = letters
  }

  /// How much of the names differs, from 0.
  func distance(to english: String) -> Double {
    let other = Self.latin(english)
    let shape = (letters.count, other.count)
    var costs = Array(
      repeating: Array(repeating: 0.0, count: shape.1 + 1), count: shape.0 + 1)
    for row in 0...shape.0 {
      for column in 0...shape.1 where row + column > 0 {
        var ways: [Double] = []
        if row > 0 { ways.append(costs[row - 1][column] + (letters[row - 1].isOptional ? 0 : 1)) }
        if column > 0 {
          let isDoubled = column > 2 && "tnkp".contains(other[column - 1])
          ways.append(costs[row][column - 1] + (isDoubled ? 0.5 : 1))
        }
        if row > 0, column > 0 {
          let isSame = letters[row - 1].classes.contains(other[column - 1])
          ways.append(costs[row - 1][column - 1] + (isSame ? 0 : 1.5))
        }
        costs[row][column] = ways.min() ?? 0
      }
    }
    return costs[shape.0][shape.1] / Double(max(2, shape.0, shape.1))
  }

  private static func latin(_ text: String) -> [Character] {
    var text = text.lowercased().filter { $0.isLetter }
    for (two, one) in [
      ("ng", "g"), ("kh", "k"), ("ch", "c"), ("th", "t"), ("ph", "p"), ("sh", "s"), ("j", "c"),
    ] { text = text.replacing(two, with: one) }
    return text.filter { !"aeiou".contains($0) }.map { $0 }
  }

  private static let finals: [Character: Character] = [
    "c": "t", "s": "t", "y": "n", "d": "t", "b": "p", "f": "p", "r": "n", "l": "n",
  ]

  private static let initials: [Character: String] = {
    let rows = [
      "กขฃคฅฆ": "k", "ง": "g", "จฉชฌ": "c", "ซศษส": "s", "ญย": "y", "ฎด": "d", "ฏฐฒตถธ": "t",
      "ฑ": "td", "ท": "ts", "ณน": "n", "บ": "b", "ปผพภ": "p", "ฝฟ": "f", "ม": "m", "ร": "rn",
      "ลฬ": "l", "ว": "wv", "หฮ": "h", "ฤ": "r",
    ]
    var initials: [Character: String] = [:]
    for (letters, sounds) in rows {
      for letter in letters.unicodeScalars { initials[Character(letter)] = sounds }
    }
    return initials
  }()
}
