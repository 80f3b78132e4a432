import SaanData
import SaanText

extension Diagnostics {
  /// What was found in a file that matters for the columns that are imported.
  ///
  /// - Parameters:
  ///   - headings: the columns that are left out: what stands in their cells is nobody's mistake.
  ///   - isNew: whether the table has no description yet in which a column could be marked.
  func ofImport(without headings: [String], isNew: Bool) -> Diagnostics {
    let kept = all.filter { found in
      guard found.code != "unknown-column" else { return false }
      guard ofCells.contains(found.code), case .cell(_, _, _, let column?) = found.place else {
        return true
      }
      return !headings.contains(column)
    }
    return Diagnostics(
      kept.map { found in
        guard isNew, found.code == "private-data" else { return found }
        var told = found
        told.hint = .withoutPersonalData
        return told
      })
  }
}

/// What is told of single cells before it is known whether their column is read.
private let ofCells: Set<String> = [
  "formula-error", "formula-without-value", "no-day", "wrong-era", "lost-text", "lost-style",
  "cell-too-long",
]

extension Wording {
  /// What to do about personal data in a column of a table that is still to be made.
  fileprivate static let withoutPersonalData = Wording(
    en: "remove it from the file, or delete the column there if all of it is about people",
    th: "ลบออกจากไฟล์ หรือลบทั้งคอลัมน์ในไฟล์ถ้าเป็นข้อมูลส่วนบุคคลทั้งคอลัมน์")
}
