import SaanText

/// The description of a set of tables, in the words of Data Package v2 (datapackage.org).
package struct PackageDescriptor: Sendable {
  package internal(set) var path: String
  /// The document that it was read from.
  package internal(set) var root: YAMLNode?
  package internal(set) var name: String?
  package internal(set) var title: Localized<String>?
  package internal(set) var description: Localized<String>?
  package internal(set) var version: String?
  package internal(set) var created: String?
  package internal(set) var homepage: String?
  package internal(set) var licenses: [License] = []
  package internal(set) var sources: [Attribution] = []
  package internal(set) var contributors: [Contributor] = []
  package internal(set) var keywords: [String] = []
  package internal(set) var resources: [Resource] = []

  /// Adds tables that the description itself does not name.
  package mutating func add(_ more: [Resource]) { resources += more }

  /// The resource of a name.
  package func resource(_ name: String) -> Resource? { resources.first { $0.name == name } }
}

/// The terms under which data may be used.
package struct License: Sendable, Hashable {
  /// An identifier such as `CC-BY-4.0`.
  package internal(set) var name: String?
  package internal(set) var title: Localized<String>?
  package internal(set) var path: String?
}

/// Where data came from.
package struct Attribution: Sendable, Hashable {
  package internal(set) var title: Localized<String>?
  package internal(set) var path: String?
  package internal(set) var email: String?
  package internal(set) var version: String?
}

/// Who worked on the data.
package struct Contributor: Sendable, Hashable {
  package internal(set) var title: Localized<String>?
  package internal(set) var path: String?
  package internal(set) var email: String?
  package internal(set) var organization: String?
  package internal(set) var roles: [String] = []
}

/// One table of a package: where it lies and what it holds.
package struct Resource: Sendable {
  package var name: String
  /// The file, relative to the descriptor.
  package var path: String
  package var title: Localized<String>?
  package var description: Localized<String>?
  /// The format's name; `nil` when the file's ending tells it.
  package var format: String?
  package var encoding: String?
  package var dialect = Dialect()
  /// The sheet of a workbook.
  package var sheet: String?
  /// The sheets and files that are one table with it.
  package var joined = JoinedParts()
  /// The columns that become rows.
  package var unpivot: Unpivot?
  package var schema: TableSchema?
  package var sources: [Attribution] = []
  package var licenses: [License] = []
  /// Whether the table holds everything that there is.
  package var coverage: ResourceCoverage?
  /// The language of columns that name none: the site's default.
  package var language = Language.Tag.thai
  /// Where the descriptor names it.
  package var span: SourceSpan?

  /// The files, relative to the descriptor.
  package var paths: [String] { [path] + joined.furtherPaths }
  /// Whether the table is put together or turned.
  package var isShaped: Bool { !joined.isEmpty || unpivot != nil }

  /// Makes a resource.
  package init(name: String, path: String, sheet: String? = nil, schema: TableSchema? = nil) {
    self.name = name
    self.path = path
    self.sheet = sheet
    self.schema = schema
  }
}

/// How a delimited text file is written.
package struct Dialect: Sendable, Hashable {
  /// The byte between values; `nil` leaves it to the format.
  package var delimiter: UInt8?
  /// Rows above the header that are no data, such as a spreadsheet's title.
  package var skippedRows = 0
  /// How many rows the header takes: one above the other where merged cells group the columns.
  package var headRowsCount = 1
  /// The sheet of a workbook by its number, from 1.
  package var sheetNumber: Int?
  /// The byte that rows begin with that are remarks and no data.
  package var comment: UInt8?
  /// Whether spaces after a delimiter belong to no value.
  package var skipsInitialSpace = false
  /// What becomes of rows and columns that a workbook hides; left out, and told, where nobody says.
  package var hidden: Treatment?
  /// What becomes of rows that add up others; left out, and told, where nobody says.
  package var totalRows: Treatment?
  /// The columns whose empty cells have the value above them, by heading or name.
  package var filledDown: [String] = []
  /// Whether cells of a workbook say beside what they show what is stored in them, for explaining.
  var showsStored = false

  /// What becomes of rows and columns that may be none of the table.
  package enum Treatment: String, Sendable, CaseIterable { case skip, keep }

  /// Makes the dialect of the format itself.
  package init() {}

  /// The rows of the header, where it is not left to be found.
  package var head: ClosedRange<Int> {
    get {
      let first = min(skippedRows, Int.max - headRowsCount) + 1
      return first...first + (headRowsCount - 1)
    }
    set { (skippedRows, headRowsCount) = (newValue.lowerBound - 1, newValue.count) }
  }
}
