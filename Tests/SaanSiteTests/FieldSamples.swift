import SaanTemplate

/// Where the fields of each type of template object are read: pages of the made-up site by their
/// addresses, each with the objects that its template prints.
enum FieldSamples {
  static let all: KeyValuePairs = [
    "th/news/opening/": """
    page page.original page.translations[0] page.translations[1] page.alternates[0] \
    page.alternates[2] page.outline[0] page.image page.topics[0] page.areas[0] page.section \
    page.breadcrumbs[1] page.next page.previous page.related[0] page.figures[0] page.date \
    page.figures_used[0] page.figures_used[1] page.figures_used[2] page.figures_used[3] \
    page.figures_used[3].computed page.figures_used[0].reconciliation page.figures_used[0].source \
    page.figures_used[0].others[0] site site.language site.menus.main[3] site.menus.footer[2] \
    site.collections.news site.collections.reports site.taxonomies.topics
    """,
    "en/news/opening/": "page page.image page.translations[0] page.figures_used[2].source site",
    "th/about/team/": """
    page site.menus.main[0] site.menus.main[1] page.figures_used[0] page.figures_used[0].computed \
    page.figures_used[1] page.figures_used[2].computed
    """,
    "en/about/": "page page.original page.subsections[0] page.translations[1]",
    "en/about/group/one/": "page page.breadcrumbs[2]",
    "th/news/draft/": "page",
    "en/news/page/2/": """
    page page.groups[0] page.groups[1] page.paginator page.paginator.pages[0] \
    page.paginator.pages[1] page.items[0] page.years[0]
    """,
    "th/news/years/2024/": "page page.years[0] page.years[1]",
    "th/events/": """
    page page.items[0] page.date page.feeds[0] site.feeds[0] page.upcoming[0] page.calendar \
    page.month page.month.weeks[1] page.month.weeks[0].days[0] page.month.weeks[1].days[6] \
    page.month.weeks[1].days[6].times[0]
    """,
    "th/events/open-day/":
      "page page.event page.event.followed page.event.next[0] page.event.next[1]",
    "en/events/parade/": "page page.event",
    "th/events/picnic/": "page.event",
    "th/events/months/2024-05/": "page page.month page.month.weeks[1].days[6].times[0]",
    "en/topics/gardens/": "page page.taxonomy page.taxonomy.terms[0]",
    "en/reports/": "page page.paginator page.paginator.pages[3]",
    "en/": "page page.figures[1] page.figures[1].computed site",
    "th/country/": """
    page.area page.area.organisations[0] page.area.figures[2] page.area.figures[5] page.area.figures[0] page.area.figures[0].trend page.area.figures[1] \
    page.area.common_figures[0] page.registers[0]
    """,
    "en/provinces/don-sommut/": """
    page page.area page.area.figures[0] page.area.figures[0].region_value page.province \
    page.area.figures[1] page.area.figures[2] page.area.figures[2].country_value \
    page.area.figures[3].country_value \
    page.area.figures[4] page.area.figures[5] page.area.figures[4].trend \
    page.area.organisations[0] page.area.organisations[1] page.area.page_groups[0] \
    page.area.sources[0] page.registers[0] page.registers[0].totals[0] page.mentions[0] \
    page.area.around[0] page.area.groups[0] page.area.figures[7] page.area.own_figures[0] \
    page.area.lines page.area.lines.common page.area.lines.remarks[0] page.area.lines.remarks[2] \
    page.area.lines.remarks[6] page.area.lines.topics[0] page.area.lines.topics[0].lines[0] \
    page.area.lines.topics[1].lines[0] page.area.own_lines.common page.area.lines_around[0] \
    page.area.lines_around[1] page.area.neighbours[0] page.area.neighbours[1] \
    page.district_registers[0]
    """,
    "th/provinces/tha-tuayang/": "page.area page.area.named[0] page.area.figures[1]",
    "en/provinces/bangkok/phra-nakhon/": "page.area page.area.parent",
    "th/regions/river/": "page page.area page.area.figures[3] page.area.provinces[0]",
    "en/provinces/thung-wang/": "page.area page.area.lines",
    "en/regions/up/": """
    page.area page.area.figures[0] page.area.figures[1] page.area.unadded[0] \
    page.area.unadded[0].parts[0]
    """,
    "en/figures/ponds-count/": "page.indicator page.indicator.areas[0] page.indicator.areas[1]",
    "en/figures/": "page page.indicator_groups[0] page.indicator_groups[1]",
    "th/figures/gardens-count/": """
    page page.indicator page.indicator.topic page.indicator.areas[0] page.indicator.areas[1] \
    page.indicator.areas[0].reconciliation page.indicator.areas[0].values[0] \
    page.indicator.areas[0].values[3] page.indicator.areas[0].values[4] \
    page.indicator.areas[0].values[5] page.indicator.areas[0].rollup \
    page.indicator.areas[0].rollup.published page.indicator.cited_by[0] \
    page.indicator.citations[0] page.indicator.areas[0].values[0].source
    """,
    "en/figures/gardens-members/": """
    page.indicator page.indicator.areas[0] page.indicator.areas[1].shown \
    page.indicator.areas[2].shown page.indicator.shown
    """,
    "en/figures/seeds-kinds/":
      "page.indicator.areas[0].rollup",
    "en/figures/gardens-share/": "page.indicator page.indicator.areas[0].rollup",
    "en/figures/seeds-saved/": """
    page.indicator page.indicator.areas[0] page.indicator.areas[1].shown \
    page.indicator.areas[2].shown
    """,
    "en/figures/trees-count/": "page.indicator.areas[1].rollup",
    "en/figures/trees-height/": "page.indicator page.indicator.areas[0].rollup",
    "en/data/": """
    page page.data_package page.data_package.licences[0] page.data_package.citations[1] \
    page.data_package.datasets[1]
    """,
    "th/data/trees/": """
    page page.dataset page.dataset.columns[0] page.dataset.columns[4] page.dataset.columns[6] \
    page.dataset.licences[0] page.dataset.sources[0]
    """,
    "en/data/areas/": "page.dataset page.dataset.licences[0] page.dataset.sources[0]",
    "en/data/trees/": "page page.dataset page.dataset.columns[4] page.dataset.sources[0]",
    "th/data/changes/": """
    page page.change_groups[0] page.change_groups[1] page.change_groups[1].changed[0] \
    page.change_groups[1].added[0] page.change_groups[1].removed[0] \
    page.change_groups[1].corrected[0] page.corrections[0] page.corrections[1]
    """,
    "en/trees/": """
    page page.register page.register.columns[0] page.register.columns[2] page.register.totals[0] \
    page.register.totals[1] page.register.facets[0] page.register.facets[0].values[0] \
    page.register.areas[0] page.register.areas[3] page.register.complete_areas[0] page.figures[0]
    """,
    "th/sources/": "page page.source_pages[0] page.source_pages[3]",
    "en/sources/almanac/": """
    page page.source_page page.source_page.source page.source_page.indicators[0] \
    page.source_page.indicators[0].values[0] page.source_page.tables[0] \
    page.source_page.tables[0].rows[0] page.source_page.disagreements[0]
    """,
    "th/figures/disagreements/": """
    page page.disagreement_groups[0] page.disagreement_groups[0].statuses[0] \
    page.disagreement_groups[0].statuses[0].items[0] \
    page.disagreement_groups[0].statuses[0].items[0].values[0] \
    page.disagreement_groups[0].statuses[0].items[0].values[1]
    """,
    "en/trees/in/tha-tuayang/": "page.register_area page.register_area.totals[0]",
    "th/plots/": "page page.register",
    "en/trees/in/don-sommut/": """
    page page.register_area page.register_area.districts[0] page.register_area.totals[0] \
    page.records[0] page.records[1] page.paginator page.paginator.pages[0]
    """,
    "th/trees/in/don-sommut/mueang-don-sommut/":
      "page.register_area page.register_area.parent page.records[0]",
    "th/trees/t-1/": """
    page page.record page.record.area page.record.areas[1] page.record.province \
    page.record.fields[0] page.record.fields[1] page.record.fields[2] page.record.fields[4] \
    page.record.fields[5] page.record.cells[1]
    """,
    "en/trees/t-2/": "page.record page.record.fields[3] page.record.fields[5]",
    "th/proposals/p1/": """
    page page.proposal page.proposal.asks[0] page.proposal.asks[1] page.proposal.asks[0].answers[0] \
    page.proposal.asks[0].answers[2] page.proposal.followups[0]
    """,
    "th/proposals/p2/": "page.proposal",
    "en/proposals/p3/": "page page.proposal page.proposal.asks[0].answers[0]",
    "en/promises/": """
    page page.tracker page.tracker.states[0] page.tracker.states[9] page.tracker.stances[0] \
    page.tracker.mandates[0] page.tracker.topics[0] page.tracker.sets[0] page.tracker.methods[0] \
    page.tracker.followups[0] page.tracker.followups[2]
    """,
    "th/promises/by/topic/water/": "page page.tracker page.tracker.promises[0]",
    "en/promises/garden/": """
    page page.promise page.promise.events[0] page.promise.events[1] page.promise.events[2] \
    page.promise.events[3] page.promise.party page.promise.followups[0]
    """,
    "th/promises/tree/": "page.promise page.promise.events[0]",
    "en/promises/pond/": "page.promise page.promise.asks[0]",
    "th/promises/seed/": "page.promise page.promise.party",
    "en/parties/mango/": """
    page page.party page.party.names[0] page.party.roles[0] page.party.proposals[0] \
    page.party.proposals[0].answers[0] page.party.proposals[0].answers[0].former[0]
    """,
    "th/parties/banana/": "page.party page.party.roles[0]",
    "en/promises/matrix/": """
    page page.matrix page.matrix.parts[0] page.matrix.parts[0].groups[0] \
    page.matrix.parts[0].groups[0].rows[0] page.matrix.parts[0].groups[0].rows[0].cells[0]
    """,
    "th/promises/matrix/gardens/": "page.matrix page.matrix.parts[0].groups[0].rows[0].cells[2]",
    "404": "page",
    "th/search/": "page page.site_index[0] page.site_index[0].links[0] page.site_index[3].links[0]",
  ]

  /// The object behind an expression such as `page.areas[0]`: its type.
  static func type(of expression: String, among types: [ObjectType]) -> ObjectType? {
    var names = expression.split { ".[]".contains($0) }.filter { Int($0) == nil }[...]
    var type = types.first { $0.name == names.first ?? "" }
    names.removeFirst()
    var isMap = false
    for name in names {
      if isMap {
        isMap = false
        continue
      }
      let field = type?.fields.first { $0.name == name }
      if case .map = field?.type { isMap = true }
      type = name == "date" ? types.first { $0.name == "date" } : field?.type.object
    }
    return type
  }
}
