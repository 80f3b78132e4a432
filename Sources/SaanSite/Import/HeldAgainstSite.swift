import SaanData
import SaanModel
import SaanText

extension TableImport {
  /// What checking the site would say of the rows of the file once they are written, told of the
  /// file and in its words.
  ///
  /// - Parameter told: what was found already.
  func mistakes(
    in tree: SourceTree, _ options: BuildOptions, beside told: Diagnostics
  ) async throws -> [Diagnostic] {
    var site = tree
    site.replace(path, rows.csv)
    if let descriptor { site.replace(DescriptorEntry.path, Array(descriptor.utf8)) }
    let known = Set(told.all.map { "\($0.code) \($0.place?.text(in: .english) ?? "")" })
    let source = Dictionary(
      zip(rows.lineNumbers, rows.sources).compactMap { line, row in row.map { (line, $0) } },
      uniquingKeysWith: { first, _ in first })
    return try await checkData(site, options).all.compactMap { found in
      guard found.severity != .note || found.code == "unlisted-municipality",
        case .cell(let file, _, let line, let column) = found.place, file == path
      else { return nil }
      guard let row = source[line] else { return line == 1 ? found : nil }
      let place = table.place(row: row, column: column.flatMap { table.column($0) })
      guard !known.contains("\(found.code) \(place.text(in: .english))") else { return nil }
      var mistake = Diagnostic(
        found.severity, found.code, inWordsOfFile(found.message), at: place,
        notes: found.notes.map(inWordsOfFile), hint: found.hint.map(inWordsOfFile))
      mistake.furtherRows = found.furtherRows.compactMap { source[$0].map { table[$0].number } }
      return mistake
    }
  }

  /// A text with the headings of the file in place of the names of columns.
  private func inWordsOfFile(_ text: Wording) -> Wording {
    table.fields.indices.reduce(text) { text, column in
      guard let heading = table.heading(column), heading != table.fields[column].name else {
        return text
      }
      let name = "'\(table.fields[column].name)'"
      return Wording(
        en: text.en.replacing(name, with: "'\(heading)'"),
        th: text.th.replacing(name, with: "'\(heading)'"))
    }
  }

  /// What a person would not notice in the file, held against the table.
  var likelyMistakes: [Diagnostic] {
    nothingToReplaceBy + untoldColumns + namelessRows + unreadSheets + otherScales
  }

  /// Columns of the table that the file says nothing of.
  private var untoldColumns: [Diagnostic] {
    guard !rows.untold.isEmpty else { return [] }
    let head = Place.cell(
      path: table.path, sheet: table.sheet, row: resource.dialect.head.upperBound, column: nil)
    let columns = rows.untold.map { untold in
      (title: title(ofColumn: untold.name), count: untold.count)
    }
    let others = leftOut.filter { $0.why == nil && !Headings.isRunningNumber($0.heading) }
      .map(\.heading)
    let meant = others.compactMap { heading in
      nearColumn(to: heading).map { (heading: heading, column: $0.heading) }
    }
    return [.untoldColumns(columns, others: others, meant: meant, at: head)]
  }

  func title(ofColumn name: String) -> Wording {
    let title = table.schema.field(name)?.title
    return Wording(en: title?[.english] ?? name, th: title?[.thai] ?? name)
  }

  /// Columns whose numbers are a hundred times as large as last time, or a hundredth of it.
  private var otherScales: [Diagnostic] {
    var told: Set<String> = []
    return rows.changes.compactMap { change in
      guard let field = table.schema.field(change.field), [.integer, .number].contains(field.type),
        let old = change.old.flatMap({ ExactNumber($0)?.double }),
        let new = change.new.flatMap({ ExactNumber($0)?.double }), old != 0, new != 0,
        [100, 0.01].contains(where: { abs(new / old / $0 - 1) < 1e-9 }),
        told.insert(change.field).inserted
      else { return nil }
      let place = table.place(row: change.row, column: table.column(change.field))
      return .otherScale(
        change.old ?? "", change.new ?? "", isLarger: abs(new) > abs(old), at: place)
    }
  }

  /// The column of the table without one in the file that a heading may be meant for, with what it
  /// may be called there.
  func nearColumn(to heading: String) -> (name: String, heading: String)? {
    let free = table.fields.filter { field in
      field.name != "id" && table.column(field.name).flatMap { table.heading($0) } == nil
    }
    let names = Dictionary(
      free.flatMap { field in
        (field.aliases + (field.title?.all ?? [])).map { ($0, field.name) }
      }, uniquingKeysWith: { first, _ in first })
    let forms = Headings.forms(of: heading)
    let near =
      forms.lazy.compactMap { closestName(to: $0, among: names.keys) }.first
      ?? names.keys.sorted().first { name in
        forms.contains { form in
          form.count > 3 && name.count > 3 && (name.contains(form) || form.contains(name))
        }
      }
    return near.flatMap { near in names[near].map { ($0, near) } }
  }

  /// Rows that say neither what they are called nor where they are, in a table whose rows do.
  private var namelessRows: [Diagnostic] {
    let names = ["name", "title", "area"].compactMap { table.column($0) }
    guard !names.isEmpty else { return [] }
    let texts = table.fields.indices.filter {
      ![.integer, .number, .boolean].contains(table.fields[$0].type)
    }
    return table.rows.compactMap { row in
      guard texts.allSatisfy({ row.isMissing($0) }) else { return nil }
      return .namelessRow(
        table.heading(names[0]) ?? table.fields[names[0]].name,
        at: table.place(row: row.index, column: nil))
    }
  }

  /// An empty file in place of all rows.
  private var nothingToReplaceBy: [Diagnostic] {
    guard replaces, table.count == 0, !rows.missing.isEmpty else { return [] }
    return [.nothingToReplaceBy(rows.missing.count, at: .file(path: table.path))]
  }

  /// Sheets with the head of those that are read, which are not.
  private var unreadSheets: [Diagnostic] {
    guard resource.joined.sheets.count > 1 else { return [] }
    return otherSheets.compactMap { sheet in
      guard !sheet.isHidden, sheet.headings == headings, let name = sheet.sheet else { return nil }
      let near = areas.suggestion(for: name).map { areas.all[$0] }
      return .unreadSheet(
        name, near: near?.areaClass == .province ? near?.name[.thai] : nil,
        at: .file(path: table.path))
    }
  }
}

extension Diagnostics {
  /// The same with what to do where a table lacks its places, and a column of the file that may
  /// have them is left out as one of homes.
  func naming(addresses headings: [String]) -> Diagnostics {
    guard let heading = headings.first(where: { PersonalHeading($0) == .address }) else {
      return self
    }
    return Diagnostics(
      all.map { found in
        guard found.code == "missing-column", found.message.en.contains("'area'") else {
          return found
        }
        var told = found
        told.hint = .placesLeftOut(heading)
        return told
      })
  }
}

extension SourceTree {
  /// Whether the settings have a part for collections, to which one can be added.
  var hasCollections: Bool {
    let text = String(decoding: files["site.yaml"]?.bytes ?? [], as: UTF8.self)
    return text.split(separator: "\n").contains { $0.hasPrefix("collections:") }
  }
}
