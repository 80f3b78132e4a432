import SaanText

/// Reads a sheet of an XLSX workbook: formulas by their stored values, dates as dates.
///
/// No formula is worked out: its stored value is what people saw when the file was saved, and where
/// there is none that is told.
enum WorkbookReader {
  /// The rows of the resource's sheet; `nil`, and an issue, when they can't be had.
  static func read(
    _ file: DataFile, _ resource: Resource, _ limits: DataLimits, _ issues: inout IssueBook
  ) -> RecordArena? {
    let place = Place.file(path: file.path)
    let outcome = file.bytes.withUnsafeBufferPointer { bytes -> Result<RecordArena, Refusal> in
      do throws(ZipArchive.Mistake) {
        var archive = try ZipArchive(bytes, limits: limits)
        guard let book = try Workbook(&archive) else {
          return .failure(
            Refusal(OtherWorkbook(archive.names).diagnostic(at: place)))
        }
        guard let sheet = sheet(of: book, resource) else {
          let names = book.sheets.map(\.name)
          let seen = book.sheets.filter { !$0.isHidden }.map(\.name)
          return .failure(
            Refusal(
              resource.sheet.map { .unknownSheet($0, among: names, at: place) }
                ?? .sheetNotNamed(seen.isEmpty ? names : seen, at: place)))
        }
        guard var reader = try SheetRows.read(archive, book, sheet, resource.dialect, issues) else {
          return .failure(Refusal(.notAWorkbook(at: place)))
        }
        if let rows = reader.heads.objection(to: resource.dialect) {
          return .failure(
            Refusal(.headNotFirst(rows, at: reader.issues.row(rows.lowerBound))))
        }
        if !reader.links.isEmpty {
          let part = WorkbookParts(archive.names).named(WorkbookParts.links(of: sheet.part))
          if let part, let links = try archive.part(part) {
            reader.read(SheetLink.addresses(links), resource.schema)
          }
        }
        issues = reader.issues
        let hidden = resource.dialect.hidden
        if sheet.isHidden, hidden != .keep { issues.add(.hiddenSheet(sheet.name, at: place)) }
        if hidden != .keep {
          reader.hidden.tell(
            &issues, head: (reader.names, reader.arena.headerRow), privately: resource.schema,
            isSaid: hidden == .skip)
        }
        guard reader.arena.headerRow > 0 else {
          return .failure(
            Refusal(
              book.sheets.count > 1
                ? .emptySheet(sheet.name, at: place) : .emptyFile(at: place)))
        }
        return .success(reader.arena)
      } catch {
        return .failure(Refusal(diagnostic(error, bytes, limits, at: place)))
      }
    }
    switch outcome {
    case .success(let arena):
      arena.tell(&issues)
      return arena
    case .failure(let refusal):
      issues.add(refusal.diagnostic)
      return nil
    }
  }

  /// The sheets that hold tables, as they look.
  static func shapes(_ file: DataFile, _ limits: DataLimits) -> [TableShape] {
    let ignored = IssueBook(path: file.path, sheet: nil, limit: 0)
    return file.bytes.withUnsafeBufferPointer { bytes in
      guard var archive = try? ZipArchive(bytes, limits: limits),
        let book = try? Workbook(&archive)
      else { return [] }
      return book.sheets.compactMap { sheet in
        var dialect = Dialect()
        var reader = try? SheetRows.read(archive, book, sheet, dialect, ignored)
        if let rows = reader?.heads.objection(to: dialect) {
          dialect.head = rows
          reader = try? SheetRows.read(archive, book, sheet, dialect, ignored)
        }
        guard let reader, reader.arena.headerRow > 0 else { return nil }
        return TableShape(
          sheet: sheet.name, isHidden: sheet.isHidden, head: dialect.head,
          headings: reader.arena.header, merged: reader.mergedColumns,
          above: reader.heads.above(dialect.head.lowerBound))
      }
    }
  }

  private struct Refusal: Error {
    let diagnostic: Diagnostic
    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
  }

  /// The sheet that is named, or the only one that is not hidden.
  private static func sheet(of book: Workbook, _ resource: Resource) -> Workbook.Sheet? {
    if let name = resource.sheet { return book.sheets.first { $0.name == name } }
    if let number = resource.dialect.sheetNumber {
      return book.sheets.indices.contains(number - 1) ? book.sheets[number - 1] : nil
    }
    let seen = book.sheets.filter { !$0.isHidden }
    return seen.count == 1 ? seen[0] : book.sheets.count == 1 ? book.sheets[0] : nil
  }

  private static func diagnostic(
    _ mistake: ZipArchive.Mistake, _ bytes: UnsafeBufferPointer<UInt8>, _ limits: DataLimits,
    at place: Place
  ) -> Diagnostic {
    switch mistake {
    case .damaged: OtherWorkbook(bytes).diagnostic(at: place)
    case .truncated: .workbookTruncated(at: place)
    case .locked: .workbookLocked(at: place)
    case .tooManyEntries(let count):
      .tooManyEntries(count, limit: limits.maximumEntries, at: place)
    case .tooLarge(let part):
      .workbookTooLarge(part, limit: limits.maximumUnpackedBytes, at: place)
    }
  }
}

extension DataFile {
  /// Whether a workbook that was made of an old one holds that one's bytes as texts: then the
  /// program that made it could not read the old one.
  package var holdsUnreadWorkbook: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard var archive = try? ZipArchive(bytes, limits: DataLimits()),
        let texts = try? archive.part("xl/sharedStrings.xml")
      else { return false }
      return String(decoding: texts.prefix(4_000), as: UTF8.self).contains("ÐÏ_x0011_à¡±")
    }
  }

  /// The ending of the kind of workbook that it really is, which another program has to make a new
  /// one of; `nil` where it is read as it is.
  package var foreignWorkbook: String? {
    guard DataFormat.ofPath(path)?.name == DataFormat.xlsx.name else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      guard bytes.starts(with: "PK".utf8) else { return OtherWorkbook(bytes).ending }
      return (try? ZipArchive(bytes, limits: DataLimits()).names)
        .flatMap { OtherWorkbook($0).ending }
    }
  }
}
