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
  let name: RegisterColumn?
  let id: Int
  /// The public columns but id, name and area, in the table's order.
  let fields: [RegisterColumn]
  /// The positions in `fields` of what lists show.
  let listed: [Int]
  /// The positions in `fields` of what is added up.
  let totalled: [Int]
  /// What rows are sorted by; `nil` means their names.
  let sort: RegisterColumn?
  /// The last part of each record's address, by row.
  let slugs: [String]
  let places: RegisterPlaces

  /// Joins the parts.
  init(
    settings: RegisterSettings, table: Table, tableIndex: Int, title: Localized<String>,
    description: Localized<String>?, name: RegisterColumn?, id: Int, fields: [RegisterColumn],
    listed: [Int], totalled: [Int], sort: RegisterColumn?, slugs: [String], places: RegisterPlaces
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

  /// How many records there are.
  package var count: Int { table.count }

  /// How many provinces have records.
  package var provincesCount: Int { places.tops.count { places.groups[$0].isProvince } }

  /// How many pages a list of so many rows has; never none.
  func pageCount(ofRows count: Int) -> Int {
    max(1, (count + settings.perPage - 1) / settings.perPage)
  }

  /// Where the list of an area lies, such as `councils/in/surin/`.
  func place(ofGroup group: GroupID) -> String {
    let own = places.groups[group]
    let above = own.parent.map { place(ofGroup: $0) } ?? "\(settings.path)/in/"
    return "\(above)\(own.slug)/"
  }

  /// Where a record's page lies, such as `councils/c-4501/`.
  func place(ofRow row: Int) -> String { "\(settings.path)/\(slugs[row])/" }
}

/// A column of a register with its translations.
struct RegisterColumn: Sendable {
  /// The name without a language: `name` of `name@en`.
  let name: String
  let field: Field
  /// The table's columns with the languages of their texts; the default language's is first.
  let versions: [(language: Language.Tag, column: Int)]
  /// What values are shown as instead of what is written: the labels of an enumeration, the names
  /// of another table's rows.
  let labels: [String: Localized<String>]

  var isNumeric: Bool { field.type == .integer || field.type == .number }

  /// The column that holds numbers, dates and whatever has no language.
  var column: Int { versions[0].column }
}
