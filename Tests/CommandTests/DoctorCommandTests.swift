import Foundation
import Testing

/// What `saan doctor` tells of the programs that pictures need.
@Suite struct DoctorCommandTests {
  private struct Report: Decodable {
    let programs: [Row]
  }

  private struct Row: Decodable {
    let command: String
    let version: String?
    let install: String
  }

  private func doctor(_ path: String, _ more: String...) throws -> WorkFolder.Result {
    let folder = try WorkFolder()
    return try folder.run(
      WorkFolder.builtProgram.path, ["doctor"] + more, in: folder.root.path,
      environment: ["PATH": path, "LANG": "en_GB.UTF-8"])
  }

  @Test func whatIsThereIsToldWithItsVersion() throws {
    let found = try doctor("/usr/local/bin:/usr/bin:/bin")
    #expect(found.output.contains("vipsthumbnail  found: vips"))
    #expect(found.output.contains("rsvg-convert  found: rsvg-convert version"))
    #expect(found.output.contains("pdftoppm  found: pdftoppm version"))
    // The program for old workbooks is large, and not on every machine.
    let isComplete = found.output.contains("soffice  found: LibreOffice")
    #expect(found.status == (isComplete ? 0 : 1), "\(found.output)")
    #expect(found.output.hasSuffix("everything is there\n") == isComplete)
  }

  @Test func whatIsMissingIsToldWithWhatInstallsIt() throws {
    let missing = try doctor("/nowhere")
    #expect(missing.status == 1 && missing.errors.isEmpty)
    #expect(missing.output.contains("rsvg-convert  not installed"))
    #expect(
      missing.output.contains("  without it: links to the site are shown without such a picture"))
    #expect(missing.output.contains("  install it: sudo apt install librsvg2-bin"))
    let thai = try doctor("/nowhere", "--lang", "th")
    #expect(thai.output.contains("  ติดตั้งด้วย: sudo apt install librsvg2-bin"))
    let json = try doctor("/nowhere", "--format", "json")
    let rows = try JSONDecoder().decode(Report.self, from: Data(json.output.utf8)).programs
    #expect(json.status == 1)
    #expect(rows.map(\.command) == ["vipsthumbnail", "rsvg-convert", "pdftoppm", "soffice"])
    #expect(rows.allSatisfy { $0.version == nil && $0.install.hasPrefix("sudo apt install ") })
  }
}
