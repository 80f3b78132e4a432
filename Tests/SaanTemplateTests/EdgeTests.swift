import SaanTemplate
import SaanText
import TestSupport
import Testing

/// The limits of the engine, one below and one above, and what filters take for granted.
@Suite struct EdgeTests {
  private func outcome(_ template: String, elements: Int = 10, bytes: Int = 1_000) -> String {
    var limits = TemplateLimits()
    limits.elements = elements
    limits.outputBytes = bytes
    return TestOutcome(files: ["main.html": template], limits: limits).description
  }

  @Test func namespacesAreBounded() {
    let many = "{% for i in range(9) %}{% set n = namespace(a=i) %}{{ n.a }}{% endfor %}"
    #expect(outcome(many) == "012345678")
    let more =
      "{% for i in range(9) %}{% for j in range(9) %}{% set n = namespace() %}"
      + "{% endfor %}{% endfor %}"
    #expect(outcome(more).hasPrefix("error[template-limit]"))
  }

  @Test func whatIsWrittenIsBounded() {
    #expect(outcome("{{ 'x' * 1000 }}").count == 1_000)
    #expect(outcome("{{ 'x' * 1001 }}").hasPrefix("error[template-limit]"))
    // What is made on the way counts, though nobody sees it.
    #expect(outcome("{{ ('x' * 1000) | length }}") == "1000")
    #expect(outcome("{{ ('x' * 1001) | length }}").hasPrefix("error[template-limit]"))
  }

  @Test(arguments: [
    ("{% for x in [1, 2, 3] %}{{ x }}{{ ',' if not loop.last }}{% endfor %}", "1,2,3"),
    ("{% for x in [1, 2] %}{{ loop.first }}{{ loop.last }}{% endfor %}", "TrueFalseFalseTrue"),
    ("{{ '' | default('–') }}|{{ 0 | default(1) }}|{{ '' | default('–', true) }}", "|0|–"),
    ("{{ ['b', 'C', 'a'] | sort | join }}", "abC"),
    ("{{ ['b', 'C', 'a'] | sort(case_sensitive=true) | join }}", "Cab"),
    ("{{ 999 | filesizeformat }} {{ 1000 | filesizeformat }}", "999 Bytes 1.0 kB"),
    ("{{ 1 | filesizeformat }} {{ 0 | filesizeformat }}", "1 Byte 0 Bytes"),
  ])
  func filtersAndLoopsAtTheirEdges(template: String, text: String) {
    #expect(rendered(template) == text)
  }
}
