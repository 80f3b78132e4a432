import SaanTemplate
import SaanText
import Testing

/// What a page shows, and what a mistake says that only shows there.
@Suite("Rendering")
struct RenderTests {
  @Test("objects of the host are read by their fields")
  func objects() {
    let page = Article(title: "<สาน>", related: [Article(title: "ก"), Article(title: "ข")])
    #expect(
      rendered(
        "{{ page.title }}{% for p in page.related %}[{{ p.title }}]{% endfor %}{{ page.related[1].title }}",
        ["page": Value(page)]) == "&lt;สาน&gt;[ก][ข]ข")
  }

  @Test("members are found in maps of any size, under names of any length")
  func members() {
    let long = "a_name_of_more_than_24_bytes_"
    let names = (0..<40).map { "k\($0)" } + (0..<20).map { long + "\($0)" } + ["ชื่อจังหวัด", "a"]
    let big = TemplateMap(names.map { ($0, .string("=" + $0)) })
    for name in names {
      let small = TemplateMap([(long + "x", 1), (name, .string("=" + name)), (long + "y", 2)])
      #expect(rendered("{{ m.\(name) }}", ["m": .map(big)]) == "=\(name)")
      #expect(rendered("{{ m['\(name)'] }}", ["m": .map(small)]) == "=\(name)")
    }
    #expect(rendered("{{ m.\(long) is defined }}", ["m": .map(big)]) == "False")
    #expect(rendered("{{ m.\(long)z is defined }}", ["m": [long + "y": 1]]) == "False")
  }

  @Test("functions and filters of the host")
  func host() {
    let globals = TemplateGlobals(
      language: .thai, values: ["lang": "th"],
      functions: [
        "t": { arguments, context throws(TemplateFault) in
          .string(try arguments.text(0, "key") + "/" + context.globals.language.tag.rawValue)
        }
      ], filters: ["date": { _, arguments, _ in .string("date:\(arguments[0])") }])
    let files = [
      "main.html":
        "{{ t('more') }} {{ 1 | date('iso') }} {{ [1] | map('date') | first }} {{ lang }}"
    ]
    let environment: (inout TemplateEnvironment) -> Void = { environment in
      environment = TemplateEnvironment(
        sources: environment.sources,
        filters: [Filter("date", [.init("style", "long")], summary: "a date")],
        functions: [TemplateFunction("t", [.init("key")], takesMore: true, summary: "a phrase")])
    }
    #expect(
      rendered(files, "main.html", change: environment, globals: globals)
        == "more/th date:iso date:long th")
  }

  @Test("a pure function with literal arguments is asked once, and fails in its place")
  func pureFunctions() {
    let globals = TemplateGlobals(functions: [
      "t": { arguments, _ throws(TemplateFault) in
        let key = try arguments.text(0, "key")
        if key == "bad" { throw TemplateFault(code: "no-phrase", Wording(en: "none", th: "ไม่มี")) }
        return .string("<\(key) \(arguments.moreNamed.map { $0.1.description }.joined())>")
      }
    ])
    func shown(_ template: String) -> String {
      rendered(
        ["main.html": template], "main.html",
        change: { environment in
          environment = TemplateEnvironment(
            sources: environment.sources,
            functions: [
              TemplateFunction(
                "t", [.init("key")], takesMore: true, summary: "a phrase", isPure: true)
            ])
        }, globals: globals)
    }
    #expect(shown("{{ t('a', n=1) }}{{ t('a', n=1) | length }}") == "&lt;a 1&gt;5")
    #expect(shown("{% set k = 'b' %}{{ t(k) }}{% if t('a') %}!{% endif %}") == "&lt;b &gt;!")
    #expect(shown("{% if false %}{{ t('bad') }}{% endif %}fine") == "fine")
    #expect(shown("one\n  {{ t('bad') }}").contains("main.html:2:6"))
  }

  @Test("a mistake tells its place and the way there")
  func places() {
    let files = [
      "main.html": "{% from 'm.html' import card %}\n<p>{{ card(page) }}</p>",
      "m.html": "{% macro card(page) %}\n{% include 'partials/card.html' %}{% endmacro %}",
      "partials/card.html": "<b>\n  {{ page.titel }}</b>",
    ]
    #expect(
      rendered(files, "main.html", ["page": ["title": "x"]])
        == """
        error[unknown-field]: map has no field 'titel'
          --> partials/card.html:2:6
        2 |   {{ page.titel }}</b>
          |      ^^^^^^^^^^
          = hint: did you mean 'title'?
          = note: included at m.html:2:12
          = note: called at main.html:2:7

        """.replacingIndent())
  }

  @Test("undefined is a mistake, except for default and defined")
  func undefined() {
    for template in [
      "{{ x }}", "{% if x %}{% endif %}", "{{ x.y }}", "{{ x ~ '' }}", "{{ [] | first }}",
    ] {
      #expect(rendered(template).hasPrefix("error[undefined-variable]"), "\(template)")
    }
    #expect(
      rendered("{{ x | default('d') }}{{ x is defined }}{{ m.y | d(1) }}", ["m": [:]]) == "dFalse1")
    #expect(rendered("{{ 'on' if false }}|") == "|")
  }

  @Test("what Jinja makes anew each time is here a list, and always the same")
  func lists() {
    #expect(rendered("{{ [1, 2] | map('string') | list == [1, 2] | map('string') }}") == "True")
    #expect(rendered(["a.txt": "{{ [1, 2] | map('string') }}"], "a.txt") == "['1', '2']")
    #expect(
      rendered("{% set odd = [1, 2, 3] | select('odd') %}{{ odd }}{{ odd }}") == "[1, 3][1, 3]")
    #expect(
      rendered("{{ range(99) | list | random }}") == rendered("{{ range(99) | list | random }}"))
    #expect(rendered("{{ {'a': 1} | json }}") == rendered("{{ {'a': 1} | tojson }}"))
  }

  @Test("hostile templates end")
  func limits() {
    let small: (inout TemplateEnvironment) -> Void = { environment in
      environment.limits.iterations = 5000
      environment.limits.outputBytes = 10_000
      environment.limits.elements = 1000
    }
    for template in [
      "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "{% include 'main.html' %}",
      "{% for a in range(999) %}{% for b in range(999) %}{% endfor %}{% endfor %}",
      "{% for a in range(999) %}{% for b in range(3) %}xxxxxxxxxxxx{% endfor %}{% endfor %}",
      "{{ 'a' * 100000 }}", "{{ range(9999999) | length }}", "{{ 'x' | center(9999999) }}",
      "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    ] {
      let outcome = rendered(["main.html": template], "main.html", change: small)
      #expect(outcome.hasPrefix("error[template-limit]"), "\(template): \(outcome)")
    }
    let deep = String(repeating: "(", count: 5000) + String(repeating: ")", count: 5000)
    #expect(rendered("{{ \(deep) }}").hasPrefix("error[template-syntax]"))
  }

  @Test("HTML is a type")
  func html() {
    #expect(
      rendered("{{ x }}{{ x | safe }}{{ '<' ~ x }}", ["x": .html(HTML(trusted: "<i>"))])
        == "<i><i>&lt;<i>")
    #expect(rendered("<a{{ {'title': '\"<'} | xmlattr }}>") == "<a title=\"&#34;&lt;\">")
    #expect(rendered("{{ {'a b': 1} | xmlattr }}").hasPrefix("error[template-type]"))
    #expect(rendered("{{ '</script>' | tojson }}") == #""\u003c/script\u003e""#)
    #expect(rendered(["main.txt": "{{ '<' }}"], "main.txt") == "<")
    let long = String(repeating: "สวัสดี & ", count: 30)
    #expect(
      rendered("{{ x }}", ["x": .string(long)]) == String(repeating: "สวัสดี &amp; ", count: 30))
  }

  @Test("when a page fails nothing of it is written")
  func failure() {
    let set = TemplateEnvironment(sources: [TemplateSource("a.html", text: "text {{ x }}")])
      .compile().value
    var output: [UInt8] = [1]
    #expect(throws: TemplateError.self) { _ = try set.render("a.html", into: &output) }
    #expect(output == [1])
  }
}

extension String {
  /// The printer indents its lines by three, a literal of several lines by what its end has.
  fileprivate func replacingIndent() -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("  = ") ? " " + $0 : String($0) }.joined(separator: "\n")
  }
}
