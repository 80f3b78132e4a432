import SaanData
import SaanTemplate
import SaanText

/// What pages of registers have beside what every page has.
extension PageView {
  static let registerFields: [PageField] = [
    .init("register", .object(RegisterView.self), "the register that the page belongs to") {
      $0.register.map { Value($0) } ?? .none
    },
    .init("register_area", .object(RegisterAreaView.self), "the area of a register's list") {
      page in
      (page.subject as? RegisterAreaPage)?.view(page).map { Value($0) } ?? .none
    },
    .init(
      "records", .list(of: .object(RecordView.self)),
      "the rows on this page of the list; on a register's own page all, if they fit"
    ) { .list($0.records) },
    .init(
      "registers", .list(of: .record(RecordShape.areaRegister.type)),
      "what each register has of the area that the page is about"
    ) { page in
      guard let area = page.subject.area else { return [] }
      return .list(page.context.registers(in: area, language: page.language))
    },
    .init("record", .object(RecordView.self), "the row of a record's page") { page in
      (page.subject as? RecordPage).map { Value($0.view(page)) } ?? .none
    },
  ]

  /// The register that the page belongs to.
  var register: RegisterView? {
    subject.register.map { RegisterView(context: context, register: $0, language: language) }
  }

  private var records: [Value] {
    guard let register else { return [] }
    if subject is RegisterPage { return register.recordsOnOnePage }
    guard let list = subject as? RegisterAreaPage else { return [] }
    let rows = register.index.rows(of: list.group, language: language)
    let perPage = register.own.settings.perPage
    let start = min(rows.count, (list.number - 1) * perPage)
    return register.records(
      rows[start..<min(rows.count, start + perPage)],
      area: register.own.places.groups[list.group].area)
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
      return RecordShape.areaRegister(
        .string(view.own.settings.name), .string(title), .string(tag.rawValue),
        .string(
          own.map { view.texts.groupURLs[$0] } ?? view.texts.url),
        .int(rows), .list(view.totals(sums, rows: rows)))
    }
  }
}
