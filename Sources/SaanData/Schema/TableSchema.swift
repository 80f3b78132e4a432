import SaanText

/// What a table's columns are and which rules their values keep: Data Package's Table Schema.
package struct TableSchema: Sendable, Hashable {
  package var fields: [Field]
  /// The fields whose values together name a row; empty when there is no key.
  package var primaryKey: [String]
  package var foreignKeys: [ForeignKey]
  /// Fields whose values together are in no two rows.
  package var uniqueKeys: [[String]] = []
  /// The fields that name a place together.
  package var areaColumns = AreaColumns()
  /// Texts that stand for "no value", besides the empty one.
  package var missingValues: [String]

  /// Makes a schema.
  package init(
    fields: [Field], primaryKey: [String] = [], foreignKeys: [ForeignKey] = [],
    missingValues: [String] = []
  ) {
    self.fields = fields
    self.primaryKey = primaryKey
    self.foreignKeys = foreignKeys
    self.missingValues = missingValues
  }

  /// The field of a name.
  package func field(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// The schema with what another one calls the same columns and their words.
  func wording(_ other: TableSchema) -> TableSchema {
    var own = self
    for index in own.fields.indices {
      guard let field = other.field(own.fields[index].name) else { continue }
      own.fields[index].title = field.title ?? own.fields[index].title
      own.fields[index].description = field.description ?? own.fields[index].description
      own.fields[index].unit = field.unit ?? own.fields[index].unit
      if !field.categories.isEmpty { own.fields[index].categories = field.categories }
    }
    return own
  }
}

/// One column of a table.
///
/// To the standard's keys it adds those that registers of a network need: `private`, `aliases` for
/// the headings of a spreadsheet, `unit`, and a language behind the name, by which one table serves
/// readers of several.
package struct Field: Sendable, Hashable {
  /// The column's name; `name@en` is the English version of `name`.
  package var name: String
  package var type: FieldType
  package var title: Localized<String>?
  package var description: Localized<String>?
  package var constraints: Constraints
  /// What the values count or measure, by language.
  package var unit: Localized<String>?
  /// The values of a fixed set with what readers see instead.
  package var categories: [Category]
  /// Whether the column never leaves the computer that builds the site.
  package var isPrivate: Bool
  /// Whether the description says in so many words that the column is published.
  package var isPublic = false
  /// Whether bare years, and years of two digits, are those of the Buddhist Era.
  package var isBuddhist = false
  /// What stands for true and for false in the file, besides the usual words.
  package var trueValues: [String] = []
  package var falseValues: [String] = []
  /// Other headers for the same column, such as the Thai one in a spreadsheet.
  package var aliases: [String]
  package var example: String?

  /// Makes a field.
  package init(
    name: String, type: FieldType = .string, title: Localized<String>? = nil,
    description: Localized<String>? = nil, constraints: Constraints = Constraints(),
    unit: Localized<String>? = nil, categories: [Category] = [], isPrivate: Bool = false,
    aliases: [String] = [], example: String? = nil
  ) {
    self.name = name
    self.type = type
    self.title = title
    self.description = description
    self.constraints = constraints
    self.unit = unit
    self.categories = categories
    self.isPrivate = isPrivate
    self.aliases = aliases
    self.example = example
  }

  /// A column of whose type nothing is said: text, but for the day that a row is of, which counts
  /// whether anybody describes it or not.
  init(untyped name: String) {
    self.init(name: name, type: name == "as_of" ? .period : .string)
  }

  /// The name without a language: `name` of `name@en`.
  package var baseName: String { name.split(separator: "@").first.map(String.init) ?? name }

  /// The language of a translated column: `en` of `name@en`.
  package var language: Language.Tag? {
    let parts = name.split(separator: "@", maxSplits: 1)
    return parts.count == 2 ? Language.Tag(String(parts[1])) : nil
  }
}

/// A value of a fixed set: Data Package's `categories`.
package struct Category: Sendable, Hashable {
  package var value: String
  package var label: Localized<String>?
}

/// What the values of a column are.
package enum FieldType: String, Sendable, Hashable, CaseIterable {
  case string, integer, number, boolean, date, year, yearmonth
  /// A day, a month, a year, a fiscal year or a range of days.
  case period
  /// Text that is taken as it is.
  case any
  /// The name of a picture's file; columns such as `photo_alt` and `photo_caption` tell of it.
  case image

  /// A type whose values are kept, and compared, in the same way.
  var storage: FieldType {
    switch self {
    case .any, .image: .string
    case .year, .yearmonth: .date
    default: self
    }
  }
}

/// Rules for the values of one column.
package struct Constraints: Sendable, Hashable {
  package var required = false
  package var unique = false
  /// The bounds as written; they are read with the field's type.
  package var minimum: String?
  package var maximum: String?
  /// The bounds that a value may not reach.
  package var exclusiveMinimum: String?
  package var exclusiveMaximum: String?
  /// A regular expression for the whole value.
  package var pattern: String?
  package var allowed: [String] = []
  /// Lengths in characters as a reader counts them.
  package var minLength: Int?
  package var maxLength: Int?

  /// Makes constraints that allow everything.
  package init() {}
}

/// A rule that values of some columns occur in columns of another table.
package struct ForeignKey: Sendable, Hashable {
  package var fields: [String]
  /// The other table's name; empty for the table itself.
  package var resource: String
  package var referenceFields: [String]

  /// Makes a rule.
  package init(fields: [String], resource: String, referenceFields: [String]) {
    self.fields = fields
    self.resource = resource
    self.referenceFields = referenceFields
  }
}
