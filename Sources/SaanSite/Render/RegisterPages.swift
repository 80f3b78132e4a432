import SaanData
import SaanTemplate
import SaanText

/// What pages of registers have beside what every page has.
extension PageView {
  static let registerFields: [ObjectTable<PageView>.Field] = [
    .init("register", .object(RegisterView.self), "the register that the page belongs to") {
      $0.register.map { Value($0) } ?? .none
    },
    .init("register_area", .object(RegisterAreaView.self), "the area of a register's list") {
      $0.registerArea.map { Value($0) } ?? .none
    },
    .init(
      "records", .list(of: .object(RecordView.self)),
      "the rows on this page of the list; on a register's own page all, if they fit"
    ) { .list($0.records) },
    .init(
      "registers", .list(of: .record(RecordShape.areaRegister.type)),
      "what each register has of the area that the page is about"
    ) { view in
      guard case .area(let area) = view.subject else { return [] }
      return .list(view.context.registers(in: area, language: view.language))
    },
    .init("record", .object(RecordView.self), "the row of a record's page") {
      $0.record.map { Value($0) } ?? .none
    },
  ]

  /// The register that the page belongs to.
  var register: RegisterView? {
    switch subject {
    case .register(let index), .registerArea(let index, _, _), .record(let index, _):
      RegisterView(context: context, register: index, language: language)
    default: nil
    }
  }

  private var registerArea: RegisterAreaView? {
    guard case .registerArea(_, let group, _) = subject, let register else { return nil }
    return RegisterAreaView(view: register, group: group)
  }

  private var record: RecordView? {
    guard case .record(let register, let row) = subject else { return nil }
    return RecordView(context: context, register: register, row: row, language: language)
  }

  private var records: [Value] {
    guard let register else { return [] }
    switch subject {
    case .register: return register.recordsOnOnePage
    case .registerArea(_, let group, let number):
      let rows = register.index.rows(of: group, language: language)
      let perPage = register.own.settings.perPage
      let start = min(rows.count, (number - 1) * perPage)
      return register.records(
        rows[start..<min(rows.count, start + perPage)],
        area: register.own.places.groups[group].area)
    default: return []
    }
  }

  func registerPaginator(_ register: Int, _ group: Int, _ number: Int) -> Value {
    let own = context.site.registers[register]
    return paginator(
      of: own.place(ofGroup: group), number,
      of: own.pageCount(ofRows: own.places.groups[group].count))
  }

  /// What a record or the list of an area is called.
  var registerTitle: (title: String, language: Language.Tag) {
    if let record { return record.titleAndLanguage }
    guard let register, let registerArea else { return ("", reader.tag) }
    let names = [
      "register": register.texts.title.title, "area": registerArea.fullName,
    ]
    return (context.phrase(.registerInArea, language: language, names), reader.tag)
  }

  /// A sentence about a record or the list of an area.
  var registerSummary: String? {
    guard let register else { return nil }
    if let record {
      let names = ["register": register.texts.title.title, "place": record.place]
      return context.phrase(.recordSummary, language: language, names)
    }
    guard let registerArea else { return nil }
    let names = ["register": register.texts.title.title, "area": registerArea.fullName]
    let isComplete = registerArea.completeness.isComplete
    return context.phrase(
      isComplete ? .registerAreaSummary : .registerAreaSoFar, language: language, names,
      count: registerArea.count)
  }

  /// From the register down to the list that holds a record or a district.
  var registerParents: [Value] {
    switch subject {
    case .registerArea(let register, let group, _):
      let index = context.registers[register]
      return index.texts[language].way(to: index.register.places.groups[group].parent)
    case .record(let register, let row):
      let index = context.registers[register]
      let places = index.register.places
      let group = places.districts[row] >= 0 ? places.districts[row] : places.provinces[row]
      return index.texts[language].way(to: group < 0 ? nil : Int(group))
    default: return []
    }
  }
}

extension RegisterView {
  /// The published values of the register's indicators for the country: those that the settings
  /// name, else those that are computed from the table.
  var figures: [FigureView] {
    let named = own.settings.figures.map(\.value)
    let computed = context.site.figures.indicators.filter { $0.register?.table == own.table.name }
    return (named.isEmpty ? computed.map(\.id) : named).compactMap {
      context.figure($0, language: language)
    }
  }
}

extension RegisterAreaView {
  /// How many records the area has.
  var count: Int { view.own.places.groups[group].count }

  /// The name with the word for its class: `จังหวัดสุรินทร์`.
  var fullName: String {
    area.map {
      AreaView(context: view.context, area: $0, language: view.language).fullName
    } ?? name
  }
}

extension SiteContext {
  /// What each register has of an area: its count and sums, with the href of the list that shows
  /// them, which for areas wider than a province is the register's own page.
  func registers(in area: Area, language: Int) -> [Value] {
    guard let position = site.areas.position(of: area.code) else { return [] }
    return registers.indices.map { number in
      let view = RegisterView(context: self, register: number, language: language)
      let isWhole = area.areaClass == .country
      let groups = isWhole ? [] : view.index.groups(in: position, site.areas)
      let own = groups.first { view.own.places.groups[$0].area == position }
      let rows =
        isWhole ? view.own.count : groups.reduce(0) { $0 + view.own.places.groups[$1].count }
      let (title, tag) = view.texts.title
      let sums = isWhole ? view.index.total : view.index.sums(of: groups)
      let completeness = site.figures.completeness(
        of: view.own.table.name, in: site.figures.area(area.code))
      return RecordShape.areaRegister(
        .string(view.own.settings.name), .string(title), .string(tag.rawValue),
        .string(
          own.map { view.texts.groupURLs[$0] } ?? view.texts.url),
        .int(rows),
        .list(view.totals(sums, rows: rows, isComplete: completeness.isComplete)),
        .string(completeness.status.rawValue))
    }
  }
}
