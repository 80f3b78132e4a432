import SaanData
import SaanText

extension OutputFormat {
  static let registers: OutputFormat = OutputFormat(
    name: "registers",
    summary: "For each register its own page, lists by area, and a page for each row.",
    plan: { planner in
      planner.site.registers.indices.flatMap { index in
        planner.languages.indices.flatMap { planner.registerJobs(index, language: $0) }
      }
    }, render: renderTemplate)
}

extension Planner {
  fileprivate func registerJobs(_ index: Int, language: Int) -> [Job] {
    let register = site.registers[index]
    let own = site.entry(register.settings.path)?.page(for: languages[language].tag)
    let list = register.settings.registerTemplate.value
    var jobs = [
      job(
        routes.path(register.settings.path + "/", languages[language]), .register(index),
        .registers, language: language, template: own?.front.template?.value ?? list,
        origin: own.map { .file(path: $0.source.path) } ?? .file(path: register.table.path))
    ]
    jobs.reserveCapacity(register.count + register.places.groups.count + 1)
    for group in register.places.groups.indices {
      let place = register.place(ofGroup: group)
      for page in 1...register.pageCount(ofRows: register.places.groups[group].count) {
        jobs.append(
          job(
            routes.path(Routes.place(place, page: page), languages[language]),
            .registerArea(register: index, group: group, page: page), .registers,
            language: language, template: list, origin: .file(path: register.table.path)))
      }
    }
    let template = register.settings.recordTemplate.value
    for row in 0..<register.count {
      jobs.append(
        job(
          routes.path(register.place(ofRow: row), languages[language]),
          .record(register: index, row: row), .registers, language: language, template: template,
          origin: register.table.place(row: row, column: nil)))
    }
    return jobs
  }
}
