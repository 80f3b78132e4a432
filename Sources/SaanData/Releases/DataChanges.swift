import SaanText

/// What differs between one release and the next.
package struct DataChanges: Sendable {
  /// The day of the later release; `nil` for what is not released yet.
  package let date: CalendarDate?
  package private(set) var added: [ReleasedRecord]
  package private(set) var changed: [(before: ReleasedRecord, after: ReleasedRecord)]
  package private(set) var removed: [ReleasedRecord]
  /// The corrections that the later release announces.
  package let corrections: [ReleasedRecord]

  /// The registers of which rows were added, changed or withdrawn; none where a release does not
  /// tell of them.
  package let registers: [RegisterChange]

  /// The sums of regions and the country that are others than before; none where a release does not
  /// tell of them.
  package let sums: [SumChange]

  /// What is said in other words than before; none where a release does not tell of them.
  package private(set) var words: [WordChange]

  /// Whether nothing differs.
  package var isEmpty: Bool {
    added.isEmpty && changed.isEmpty && removed.isEmpty && corrections.isEmpty
      && registers.isEmpty && words.isEmpty && sums.isEmpty
  }

  /// The changes that a reader sees: which of several values is shown may have changed alone, but
  /// one that holds no more is withdrawn, and one that holds again is added.
  fileprivate var asRead: DataChanges {
    var copy = self
    func isRead(_ pair: (before: ReleasedRecord, after: ReleasedRecord)) -> Bool {
      pair.before.value != pair.after.value || pair.before.bound != pair.after.bound
        || pair.before.area != pair.after.area
    }
    copy.changed = changed.filter(isRead)
    let same = changed.filter {
      !isRead($0) && $0.before.isDeprecated != $0.after.isDeprecated
    }
    copy.removed += same.map { $0.after }.filter { $0.isDeprecated }
    copy.added += same.map { $0.after }.filter { !$0.isDeprecated }
    copy.words = words.filter(\.changesMeaning)
    return copy
  }

  /// Compares two releases; values are the same when indicator, area, source and date are.
  package init(from old: DataRelease, to new: DataRelease) {
    date = new.date
    // Two values of one source and date are told apart by their order.
    let published = old.records + old.registerSums
    var waiting = Dictionary(grouping: published, by: \.key)
    var added: [ReleasedRecord] = []
    var changed: [(before: ReleasedRecord, after: ReleasedRecord)] = []
    for record in new.records + new.registerSums {
      let same = waiting[record.key] ?? []
      // Those that are the same to the last digit are paired first.
      guard let index = same.firstIndex(where: { !$0.differs(from: record) }) ?? same.indices.first
      else {
        added.append(record)
        continue
      }
      if same[index].differs(from: record) { changed.append((same[index], record)) }
      waiting[record.key]?.remove(at: index)
    }
    var removed: [ReleasedRecord] = []
    for record in published {
      guard let index = waiting[record.key]?.firstIndex(of: record) else { continue }
      waiting[record.key]?.remove(at: index)
      removed.append(record)
    }
    // A number that is now given for several areas together, or for one of them, is the same.
    for index in removed.indices.reversed() {
      guard let other = added.firstIndex(where: { $0.isRefiled(from: removed[index]) }) else {
        continue
      }
      changed.append((removed.remove(at: index), added.remove(at: other)))
    }
    // Whether a register is complete, and since which day, is told in words.
    self.removed = removed.filter { !$0.isOfRegister }
    self.added = added.filter { $0.kind == .value && !$0.isOfRegister }
    corrections = added.filter { $0.kind == .correction }
    // A correction that was announced stays as it is, or is missed; see `vanishedCorrections`.
    self.changed = changed.filter { $0.after.kind == .value }
    sums = SumChange.all(from: old, to: new, beside: self.changed.map(\.after))
    words =
      old.words.flatMap { before in new.words.map { WordChange.all(from: before, to: $0) } } ?? []
    registers =
      old.registers.flatMap { before in
        new.registers.map { RegisterChange.all(from: before, to: $0) }
      } ?? []
  }
}

/// The changes from release to release, the newest first, with what is not released yet.
///
/// - Parameter releases: in the order of their days.
package func dataHistory(_ releases: [DataRelease], now: DataRelease) -> [DataChanges] {
  guard !releases.isEmpty else { return [] }
  let steps = zip(releases, releases.dropFirst() + [now]).map {
    DataChanges(from: $0, to: $1).asRead
  }
  return steps.filter { !$0.isEmpty }.reversed()
}

/// The corrections that a release announced and the tables no longer have.
///
/// Once announced, a correction stays: readers who come back must find what was wrong.
package func vanishedCorrections(
  _ releases: [DataRelease], now: DataRelease, table: String
) -> [Diagnostic] {
  // How exact the numbers were may be added to a row that was announced.
  let present = Set(now.records.map(\.withoutBounds))
  var told = Set<ReleasedRecord>()
  return releases.flatMap { release in
    release.records.filter {
      $0.kind == .correction && !present.contains($0.withoutBounds) && told.insert($0).inserted
    }.map { .vanishedCorrection($0, released: release.date?.iso ?? "", table: table) }
  }
}
