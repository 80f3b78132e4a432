import SaanText
import Testing

@testable import SaanData

/// The files of an index as the script reads them.
struct SearchShards {
  private let names: [Int]
  private let bodies: [Int]
  private let paths: [String]
  /// The pages of each name that many share.
  private let shared: [[Int]]
  private var terms: [String: [(text: String, positions: [Int])]] = ["n": [], "b": []]
  private var whole: [String: [Int]] = [:]

  init(_ outputs: [String: String], _ language: String) throws {
    func payload(_ name: String) throws -> String {
      let file = try #require(outputs["\(language)/search/\(name).js"], "\(name)")
      return try #require(Self.lines(of: file), "\(name)")
    }
    var (blocks, sharedBlocks, placeBlocks) = (0, 0, 0)
    var paths: [String] = []
    while outputs["\(language)/search/m\(blocks).js"] != nil {
      var before = ""
      for line in try payload("m\(blocks)").split(separator: "\n") {
        let field = line.split(separator: "\t", omittingEmptySubsequences: false)[1]
        let counts = field.utf8.prefix(2).map { Int($0) - ($0 < 0x5C ? 0x23 : 0x24) }
        before = String(before.prefix(counts[0]) + field.dropFirst(2) + before.suffix(counts[1]))
        paths.append(before)
      }
      blocks += 1
    }
    self.paths = paths
    let lengths = try ["lengths", "extents"].flatMap { name in
      try payload(name).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map { Self.numbers($0) }
    }
    func starts(_ all: [Int], _ step: Int) -> [Int] {
      all.enumerated().reduce(into: [0]) { starts, length in
        let own = length.offset < paths.count ? step : 8
        starts.append(starts[starts.count - 1] + length.element * own)
      }
    }
    (names, bodies) = (starts(lengths[1], 8), starts(lengths[2], 128))
    var (shared, places): ([[Int]], [[Int]]) = ([], [])
    while outputs["\(language)/search/s\(sharedBlocks).js"] != nil {
      shared += try payload("s\(sharedBlocks)").split(separator: "\n").map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).flatMap(Self.pages)
      }
      sharedBlocks += 1
    }
    while outputs["\(language)/search/p\(placeBlocks).js"] != nil {
      places += try payload("p\(placeBlocks)").split(separator: "\n").map(Self.ascending)
      placeBlocks += 1
    }
    self.shared = shared
    // Pieces that texts share stand behind all else, and where they stand in these.
    let firstPiece = self.bodies.count - 1 - places.count
    for tier in ["n", "b"] {
      var number = 0
      while outputs["\(language)/search/\(tier)\(number).js"] != nil {
        for line in try payload("\(tier)\(number)").split(separator: "\n") {
          let fields = line.split(separator: "\t")
          var positions = Self.ascending(fields[1])
          for position in positions where tier == "b" && position >= bodies[firstPiece] {
            let piece = (bodies.lastIndex { $0 <= position } ?? 0) - firstPiece
            positions += places[piece].map { $0 + position - bodies[firstPiece + piece] }
          }
          terms[tier, default: []].append((String(fields[0]), positions))
          whole[tier + fields[0]] = positions
        }
        number += 1
      }
    }
  }

  /// What a file of an index tells.
  static func lines(of file: String) -> String? {
    let packed = file.split(separator: "\"", omittingEmptySubsequences: false)
    guard packed.count == 5, let bytes = Base64.decode(packed[3].utf8) else { return nil }
    if bytes == deflated([], level: 9, hasHead: true) { return "" }
    guard let inflation = Inflation(bytes[...], limits: DataLimits()), inflation.isWhole else {
      return nil
    }
    return String(decoding: inflation.bytes, as: UTF8.self)
  }

  private static func ascending(_ text: Substring) -> [Int] {
    numbers(text).reduce(into: [Int]()) { $0.append(($0.last ?? 0) + $1) }
  }

  /// The pages that runs tell.
  private static func pages(_ text: Substring) -> [Int] {
    let runs = numbers(text)
    var (pages, next) = ([Int](), 0)
    for index in stride(from: 0, to: runs.count, by: 2) {
      pages += next + runs[index]...next + runs[index] + runs[index + 1]
      next += runs[index] + runs[index + 1] + 1
    }
    return pages
  }

  private static func numbers(_ text: Substring) -> [Int] {
    var (numbers, value, unit) = ([Int](), 0, 1)
    for byte in text.utf8 {
      let digit = Int(byte) - (byte < 0x5C ? 0x23 : 0x24)
      if digit >= 45 {
        value += (digit - 45) * unit
        unit *= 46
      } else {
        numbers.append(value + digit * unit)
        (value, unit) = (0, 1)
      }
    }
    return numbers
  }

  /// The paths of the pages that have all runs of a query.
  func find(_ query: String) -> [String] {
    var found: Set<Int>?
    for run in query.split(separator: " ") {
      var here: Set<Int>?
      for writing in Self.writings(of: String(run)) {
        let tokens = SearchTokens(writing)
        guard !tokens.tokens.isEmpty else { continue }
        let own = Set(pages(with: tokens, "n", names).union(pages(with: tokens, "b", bodies)))
        here = here?.union(own) ?? own
      }
      guard let here else { continue }
      found = found?.intersection(here) ?? here
    }
    return (found ?? []).map { paths[$0] }.sorted()
  }

  /// A run, and what it is where its last comma parts thousands that are still being typed.
  private static func writings(of run: String) -> [String] {
    let behind = run.reversed().prefix(while: \.isNumber).count
    let isTyped = (1...2).contains(behind) && run.dropLast(behind).last == ","
    return isTyped ? [run, run.filter { $0 != "," }] : [run]
  }

  private func pages(with tokens: SearchTokens, _ tier: String, _ starts: [Int]) -> Set<Int> {
    var wanted: [(text: String, at: Int)] = []
    tokens.forEachTerm { wanted.append(($0.text, $0.position)) }
    // The last pair has both last letters already.
    if wanted.count > 1, tokens.tokens.suffix(2).allSatisfy(\.isLetter),
      tokens.tokens[tokens.tokens.count - 1].position
        == tokens.tokens[tokens.tokens.count - 2].position + 1
    {
      wanted.removeLast()
    }
    var positions: Set<Int>?
    for (number, term) in wanted.enumerated() {
      let isLast = number == wanted.count - 1
      let known =
        isLast
        ? (terms[tier] ?? []).filter { $0.text.utf8.starts(with: term.text.utf8) }
          .flatMap(\.positions)
        : whole[tier + term.text] ?? []
      let here = Set(known.map { $0 - term.at })
      positions = positions?.intersection(here) ?? here
    }
    let found = Set(
      (positions ?? []).compactMap { position in
        starts.lastIndex { $0 <= position }
      })
    let before = tier == "n" ? 0 : names.count - 1 - paths.count
    return Set(found.flatMap { $0 < paths.count ? [$0] : shared[before + $0 - paths.count] })
  }
}
