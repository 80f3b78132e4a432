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
  var pages: [Kind: String] = [:]
  for weight in heavy {
    guard let job = jobs[weight.output] else { continue }
    for part in WeightBudgets.Part.allCases where weight[part] > budgets[part] {
      let kind = Kind(part: part, template: job.template ?? job.kind, source: job.origin)
      pages[kind] = job.kind
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
        kind.part, group.worst, budget: budgets[kind.part], page: pages[kind],
        at: group.place)
      return group.count > 1
        ? diagnostic.notingMore(group.count - 1, template: kind.template) : diagnostic
    })
}

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

/// The weights of all pages, with the pictures that a telephone fetches with each.
///
/// - Parameter outputs: each output with its size, and its weight where it is a page.
func weighed(
  _ outputs: [(output: String, weight: PageWeight?, size: Int)], below basePath: String
) -> [PageWeight] {
  let showing = outputs.contains { $0.weight?.pictures.isEmpty == false }
  let sizes =
    showing
    ? Dictionary(outputs.map { ($0.output, $0.size) }) { first, _ in first } : [:]
  return outputs.compactMap { _, weight, _ in
    guard var weight, !weight.pictures.isEmpty else { return weight }
    for address in weight.pictures {
      let rooted = address.hasPrefix(basePath) ? address.dropFirst(basePath.count) : address[...]
      let path = rooted.drop { "./".contains($0) }
      weight.firstView += sizes[percentDecoded(String(path))] ?? 0
    }
    return weight
  }
}

/// The heaviest pages, the heaviest first.
func heaviest(of weights: [PageWeight], limit: Int = 5) -> [PageWeight] {
  heaviest(weights, limit: limit) { $0.page + $0.firstView }
}

/// The heaviest pictures with their sizes, the heaviest first.
func heaviestPictures(
  of outputs: [(job: Job, size: Int)], limit: Int = 3
) -> [(path: String, size: Int)] {
  let pictures = outputs.filter {
    $0.job.subject.madeOf != nil || $0.job.subject.asset?.imageSize != nil
  }
  return heaviest(pictures, limit: limit, by: \.size).map { ($0.job.path, $0.size) }
}

private func heaviest<Item>(_ items: [Item], limit: Int, by size: (Item) -> Int) -> [Item] {
  var best: [Item] = []
  for item in items where best.count < limit || size(item) > size(best[best.count - 1]) {
    let index = best.firstIndex { size($0) < size(item) } ?? best.count
    best.insert(item, at: index)
    if best.count > limit { best.removeLast() }
  }
  return best
}
