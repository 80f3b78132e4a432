import SaanText

/// What several areas have jointly, in the sum of an area around them.
extension AreaRollup {
  /// The joint values that lie in an area and are not counted by others there.
  struct Joint {
    var values: [Int] = []
    /// The areas that they belong to, each with its value.
    var covered: [AreaID: Int] = [:]
    /// The areas whose own values they count already.
    var replaced: Set<AreaID> = []
    var unadded: [UnaddedPart] = []

    func isCovered(_ area: AreaID, in areas: AreaTable) -> Bool {
      covered.keys.contains { areas.overlap($0, area) }
    }
  }

  /// The joint values of areas that all lie in one; of values that share an area those count that
  /// reach furthest, so that nothing is counted twice and as little as can be is left out.
  func joint(in area: AreaID, beside divisions: Set<AreaID>, time: CalendarDate?) -> Joint {
    var found = Joint()
    let inside = jointValues.filter { areas.around(together: $0.key).contains(area) }
    guard !inside.isEmpty else { return found }
    let reporting = own.keys.filter { other in
      reports(other, time)
        && ([other] + areas.ancestors[other]).contains(where: divisions.contains)
    }
    func fail(_ index: Int, _ reason: UnaddedPart.Reason) {
      found.unadded.append(UnaddedPart(observation: index, reason: reason))
    }
    var usable: [(place: AreaID, index: Int, extent: Set<AreaID>)] = []
    for (place, index) in inside.sorted(by: { $0.key < $1.key }) {
      // The value of an area around all of them counts them already.
      if reporting.contains(where: areas.around(together: place).contains) { continue }
      if isOf(time, value(index)) {
        usable.append((place, index, areas.extent(of: areas.members(of: place) ?? [])))
      } else if value(index).value != nil {
        found.unadded.append(
          isUsable(value(index))
            ? ofOtherTime(index, than: time) : UnaddedPart(observation: index, reason: .weight))
      }
    }
    usable.sort { ($1.extent.count, $0.place) < ($0.extent.count, $1.place) }
    for (place, index, extent) in usable {
      let members = areas.members(of: place) ?? []
      let rivals = reporting.filter { other in
        !found.replaced.contains(other) && members.contains { areas.overlap(other, $0) }
      }
      guard !members.contains(where: { found.isCovered($0, in: areas) }),
        !areBetter(rivals, of: time, than: value(index), extent)
      else {
        fail(index, .overlap)
        continue
      }
      found.values.append(index)
      for member in members { found.covered[member] = index }
      found.replaced.formUnion(rivals)
      for rival in rivals.sorted() { own(rival, of: time).map { fail($0, .overlap) } }
    }
    return found
  }

  /// Whether the values of single areas say more than one that they have jointly: where they leave
  /// out none of its areas and come to as much, or surely to more than it.
  private func areBetter(
    _ rivals: [AreaID], of time: CalendarDate?, than joint: Observation, _ extent: Set<AreaID>
  ) -> Bool {
    // Of areas in each other the wider one has all of both.
    let widest = rivals.filter { rival in
      extent.contains(rival) && areas.ancestors[rival].allSatisfy { !rivals.contains($0) }
    }
    let inside = widest.compactMap { own($0, of: time).map(value) }
    if let least = inside.compactMap(\.least).total, joint.isBelow(least) { return true }
    guard areas.extent(of: rivals).count >= extent.count else { return false }
    let total = inside.compactMap(\.value).total
    return !rivals.allSatisfy(extent.contains)
      || total.flatMap { sum in
        joint.value.map { sum >= $0 }
      } ?? true
  }
}
