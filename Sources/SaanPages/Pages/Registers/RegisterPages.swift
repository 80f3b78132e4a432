import SaanData
import SaanModel
import SaanTemplate
import SaanText

extension PageKind {
  static let registers = PageKind(
    outputs: [.registers], fields: PageView.registerFields,
    ownTemplates: [
      "record.html": Wording(en: "records of registers", th: "ระเบียนของทะเบียน"),
      "register.html": Wording(en: "registers", th: "ทะเบียน"),
    ])
}

extension OutputFormat {
  fileprivate static let registers: OutputFormat = OutputFormat(
    name: "registers",
    summary: "For each register its own page, lists by area, and a page for each row.",
    plan: { planner in
      planner.site.registers.ids.flatMap { id in
        planner.languages.ids.flatMap { planner.registerJobs(id, language: $0) }
      }
    })
}

extension Planner {
  fileprivate func registerJobs(_ id: RegisterID, language: LanguageID) -> [Job] {
    let register = site.registers[id]
    let entry = site.entry(register.settings.path)
    let own = entry?.page(for: languages[language].tag)
    let list = register.settings.registerTemplate.value
    let table = Place.file(path: register.table.path)
    var jobs = [
      page(
        register.settings.path + "/", RegisterPage(id: id, entry: entry), language: language,
        template: own?.front.template?.value ?? list,
        origin: own.map { .file(path: $0.source.path) } ?? table)
    ]
    jobs.reserveCapacity(register.count + register.places.groups.count + 1)
    for group in register.places.groups.ids {
      let place = register.place(ofGroup: group)
      for number in 1...register.pageCount(ofRows: register.places.groups[group].count) {
        jobs.append(
          page(
            Routes.place(place, page: number),
            RegisterAreaPage(id: id, group: group, number: number), language: language,
            template: list, origin: table))
      }
    }
    let template = register.settings.recordTemplate.value
    for row in register.table.ids {
      jobs.append(
        page(
          register.place(ofRow: row), RecordPage(id: id, row: row), language: language,
          template: template, origin: register.table[row].place))
    }
    return jobs
  }
}

/// A register's own page.
struct RegisterPage: Subject {
  let id: RegisterID
  /// The folder's own page, if there is one.
  let entry: Entry?

  var kind: String { "register" }

  func source(in site: Site) -> Place? { .file(path: site.registers[id].table.path) }

  func title(of page: PageView) -> TitledText? {
    page.entry == nil ? page.resolved(page.reader.register(id).title) : nil
  }
  func lead(of page: PageView) -> TitledText? {
    page.ownSummary ?? page.reader.register(id).description.map(page.resolved)
  }
  func isTranslated(of page: PageView, in other: LanguageID) -> Bool {
    page.entry?.has(page.reader.languages[other].tag) ?? true
  }

  var register: RegisterID? { id }
}

/// One page of a register's list of an area.
struct RegisterAreaPage: Subject {
  let id: RegisterID
  let group: GroupID
  /// Which page of the list it is, counted from 1.
  let number: Int

  var kind: String { "register_area" }
  var isOneOfMany: Bool { true }

  func source(in site: Site) -> Place? { .file(path: site.registers[id].table.path) }

  func title(of page: PageView) -> TitledText? {
    (page.reader.phrase(.registerInArea, names(page)), page.reader.tag)
  }
  func lead(of page: PageView) -> TitledText? {
    view(page).map { view in
      let phrase: Phrase =
        view.completeness.isComplete ? .registerAreaSummary : .registerAreaSoFar
      return (page.reader.phrase(phrase, names(page), count: view.count), page.reader.tag)
    }
  }
  func parents(of page: PageView) -> [Value]? {
    let register = page.reader.register(id)
    return register.texts.way(to: register.group(group).parent)
  }

  var foundAs: SearchKind? { number == 1 ? .section : nil }
  func searchOrder(of page: PageView) -> Int? { SearchOrder.listOfMany }
  func otherNames(of page: PageView) -> [String] { area(page)?.otherNames ?? [] }
  func searchProvinces(of page: PageView) -> [String] {
    [area(page).flatMap(page.reader.province)].compactMap { $0 }
  }

  private func area(_ page: PageView) -> Area? {
    page.reader.register(id).group(group).area.map { page.reader.areas.all[$0] }
  }

  var register: RegisterID? { id }
  func paginator(of page: PageView) -> Value {
    let own = page.reader.register(id)
    return page.paginator(
      of: own.place(ofGroup: group), number, of: own.pageCount(ofRows: own.group(group).count))
  }

  func view(_ page: PageView) -> RegisterAreaView? {
    page.register.map { RegisterAreaView(view: $0, group: group) }
  }

  private func names(_ page: PageView) -> [String: String] {
    guard let view = view(page) else { return [:] }
    return ["register": view.view.texts.title.title, "area": view.fullName]
  }
}

/// A row of a register.
struct RecordPage: Subject {
  let id: RegisterID
  /// The row's position in the register's table.
  let row: RowID

  var kind: String { "record" }
  var isOneOfMany: Bool { true }

  func source(in site: Site) -> Place? { site.registers[id].table[row].place }

  func title(of page: PageView) -> TitledText? { view(page).titleAndLanguage }
  func lead(of page: PageView) -> TitledText? {
    let title = page.register?.texts.title.title ?? ""
    let names = ["register": title, "place": view(page).place]
    return (page.reader.phrase(.recordSummary, names), page.reader.tag)
  }
  func parents(of page: PageView) -> [Value]? {
    page.reader.register(id).row(row).way
  }

  var register: RegisterID? { id }

  var foundAs: SearchKind? { .record }
  func searchOrder(of page: PageView) -> Int? { id.position }
  func otherNames(of page: PageView) -> [String] {
    let names = page.reader.languages.ids.map { language in
      let reader = page.reader.reading(language)
      return RecordView(reader: reader, register: reader.register(id), row: row).titleAndLanguage
        .title
    }
    var seen: Set<String> = [page.title]
    return names.filter { seen.insert($0).inserted }
  }
  func sharedNames(of page: PageView) -> [String] {
    let record = view(page)
    return [record.place, register(page)] + record.row.otherNames(page.reader.areas)
      + record.otherYears
  }
  func searchNote(of page: PageView) -> String? {
    [register(page), view(page).place].filter { !$0.isEmpty }.joined(separator: " · ")
  }
  func searchTexts(of page: PageView) -> [String] { [] }
  func sharedTexts(of page: PageView) -> [String] { view(page).texts }
  func searchProvinces(of page: PageView) -> [String] {
    let province = page.reader.register(id).row(row).province
    return [province.map { page.reader.areas.all[$0].slug }].compactMap { $0 }
  }

  private func register(_ page: PageView) -> String { page.register?.texts.title.title ?? "" }

  func view(_ page: PageView) -> RecordView {
    RecordView(reader: page.reader, register: page.reader.register(id), row: row)
  }
}
