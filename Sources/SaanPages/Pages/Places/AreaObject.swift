import SaanData
import SaanTemplate
import SaanText

extension AreaView: TemplateObject {
  static let table = ObjectTable<AreaView>(
    "area", identity + nesting + nearness + numbers + relations)

  private typealias Field = ObjectTable<AreaView>.Field
  private static let areas = ValueType.list(of: .object(AreaView.self))

  private static let identity: [Field] = [
    Field("class", .string, "country, region, province or district") {
      .string($0.area.areaClass.rawValue)
    },
    Field("code", .string, "the code: the Ministry of Interior's digits, TH, or a region's name") {
      .string($0.area.code)
    },
    Field("iso", .string, "the ISO 3166-2 code") { Value($0.area.iso) },
    Field("name", .string, "the name in the reader's language") {
      .string($0.area.name[$0.reader.tag])
    },
    Field("full_name", .string, "the name with the word for its class: จังหวัดสุรินทร์, Surin") {
      .string($0.fullName)
    },
    Field("name_th", .string, "the Thai name") { .string($0.area.name[.thai]) },
    Field("name_en", .string, "the English name") { .string($0.area.name[.english]) },
    Field("abbr", .string, "a short form for the tile map") { view in
      Value(view.area.abbreviation?[view.reader.tag])
    },
    Field("slug", .string, "the last part of its address") { .string($0.area.slug) },
    Field("url", .string, "the href of its page, or of the one that stands in for it") {
      .string($0.url)
    },
    Field("is_bangkok", .bool, "whether it is Bangkok or lies in it") { .bool($0.isInBangkok) },
    Field("scheme", .string, "the division of the country that a region belongs to") {
      Value($0.area.scheme)
    },
    Field("scheme_name", .string, "who divides the country so, where the data knows") {
      Value($0.schemeName)
    },
    Field("col", .number, "the column on the tile map, from 0") { view in
      view.area.tile.map { .int($0.column) } ?? .none
    },
    Field("row", .number, "the row on the tile map, from 0") { view in
      view.area.tile.map { .int($0.row) } ?? .none
    },
    Field(
      "provinces_count", .number, "how many provinces it has, where the data names them all"
    ) { view in
      view.hasAllProvinces ? .int(view.provinces.count) : .none
    },
    Field("districts_count", .number, "how many districts it has") { view in
      view.area.districtsCount.map { .int($0) } ?? .none
    },
    Field("subdistricts_count", .number, "how many subdistricts it has") { view in
      view.area.subdistrictsCount.map { .int($0) } ?? .none
    },
  ]

  private static let nesting: [Field] = [
    Field("parent", .object(AreaView.self), "the area that it lies in") { view in
      view.parent.map { Value(view.view($0)) } ?? .none
    },
    Field("region", .object(AreaView.self), "the region that it lies in") { view in
      view.region.map { Value($0) } ?? .none
    },
    Field("groups", areas, "the regions of other divisions that it belongs to") {
      .list($0.groups.map { Value($0) })
    },
    Field("provinces", areas, "the provinces in it, in the order of names") {
      .list($0.provinces.map { Value($0) })
    },
    Field("districts", areas, "the districts in it that the data names, in the order of names") {
      .list($0.members(.district).map { Value($0) })
    },
  ]

  private static let nearness: [Field] = [
    Field(
      "neighbours", .list(of: .record(NeighboursRecord.self)),
      "the areas of its class beside it, by the regions that it lies in or belongs to"
    ) { .list($0.neighbours) }
  ]

  private static let numbers: [Field] = [
    Field("lead", .string, "one sentence about it, made from the data") { .string($0.lead) },
    Field("dates_text", .string, "from when to when its figures are, in a sentence") {
      Value($0.datesText)
    },
    Field("has_figures", .bool, "whether any number is published about it or can be added up") {
      .bool(!$0.headlines(1).isEmpty)
    },
    Field(
      "coverage", .string,
      "what is had of it: figures, shared, parts, stories, wider (of what it lies in); else none"
    ) { Value($0.coverage) },
    Field(
      "figures_count", .number, "how many figures are its own, and not shared with other areas"
    ) { .int($0.figuresCount) },
    Field("shared_count", .number, "how many figures it has together with other areas") {
      .int($0.sharedCount)
    },
    Field("parts_count", .number, "how many figures are but of some places inside it") {
      .int($0.partsCount)
    },
    Field(
      "headlines", .list(of: .object(AreaRowView.self)), "its first figures, six at most, by topic"
    ) { .list($0.headlines().map { Value($0) }) },
    Field(
      "common_figures", .list(of: .object(AreaRowView.self)),
      "its first figures that are published or come from more than one area in it"
    ) { .list($0.common.map { Value($0) }) },
    Field("figures", .list(of: .object(AreaRowView.self)), "all its figures") {
      .list($0.rows.map { Value($0) })
    },
    Field("other_figures", .list(of: .object(AreaRowView.self)), "the figures after the headlines")
    {
      .list($0.others.map { Value($0) })
    },
    Field(
      "own_figures", .list(of: .object(AreaRowView.self)),
      "what is counted of one organisation, event or place only, and is held against no other"
    ) { .list($0.own.map { Value($0) }) },
    Field(
      "lines", .object(FigureLines.self),
      "all but these as the lines of a table, with what they are held against"
    ) { Value($0.lines) },
    Field("own_lines", .object(FigureLines.self), "these as the lines of a table") {
      Value($0.ownLines)
    },
    Field(
      "unadded", .list(of: .record(UnaddedFigureRecord.self)),
      "figures of the areas inside that can't be added up, each with its values"
    ) { .list($0.unadded) },
    Field(
      "named", .list(of: .object(FigureView.self)),
      "what sources say of it without a number: indicators with a note"
    ) { .list($0.mentions.map { Value($0) }) },
    Field("around", areas, "the regions it lies in or belongs to with common figures") {
      .list($0.around.map { Value($0) })
    },
    Field(
      "lines_around", .list(of: .record(LinesAroundRecord.self)),
      "the figures of these regions as lines, without those that its own lines have beside them"
    ) { .list($0.linesAround) },
    Field("sources", .list(of: .record(SourceRecord.self)), "the sources of its figures") {
      .list($0.sources)
    },
    Field(
      "own_source", .record(SourceRecord.self),
      "the source of what the table of areas says of it, such as how many districts it has"
    ) { $0.ownSource },
    Field(
      "inferred_members", areas, "the areas that belong to it as far as other figures let one infer"
    ) { .list($0.inferredMembers.map { Value($0) }) },
    Field(
      "member_sources", .list(of: .record(SourceRecord.self)),
      "what is said or inferred of its members from"
    ) { .list($0.memberSources) },
    Field("csv_url", .string, "the href of its figures as CSV") { $0.file("csv") },
    Field("json_url", .string, "the href of its figures as JSON") { $0.file("json") },
  ]

  private static let relations: [Field] = [
    Field("mentions_count", .number, "how many pages name it") { view in
      .int(view.reader.mentions(of: view.area.id).count)
    },
    Field(
      "page_groups", .list(of: .record(PageGroupRecord.self)),
      "the pages that name it, by collection"
    ) { .list($0.pageGroups) },
    Field(
      "organisations", .list(of: .record(OrganisationRecord.self)),
      "the organisations that are there"
    ) { .list($0.organisations) },
  ]
}

extension Reader {
  /// Areas by their ids.
  func areaViews(_ ids: [AreaID]) -> [Value] {
    ids.map {
      Value(AreaView(reader: self, area: areas.all[$0]))
    }
  }
}
