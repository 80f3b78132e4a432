import SaanModel
import SaanPages
import SaanPublish

extension WeighingSink {
  /// The weights of all pages, with the pictures that a telephone fetches with each, which are
  /// known once all outputs are there.
  mutating func weights(of outputs: [Rendered<Receipt>], _ plan: BuildPlan) -> [PageWeight] {
    let weights = weighed(
      outputs.map { (plan.jobs[$0.position].output, $0.receipt.weight, $0.receipt.size) },
      below: plan.routes.baseURL?.path ?? "")
    firstViews = Dictionary(weights.map { ($0.output, $0.firstView) }) { first, _ in first }
    return weights
  }

  /// The heaviest pictures with their sizes, the heaviest first.
  func heaviestPictures(
    of outputs: [Rendered<Receipt>], _ plan: BuildPlan
  ) -> [(path: String, size: Int)] {
    SaanSite.heaviestPictures(of: outputs.map { (plan.jobs[$0.position], $0.receipt.size) })
  }
}
