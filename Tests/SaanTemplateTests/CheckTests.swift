import SaanTemplate
import SaanText
import Testing

/// Mistakes that are found before any page is rendered.
@Suite("Check before rendering")
struct CheckTests {
  /// Codes and hints of what is found, in order.
  private func findings(
    _ files: [String: String], change: (inout TemplateEnvironment) -> Void = { _ in }
  ) -> [String] {
    let sources = files.keys.sorted().map { TemplateSource($0, text: files[$0] ?? "") }
    var environment = TemplateEnvironment(sources: sources)
    change(&environment)
    return environment.compile().diagnostics.sorted.map { diagnostic in
      let hint = diagnostic.hint.map { " (\($0.en))" } ?? ""
      return "\(diagnostic.code): \(diagnostic.message.en)\(hint)"
    }
  }

  private func finding(_ template: String) -> [String] { findings(["main.html": template]) }

  /// What is printed in both languages.
  private func printed(_ template: String) -> String {
    let outcome = TemplateEnvironment(sources: [TemplateSource("a.html", text: template)]).compile()
    return MessageLanguage.allCases.map {
      DiagnosticPrinter(language: $0).text(outcome.diagnostics)
    }.joined()
  }

  @Test("mistakes are told in English and in Thai")
  func words() {
    #expect(
      printed("{{ rnge(3) }}") == """
        error[unknown-function]: unknown function 'rnge'
          --> a.html:1:4
        1 | {{ rnge(3) }}
          |    ^^^^
           = hint: did you mean 'range'?
        error[unknown-function]: ไม่รู้จักฟังก์ชัน 'rnge'
          --> a.html:1:4
        1 | {{ rnge(3) }}
          |    ^^^^
           = hint: หมายถึง 'range' หรือไม่

        """)
    #expect(
      printed("{{ x | upper(1) }}") == """
        error[wrong-arguments]: too many arguments for 'upper', which takes 0
          --> a.html:1:14
        1 | {{ x | upper(1) }}
          |              ^
           = hint: take out what is too many
        error[wrong-arguments]: อาร์กิวเมนต์ของ 'upper' มากเกินไป รับได้ 0 ตัว
          --> a.html:1:14
        1 | {{ x | upper(1) }}
          |              ^
           = hint: ลบอาร์กิวเมนต์ที่เกินออก

        """)
    #expect(
      printed("{{ x | replace('a') }}").hasPrefix(
        "error[wrong-arguments]: 'replace' needs the argument 'new'\n"))
    #expect(
      printed(
        "{{ x|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f|f }}"
      )
      .hasPrefix("error[template-syntax]: nested too deeply\n"))
  }

  @Test("unknown names come with a guess")
  func unknownNames() {
    #expect(
      finding("{{ x | uper }}{{ x is oddd }}{{ rnge(3) }}") == [
        "unknown-filter: unknown filter 'uper' (did you mean 'upper'?)",
        "unknown-test: unknown test 'oddd' (did you mean 'odd'?)",
        "unknown-function: unknown function 'rnge' (did you mean 'range'?)",
      ])
    #expect(finding("{{ xs | map('uper') }}").count == 1)
  }

  @Test("many mistakes of syntax in one run")
  func syntaxMistakes() {
    let found = finding("{{ a + }}{% for x on xs %}{{ x }}{% endfor %}{% iff a %}{{ 'b }}\n{{ c }")
    #expect(found.count >= 4)
    #expect(found.allSatisfy { $0.hasPrefix("template-syntax") })
    #expect(finding("{% if a %}{% for x in xs %}{% endif %}").count == 1)
    #expect(finding("{% block a %}{% endblock %}{% block a %}{% endblock %}").count == 1)
  }

  @Test("templates that are not there, or go round in a circle")
  func references() {
    let found = findings([
      "a.html": "{% extends 'b.html' %}", "b.html": "{% extends 'a.html' %}",
      "c.html": "{% include 'partials/crad.html' %}{% include 'no.html' ignore missing %}",
      "partials/card.html": "", "m.html": "{% macro card(x) %}{% endmacro %}",
      "d.html": "{% from 'm.html' import crd %}",
    ])
    #expect(
      found == [
        "template-cycle: templates go round in a circle: a.html → b.html → a.html",
        "missing-template: there is no template 'partials/crad.html' (did you mean 'partials/card.html'?)",
        "unknown-function: m.html does not define 'crd' (did you mean 'card'?)",
      ])
  }

  @Test("a block that no parent has")
  func blocks() {
    let found = findings([
      "base.html": "{% block title %}{% endblock %}",
      "child.html":
        "{% extends 'base.html' %}{% block titel %}{% block inner %}{% endblock %}{% endblock %}",
    ])
    #expect(found == ["unknown-block: no parent has a block 'titel' (did you mean 'title'?)"])
  }

  @Test("arguments of filters, functions and macros")
  func arguments() {
    #expect(
      finding("{{ x | truncate(lenght=3) }}{{ x | upper(1) }}{{ x | replace('a') }}") == [
        "wrong-arguments: 'truncate' has no parameter 'lenght' (did you mean 'length'?)",
        "wrong-arguments: too many arguments for 'upper', which takes 0 (take out what is too many)",
        "wrong-arguments: 'replace' needs the argument 'new' (write it between the brackets: new=…)",
      ])
    #expect(
      findings([
        "m.html": "{% macro card(page, large=false) %}{% endmacro %}",
        "p.html":
          "{% from 'm.html' import card %}{% import 'm.html' as m %}{{ card(1, larg=1) }}{{ m.card(1, 2, 3) }}",
      ]) == [
        "wrong-arguments: 'card' has no parameter 'larg' (did you mean 'large'?)",
        "wrong-arguments: too many arguments for 'card', which takes 2 (take out what is too many)",
      ])
  }

  @Test("fields of known objects, through loops and filters")
  func fields() {
    let known: (inout TemplateEnvironment) -> Void = { environment in
      environment.variables = ["page": .object(Article.self), "lang": .string]
      environment.isClosed = true
      environment.openFolders = ["shortcodes/"]
    }
    #expect(
      findings(
        [
          "main.html": """
          {{ page.titel }}{% for p in page.related %}{{ p.title }}{{ p.url }}{% endfor %}
          {{ (page.related | sort(attribute='titel') | first).title }}{{ pag }}{{ loop }}
          {% for x in page.related %}{{ loop.inde }}{% endfor %}
          """,
          "shortcodes/note.html": "{{ body }}",
        ], change: known) == [
          "unknown-field: article has no field 'titel' (did you mean 'title'?)",
          "unknown-field: article has no field 'url'",
          "unknown-field: article has no field 'titel' (did you mean 'title'?)",
          "undefined-variable: 'pag' is undefined (did you mean 'page'?)",
          "undefined-variable: 'loop' is undefined",
          "unknown-field: loop has no field 'inde' (did you mean 'index'?)",
        ])
  }
}

/// An object as a site has it.
struct Article: TemplateObject {
  let title: String
  var related: [Article] = []

  static let table = ObjectTable<Article>(
    "article",
    [
      .init("title", .string, "its title") { .string($0.title) },
      .init("related", .list(of: .object(Article.self)), "articles like it") {
        .list($0.related.map { Value($0) })
      },
    ])
}
