import SaanTemplate
import SaanText
import Testing

/// What calls give to macros is known inside them, before anything is rendered.
@Suite("Types in macros")
struct MacroFlowTests {
  private static let area = ObjectType("area", [.init(name: "name", type: .string)])
  private static let page = ObjectType(
    "page",
    [
      .init(name: "title", type: .string), .init(name: "items", type: .list(of: .record(item))),
      .init(name: "area", type: .record(area)), .init(name: "data", type: .any),
    ])
  private static let item = ObjectType(
    "item",
    [.init(name: "title", type: .string), .init(name: "area", type: .record(area))])

  /// What is found in templates that know `page`.
  private func found(_ files: [String: String]) -> [Diagnostic] {
    let sources = files.keys.sorted().map { TemplateSource($0, text: files[$0] ?? "") }
    let environment = TemplateEnvironment(
      sources: sources, variables: ["page": .record(Self.page)], isClosed: true)
    return environment.compile().diagnostics.sorted
  }

  private func messages(_ template: String, _ more: [String: String] = [:]) -> [String] {
    found(more.merging(["main.html": template]) { $1 }).map(\.message.en)
  }

  private static let untaken = "{% if false %}{{ item.titel }}{% endif %}"
  private static let isMissed = ["item has no field 'titel'"]

  @Test(arguments: [
    // Positional, named, with defaults, as a list's element, in a loop.
    "{% macro m(item) %}\(untaken){% endmacro %}{{ m(page.items | first) }}",
    "{% macro m(a, item) %}\(untaken){% endmacro %}{{ m(item=page.items[0], a=1) }}",
    "{% macro m(item=none) %}\(untaken){% endmacro %}{{ m() }}{{ m(page.items[0]) }}",
    "{% macro m(item=page.items[0]) %}\(untaken){% endmacro %}{{ m() }}",
    "{% macro m(list) %}{% for item in list %}\(untaken){% endfor %}{% endmacro %}{{ m(page.items) }}",
    "{% macro m(item) %}\(untaken){% endmacro %}{% for x in page.items %}{{ m(x) }}{% endfor %}",
    "{% macro m(item) %}\(untaken){% endmacro %}{{ m(page.items[0] if page.title else none) }}",
    "{% macro m(item) %}\(untaken){% endmacro %}{{ m(page.items[0] or none) }}",
    // Through other macros, before and behind them, and through itself.
    "{% macro m(item) %}\(untaken){% endmacro %}{% macro n(x) %}{{ m(x) }}{% endmacro %}{{ n(page.items[0]) }}",
    "{% macro n(x) %}{{ m(x) }}{% endmacro %}{% macro m(item) %}\(untaken){% endmacro %}{{ n(page.items[0]) }}",
    "{% macro m(item, n=0) %}\(untaken){% if n < 3 %}{{ m(item, n + 1) }}{% endif %}{% endmacro %}{{ m(page.items[0]) }}",
    "{% macro m(item, all) %}\(untaken){{ m(item, [all]) }}{% endmacro %}{{ m(page.items[0], []) }}",
    // Inside blocks, loops and other macros.
    "{% block b %}{% macro m(item) %}\(untaken){% endmacro %}{{ m(page.items[0]) }}{% endblock %}",
    "{% macro o(y) %}{% macro m(item) %}\(untaken){% endmacro %}{{ m(y) }}{% endmacro %}{{ o(page.items[0]) }}",
    // The text that a macro is called with.
    "{% macro m(list) %}{% for x in list %}{{ caller(x) }}{% endfor %}{% endmacro %}{% call(item) m(page.items) %}\(untaken){% endcall %}",
    "{% macro m(item) %}\(untaken){{ caller() }}{% endmacro %}{% call m(page.items[0]) %}x{% endcall %}",
  ])
  func aMisspeltFieldIsFoundWhereNoPageComesBy(_ template: String) {
    #expect(messages(template) == Self.isMissed)
  }

  @Test func importedMacrosAreToldWhoCallsThem() {
    let macros = "{% macro card(item) %}\(Self.untaken){% endmacro %}"
    for call in [
      "{% from 'm.html' import card %}{{ card(page.items[0]) }}",
      "{% from 'm.html' import card as c %}{{ c(item=page.items[0]) }}",
      "{% import 'm.html' as m %}{{ m.card(page.items[0]) }}",
      "{% import 'm.html' as m %}{% call m.card(page.items[0]) %}{% endcall %}",
    ] {
      let diagnostics = found(["main.html": call, "m.html": macros])
      #expect(diagnostics.map(\.message.en) == Self.isMissed)
      #expect(diagnostics.first?.place?.path == "m.html")
      #expect(diagnostics.first?.notes.first?.en.hasPrefix("called at main.html:1:") == true)
      #expect(diagnostics.first?.notes.first?.th.hasPrefix("ถูกเรียกที่ main.html:1:") == true)
    }
  }

  @Test func aFieldThatOneOfTheTypesHasIsNoMistake() {
    let macro =
      "{% macro m(x) %}{% if x.area %}{{ x.area.name }}{% else %}{{ x.name }}{% endif %}{% endmacro %}"
    #expect(messages(macro + "{{ m(page.area) }}{{ m(page.items[0]) }}") == [])
    #expect(messages(macro + "{{ m(page.items[0]) }}") == ["item has no field 'name'"])
    let both = "{% macro m(x) %}{{ x.nme }}{% endmacro %}{{ m(page.area) }}{{ m(page.items[0]) }}"
    #expect(messages(both) == ["area has no field 'nme'"])
    #expect(
      messages("{% macro m(x) %}{{ x.area.nme }}{% endmacro %}{{ m(page) }}{{ m(page.items[0]) }}")
        == ["area has no field 'nme'"])
  }

  @Test(arguments: [
    // What is not known may be anything.
    "{% macro m(x) %}{{ x.nosuch }}{% endmacro %}{{ m(page.data) }}{{ m(page) }}",
    "{% macro m(x) %}{{ x.nosuch }}{% endmacro %}{{ m(*page.data) }}{{ m(page) }}",
    "{% macro m(x) %}{{ x.nosuch }}{% endmacro %}{{ m(**page.data) }}{{ m(page) }}",
    // Handed over as a value, called by a name that somebody else gives a meaning.
    "{% macro m(x) %}{{ x.nosuch }}{% endmacro %}{% set f = m %}{{ f(page.data) }}{{ m(page) }}",
    "{% macro m(x) %}{{ x.nosuch }}{% endmacro %}{{ m(page) }}{% include 'other.html' %}",
    "{% import 'm.html' as m %}{% set f = m %}{{ f.card(page.data) }}{{ m.card(page) }}",
    "{% macro m(x) %}{{ caller(x) }}{{ caller(page.data) }}{% endmacro %}{% call(y) m(page) %}{{ y.nosuch }}{% endcall %}",
    "{% macro m(x) %}{{ o(x, caller) }}{% endmacro %}{% macro o(x, f) %}{{ f(page.data) }}{% endmacro %}{% call(y) m(page) %}{{ y.nosuch }}{% endcall %}",
    // Never called: nothing is known of it.
    "{% macro m(x) %}{{ x.nosuch }}{% endmacro %}",
  ])
  func nothingIsSaidWhereNothingIsKnown(_ template: String) {
    let others = [
      "other.html": "{{ m(page.data) }}",
      "m.html": "{% macro card(x) %}{{ x.nosuch }}{% endmacro %}",
    ]
    #expect(messages(template, others) == [])
  }
}
