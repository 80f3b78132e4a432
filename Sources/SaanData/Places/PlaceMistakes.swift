import SaanText

extension Table {
  /// What is wrong with the places that rows name, where they name them in the file: each text
  /// once.
  package func placeMistakes(_ areas: AreaTable) -> [Diagnostic] {
    let named = namingAreasByCode(areas)
    guard let column = named.column("area") else { return [] }
    var told: Set<String> = []
    return named.rows.compactMap { row in
      guard let text = row.string(column), areas.nearest(text) == nil, told.insert(text).inserted
      else { return nil }
      let meant = areas.meant(by: text)
      if meant.count > 1 {
        return .ambiguousArea(
          text, areas: meant.map { areas.all[$0] }, in: areas,
          at: named.place(row: row.index, column: column))
      }
      return wrongName(in: row.index, areas)
        ?? .unknownArea(
          text, in: areas, suggestion: areas.suggestion(for: text),
          at: named.place(row: row.index, column: column))
    }
  }

  /// The widest of a row's names that no place of its column's class has.
  private func wrongName(in row: Int, _ areas: AreaTable) -> Diagnostic? {
    for kind in AreaColumns.classes.reversed() {
      guard let column = schema.areaColumns.fields[kind].flatMap({ self.column($0) }),
        let text = self[row].string(column)
      else { continue }
      let name = AreaName(text, in: kind)
      guard !name.isCentre, areas.spelt(name).isEmpty else { continue }
      let place = place(row: row, column: column)
      if let total = TotalWord.place(behindWordOf: text), !areas.named(total).isEmpty {
        return .totalAmongPlaces(text, at: place)
      }
      if let other = areas.meant(by: text).first.map({ areas.all[$0] }), other.areaClass != kind {
        return .areaOfOtherColumn(text, other, column: kind, at: place)
      }
      let around = names(besides: kind, in: row)
      let near = areas.suggestion(for: text, among: kind, beside: around)
      var told = Diagnostic.unknownArea(text, in: areas, suggestion: near, at: place)
      if near == nil, !around.isEmpty { told.hint = .unfoundPlace }
      return told
    }
    return nil
  }

  /// What a row calls the places of other classes.
  private func names(besides kind: AreaClass, in row: Int) -> [AreaName] {
    AreaColumns.classes.compactMap { other in
      guard other != kind,
        let column = schema.areaColumns.fields[other].flatMap({ self.column($0) })
      else { return nil }
      return self[row].string(column).map { AreaName($0, in: other) }
    }
  }
}
