/// What the values of a column that nobody has described give away.
struct PersonalDataTally {
  /// Whether the column says who does something.
  private let isOfRole: Bool
  private var firstFound: (row: Int, finding: PrivateData.Finding)?
  private var found = 0
  private var values = 0
  /// How many values are thirteen digits and nothing else, and how many of them could be citizens'.
  private var longNumbers = 0
  private var plainIDs = 0
  /// The first mobile number without its zero, and how many there are.
  private var firstLost: (row: Int, finding: PrivateData.Finding)?
  private var lost = 0

  /// The first value of each kind that is about a person, and how many there are.
  private var persons: [PrivateData.Kind: (row: Int, finding: PrivateData.Finding, count: Int)] =
    [:]

  init(isOfRole: Bool = false) { self.isOfRole = isOfRole }

  /// The first value with personal data.
  var first: (row: Int, finding: PrivateData.Finding)? {
    firstFound ?? mostOfPersons.map { ($0.row, $0.finding) } ?? firstLost
  }
  /// How many values have any.
  var count: Int { found > 0 ? found : mostOfPersons?.count ?? lost }

  /// Whether few of its values give somebody away, so that these are mistakes, and not the column.
  var isOfFew: Bool { found > 0 && found * 2 < values && mostOfPersons == nil }

  /// What at least half of its values say about persons.
  private var mostOfPersons: (row: Int, finding: PrivateData.Finding, count: Int)? {
    [.personName, .bankAccount, .vehiclePlate, .lineID].lazy.compactMap { persons[$0] }
      .first { $0.count * 2 >= values }
  }

  /// Whether its values are names of persons.
  var holdsNames: Bool { (persons[.personName]?.count ?? 0) * 2 >= max(1, values) }
  /// Whether its values are addresses of houses.
  var holdsHouses: Bool { (persons[.houseAddress]?.count ?? 0) * 2 >= max(1, values) }

  /// What single values say about persons.
  var ofPersons: (row: Int, finding: PrivateData.Finding, count: Int)? {
    [.personName, .bankAccount, .houseAddress, .lineID].lazy.compactMap { persons[$0] }.first
  }

  /// Whether values are digits alone that could be a citizen's.
  var hasPlainNumbers: Bool { plainIDs > 0 }

  /// Looks at one more value.
  mutating func add(_ cell: UnsafeBufferPointer<UInt8>, row: Int) {
    values += 1
    let isLong = cell.count == 13 && cell.allSatisfy { $0 &- 0x30 < 10 }
    if isLong { longNumbers += 1 }
    if let finding = PrivateData.lostZeros(in: cell).first {
      firstLost = firstLost ?? (row, finding)
      lost += 1
    }
    if let finding = PrivateData.aboutPerson(in: cell, isOfRole: isOfRole) {
      let known = persons[finding.kind]
      persons[finding.kind] = (
        known?.row ?? row, known?.finding ?? finding, (known?.count ?? 0) + 1
      )
    }
    guard let finding = PrivateData.find(in: cell).first(where: \.kind.isPersonal) else { return }
    if isLong { plainIDs += 1 }
    found += 1
    firstFound = firstFound ?? (row, finding)
  }

  /// Whether the column holds personal data.
  ///
  /// Of ten amounts of thirteen digits one looks like a citizen's number by chance: a column of
  /// numbers holds citizens' only where most of its values are, and no heading says otherwise.
  func isPrivate(_ type: FieldType, header: String) -> Bool {
    if found > plainIDs { return true }
    if mostOfPersons != nil, !Field.isMeasure(header), !Field.isCode(header) { return true }
    if PrivateData.areLostZeros(lost, of: values), !Field.isMeasure(header), !Field.isCode(header) {
      return true
    }
    guard plainIDs > 0, !Field.isMeasure(header) else { return false }
    guard [.integer, .number].contains(type) else { return true }
    return longNumbers * 2 >= values && plainIDs * 3 >= longNumbers * 2
  }
}
