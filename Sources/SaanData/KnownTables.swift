/// The tables that the program knows by name, with the fields it reads.
extension Resource {
  /// `areas`: the country, its regions and provinces, with their places on the tile map.
  package static let areas = Resource(
    name: "areas", path: "content/data/areas.csv",
    schema: TableSchema(
      fields: [
        .required("code", unique: true),
        .required(
          "class",
          allowed: ["country", "region", "province", "district", "subdistrict", "municipality"]),
        .required("name"), Field(name: "name@en"), Field(name: "parent"), Field(name: "iso"),
        Field(name: "slug"), Field(name: "abbr"), Field(name: "abbr@en"),
        Field(name: "districts", type: .integer), Field(name: "subdistricts", type: .integer),
        Field(name: "tile_col", type: .integer), Field(name: "tile_row", type: .integer),
        Field(name: "lat", type: .number), Field(name: "lon", type: .number),
      ], primaryKey: ["code"],
      foreignKeys: [ForeignKey(fields: ["parent"], resource: "", referenceFields: ["code"])],
      missingValues: [""]))
}

extension Field {
  fileprivate static func required(
    _ name: String, unique: Bool = false, allowed: [String] = []
  ) -> Field {
    var constraints = Constraints()
    constraints.required = true
    constraints.unique = unique
    constraints.allowed = allowed
    return Field(name: name, constraints: constraints)
  }
}
