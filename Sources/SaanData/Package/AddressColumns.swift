import SaanText

/// How many addresses of one column are told.
private let mostTold = 20

/// What is wrong with the addresses in the tables of a package.
package func checkAddresses(in package: DataPackage) -> [Diagnostic] {
  package.tables.flatMap { table in
    KnownColumns.addresses.compactMap { table.column($0) }.flatMap { column in
      table.rows.lazy.compactMap { row -> Diagnostic? in
        guard let text = row.string(column), let mistake = AddressMistake(inWhole: text) else {
          return nil
        }
        return .badAddress(text, mistake, at: row.place(column))
      }.prefix(mostTold)
    }
  }
}
