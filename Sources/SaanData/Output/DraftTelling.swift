import SaanText

extension TableDraft {
  /// Tells of columns with personal data, of those that look so, and of values that do.
  func tellPrivate(_ table: Table, keepsHeadings: Bool, _ found: inout Diagnostics) {
    for (index, column) in columns.enumerated() {
      if let (row, finding, count) = column.whyWithheld {
        let place = table.place(row: row, column: index)
        found.add(
          keepsHeadings
            ? .columnLeftOut(column.header, finding, count: count, at: place)
            : .columnMadePrivate(column.header, finding, count: count, at: place))
      } else if let heading = column.heading {
        let place = Place.cell(
          path: table.path, sheet: table.sheet, row: resource.dialect.head.upperBound,
          column: column.header)
        found.add(
          keepsHeadings
            ? .columnLeftOut(column.header, heading, at: place)
            : .columnMadePrivate(column.header, heading, at: place))
      } else if let (row, finding, count) = column.told {
        found.add(
          .personalValues(
            column.header, finding, count: count, at: table.place(row: row, column: index)))
      }
    }
    let shown = columns.filter { !$0.isPrivate }.map(\.header)
    // Of what has a name of its own, as a group has, one who speaks for it is a part.
    let isOfNamed = columns.contains { $0.name == "name" && !$0.isPrivate && !$0.holdsNames }
    let isList = columns.contains {
      $0.heading?.showsPersons == true && !(isOfNamed && $0.heading == .personName)
    }
    if isImported, isList, !shown.isEmpty {
      found.add(
        .listOfPersons(
          shown,
          at: .cell(
            path: table.path, sheet: table.sheet, row: resource.dialect.head.upperBound, column: nil
          )))
    }
  }

  /// Tells of headings that are numbers: then the first row may be one of the table.
  func tellNumbersAbove(_ table: Table, _ found: inout Diagnostics) {
    let years = resource.unpivot.map { Set($0.headings(among: table.fields.map(\.name))) } ?? []
    let times = Unpivot.likeTimes(among: columns.map(\.header)) ?? []
    let number = columns.first { column in
      ExactNumber(column.header).map { !(1_800...2_700).contains($0.int ?? 0) } ?? false
        && !years.contains(column.header) && !times.contains(column.header)
    }
    guard let number else { return }
    found.add(
      .numberAbove(
        number.header,
        at: .cell(
          path: table.path, sheet: table.sheet, row: resource.dialect.head.upperBound, column: nil))
    )
  }

  /// Tells of columns of which some values are not what the others are.
  func tellTypes(_ table: Table, _ found: inout Diagnostics) {
    for (index, column) in columns.enumerated() where !column.isPrivate {
      if let row = column.doubtfulShare {
        found.add(.mixedShares(column.header, at: table.place(row: row, column: index)))
      }
      if let mixture = column.mixture {
        let place = table.place(row: mixture.row, column: index)
        found.add(.mixedColumn(column.header, mixture, at: place))
      } else if let doubt = column.doubt {
        let place = table.place(row: doubt.row, column: index)
        found.add(.textColumn(column.header, doubt, at: place))
      }
    }
  }

  /// Tells of numbers of the file's rows that stand in each of the rows made of one.
  func tellRepeated(_ path: String, _ found: inout Diagnostics) {
    guard let unpivot = resource.unpivot else { return }
    for column in columns where [.integer, .number].contains(column.type) && !column.isPrivate {
      let isOwn = [unpivot.key, unpivot.value].contains(column.header)
      let isOfPlace = ["lat", "lon", "id", "number", "code"].contains(column.name)
      guard !isOwn, !isOfPlace else { continue }
      let place = Place.cell(
        path: path, sheet: resource.sheet, row: resource.dialect.head.upperBound,
        column: column.header)
      found.add(.repeatedColumn(column.header, at: place))
    }
  }

  /// The headings of the columns that are withheld because they are about persons, and why.
  ///
  /// - Parameter table: the table that the draft is of.
  func reasons(in table: Table) -> [(heading: String, why: Wording)] {
    columns.compactMap { column in
      if let (row, finding, count) = column.whyWithheld {
        return (column.header, .values(finding, count: count, row: table[row].number))
      }
      return column.heading.map { (column.header, .heading($0)) }
    }
  }

  /// The headings of the columns of which some values are not what the others are.
  package var mixed: [String] { columns.filter { $0.mixture != nil }.map(\.header) }
}

extension ColumnDraft {
  /// What its values say about persons, where it is withheld for that.
  fileprivate var whyWithheld: (row: Int, finding: PrivateData.Finding, count: Int)? {
    guard isPrivate else { return nil }
    return personalData ?? (heading == nil ? people.ofPersons : nil)
  }

  /// What single values say about persons in a column that readers see.
  fileprivate var told: (row: Int, finding: PrivateData.Finding, count: Int)? {
    isPrivate || isOfPlaces || type != .string ? nil : people.ofPersons
  }

  /// Whether its values are names of persons, and not of places.
  var holdsNames: Bool {
    people.holdsNames && !isOfPlaces
  }

  /// Whether its values are addresses of houses.
  var holdsHouses: Bool { people.holdsHouses }
}
