import SaanText

/// The country's places as they came with the program, as lines of the `areas` table.
///
/// Nothing is read of a part that nobody asks for: a site that names nothing below provinces costs
/// eighty lines.
package struct Gazetteer: Sendable {
  /// A file of it.
  package enum Part: String, Sendable, CaseIterable {
    /// The country, its six geographic regions and the provinces.
    case areas = "areas.csv"
    case districts = "districts.csv"
    case subdistricts = "subdistricts.csv"
    /// CODI's regions, and the provinces in them.
    case codiRegions = "codi-regions.csv"
    case codiGroups = "codi-groups.csv"
    case outlines = "outlines.json"
  }

  /// Another way to divide the country than the six geographic regions.
  package enum Division: String, Sendable, CaseIterable {
    case codi
  }

  private let files: [Part: [UInt8]]

  /// Takes the files as they were read.
  package init(_ files: [Part: [UInt8]]) { self.files = files }

  /// The bytes of a file.
  package func bytes(_ part: Part) -> [UInt8] { files[part] ?? [] }

  /// The lines of a file below its head.
  func lines(_ part: Part) -> ArraySlice<ArraySlice<UInt8>> {
    bytes(part).split(separator: UInt8(ascii: "\n")).dropFirst()
  }
}

/// How much of the gazetteer a site uses: `areas` in `site.yaml`.
package struct GazetteerSettings: Sendable, Equatable {
  /// What of the country the site is about.
  package enum Scope: Sendable, Equatable {
    case country
    /// Only the areas of these codes or names, with what lies in them and around them.
    case areas([Located<String>])
    /// Nothing but the site's own table.
    case ownTable
  }

  package var scope = Scope.country
  package var divisions: Set<Gazetteer.Division> = []

  /// Makes the settings of a site that says nothing of them.
  package init() {}
}
