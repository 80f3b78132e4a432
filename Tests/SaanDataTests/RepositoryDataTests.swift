import Foundation
import SaanText
import Testing

@testable import SaanData

/// The tables of this repository's own site.
@Suite struct RepositoryDataTests {
  private func load() async throws -> (statistics: Statistics, diagnostics: Diagnostics) {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let read: @Sendable (String) -> DataFile? = { path in
      (try? Data(contentsOf: root.appending(path: path))).map {
        DataFile(path: path, bytes: Array($0))
      }
    }
    let file = try #require(read("content/data/datapackage.yaml"))
    let descriptor = PackageDescriptor.parse(SourceFile(path: file.path, bytes: file.bytes.array))
    var found = descriptor.diagnostics
    let package = try await loadPackage(descriptor.value, jobs: 2, knowsPlaces: true, file: read)
      .value(reportingTo: &found)
    var settings = GazetteerSettings()
    settings.divisions = [.codi]
    let statistics = loadStatistics(
      placed(package, in: gazetteer, settings).value(reportingTo: &found))
    let today = try #require(CalendarDate(iso: "2026-12-01"))
    found.merge(checkStatistics(statistics, today: today))
    return (statistics, found)
  }

  @Test func onlyTheSourcesOwnMistakeIsTold() async throws {
    let found = try await load().diagnostics
    #expect(found.all.map(\.code) == ["parts-differ"])
    #expect(
      found.all.first?.message.en
        == "the parts of 'funds.capital' add up to 4,302.84, not 4,259.64")
  }

  @Test func subregionsAddUpToThePublishedTotals() async throws {
    let statistics = try await load().statistics
    for (id, total) in [
      ("councils.localities", 7_455), ("councils.registered", 4_331),
      ("councils.organisations", 110_271),
    ] {
      let rollup = try #require(statistics.rollup(id, "TH"))
      #expect(rollup.value.int == total)
      #expect((rollup.reported, rollup.expected) == (11, 11))
      #expect(rollup.difference?.isZero == true)
      #expect(rollup.newest?.iso == "2014-09-01")
    }
  }

  @Test func theTenNetworksMakeTheAssociationsTotals() async throws {
    let statistics = try await load().statistics
    for (id, total) in [
      ("association.networks", 10), ("association.organisations", 177),
      ("association.members", 23_403),
    ] {
      let rollup = try #require(statistics.rollup(id, "32"))
      #expect(rollup.value.int == total)
      #expect(rollup.origin == .register("organisations"))
      #expect(rollup.difference?.isZero == true)
    }
  }

  @Test func everyDisagreementHasItsReason() async throws {
    let statistics = try await load().statistics
    let disputed = statistics.indicators.ids.compactMap { index in
      statistics.area("TH").flatMap { statistics.disagreement(index, $0) }
    }
    #expect(
      disputed.map { statistics.indicators[$0.shown.indicator].id } == [
        "housing.mankong.communities", "housing.total", "funds.count", "funds.members",
        "funds.capital", "funds.beneficiaries",
      ])
    #expect(
      disputed.map { $0.reconciliation?.cause } == [
        .unexplained, .rounding, .unexplained, .unexplained, .unexplained, .rounding,
      ])
    // What is shown is never the round form.
    #expect(
      disputed.map(\.shown.value?.int) == [1_486, 242_674, 5_915, 6_486_679, 20_413, 1_970_314])
  }

  @Test func everythingIsInBothLanguages() async throws {
    let statistics = try await load().statistics
    for indicator in statistics.indicators {
      #expect(indicator.name.has(.english) && indicator.summary?.has(.english) == true)
    }
    for area in statistics.areas.all { #expect(area.name.has(.english)) }
    #expect(statistics.areas.all(.province).count == 77)
    #expect(statistics.areas.children[try #require(statistics.area("codi-west"))].count == 7)
  }
}
