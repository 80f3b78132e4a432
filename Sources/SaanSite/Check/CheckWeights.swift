import SaanModel
import SaanPages
import SaanText

/// What is heavier than its budget.
///
/// Pages that one template makes from data are alike: of each kind the heaviest is named, and how
/// many more there are.
func checkWeights(_ weights: [PageWeight], _ plan: BuildPlan, _ site: Site) -> Diagnostics {
  let budgets = site.settings.budgets
  struct Kind: Hashable {
    let part: WeightBudgets.Part
    let template: String
    let source: Place?
  }
  let heavy = weights.filter { weight in
    WeightBudgets.Part.allCases.contains { weight[$0] > budgets[$0] }
  }
  guard !heavy.isEmpty else { return Diagnostics() }
  let jobs = Dictionary(plan.jobs.map { ($0.output, $0) }) { first, _ in first }
  var found: [Kind: (worst: PageWeight, place: Place, count: Int)] = [:]
  var paged = Set<Kind>()
  for weight in heavy {
    guard let job = jobs[weight.output] else { continue }
    for part in WeightBudgets.Part.allCases where weight[part] > budgets[part] {
      let kind = Kind(part: part, template: job.template ?? job.kind, source: job.origin)
      if pagedKinds.contains(job.kind) { paged.insert(kind) }
      let known = found[kind]
      let worst = known.map { $0.worst[part] >= weight[part] ? $0.worst : weight } ?? weight
      let isWorst = worst.output == weight.output
      let place = isWorst ? site.place(of: job) : known?.place ?? site.place(of: job)
      found[kind] = (worst, place, (known?.count ?? 0) + 1)
    }
  }
  return Diagnostics(
    found.sorted {
      ($1.value.worst[$1.key.part], $0.value.worst.output) < (
        $0.value.worst[$0.key.part], $1.value.worst.output
      )
    }
    .map { kind, group in
      let diagnostic = Diagnostic.overBudget(
        kind.part, group.worst, budget: budgets[kind.part], isPaged: paged.contains(kind),
        at: group.place)
      return group.count > 1
        ? diagnostic.notingMore(group.count - 1, template: kind.template) : diagnostic
    })
}

/// The kinds of pages of which the settings say how many rows each shows.
private let pagedKinds: Set<String> = ["list", "register_area"]

extension PageWeight {
  /// The site path of the page.
  var path: String {
    let name = "index.html"
    return "/"
      + (output.hasSuffix("/" + name) || output == name ? output.dropLast(name.count) : output[...])
  }
}

extension Diagnostic {
  fileprivate func notingMore(_ count: Int, template: String) -> Diagnostic {
    noting(
      Wording(
        en: "and \(count) more made by \(template)", th: "และอีก \(count) หน้าที่สร้างจาก \(template)"))
  }
}

/// The heaviest pages, the heaviest first.
func heaviest(of weights: [PageWeight], limit: Int = 5) -> [PageWeight] {
  var best: [PageWeight] = []
  for weight in weights where best.count < limit || weight.page > best[best.count - 1].page {
    let index = best.firstIndex { $0.page < weight.page } ?? best.count
    best.insert(weight, at: index)
    if best.count > limit { best.removeLast() }
  }
  return best
}
