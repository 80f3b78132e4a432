import SaanCharts
import SaanData
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

/// A part of the reference of everything that themes, settings and scripts can name.
///
/// It is printed from the tables that the program itself goes by, so it cannot drift.
package enum ReferenceSection: String, Sendable, CaseIterable {
  case filters, tests, functions, methods, objects, options, charts, checks
  case dataChecks = "data-checks"
  case tables, outputs, words

  /// The section as Markdown; what every entry does is said in English.
  package func markdown(in language: MessageLanguage = .english) -> String {
    "## \(title.text(in: language))\n\n\(introduction.text(in: language))\n\n\(entries(language).joined())\n"
  }

  private var title: Wording {
    switch self {
    case .filters: Wording(en: "Filters", th: "ตัวกรอง (filters)")
    case .tests: Wording(en: "Tests", th: "การทดสอบ (tests)")
    case .functions: Wording(en: "Functions", th: "ฟังก์ชัน (functions)")
    case .methods: Wording(en: "Methods", th: "เมธอด (methods)")
    case .objects: Wording(en: "Objects", th: "ออบเจกต์ (objects)")
    case .options: Wording(en: "Options", th: "ตัวเลือกของธีม (options)")
    case .charts: Wording(en: "Charts", th: "แผนภูมิ (charts)")
    case .checks: Wording(en: "Checks", th: "การตรวจเว็บ (checks)")
    case .dataChecks: Wording(en: "Data checks", th: "การตรวจข้อมูล (data-checks)")
    case .tables: Wording(en: "Tables", th: "ตาราง (tables)")
    case .outputs: Wording(en: "Outputs", th: "สิ่งที่เผยแพร่ (outputs)")
    case .words: Wording(en: "Words", th: "คำของโปรแกรม (words)")
    }
  }

  private var introduction: Wording {
    switch self {
    case .filters:
      Wording(
        en: "Written `{{ value | name(argument) }}`.", th: "เขียน `{{ value | name(argument) }}`")
    case .tests:
      Wording(
        en: "Written `{% if value is name(argument) %}`, or `is not`.",
        th: "เขียน `{% if value is name(argument) %}` หรือ `is not`")
    case .functions:
      Wording(en: "Written `{{ name(argument) }}`.", th: "เขียน `{{ name(argument) }}`")
    case .methods:
      Wording(
        en: "Written `{{ value.name(argument) }}`. None of them changes its value.",
        th: "เขียน `{{ value.name(argument) }}` ไม่มีเมธอดใดเปลี่ยนค่าเดิม")
    case .objects:
      Wording(
        en: "What stands behind a dot: `{{ page.title }}`. Every field may be `none`.",
        th: "สิ่งที่อยู่หลังจุด เช่น `{{ page.title }}` ทุกช่องเป็น `none` ได้")
    case .options:
      Wording(
        en: "The types that an option in `theme.yaml` may have.",
        th: "ชนิดของตัวเลือกใน `theme.yaml`")
    case .charts:
      Wording(
        en:
          "The kinds of charts, and the classes of their parts that a style sheet colours.",
        th: "ชนิดของแผนภูมิ และคลาสของแต่ละส่วนที่สไตล์ชีตลงสี")
    case .checks:
      Wording(
        en: "What `saan check` looks for, beside what cannot be read at all.",
        th: "สิ่งที่ `saan check` ตรวจ นอกเหนือจากไฟล์ที่อ่านไม่ได้")
    case .dataChecks:
      Wording(
        en: "What `saan check` looks for in the tables of `content/data/`.",
        th: "สิ่งที่ `saan check` ตรวจในตารางของ `content/data/`")
    case .tables:
      Wording(
        en: "The tables that the program knows by their names, with their columns.",
        th: "ตารางที่โปรแกรมรู้จักตามชื่อ และคอลัมน์ของแต่ละตาราง")
    case .outputs:
      Wording(en: "What `saan build` writes.", th: "สิ่งที่ `saan build` เขียน")
    case .words:
      Wording(
        en:
          "What the program itself says on pages, in English: a file `theme/words/ms.yaml` says it in another language.",
        th:
          "คำที่โปรแกรมเขียนลงหน้าเว็บเอง แสดงเป็นภาษาอังกฤษ ไฟล์ `theme/words/ms.yaml` เขียนคำเหล่านี้เป็นภาษาอื่น")
    }
  }

  private func entries(_ language: MessageLanguage) -> [String] {
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
      DataRule.all.map { rule in
        line(rule.code, "\(rule.severity.rawValue): \(rule.summary.text(in: language))")
      }
    case .tables:
      KnownTable.all.map { table in
        line(
          table.name,
          Wording(
            en: "\(table.summary.en). Columns: \(table.columns)",
            th: "\(table.summary.th) คอลัมน์: \(table.columns)"
          ).text(in: language))
      }
    case .outputs: OutputFormat.all.map { line($0.name, $0.summary) }
    case .words: Word.allCases.map(describe)
    }
  }
}

/// The reference, or one section of it, as Markdown.
package func referenceMarkdown(
  _ section: ReferenceSection? = nil, in language: MessageLanguage = .english
) -> String {
  if let section { return section.markdown(in: language) }
  let head = Wording(
    en: """
      # Reference

      Printed by `saan reference`; `saan reference filters` prints one section. Every example is run by the
      tests, those of the site in Thai on a small site.


      """,
    th: """
      # รายการอ้างอิง

      พิมพ์ด้วย `saan reference` ถ้าต้องการส่วนเดียว เช่น `saan reference filters` ทุกตัวอย่างทดสอบแล้วกับเว็บตัวอย่าง
      คำอธิบายของแต่ละชื่อเป็นภาษาอังกฤษ


      """)
  return head.text(in: language)
    + ReferenceSection.allCases.map { $0.markdown(in: language) }.joined(separator: "\n")
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

/// An object with its fields; those that had another name once say which.
package func describe(_ type: ObjectType) -> String {
  let fields = type.fields.map { field in
    "- `\(field.name)` (\(field.type.text))"
      + (field.summary.isEmpty ? "" : ": \(field.summary)") + formerly(field) + "\n"
  }
  return "### \(type.name)\n\n\(fields.joined())\n"
}

private func formerly(_ field: ObjectType.Field) -> String {
  guard !field.formerNames.isEmpty else { return "" }
  return " (once " + field.formerNames.map { "`\($0)`" }.joined(separator: ", ") + ")"
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
