import SaanData
import SaanModel
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
      "registers", .list(of: .record(AreaRegisterRecord.self)),
      "what each register of places has of the area that the page is about"
    ) { page in
      guard let area = page.subject.area else { return [] }
      return .list(page.reader.registers(in: area))
    },
    .init(
      "district_registers", .list(of: .record(DistrictRegistersRecord.self)),
      "the districts of a province's page, each with what every register has of it"
    ) { page in
      guard let area = page.subject.area, area.areaClass == .province else { return [] }
      return .list(
        AreaView(reader: page.reader, area: area).members(.district).map { district in
          Value(
            DistrictRegistersRecord(
              name: district.area.name[page.reader.tag],
              area: Value(district), registers: page.reader.registers(in: district.area)))
        })
    },
    .init("record", .object(RecordView.self), "the row of a record's page") { page in
      (page.subject as? RecordPage).map { Value($0.view(page)) } ?? .none
    },
  ]

  /// The register that the page belongs to.
  var register: RegisterView? {
    subject.register.map { RegisterView(reader: reader, register: $0) }
  }

  private var records: [Value] {
    guard let register else { return [] }
    if subject is RegisterPage { return register.recordsOnOnePage }
    guard let list = subject as? RegisterAreaPage else { return [] }
    let rows = register.own.rows(of: list.group)
    let perPage = register.own.settings.perPage
    let start = min(rows.count, (list.number - 1) * perPage)
    return register.records(
      rows[start..<min(rows.count, start + perPage)],
      area: register.own.group(list.group).area)
  }
}

extension RegisterView {
  /// The published values of the register's indicators for the country: those that the settings
  /// name, else those that are computed from the table.
  var figures: [FigureView] {
    let named = own.settings.figures.map(\.value)
    let computed = reader.figures.indicators.filter { $0.register?.table == own.table }
    return (named.isEmpty ? computed.map(\.id) : named).compactMap {
      reader.figure($0)
    }
  }
}

extension RegisterAreaView {
  /// How many records the area has.
  var count: Int { view.own.group(group).count }

  /// The name with the word for its class: `จังหวัดสุรินทร์`.
  var fullName: String {
    area.map {
      AreaView(reader: view.reader, area: $0).fullName
    } ?? name
  }
}

extension Reader {
  /// What each register of places has of an area: its count, sums and first records, with the href
  /// of the list that shows them, which for areas wider than a province is the register's own page.
  func registers(in area: Area) -> [Value] {
    registers.map { RegisterView(reader: self, register: $0) }.filter(\.own.isPlaced).map { view in
      let inside = view.own.inside(area.id, areas)
      let (title, tag) = view.texts.title
      let completeness = view.own.completeness(in: area.id)
      return Value(
        AreaRegisterRecord(
          name: view.own.settings.name, title: title, titleLanguage: tag.rawValue,
          url: inside.group.map { view.texts.url(ofGroup: $0) } ?? view.texts.url,
          count: inside.rows,
          totals: view.totals(inside.sums, rows: inside.rows, of: completeness),
          completeness: completeness, view: view, group: inside.group))
    }
  }
}

/// What a register has of an area.
struct AreaRegisterRecord: TemplateRecord {
  let name: String
  let title: String
  let titleLanguage: String
  let url: String
  let count: Int
  let totals: [Value]
  let completeness: Completeness
  let view: RegisterView
  /// The list of the area, where it has one of its own.
  let group: GroupID?

  /// How many records a place's page names.
  private static let listed = 4

  static let table = ObjectTable<AreaRegisterRecord>(
    "register of an area",
    [
      .init("name", .string) { .string($0.name) },
      .init("title", .string) { .string($0.title) },
      .init("title_lang", .string) { .string($0.titleLanguage) },
      .init("url", .string) { .string($0.url) },
      .init("count", .number) { .int($0.count) },
      .init("totals", .list(of: .record(RegisterTotalRecord.self))) { .list($0.totals) },
      .init("completeness", .string) { Value($0.completeness) },
      .init(
        "records", .list(of: .object(RecordView.self)),
        "its first four; none where the area has no list of its own"
      ) { record in
        .list(
          record.group.map { group in
            record.view.records(
              record.view.own.rows(of: group).prefix(Self.listed),
              area: record.view.own.group(group).area)
          } ?? [])
      },
    ])
}

/// What the registers have of a district.
struct DistrictRegistersRecord: TemplateRecord {
  let name: String
  let area: Value
  let registers: [Value]

  static let table = ObjectTable<DistrictRegistersRecord>(
    "registers of a district",
    [
      .init("name", .string) { .string($0.name) },
      .init("area", .object(AreaView.self)) { $0.area },
      .init("registers", .list(of: .record(AreaRegisterRecord.self))) { .list($0.registers) },
    ])
}
