import SaanText

/// Which types the values of a column fit, and how many of them.
///
/// All types are in the running at first. One that all values fit is taken, the narrowest first; of
/// those that nearly all fit, the one that most do: then the others are mistakes, which reading the
/// column by its type tells one by one.
struct TypeTally {
  /// What nearly all values of a column are, where some are not.
  struct Mixture: Sendable {
    let type: FieldType
    /// How many values are of the type, and how many there are.
    let fitting: Int
    let count: Int
    /// The index of the first row whose value is not.
    let row: Int
  }

  private struct Candidate {
    let type: FieldType
    var fitting = 0
    var firstOther: Int?
    var years = 0
  }

  /// The types from the narrowest on.
  private var candidates: [Candidate] = [
    .integer, .number, .boolean, .date, .yearmonth, .period,
  ].map { Candidate(type: $0) }
  private let isBuddhist: Bool
  private(set) var count = 0

  init(isBuddhist: Bool) { self.isBuddhist = isBuddhist }

  /// Looks at one more value; `number` is the part of it that is a number in a column of them.
  mutating func add(
    _ cell: UnsafeBufferPointer<UInt8>, number: UnsafeBufferPointer<UInt8>?, row: Int
  ) {
    count += 1
    for index in candidates.indices {
      let type = candidates[index].type
      guard fits(type == .number ? number ?? cell : cell, type) else {
        candidates[index].firstOther = candidates[index].firstOther ?? row
        continue
      }
      candidates[index].fitting += 1
      if PlainCell.year(cell) != nil || isBuddhist && cell.count == 4 {
        candidates[index].years += 1
      }
    }
    // A type that most of many values are not is out of the running.
    if count % 64 == 0 { candidates.removeAll { $0.fitting * 2 < count } }
  }

  /// Strikes out the types of numbers.
  mutating func removeNumbers() { candidates.removeAll { [.integer, .number].contains($0.type) } }

  /// Strikes out the types of days, months and years.
  mutating func removeDates() {
    candidates.removeAll { [.date, .yearmonth, .period].contains($0.type) }
  }

  /// The type of all values, or of nearly all.
  ///
  /// - Parameters:
  ///   - saysSo: whether the heading says that numbers or dates stand below it, so that half of
  ///     them are enough.
  ///   - isWhole: whether one that nearly all fit is not enough.
  func type(saysSo: Bool, isWhole: Bool = false) -> FieldType {
    whole ?? (isWhole ? nil : mixture(saysSo: saysSo)?.type) ?? .string
  }

  private var whole: FieldType? { candidates.first { $0.fitting == count }?.type }

  /// What nearly all values are, where some are not: these are told as mistakes.
  func mixture(saysSo: Bool) -> Mixture? {
    guard let best, saysSo ? best.fitting * 2 >= count : best.fitting * 5 >= count * 4 else {
      return nil
    }
    return best
  }

  /// What most of the values are that are not all of one type.
  private var best: Mixture? {
    guard whole == nil else { return nil }
    var best: Candidate?
    for candidate in candidates where candidate.type != .boolean && candidate.fitting > 0 {
      if candidate.fitting > best?.fitting ?? 0 { best = candidate }
    }
    return best.flatMap { best in
      best.firstOther.map {
        Mixture(type: best.type, fitting: best.fitting, count: count, row: $0)
      }
    }
  }

  /// What many values are in a column that stays text.
  func doubt(saysSo: Bool) -> Mixture? {
    guard mixture(saysSo: saysSo) == nil, let best, saysSo || best.fitting * 2 >= count else {
      return nil
    }
    return best
  }

  /// Whether all whole numbers look like years.
  var looksLikeYear: Bool {
    candidates.first { $0.type == .integer }.map { $0.fitting > 0 && $0.years == $0.fitting }
      ?? false
  }

  private func fits(_ cell: UnsafeBufferPointer<UInt8>, _ type: FieldType) -> Bool {
    let cell = cell.trimmed
    guard !cell.isEmpty else { return false }
    do throws(CellMistake) {
      switch type {
      case .integer:
        if PlainCell.integer(cell, CellHead(cell)) == nil { _ = try TolerantCell.integer(cell) }
      case .number:
        if PlainCell.number(cell, CellHead(cell)) == nil { _ = try TolerantCell.number(cell) }
      case .boolean: return cell.count > 1 && (try? TolerantCell.boolean(cell)) != nil
      case .date, .yearmonth, .year:
        _ = try BuddhistYear.reading(cell, isBuddhist) { cell throws(CellMistake) in
          try TolerantCell.date(cell, type)
        }
      case .period: _ = try BuddhistYear.reading(cell, isBuddhist, TolerantCell.period)
      case .string, .any, .image: return true
      }
      return true
    } catch {
      return false
    }
  }
}
