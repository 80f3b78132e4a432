/// How much one file may hold before it is refused: no input may use up memory or time.
///
/// They lie far above what a register of the whole country needs. What lies beyond is an error and
/// never just left out, for a table that lacks rows would pass for a whole one.
package struct DataLimits: Sendable, Hashable {
  /// The bytes of a file; a `CellSpan` could point at four times as many.
  package var maximumFileBytes = 1_000_000_000
  /// The rows of a table.
  package var maximumRows = 5_000_000
  /// The columns of a table.
  package var maximumColumns = 1_000
  /// The bytes of one cell.
  package var maximumCellBytes = 1_000_000
  /// Nesting of JSON and YAML.
  package var maximumDepth = 64
  /// Values in a YAML file after its aliases are followed.
  package var maximumNodes = 5_000_000
  /// What all parts of a workbook may hold when unpacked.
  package var maximumUnpackedBytes = 512_000_000
  /// What a sheet of a workbook may hold when unpacked; it is read piece by piece.
  package var maximumSheetBytes = 4_000_000_000
  /// How many times larger than packed a part of a workbook may be.
  package var maximumRatio = 200
  /// The files in a ZIP archive, which a workbook is.
  package var maximumEntries = 10_000
  /// How many mistakes of a kind are told for each column.
  package var mistakesPerColumn = 10

  /// Makes the usual limits.
  package init() {}
}

/// A file as it lies on the disk: text in any encoding, or a workbook.
package struct DataFile: Sendable {
  package let path: String
  package let bytes: FileBytes

  /// Makes a file; a byte-order mark at its start, as Excel writes it, is no part of the text.
  package init(path: String, bytes: [UInt8]) {
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.init(path: path, bytes: FileBytes(isMarked ? Array(bytes.dropFirst(3)) : bytes))
  }

  /// Makes a file of bytes that somebody else may keep.
  package init(path: String, bytes: FileBytes) {
    self.path = path
    self.bytes = bytes
  }
}
