import SaanText

// What descriptions say of how complete registers are, as rows of the table that may say it too:
// readers cannot tell which of the two it was.

extension DataPackage {
  /// What descriptions say of registers, as rows of `register_coverage`.
  func describedCoverage(_ areas: AreaTable) -> [ReleasedRow] {
    descriptor.resources.flatMap { resource -> [ReleasedRow] in
      guard let coverage = resource.coverage else { return [] }
      return areas.roots.map { root in
        ReleasedRow(
          KnownTable.coverage,
          [
            "register": resource.name, "area": areas.all[root].code,
            "status": coverage.status.rawValue, "as_of": coverage.asOf.iso,
          ]
        ).adding(coverage.note?.notes(resource.language) ?? [])
      }
    }
  }
}

extension PackageDescriptor {
  /// The description that says of registers what a release does: of those that the table says it of
  /// nothing, and of those that the release does not tell of nothing either.
  ///
  /// - Parameter rows: what the release says where there is no table for it today.
  func withCoverage(of rows: [ReleasedRow], _ areas: AreaTable) -> PackageDescriptor {
    let roots = Set(areas.roots.map { areas.all[$0].code })
    var copy = self
    for index in copy.resources.indices {
      let row = rows.first { row in
        row["register"] == copy.resources[index].name && row["area"].map(roots.contains) == true
      }
      let today = copy.resources[index].coverage
      let place = today?.place ?? .file(path: copy.resources[index].path)
      copy.resources[index].coverage = row.flatMap { row in
        guard let status = row["status"].flatMap(RegisterStatus.init),
          let asOf = row["as_of"].flatMap({ try? CalendarPeriod.read($0).get() })
        else { return nil }
        return ResourceCoverage(
          status: status, asOf: asOf, note: Localized(notes: row), place: place,
          datePlace: today?.datePlace ?? place)
      }
    }
    return copy
  }
}

extension Localized<String> {
  /// The columns of a note in each language; that of the table's own language names none.
  fileprivate func notes(_ own: Language.Tag) -> [(column: String, text: String)] {
    pairs.map { tag, text in
      (column: tag.flatMap { $0 == own ? nil : "note@" + $0.rawValue } ?? "note", text: text)
    }
  }

  /// The note of a row, in the languages that its columns name.
  fileprivate init?(notes row: ReleasedRow) {
    self.init(
      row.cells.compactMap { column, text in
        let parts = column.split(separator: "@", maxSplits: 1)
        guard parts.first == "note" else { return nil }
        return (parts.count > 1 ? Language.Tag(rawValue: String(parts[1])) : nil, text)
      })
  }
}
