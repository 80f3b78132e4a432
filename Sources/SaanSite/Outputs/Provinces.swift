import SaanText

extension OutputFormat {
  static let provinces: OutputFormat = OutputFormat(
    name: "provinces", summary: "The list of provinces and a page for each of them.",
    plan: { planner in
      let provinces = planner.site.areas.all(.province)
      guard !provinces.isEmpty else { return [] }
      return planner.languages.enumerated().flatMap { index, language in
        let list = planner.job(
          planner.routes.path("provinces/", language), .provinces, .provinces, language: index,
          template: "provinces.html")
        return [list]
          + provinces.map { area in
            planner.job(
              planner.routes.path("provinces/\(area.slug)/", language), .province(area),
              .provinces, language: index, template: "province.html")
          }
      }
    }, render: renderTemplate)
}
