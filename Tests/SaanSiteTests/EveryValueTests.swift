import Foundation
import SaanData
import SaanModel
import SaanPublish
import SaanSite
import SaanText
import Testing

/// Whoever changes a value changes every sentence that states it, or is told which sentence stays.
///
/// All values of this repository's site are changed at once, each to one that stands nowhere, and
/// every page is read: a number that is still there is typed, and the build must have named it.
@Suite struct EveryValueTests {
  @Test func everySentenceThatStatesAValueChangesWithIt() async throws {
    let own = try await readRepository()
    let today = try #require(CalendarDate(iso: "2026-12-01"))
    let options = BuildOptions(today: today, jobs: 2)
    let before = try #require(try await inspect(own, options).site)
    var tree = own
    let table = "content/data/observations.csv"
    let csv = try #require(own.files[table]).text
    tree.add(table, Array(try withOtherValues(csv, before.figures).utf8))
    let settings = try #require(own.files["site.yaml"]).text
    tree.add("site.yaml", Array((try withoutErrors(settings)).utf8))
    let result = try await build(tree, options, readsBack: .never, into: MemorySink())
    let outputs = try #require(
      result.report, "\(DiagnosticPrinter().text(result.diagnostics).prefix(2_000))")
    let old = OldNumbers(before, told: toldWords(result.diagnostics, before))
    #expect(old.count > 80)
    var kept: [String] = []
    for (path, bytes) in outputs.sorted(by: { $0.key < $1.key }) where isRead(path) {
      kept += old.found(
        in: words(of: withoutCorrections(bytes)), path.hasPrefix("th/") ? .thai : .english
      )
      .map { "\(path): \($0)" }
    }
    #expect(
      kept.isEmpty, "\(kept.count) sentences stay: \(kept.prefix(20).joined(separator: "\n"))")
    let changed = try #require(try await inspect(tree, options).site)
    let reason = explainFigure("funds.members", in: changed, language: .thai).value
    #expect(reason?.contains("พอช. ให้ 19,460,044 คน") == true, "\(reason ?? "")")
  }

  /// The pages in both languages; the page of changes says what values were on purpose.
  private func isRead(_ path: String) -> Bool {
    path.hasSuffix(".html") && !path.hasSuffix("data/changes/index.html")
  }

  /// A page without the part that says on purpose what values were.
  private func withoutCorrections(_ page: [UInt8]) -> [UInt8] {
    let text = String(decoding: page, as: UTF8.self)
    let part = text.between("aria-labelledby=\"to-corrections\"", "</section>")
    return part.isEmpty ? page : Array(text.replacing(part, with: "").utf8)
  }

  /// The table with another value in every row, in the order of the old ones.
  private func withOtherValues(_ csv: String, _ figures: Statistics) throws -> String {
    var lines = csv.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for observation in figures.observations {
      guard let value = observation.value?.plain else { continue }
      // Rows of this table have no line breaks in them.
      let line = observation.row + 1
      var cells = lines[line].split(separator: ",", maxSplits: 9, omittingEmptySubsequences: false)
      try #require(cells.count == 10 && cells[5] == value, "\(lines[line])")
      cells[5] = Substring(other(value))
      for part in [7, 8] where !cells[part].isEmpty {
        cells[part] = Substring(other(String(cells[part])))
      }
      lines[line] = cells.joined(separator: ",")
    }
    return lines.joined(separator: "\n")
  }

  /// The settings by which a build goes on after it has named what does not fit the values.
  private func withoutErrors(_ settings: String) throws -> String {
    try #require(settings.contains("\nrules:\n"))
    let rules = ["quote-without-value", "correction-not-applied"].map {
      "  \($0): {severity: note, reason: changed on purpose}\n"
    }
    return settings.replacing("\nrules:\n", with: "\nrules:\n" + rules.joined())
  }

  /// Three times the number and a little: it keeps what is larger larger, and meets no old value.
  private func other(_ number: String) -> String {
    let parts = number.split(separator: ".")
    guard parts.count == 2, let all = Int(parts[0] + parts[1]) else {
      return Int(number).map { String($0 * 3 + 7) } ?? number
    }
    let other = String(all * 3 + 7)
    return other.dropLast(parts[1].count) + "." + other.suffix(parts[1].count)
  }

  /// The words of sources in rows that the build names, since they are not of the value any more.
  private func toldWords(_ found: Diagnostics, _ site: Site) -> [String] {
    let rows = Set(
      found.all.compactMap { diagnostic -> Int? in
        guard case .cell(path: "content/data/observations.csv", _, let row, _)? = diagnostic.place
        else { return nil }
        return row
      })
    let quotes = site.figures.observations.filter { rows.contains($0.row + 2) }
      .compactMap(\.quote)
    return Set(quotes).sorted { ($1.count, $0) < ($0.count, $1) }
  }
}

/// The values that no page may state any more, as pages of each language write them.
private struct OldNumbers {
  /// What may stand behind each number: nothing in particular where no other number is like it by
  /// chance, else what it counts.
  private var units: [Language.Tag: [String: Set<String>]] = [:]
  /// The words of sources that the build has named.
  private let told: [String]

  var count: Int { units[.thai]?.values.reduce(0) { $0 + $1.count } ?? 0 }

  /// Takes the values of a site, but those that other tables give as well: the rows of a register,
  /// and the table of provinces.
  init(_ site: Site, told: [String]) {
    self.told = told
    let figures = site.figures
    let provinces = ExactNumber(figures.areas.all.count { $0.areaClass == .province })
    for observation in figures.observations {
      guard let value = observation.value, value != provinces,
        figures.rollup(observation.indicator, observation.area)?.value != value
      else { continue }
      let number = value.text(.grouped)
      let isTelling = number.contains(",") && !number.hasSuffix(",000") || number.contains(".")
      for tag in [Language.Tag.thai, .english] {
        let unit = figures.unit(of: observation)?[tag].text(for: value) ?? ""
        guard isTelling || !unit.isEmpty else { continue }
        units[tag, default: [:]][number, default: []].insert(isTelling ? "" : unit)
      }
    }
  }

  /// Those that a text states, each with the words around it.
  func found(in utf8: [UInt8], _ tag: Language.Tag) -> [String] {
    var found: [String] = []
    var index = 0
    while index < utf8.count {
      guard utf8[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < utf8.count, utf8[index].isDigit || isMark(at: index, in: utf8) { index += 1 }
      let number = String(decoding: utf8[start..<index], as: UTF8.self)
      guard let units = units[tag]?[number] else { continue }
      let after = String(decoding: utf8[index...].prefix(150), as: UTF8.self)
      let unit = after.drop { $0 == " " || $0 == "\u{A0}" }
      guard units.contains(where: { $0.isEmpty || unit.hasPrefix($0) }) else { continue }
      let words = String(decoding: utf8[..<start].suffix(150), as: UTF8.self) + number + after
      guard !told.contains(where: { $0.contains(number) && words.contains($0) }) else { continue }
      found.append("⟦\(number)⟧ in “\(words)”")
    }
    return found
  }

  private func isMark(at index: Int, in utf8: [UInt8]) -> Bool {
    (utf8[index] == UInt8(ascii: ",") || utf8[index] == UInt8(ascii: "."))
      && index + 1 < utf8.count && utf8[index + 1].isDigit
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self &- 0x30 < 10 }
}

/// What a page says between its tags.
private func words(of page: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(page.count)
  var isTag = false
  page.withUnsafeBufferPointer { page in
    for byte in page {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { text.append(byte) }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
  }
  return text
}
