import SaanText

extension Table {
  /// The published columns that name pictures.
  package var pictureColumns: [Int] {
    fields.indices.filter { fields[$0].type == .image && !fields[$0].isPrivate }
  }

  /// The names of the columns that name pictures, and of those that tell of them: they are shown
  /// with the picture, and as no text of their own.
  package var columnsOfPictures: Set<String> {
    Set(
      pictureColumns.map { fields[$0].baseName }.flatMap { name in
        [name] + PictureNote.allCases.map { $0.column(of: name) }
      })
  }
}

/// What a table tells of a picture that a column names, each in a column of its own.
package enum PictureNote: String, Sendable, CaseIterable {
  case alt, caption, credit, licence

  /// The name of the column beside the one that names the file: `photo_alt`.
  package func column(of name: String) -> String { "\(name)_\(rawValue)" }

  /// What a row tells, in a language or the one that it is written in.
  package func text(
    of row: Row, _ column: Int, in language: Language.Tag
  ) -> (text: String, language: Language.Tag)? {
    row.string(self.column(of: row.table.fields[column].baseName), in: language)
  }
}
