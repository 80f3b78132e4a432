import SaanData
import SaanModel
import SaanText

/// Reads `budgets: {page: 60, chart: 20, map: 50, picture: 1024}`, in kilobytes.
func readBudgets(_ reader: inout MappingReader) -> WeightBudgets {
  var budgets = WeightBudgets()
  guard let node = reader.node("budgets") else { return budgets }
  var part = MappingReader(node, subject: Wording(en: "budgets", th: "budgets "))
  for name in WeightBudgets.Part.allCases {
    guard let kilobytes = part.integer(name.rawValue, in: 1...1_000_000) else { continue }
    budgets[name] = kilobytes * 1024
  }
  if let kilobytes = part.integer("picture", in: 1...1_000_000) {
    budgets.picture = kilobytes * 1024
  }
  reader.merge(part.finish())
  return budgets
}
