import SaanText

/// The mistakes with the code to write, where a table takes codes of areas alone and a cell says an
/// area in another way.
///
/// A column's own rules know of no areas: they could but say what a code looks like.
package func namingCodes(
  of areas: AreaTable, in found: Diagnostics, _ package: DataPackage
) -> Diagnostics {
  Diagnostics(
    found.all.map { diagnostic in
      guard ["pattern-mismatch", "unknown-reference"].contains(diagnostic.code),
        let place = diagnostic.place, let text = package.area(at: place)
      else { return diagnostic }
      var told = diagnostic
      told.hint = areas.hint(forCodeOf: text, at: place) ?? diagnostic.hint
      return told
    })
}

extension AreaTable {
  /// Which code a text should be; `nil` when nobody can know.
  fileprivate func hint(forCodeOf text: String, at place: Place) -> Wording? {
    let named = named(text)
    if named.count > 1 {
      return Diagnostic.ambiguousArea(text, areas: named.map { all[$0] }, in: self, at: place).hint
    }
    let code = text.hasPrefix("TH-") ? String(text.dropFirst(3)) : text
    guard let area = (index(code) ?? suggestion(for: code)).map({ all[$0] }),
      area.areaClass != .together
    else { return nil }
    return .write(area.code, meaning: area.name[.thai], english: area.name[.english])
  }
}

extension DataPackage {
  /// What a cell of a column of areas says.
  fileprivate func area(at place: Place) -> String? {
    guard case .cell(let path, let sheet, _, let header) = place,
      let table = tables.first(where: { $0.holds(path, sheet) }),
      let column = table.column("area"), table.name != "areas",
      table.storage.headers[column] ?? table.fields[column].name == header
    else { return nil }
    return table.rows.first { $0.place(column) == place }?.string(column)
  }
}
