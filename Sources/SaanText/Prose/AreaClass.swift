/// What kind of place an area is, in the words of the `areas` table, from the widest to the
/// narrowest; `together` is none of them.
public enum AreaClass: String, Sendable, Hashable, CaseIterable {
  /// The whole country.
  case country
  /// A part of the country with several provinces.
  case region
  /// A province, or Bangkok.
  case province
  /// An amphoe, in Bangkok a khet.
  case district
  /// A tambon, in Bangkok a khwaeng.
  case subdistrict
  /// A thesaban.
  case municipality
  /// Several areas that values belong to jointly.
  case together
}
