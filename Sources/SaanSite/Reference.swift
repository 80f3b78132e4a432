import SaanCharts
import SaanData
import SaanTemplate
import SaanText

/// A part of the reference of everything that themes, settings and scripts can name.
///
/// It is printed from the tables that the program itself goes by, so it cannot drift.
package enum ReferenceSection: String, Sendable, CaseIterable {
  case filters, tests, functions, methods, objects, options, charts, checks
  case dataChecks = "data-checks"
  case tables, outputs, words

  /// The section as Markdown.
  package var markdown: String {
    let words = rawValue.split(separator: "-").joined(separator: " ")
    let title = words.prefix(1).uppercased() + words.dropFirst()
    return "## \(title)\n\n\(introduction)\n\n\(entries.joined())\n"
  }

  private var introduction: String {
    switch self {
    case .filters: "Written `{{ value | name(argument) }}`."
    case .tests: "Written `{% if value is name(argument) %}`, or `is not`."
    case .functions: "Written `{{ name(argument) }}`."
    case .methods: "Written `{{ value.name(argument) }}`. None of them changes its value."
    case .objects: "What stands behind a dot: `{{ page.title }}`. Every field may be `none`."
    case .options: "The types that an option in `theme.yaml` may have."
    case .charts: "The kinds of charts, and the classes of their parts that a style sheet colours."
    case .checks: "What `saan check` looks for, beside what cannot be read at all."
    case .dataChecks: "What `saan check` looks for in the tables of `content/data/`."
    case .tables: "The tables that the program knows by their names, with their columns."
    case .outputs: "What `saan build` writes."
    case .words:
      "What the program itself says on pages, in English: a file `theme/words/ms.yaml` says it in another language."
    }
  }

  private var entries: [String] {
    switch self {
    case .filters:
      (Filter.all + siteFilters).sorted { $0.name < $1.name }.map { filter in
        entry(
          [filter.name] + filter.aliases, filter.signature, filter.summary, filter.examples)
      }
    case .tests:
      TemplateTest.all.sorted { $0.name < $1.name }.map { test in
        entry([test.name] + test.aliases, test.signature, test.summary, test.examples)
      }
    case .functions:
      (TemplateFunction.all + siteFunctions).sorted { $0.name < $1.name }.map { function in
        entry([function.name], function.signature, function.summary, function.examples)
      }
    case .methods:
      Methods.all.map { kind, names in
        let calls = names.map { name in
          let signature = Methods.signature(of: name, on: kind).text
          return "`\(name)\(signature.isEmpty ? "()" : signature)`"
        }
        return "- \(kind): \(calls.joined(separator: ", "))\n"
      }
    case .objects: templateObjects().map(describe)
    case .options: ThemeOption.Kind.allCases.map { line($0.rawValue, $0.summary) }
    case .charts:
      ChartKind.allCases.map { line($0.name, $0.summary) } + ["\n"]
        + Paint.all.filter { !$0.name.isEmpty }.map { line($0.name, "\($0.summary).") }
    case .checks: Check.all.map { line($0.name, $0.summary) }
    case .dataChecks:
      DataRule.all.map { line($0.code, "\($0.severity.rawValue): \($0.summary.en)") }
    case .tables:
      KnownTable.all.map { line($0.name, "\($0.summary.en). Columns: \($0.columns)") }
    case .outputs: OutputFormat.all.map { line($0.name, $0.summary) }
    case .words: Word.allCases.map(describe)
    }
  }
}

/// The reference, or one section of it, as Markdown.
package func referenceMarkdown(_ section: ReferenceSection? = nil) -> String {
  if let section { return section.markdown }
  return """
    # Reference

    Printed by `saan reference`; `saan reference filters` prints one section. Every example is run by the
    tests, those of the site in Thai on a small site.


    """ + ReferenceSection.allCases.map(\.markdown).joined(separator: "\n")
}

/// The examples of the site's own filters and functions, which need a site to be run.
package var siteExamples: [TemplateExample] {
  siteFilters.flatMap(\.examples) + siteFunctions.flatMap(\.examples)
}

private func line(_ name: String, _ summary: String) -> String { "- `\(name)`: \(summary)\n" }

/// A word as a file of words may have it.
private func describe(_ word: Word) -> String {
  if word.isOptional {
    return line(word.rawValue, "only where the language has a word of its own.")
  }
  let forms = LanguageWords.english.forms(word)
  let one = forms.one.map { "one: `\($0.written)`, other: " } ?? ""
  return line(word.rawValue, "\(one)`\(forms.other.written)`")
}

private func entry(
  _ names: [String], _ signature: Signature, _ summary: String, _ examples: [TemplateExample]
) -> String {
  let aliases = names.dropFirst().map { ", `\($0)`" }.joined()
  let shown = examples.map { example in
    let output = example.output.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\\n")
    return "  - `\(example.template)` → `\(output)`\n"
  }
  return "- `\(names[0])\(signature.text)`\(aliases): \(summary)\n" + shown.joined()
}

private func describe(_ type: ObjectType) -> String {
  let fields = type.fields.map { field in
    "- `\(field.name)` (\(field.type.text))"
      + (field.summary.isEmpty ? "\n" : ": \(field.summary)\n")
  }
  return "### \(type.name)\n\n\(fields.joined())\n"
}

/// `page`, `site` and every object that can be reached from them and from what functions give.
package func templateObjects() -> [ObjectType] {
  var found: [ObjectType] = []
  var rest = [PageView.table.type, SiteView.table.type, ObjectType.loop]
  rest += siteFunctions.compactMap(\.result.object)
  while !rest.isEmpty {
    let next = rest.removeFirst()
    guard !found.contains(where: { $0 === next }) else { continue }
    found.append(next)
    rest += next.fields.compactMap(\.type.object)
  }
  return found
}
