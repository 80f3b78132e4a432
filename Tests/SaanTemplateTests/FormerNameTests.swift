import SaanTemplate
import SaanText
import Testing

/// Fields that had another name once: old templates are given the value and told the new name.
@Suite("Renamed fields")
struct FormerNameTests {
  private struct Person: TemplateObject {
    let name: String
    let home: Home

    static let table = ObjectTable<Person>(
      "person",
      [
        .init("full_name", .string, "the name", formerly: ["name", "title"]) { .string($0.name) },
        .init("home", .record(Home.self)) { Value($0.home) },
      ])
  }

  private struct Home: TemplateRecord {
    let road: String

    static let table = ObjectTable<Home>(
      "home",
      [
        .init("number", .number) { _ in .int(7) },
        .init("street", .string, formerly: ["road", "number"]) { .string($0.road) },
      ])
  }

  private static let people: [Value] = ["น้อย", "Dao"].map {
    Value(Person(name: $0, home: Home(road: "\($0) lane")))
  }

  /// What a page shows, and what is told before it is rendered and while it is.
  private struct Outcome {
    var text = ""
    var before: [Diagnostic] = []
    var during: [Diagnostic] = []
  }

  /// Renders a template that knows the type of `person`, but not that of `someone` and `people`.
  private func render(_ template: String) throws -> Outcome {
    let environment = TemplateEnvironment(
      sources: [TemplateSource("a.html", text: template)],
      variables: ["person": .object(Person.self), "someone": .any, "people": .any], isClosed: true)
    let compiled = environment.compile()
    var bytes: [UInt8] = []
    let variables = [
      "person": Self.people[0], "someone": Self.people[0], "people": .list(Self.people),
    ]
    let found = try compiled.value.render("a.html", variables: variables, into: &bytes)
    return Outcome(
      text: String(decoding: bytes, as: UTF8.self), before: compiled.diagnostics.sorted,
      during: found)
  }

  @Test("a known object is told before anything is rendered, in both languages")
  func knownObjects() throws {
    let page = try render("<p>{{ person.name }}</p>")
    #expect(page.text == "<p>น้อย</p>")
    #expect(page.during == [])
    let told = MessageLanguage.allCases.map { language in
      page.before.map { DiagnosticPrinter(language: language).text($0) }.joined()
    }
    #expect(
      told.joined() == """
        warning[renamed-field]: the field 'name' is called 'full_name' now
          --> a.html:1:14
        1 | <p>{{ person.name }}</p>
          |              ^^^^
           = hint: write 'full_name': a later version knows only that
        warning[renamed-field]: ฟิลด์ 'name' เปลี่ยนชื่อเป็น 'full_name' แล้ว
          --> a.html:1:14
        1 | <p>{{ person.name }}</p>
          |              ^^^^
           = hint: เปลี่ยนเป็น 'full_name' เพราะรุ่นต่อไปจะรู้จักเพียงชื่อนี้

        """)
  }

  @Test(
    "an old name is told once wherever it is asked for, however little is known",
    arguments: [
      "{{ person.title }}", "{{ person['title'] }}", "{{ person | attr('title') }}",
      "{{ someone.title }}", "{{ someone['title'] }}", "{{ someone | attr('title') }}",
      "{{ (someone or 1).title }}", "{{ someone[('title',)[0]] }}",
      "{% if someone.title is defined %}น้อย{% endif %}",
      "{% if person.title %}น้อย{% endif %}",
      "{{ people | map(attribute='title') | first }}",
      "{{ (people | sort(attribute='title') | last).full_name }}",
      "{{ (people | selectattr('title', 'eq', 'น้อย') | first).full_name }}",
      "{% macro m(x) %}{{ x.title }}{% endmacro %}{{ m(person) }}",
      "{% macro m(x) %}{{ x.title }}{% endmacro %}{{ m(someone) }}",
      "{% set x = people | first %}{{ x.title }}",
    ])
  func everyWay(_ template: String) throws {
    let page = try render(template)
    #expect(page.text == "น้อย")
    let found = page.before + page.during
    #expect(found.map(\.code) == ["renamed-field"], "\(found)")
    #expect(found.first?.severity == .warning)
    #expect(found.first?.place?.path == "a.html")
    #expect(found.first?.message.en.contains("'title' is called 'full_name'") == true)
  }

  @Test("records are found along a path, and each name is told")
  func paths() throws {
    for (name, isKnown) in [("person", true), ("someone", false)] {
      let page = try render("{{ \(name).home.road }} {{ \(name).home.road }}")
      #expect(page.text == "น้อย lane น้อย lane")
      #expect((isKnown ? page.before : page.during).count == 2)
      #expect((isKnown ? page.during : page.before).isEmpty)
    }
    let lanes = try render("{{ people | map(attribute='home.road') | join(', ') }}")
    #expect(lanes.text == "น้อย lane, Dao lane")
    #expect(lanes.during.map(\.message.en) == ["the field 'road' is called 'street' now"])
  }

  @Test("a place in a loop or a macro is told once, not with every turn")
  func onceEachPlace() throws {
    let page = try render(
      """
      {% macro m(x) %}{{ x.name }}{% endmacro %}
      {% for x in people %}{{ m(x) }}{{ x.name }}{{ m(x) }}{% endfor %}
      """)
    #expect(page.text.contains("น้อยน้อยน้อยDaoDaoDao"))
    let places = page.during.map { found in
      DiagnosticPrinter().text(found).split(separator: "\n").first { $0.contains("-->") } ?? ""
    }
    #expect(places == ["  --> a.html:1:20", "  --> a.html:2:35"])
  }

  @Test("names of today are told of nothing, and win over another field's old name")
  func namesOfToday() throws {
    for name in ["person", "someone"] {
      let page = try render("{{ \(name).full_name }} {{ \(name).home.number }}")
      #expect(page.text == "น้อย 7")
      #expect(page.before + page.during == [])
      #expect(try render("{{ (\(name).home or 1).number }}").during == [])
    }
  }

  @Test("a name that no field ever had is a mistake as before")
  func unknownNames() throws {
    let environment = TemplateEnvironment(
      sources: [TemplateSource("a.html", text: "{{ person.nam }}")],
      variables: ["person": .object(Person.self)], isClosed: true)
    let found = environment.compile().diagnostics.sorted
    #expect(found.map(\.code) == ["unknown-field"])
    #expect(throws: TemplateError.self) { _ = try render("{{ someone.nam }}") }
  }
}
