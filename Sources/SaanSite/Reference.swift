import SaanData
import SaanTemplate
import SaanText

/// The reference of everything that themes and checks can name, as Markdown.
///
/// It is printed from the tables that the program itself goes by, so it cannot drift.
package func referenceMarkdown() -> String {
  let filters = (Filter.all + siteFilters).sorted { $0.name < $1.name }.map { filter in
    row("\(filter.name)\(filter.signature.text)", filter.summary, filter.examples)
  }
  let tests = TemplateTest.all.sorted { $0.name < $1.name }.map { test in
    row("\(test.name)\(test.signature.text)", test.summary, test.examples)
  }
  let functions = (TemplateFunction.all + siteFunctions).sorted { $0.name < $1.name }.map {
    function in
    row("\(function.name)\(function.signature.text)", function.summary, function.examples)
  }
  let objects = [
    PageView.table.type, SiteView.table.type, FigureView.table.type, ProvinceView.table.type,
    RegionView.table.type, CollectionView.table.type, DateView.table.type,
  ].map { type in
    "### \(type.name)\n\n" + type.fields.map { "- `\($0.name)`: \($0.summary)\n" }.joined()
  }
  return section("Filters", filters) + section("Tests", tests) + section("Functions", functions)
    + section("Objects", objects)
    + section("Checks", Check.all.map { "- `\($0.name)`: \($0.summary)\n" })
    + section(
      "Data checks",
      DataRule.all.map { "- `\($0.code)` (\($0.severity.rawValue)): \($0.summary.en)\n" })
    + section(
      "Known tables",
      KnownTable.all.map { "- `\($0.name)`: \($0.summary.en). Columns: \($0.columns)\n" })
    + section("Outputs", OutputFormat.all.map { "- `\($0.name)`: \($0.summary)\n" })
}

private func section(_ title: String, _ parts: [String]) -> String {
  "## \(title)\n\n" + parts.joined() + "\n"
}

private func row(_ name: String, _ summary: String, _ examples: [TemplateExample]) -> String {
  let shown = examples.map { example in "  `\(example.template)` → `\(example.output)`\n" }
  return "- `\(name)`: \(summary)\n" + shown.joined()
}
