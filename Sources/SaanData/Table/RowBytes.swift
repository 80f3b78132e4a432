import SaanText

extension Row {
  /// Appends the values of all columns, so that of two rows of one schema those have the same bytes
  /// that say the same.
  package func append(to bytes: inout [UInt8]) {
    for column in table.storage.columns.indices {
      guard !isMissing(column) else {
        bytes.append(0)
        continue
      }
      bytes.append(1)
      append(column, to: &bytes)
    }
  }

  private func append(_ column: Int, to bytes: inout [UInt8]) {
    switch table.storage.columns[column].storage {
    case .text(let spans):
      table.withText { text in
        let value = text[spans[index]]
        bytes.append(number: value.count)
        bytes += value
      }
    case .integer(let values): bytes.append(number: Int(values[index]))
    case .number(let mantissas, let scales):
      bytes.append(number: Int(mantissas[index]))
      bytes.append(scales[index])
    case .boolean(let values): bytes.append(values[index] ? 1 : 0)
    case .date(let values): bytes.append(date: values[index])
    case .period(let values):
      bytes.append(date: values[index].first)
      bytes.append(date: values[index].last)
    }
  }
}

extension Table {
  /// Appends the values of all rows and the names of the columns.
  package func append(to bytes: inout [UInt8]) {
    for field in fields {
      bytes += Array(field.name.utf8)
      bytes.append(0)
    }
    for row in rows { row.append(to: &bytes) }
  }
}

extension [UInt8] {
  /// Appends the eight bytes of a number, the lowest first.
  package mutating func append(number: Int) {
    Swift.withUnsafeBytes(of: number.littleEndian) { self += $0 }
  }

  /// Appends a date with how exact it is.
  package mutating func append(date: CalendarDate) {
    append(number: date.firstDay.dayNumber)
    append(UInt8(truncatingIfNeeded: date.precision.rawValue))
  }
}
