import SaanText

extension Table {
  /// Whether this is the table of what parties answered.
  private var isOfAnswers: Bool { name == "commitments" }

  /// The ids of asks with those of their proposals.
  private func proposals(in package: DataPackage) -> [String: String] {
    let asks = package.rows("asks").compactMap { row -> (String, String)? in
      guard let id = row.string("id"), let proposal = row.string("proposal") else { return nil }
      return (id, proposal)
    }
    return Dictionary(asks) { first, _ in first }
  }

  /// The answers that are to nothing, and those to an ask that is none of the proposal beside it.
  ///
  /// - Parameter package: the tables of asks and proposals; asks that it lacks are told elsewhere.
  package func answerMistakes(in package: DataPackage) -> [Diagnostic] {
    guard isOfAnswers else { return [] }
    let proposals = proposals(in: package)
    return rows.compactMap { row in
      guard let ask = row.string("ask") else {
        guard row.isMissing("proposal") else { return nil }
        return .answerToNothing(at: row.place(column("ask") == nil ? "proposal" : "ask"))
      }
      guard let named = row.string("proposal"), let own = proposals[ask], named != own else {
        return nil
      }
      return .answerToAnother(ask, of: own, named: named, at: row.place("proposal"))
    }
  }

  /// The table of answers without the proposals that asks name by themselves: sheets have both, and
  /// a row is the same with either.
  package func namingAsksAlone(in package: DataPackage) -> Table {
    guard isOfAnswers, let ask = column("ask"), let proposal = column("proposal") else {
      return self
    }
    let proposals = proposals(in: package)
    return leavingOut(proposal) { row in
      row.string(ask).flatMap { proposals[$0] } == row.string(proposal)
    }
  }
}

extension Table {
  /// The table with the cells of a column left empty in some rows, as a file has them.
  private func leavingOut(_ column: Int, where isLeftOut: (Row) -> Bool) -> Table {
    var columns = storage.columns
    guard case .text(var spans) = columns[column].storage else { return self }
    var written = storage.written
    for row in rows where isLeftOut(row) {
      written[WrittenCell(column: column, row: row.index)] = spans[row.index]
      spans[row.index] = .empty
      columns[column].missing.set(row.index)
    }
    columns[column].storage = .text(spans)
    return with(storage.schema, columns, rewritten: storage.rewritten, written: written)
  }
}
