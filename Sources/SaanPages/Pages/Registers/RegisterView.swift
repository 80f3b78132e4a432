import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// A register as templates see it, in one language.
struct RegisterView: Sendable {
  let reader: Reader
  let own: RegisterReader

  /// Makes a view of a register.
  init(reader: Reader, register: RegisterID) {
    self.reader = reader
    own = reader.register(register)
  }

  var texts: RegisterTexts { own.texts }

  private var columns: [Value] {
    own.listed.map { position in
      let column = texts.columns[position]
      return Value(
        RegisterColumnRecord(
          name: column.name, title: column.title, titleLanguage: column.titleLanguage,
          type: column.column.field.type.rawValue, unit: column.unit,
          unitLanguage: column.unitLanguage, isNumeric: column.column.isNumeric))
    }
  }

  /// The sums of a list of rows as templates see them.
  ///
  /// A sum is "at least" when rows have no value for it, or when the register may lack rows; one
  /// with numbers below zero is then but that of what is there.
  func totals(_ sums: [RegisterSum], rows: Int, of completeness: Completeness) -> [Value] {
    zip(own.totalled, sums).map { position, sum in
      let column = texts.columns[position]
      let number = sum.count > 0 ? sum.sum : nil
      let isPartial = number != nil && (!completeness.isComplete || sum.count < rows)
      let extent: Word = completeness.isComplete ? .amongReported : .amongRecorded
      return Value(
        RegisterTotalRecord(
          name: column.name, title: column.title, titleLanguage: column.titleLanguage,
          text: number?.text(.grouped) ?? "–", unit: column.unit,
          unitLanguage: column.unitLanguage, value: number?.plain, count: sum.count,
          isAtLeast: isPartial && !sum.hasNegative,
          extent: isPartial && sum.hasNegative ? reader.language.words.amongText(extent) : nil))
    }
  }

  var totals: [Value] { totals(own.sums(), rows: own.count, of: own.completeness()) }

  /// An area with its list, count and sums.
  func place(_ group: GroupID) -> Value {
    let rows = own.group(group).count
    let area = own.group(group).area.map { reader.areas.all[$0] }
    let completeness = own.completeness(of: group)
    return Value(
      RegisterPlaceRecord(
        code: area?.code, areaClass: area?.areaClass, name: texts.name(ofGroup: group),
        url: texts.url(ofGroup: group), count: rows,
        totals: totals(own.sums(of: group), rows: rows, of: completeness),
        completeness: completeness))
  }

  /// What was noted of whether all is there, with the area that each is about but the one that is
  /// asked for: of that and of those inside or, where nothing is, of the one around that it holds
  /// for.
  func notes(in area: AreaID?) -> Value {
    let notes = own.coverageNotes(in: area)
    guard !notes.isEmpty else {
      let around = own.completeness(in: area)
      let note = around.isComplete ? around.note?[reader.tag] : nil
      return Value(note)
    }
    let prose = Prose(reader.language)
    let told = notes.map { place, note in
      let known = reader.areas.all[place]
      let isOwn = place == area || area == nil && known.areaClass == .country
      return isOwn
        ? note[reader.tag]
        : prose.named(AreaView(reader: reader, area: known).fullName, note[reader.tag])
    }
    return .string(told.joined(separator: " · "))
  }

  /// The areas that have all their records, by the day that this was said of, the newest first.
  var completeAreas: [Value] {
    let areas = own.completeAreas.map { reader.areas.all[$0] }
    let byDay = Dictionary(grouping: areas) { own.completeness(in: $0.id).oldest }
    let days = byDay.keys.sorted { ($1?.iso ?? "") < ($0?.iso ?? "") }
    return days.map { day in
      let names = (byDay[day] ?? []).map { AreaView(reader: reader, area: $0).fullName }
      return Value(
        CompleteAreasRecord(
          names: Prose(reader.language).places(names.sorted(in: reader.language) { $0 }),
          asOf: day.map { Prose(reader.language).asOf($0) }))
    }
  }

  /// The rows of a list as templates see them.
  ///
  /// - Parameter area: the area whose list it is.
  func records(_ rows: some Sequence<RowID>, area: AreaID? = nil) -> [Value] {
    rows.map {
      Value(
        RecordView(
          reader: reader, register: own, row: $0, listedArea: area))
    }
  }

  /// All records, where they fit on one page.
  var recordsOnOnePage: [Value] {
    own.count > own.settings.perPage ? [] : records(own.rows())
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
      ) { Value($0.own.completeness()) },
      .init("complete_as_of", .string, "the day that this was said of, in words") { view in
        view.reader.asOf(view.own.completeness())
      },
      .init(
        "completeness_note", .string, "what else was said of it, of its parts with their areas"
      ) { $0.notes(in: nil) },
      .init(
        "complete_areas", .list(of: .record(CompleteAreasRecord.self)),
        "the areas in which it has all that there are, by the day that this was said of; none where it is complete as a whole"
      ) { .list($0.completeAreas) },
      .init("provinces_count", .number, "how many provinces have records") {
        .int($0.own.provincesCount)
      },
      .init(
        "columns", .list(of: .record(RegisterColumnRecord.self)),
        "the columns that its lists show beside name and area"
      ) { .list($0.columns) },
      .init(
        "totals", .list(of: .record(RegisterTotalRecord.self)), "what its columns add up to"
      ) { .list($0.totals) },
      .init(
        "areas", .list(of: .record(RegisterPlaceRecord.self)),
        "the provinces that have records, and wider areas that records are about"
      ) { view in .list(view.own.tops.map { view.place($0) }) },
      .init(
        "facets", .list(of: .record(FacetRecord.self)),
        "the columns with few values to choose from, each value with how many rows have it"
      ) { .list($0.facets()) },
      .init("dataset", .object(DatasetView.self), "the table that its records are rows of") {
        view in
        Value(
          DatasetView(
            reader: view.reader, index: view.own.tableIndex))
      },
    ])
}

/// The area of a register's list as templates see it.
struct RegisterAreaView: Sendable {
  let view: RegisterView
  let group: GroupID

  private var own: RegisterPlaces.Group { view.own.group(group) }

  var area: Area? { own.area.map { view.reader.areas.all[$0] } }

  var name: String { view.texts.name(ofGroup: group) }

  /// How much of the register is known to be there in the area.
  var completeness: Completeness { view.own.completeness(of: group) }

  /// The groups of the districts inside, in the order of their names.
  private var districts: [GroupID] {
    let groups = view.own.subgroups(of: group)
    return groups.sorted(in: view.reader.language) { view.texts.name(ofGroup: $0) }
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
        .string(area.view.texts.url(ofGroup: area.group))
      },
      .init("profile_url", .string, "the href of the area's own page") { area in
        Value(area.area.map { area.view.reader.url(of: $0) })
      },
      .init("count", .number, "how many records it has") { .int($0.own.count) },
      .init(
        "completeness", .string,
        "complete, partial or unknown: whether it has all that there are in the area"
      ) { Value($0.completeness) },
      .init("complete_as_of", .string, "the day that this was said of, in words") { area in
        area.view.reader.asOf(area.completeness)
      },
      .init(
        "completeness_note", .string, "what else was said of it, of its parts with their areas"
      ) { area in area.area.map { area.view.notes(in: $0.id) } ?? .none },
      .init(
        "totals", .list(of: .record(RegisterTotalRecord.self)), "what its columns add up to"
      ) { area in
        guard case .map(let place) = area.view.place(area.group) else { return [] }
        return place["totals"] ?? []
      },
      .init("facets", .list(of: .record(FacetRecord.self)), "the same of the rows of this list") {
        .list($0.view.facets(of: $0.group))
      },
      .init(
        "parent", .record(RegisterPlaceRecord.self), "the province that a district lies in"
      ) { area in area.own.parent.map { area.view.place($0) } ?? .none },
      .init(
        "districts", .list(of: .record(RegisterPlaceRecord.self)),
        "the districts inside that have lists of their own"
      ) { area in .list(area.districts.map { area.view.place($0) }) },
    ])
}

extension Value {
  /// The word for a register's completeness.
  init(_ completeness: Completeness?) { self.init(completeness?.status.rawValue) }
}

extension Reader {
  /// The day that something was said of a register's completeness, in words; of an area that is
  /// complete because its parts are, the first of theirs, for the later ones hold of some alone.
  fileprivate func asOf(_ completeness: Completeness) -> Value {
    Value(completeness.oldest.map { Prose(language).asOf($0) })
  }
}
