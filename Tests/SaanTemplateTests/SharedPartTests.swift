import SaanTemplate
import SaanText
import Synchronization
import TestSupport
import Testing

/// Parts that are the same in all renderings of a variant are made once, and nothing else is.
@Suite("Shared parts")
struct SharedPartTests {
  /// What a site's function was asked, in order, and what is told of shared parts.
  private final class Asked: Sendable {
    let all = Mutex<[String]>([])

    func add(_ text: String) { all.withLock { $0.append(text) } }

    var globals: TemplateGlobals {
      TemplateGlobals(
        functions: [
          "ask": { arguments, _ throws(TemplateFault) in
            let text = try arguments.text(0, "text")
            self.add(text)
            return .string(text.uppercased())
          }
        ],
        notes: FragmentNotes(
          begin: { self.add("(") },
          end: {
            self.add(")")
            return [7, 8]
          }, reuse: { self.add("\($0)") }))
    }
  }

  private func set(_ files: [String: String], pure: Bool = true) throws -> TemplateSet {
    let sources = files.keys.sorted().map { TemplateSource($0, text: files[$0] ?? "") }
    let ask = TemplateFunction("ask", [Parameter("text")], summary: "asks", isPure: pure)
    let outcome = TemplateEnvironment(
      sources: sources, functions: [ask], shared: ["site"]
    ).compile()
    #expect(outcome.diagnostics.isEmpty, "\(outcome.diagnostics)")
    return outcome.value
  }

  private let site: Value = ["title": "t", "items": ["a", "b"]]

  /// What a template gives for some pages, and what was asked meanwhile.
  private func pages(
    _ files: [String: String], _ pages: [(title: String, variant: Int)], pure: Bool = true
  ) throws -> (texts: [String], asked: String) {
    let (asked, templates) = (Asked(), try set(files, pure: pure))
    let globals = templates.bind(asked.globals)
    let texts = try pages.map { page in
      var bytes: [UInt8] = []
      _ = try templates.render(
        "main.html", globals: globals,
        variables: TemplateMap([("page", .string(page.title)), ("site", site)]),
        variant: page.variant, into: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    return (texts, asked.all.withLock { $0.joined(separator: " ") })
  }

  private func pages(
    _ text: String, _ list: [(title: String, variant: Int)] = [("1", 0), ("2", 0)],
    pure: Bool = true
  ) throws -> (texts: [String], asked: String) {
    try pages(["main.html": text], list, pure: pure)
  }

  @Test("a shared part is made once for each variant, and what it asked is told again")
  func once() throws {
    let text =
      "{{ page }}<ul>{% for i in site.items %}<li>{{ ask(i) }}</li>{% endfor %}</ul>{{ page }}"
    let (texts, asked) = try pages(text, [("1", 0), ("2", 0), ("3", 1), ("4", 0), ("5", -1)])
    let list = "<ul><li>A</li><li>B</li></ul>"
    #expect(texts == (1...5).map { "\($0)\(list)\($0)" })
    #expect(asked == "( a b ) [7, 8] ( a b ) [7, 8] a b")
  }

  @Test("what depends on the page is made for each page")
  func own() throws {
    for text in [
      "{% for i in site.items %}{{ ask(i ~ page) }}{% endfor %}",
      "{% for i in [page] %}{{ ask(i) }}{{ site.title }}{{ site.title }}{% endfor %}",
      "{% if page == '1' %}{{ ask('a') }}{% else %}{{ ask('b') }}{% endif %}",
      "{% for i in site.items if i != page %}{{ ask(page) }}{% endfor %}",
      "{% set x = page %}{% for i in site.items %}{{ ask(x) }}{% endfor %}",
      "{% with x = page %}{% for i in site.items %}{{ ask(x) }}{% endfor %}{% endwith %}",
      "{% for i in site.items %}{{ ask(page) if i == 'a' }}{% endfor %}",
      "{% set site = {'items': [page]} %}{% for i in site.items %}{{ ask(i) }}{% endfor %}",
      "{% macro m(x) %}{{ ask(x) }}{{ page }}{% endmacro %}{{ m(site.title) }}{{ m(page) }}",
      "{% for i in site.items %}{{ ask(page) | upper }}{% endfor %}",
      "{% set ns = namespace(n=page) %}{% for i in site.items %}{{ ask(ns.n) }}{% endfor %}",
    ] {
      let plain = try pages(text, [("1", -1), ("2", -1)])
      let shared = try pages(text)
      #expect(shared.texts == plain.texts && shared.texts[0] != shared.texts[1], "\(text)")
    }
  }

  @Test("functions that are not said to be pure are asked each time")
  func impure() throws {
    let text = "{% for i in site.items %}{{ ask(i) }}{% endfor %}"
    #expect(try pages(text).asked == "( a b ) [7, 8]")
    #expect(try pages(text, pure: false).asked == "a b a b")
  }

  @Test("macros, included templates and what they name are seen through")
  func through() throws {
    let files = [
      "main.html": """
      {% extends "base.html" %}{% from "m.html" import mark %}
      {% block body %}{{ page }}{{ mark(site.title) }}{{ mark(page) }}{% endblock %}
      """,
      "base.html":
        "{% import 'm.html' as m %}{% include 'foot.html' %}{% block body %}{% endblock %}{{ m.mark('z', here=site.title) }}",
      "foot.html": "{% from 'm.html' import mark %}{% set x = site.title %}[{{ mark(x) }}]",
      "m.html":
        "{% macro mark(tag, here='t') %}{{ ask(tag) }}{% if tag != here %}!{% endif %}{% endmacro %}",
    ]
    let (texts, asked) = try pages(files, [("1", 0), ("2", 0)])
    #expect(texts == ["[T]1T1!Z!", "[T]2T2!Z!"])
    #expect(asked == "( t ) ( t ) 1 ( z ) [7, 8] [7, 8] 2 [7, 8]")
  }

  @Test("a name that is set anywhere is nobody's shared variable, nor a macro")
  func hidden() throws {
    let other = "{% for mark in ['x'] %}{{ mark }}{% endfor %}"
    let text =
      "{% macro mark(x) %}{{ ask(x) }}{% endmacro %}{{ mark('a') }}" + other
    #expect(try pages(text).asked == "a ( ) a [7, 8]")
    #expect(
      try pages(
        ["main.html": "{{ ask(site.title) }}{% for i in site.items %}{% endfor %}"],
        [("1", 0), ("2", 0)]
      ).asked == "( t ) [7, 8]")
    #expect(
      try pages(
        [
          "main.html": "{% for i in site.items %}{{ ask(i) }}{% endfor %}{% include 'b.html' %}",
          "b.html": "{% set site = 1 %}",
        ], [("1", 0), ("2", 0)]
      ).asked == "a b a b")
  }

  @Test("a part that fails is not kept")
  func fault() throws {
    let text = "{{ page }}{% for i in site.items %}{{ ask(i) }}{{ i.nothing }}{% endfor %}"
    let templates = try set(["main.html": text])
    let globals = templates.bind(Asked().globals)
    for _ in 0..<2 {
      var bytes: [UInt8] = []
      #expect(throws: TemplateError.self) {
        _ = try templates.render(
          "main.html", globals: globals,
          variables: TemplateMap([("page", "1"), ("site", site)]), variant: 0, into: &bytes)
      }
      #expect(bytes.isEmpty)
    }
  }
}
