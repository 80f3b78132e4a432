import SaanData
import SaanTemplate
import SaanText

/// A province as templates see it.
struct ProvinceView: Sendable {
  let context: SiteContext
  let area: Area
  let language: Int

  private var tag: Language.Tag { context.languages[language].tag }
}

extension ProvinceView: TemplateObject {
  static let table = ObjectTable<ProvinceView>(
    "province",
    [
      .init("code", .string, "the Ministry of Interior's two digits") { .string($0.area.code) },
      .init("iso", .string, "the ISO 3166-2 code") { Value($0.area.iso) },
      .init("name", .string, "the name in the reader's language") { .string($0.area.name[$0.tag]) },
      .init("name_th", .string, "the Thai name") { .string($0.area.name[.thai]) },
      .init("name_en", .string, "the English name") { .string($0.area.name[.english]) },
      .init("abbr", .string, "a short form for the tile map") { province in
        Value(province.area.abbreviation?[province.tag])
      },
      .init("slug", .string, "the last part of its address") { .string($0.area.slug) },
      .init("url", .string, "the href of its page") { province in
        .string(province.context.url(of: province.area, language: province.language))
      },
      .init("region", .record(RecordShape.area.type), "the region it lies in") { province in
        let parent = province.area.parent.flatMap { province.context.site.areas[$0] }
        return parent.map { province.context.areaValue($0, language: province.language) } ?? .none
      },
      .init("col", .number, "the column on the tile map, from 0") { province in
        province.area.tile.map { .int($0.column) } ?? .none
      },
      .init("row", .number, "the row on the tile map, from 0") { province in
        province.area.tile.map { .int($0.row) } ?? .none
      },
      .init("districts_count", .number, "how many districts it has") { province in
        province.area.districtsCount.map { .int($0) } ?? .none
      },
      .init("subdistricts_count", .number, "how many subdistricts it has") { province in
        province.area.subdistrictsCount.map { .int($0) } ?? .none
      },
      .init("mentions_count", .number, "how many pages name it") { province in
        .int(province.context.mentions(of: province.area.code, language: province.language).count)
      },
    ])
}
