import SaanData
import SaanText

/// What `site.yaml` says of a register: a collection whose pages are the rows of a table.
package struct RegisterSettings: Sendable {
  /// How far down the areas have lists of their own.
  package enum Grouping: String, Sendable, CaseIterable { case province, district }

  package let name: String
  /// The resource of the data package that holds the rows.
  package let table: Located<String>
  package let path: String
  /// The title; without one the table's own serves.
  package let title: Localized<String>?
  package let description: Localized<String>?
  package let template: Located<String>?
  package let listTemplate: Located<String>?
  /// The columns that lists show beside name and area; `nil` means every public one.
  package let columns: [Located<String>]?
  /// The columns that are added up; `nil` means those of the lists that can be.
  package let totals: [Located<String>]?
  /// The indicators whose published values the register's page shows.
  package let figures: [Located<String>]
  /// How far down the areas have lists of their own; `nil` where nothing is said of it.
  package let grouping: Grouping?
  /// The column that rows are sorted by; `nil` means the name.
  package let sort: Located<String>?
  package let order: Collection.Order
  /// How many rows one page of a list holds.
  package let perPage: Int

  /// Puts together what was read of a register.
  package init(
    name: String, table: Located<String>, path: String, title: Localized<String>?,
    description: Localized<String>?, template: Located<String>?, listTemplate: Located<String>?,
    columns: [Located<String>]?, totals: [Located<String>]?, figures: [Located<String>],
    grouping: Grouping?, sort: Located<String>?, order: Collection.Order, perPage: Int
  ) {
    self.name = name
    self.table = table
    self.path = path
    self.title = title
    self.description = description
    self.template = template
    self.listTemplate = listTemplate
    self.columns = columns
    self.totals = totals
    self.figures = figures
    self.grouping = grouping
    self.sort = sort
    self.order = order
    self.perPage = perPage
  }

  /// The template of a record's page.
  package var recordTemplate: Located<String> {
    template ?? Located("record.html", at: table.span)
  }

  /// The template of the lists.
  package var registerTemplate: Located<String> {
    listTemplate ?? Located("register.html", at: table.span)
  }
}

extension Settings {
  /// The tables whose rows have pages.
  package var registerTables: Set<String> { Set(registers.map(\.table.value)) }
}
