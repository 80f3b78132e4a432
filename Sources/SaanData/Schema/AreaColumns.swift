import SaanText

/// Which columns name a place together: `areaColumns` of a table's schema.
package struct AreaColumns: Sendable, Hashable {
  /// The names of fields by the class of area in them.
  package var fields: [AreaClass: String] = [:]

  /// Makes the columns of a table that has none.
  package init() {}

  /// The classes that a column can hold, the narrowest first.
  package static let classes: [AreaClass] = [.municipality, .subdistrict, .district, .province]

  package var isEmpty: Bool { fields.isEmpty }
}

extension ForeignKey {
  /// Whether it says that a column holds codes of areas.
  func leadsToAreas(from table: String) -> Bool {
    (resource.isEmpty ? table : resource) == "areas" && referenceFields == ["code"]
  }
}
