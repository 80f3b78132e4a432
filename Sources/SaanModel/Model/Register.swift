import SaanData
import SaanText

/// The place of a register among those of the site.
package typealias RegisterID = ID<Register>

/// A collection whose pages are the rows of a table: its settings with the columns that they name.
///
/// It never changes, and all its pages share it.
package final class Register: Sendable {
  package let settings: RegisterSettings
  package let table: Table
  /// The table's position in the package.
  package let tableIndex: Int
  package let title: Localized<String>
  package let description: Localized<String>?
  /// What the rows are called; a table without names goes by its ids.
  package let name: RegisterColumn?
  package let id: Int
  /// The public columns but id, name and area, in the table's order.
  package let fields: [RegisterColumn]
  /// The positions in `fields` of what lists show.
  package let listed: [Int]
  /// The positions in `fields` of what is added up.
  package let totalled: [Int]
  /// What rows are sorted by; `nil` means their names.
  package let sort: RegisterColumn?
  /// The last part of each record's address, by row.
  package let slugs: ByID<Row, String>
  package let places: RegisterPlaces

  /// Joins the parts.
  package init(
    settings: RegisterSettings, table: Table, tableIndex: Int, title: Localized<String>,
    description: Localized<String>?, name: RegisterColumn?, id: Int, fields: [RegisterColumn],
    listed: [Int], totalled: [Int], sort: RegisterColumn?, slugs: ByID<Row, String>,
    places: RegisterPlaces
  ) {
    self.settings = settings
    self.table = table
    self.tableIndex = tableIndex
    self.title = title
    self.description = description
    self.name = name
    self.id = id
    self.fields = fields
    self.listed = listed
    self.totalled = totalled
    self.sort = sort
    self.slugs = slugs
    self.places = places
  }

  /// The same register with other values in its rows; `nil` where there are other rows, or some lie
  /// elsewhere or have another address.
  package func replacing(_ table: Table) -> Register? {
    // An area may be told by another column, such as a province's.
    let fixed = table.fields.indices.filter { column in
      column == id || table.fields[column].name == "area" || table.namesProvinces(column)
    }
    guard table.isLaidOut(like: self.table),
      fixed.allSatisfy({ column in
        zip(table.rows, self.table.rows).allSatisfy { $0.string(column) == $1.string(column) }
      })
    else { return nil }
    return Register(
      settings: settings, table: table, tableIndex: tableIndex, title: title,
      description: description, name: name, id: id, fields: fields, listed: listed,
      totalled: totalled, sort: sort, slugs: slugs, places: places)
  }

  /// How many records there are.
  package var count: Int { table.count }

  /// How many provinces have records.
  package var provincesCount: Int { places.tops.count { places.groups[$0].isProvince } }

  /// How many pages a list of so many rows has; never none.
  package func pageCount(ofRows count: Int) -> Int {
    max(1, (count + settings.perPage - 1) / settings.perPage)
  }

  /// Where the list of an area lies, such as `councils/in/surin/`.
  package func place(ofGroup group: GroupID) -> String {
    let own = places.groups[group]
    let above = own.parent.map { place(ofGroup: $0) } ?? "\(settings.path)/in/"
    return "\(above)\(own.slug)/"
  }

  /// Where a record's page lies, such as `councils/c-4501/`.
  package func place(ofRow row: RowID) -> String { "\(settings.path)/\(slugs[row])/" }
}

/// A column of a register with its translations.
package struct RegisterColumn: Sendable {
  /// The name without a language: `name` of `name@en`.
  package let name: String
  package let field: Field
  /// The table's columns with the languages of their texts; the default language's is first.
  package let versions: [(language: Language.Tag, column: Int)]
  /// What values are shown as instead of what is written: the labels of an enumeration, the names
  /// of another table's rows.
  package let labels: [String: Localized<String>]

  /// Joins the columns of a table that say the same in several languages.
  package init(
    name: String, field: Field, versions: [(language: Language.Tag, column: Int)],
    labels: [String: Localized<String>]
  ) {
    self.name = name
    self.field = field
    self.versions = versions
    self.labels = labels
  }

  /// Whether its values can be added up.
  package var isNumeric: Bool { field.type == .integer || field.type == .number }

  /// The column that holds numbers, dates and whatever has no language.
  package var column: Int { versions[0].column }
}
