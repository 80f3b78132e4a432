import SaanData
import SaanTemplate
import SaanText

/// A register as templates see it, in one language.
struct RegisterView: Sendable {
  let context: SiteContext
  /// The register's position among the site's.
  let register: Int
  let language: Int

  var index: RegisterIndex { context.registers[register] }
  var own: Register { context.registers[register].register }
  var reader: Language { context.languages[language] }
  var texts: RegisterTexts { context.registers[register].texts[language] }

  private var columns: [Value] {
    own.listed.map { position in
      let column = texts.columns[position]
      return RecordShape.registerColumn(
        column.name, column.title, .string(column.column.field.type.rawValue), column.unit,
        .bool(column.column.isNumeric))
    }
  }

  /// The sums of a list of rows as templates see them.
  ///
  /// A sum is "at least" when rows have no value for it, or when the register may lack rows.
  func totals(_ sums: [RegisterSum], rows: Int, isComplete: Bool) -> [Value] {
    zip(own.totalled, sums).map { position, sum in
      let column = texts.columns[position]
      let number = sum.count > 0 ? sum.sum : nil
      return RecordShape.registerTotal(
        column.name, column.title, .string(number?.text(.grouped) ?? "–"), column.unit,
        Value(number?.plain), .int(sum.count),
        .bool(number != nil && (!isComplete || sum.count < rows)))
    }
  }

  var totals: [Value] {
    totals(index.total, rows: own.count, isComplete: completeness.isComplete)
  }

  /// How much of the register is known to be there.
  var completeness: Completeness { index.completeness }

  /// An area with its list, count and sums.
  func place(_ group: Int) -> Value {
    let rows = own.places.groups[group].count
    let area = own.places.groups[group].area.map { context.site.areas.all[$0] }
    return RecordShape.registerPlace(
      Value(area?.code), .string(name(of: group)), .string(texts.groupURLs[group]),
      .int(rows),
      .list(
        totals(
          index.sums(of: group), rows: rows, isComplete: index.completeness(of: group).isComplete)),
      .string(index.completeness(of: group).status.rawValue))
  }

  /// The name of a group's area.
  func name(of group: Int) -> String { texts.groupNames[group] }

  /// The rows of a list as templates see them.
  ///
  /// - Parameter area: the area whose list it is, by its position among the site's.
  func records(_ rows: some Sequence<Int32>, area: Int? = nil) -> [Value] {
    rows.map {
      Value(
        RecordView(
          context: context, register: register, row: Int($0), language: language, listedArea: area))
    }
  }

  /// All records, where they fit on one page.
  var recordsOnOnePage: [Value] {
    own.count > own.settings.perPage ? [] : records(index.rows[language])
  }
}

extension RegisterView: TemplateObject {
  static let table = ObjectTable<RegisterView>(
    "register",
    [
      .init("name", .string, "its name in site.yaml") { .string($0.own.settings.name) },
      .init("title", .string, "the title") { .string($0.texts.title.title) },
      .init("title_lang", .string, "the language that the title is in") {
        .string($0.texts.title.language.rawValue)
      },
      .init("description", .string, "what its records are") {
        Value($0.own.description?[$0.reader.tag])
      },
      .init("url", .string, "the href of its page") {
        .string($0.texts.url)
      },
      .init("count", .number, "how many records it has") { .int($0.own.count) },
      .init("is_empty", .bool, "whether it has no record yet") { .bool($0.own.count == 0) },
      .init(
        "completeness", .string,
        "complete, partial or unknown: whether it has all that there are"
      ) { .string($0.completeness.status.rawValue) },
      .init("complete_as_of", .string, "the day that this was said of, in words") { view in
        Value(view.completeness.newest.map { Prose(view.reader).asOf($0) })
      },
      .init("completeness_note", .string, "what else was said of it") { view in
        Value(view.completeness.note?[view.reader.tag])
      },
      .init("provinces_count", .number, "how many provinces have records") {
        .int($0.own.provincesCount)
      },
      .init(
        "columns", .list(of: .record(RecordShape.registerColumn.type)),
        "the columns that its lists show beside name and area"
      ) { .list($0.columns) },
      .init(
        "totals", .list(of: .record(RecordShape.registerTotal.type)), "what its columns add up to"
      ) { .list($0.totals) },
      .init(
        "areas", .list(of: .record(RecordShape.registerPlace.type)),
        "the provinces that have records, and wider areas that records are about"
      ) { view in .list(view.texts.tops.map { view.place($0) }) },
      .init("dataset", .object(DatasetView.self), "the table that its records are rows of") {
        view in
        Value(
          DatasetView(
            context: view.context, index: view.own.tableIndex, language: view.language))
      },
    ])
}

/// The area of a register's list as templates see it.
struct RegisterAreaView: Sendable {
  let view: RegisterView
  /// The group's position among the register's.
  let group: Int

  private var own: RegisterPlaces.Group { view.own.places.groups[group] }

  var area: Area? { own.area.map { view.context.site.areas.all[$0] } }

  var name: String { view.name(of: group) }

  /// How much of the register is known to be there in the area.
  var completeness: Completeness { view.index.completeness(of: group) }

  /// The groups of the districts inside, in the order of their names.
  private var districts: [Int] {
    let groups = view.own.places.subgroups(of: group)
    return groups.sorted(in: view.reader) { view.name(of: $0) }
  }
}

extension RegisterAreaView: TemplateObject {
  static let table = ObjectTable<RegisterAreaView>(
    "register area",
    [
      .init("code", .string, "the area's code") { Value($0.area?.code) },
      .init("class", .string, "province, district, region or country") {
        Value($0.area?.areaClass.rawValue)
      },
      .init("name", .string, "the name in the reader's language") { .string($0.name) },
      .init("full_name", .string, "the name with the word for its class") { .string($0.fullName) },
      .init("url", .string, "the href of the first page of its list") { area in
        .string(area.view.texts.groupURLs[area.group])
      },
      .init("profile_url", .string, "the href of the area's own page") { area in
        Value(area.area.map { area.view.context.url(of: $0, language: area.view.language) })
      },
      .init("count", .number, "how many records it has") { .int($0.own.count) },
      .init(
        "completeness", .string,
        "complete, partial or unknown: whether it has all that there are in the area"
      ) { .string($0.completeness.status.rawValue) },
      .init("complete_as_of", .string, "the day that this was said of, in words") { area in
        Value(area.completeness.newest.map { Prose(area.view.reader).asOf($0) })
      },
      .init("completeness_note", .string, "what else was said of it") { area in
        Value(area.completeness.note?[area.view.reader.tag])
      },
      .init(
        "totals", .list(of: .record(RecordShape.registerTotal.type)), "what its columns add up to"
      ) { area in
        guard case .map(let place) = area.view.place(area.group) else { return [] }
        return place["totals"] ?? []
      },
      .init(
        "parent", .record(RecordShape.registerPlace.type), "the province that a district lies in"
      ) { area in area.own.parent.map { area.view.place($0) } ?? .none },
      .init(
        "districts", .list(of: .record(RecordShape.registerPlace.type)),
        "the districts inside that have lists of their own"
      ) { area in .list(area.districts.map { area.view.place($0) }) },
    ])
}
