import Foundation
import SaanTemplate
import SaanText
import TestSupport
import Testing

/// Whatever a theme's file holds, the engine ends with text or with a diagnostic that has a place.
///
/// `SAAN_FUZZ_SEED` asks for other templates; `SAAN_FUZZ_LAST` names a file that always holds the
/// template being run, for the day when one ends the process.
@Suite("Mutated templates")
struct TemplateTrials {
  private let runs = Trials.count(sample: 300, full: 100_000)
  private let seed = Trials.seed
  private let lastPath = ProcessInfo.processInfo.environment["SAAN_FUZZ_LAST"]

  @Test("mutated templates end in text or in a diagnostic with a place")
  func mutations() {
    let cases = ConformanceCase.all
    var mutator = TemplateMutator(templates: cases.flatMap { $0.files.values.sorted() }, seed: seed)
    var random = SplitMix64(state: seed ^ 0xFFFF)
    for run in 0..<runs {
      let example = cases[Int.random(in: 0..<cases.count, using: &random)]
      let template = run % 5 == 0 ? mutator.randomTemplate() : mutator.template()
      try? lastPath.map { try template.write(toFile: $0, atomically: false, encoding: .utf8) }
      var files = example.files
      files[example.main] = template
      check(
        TestOutcome(files: files, main: example.main, data: example.data, limits: .fuzzing),
        run: run, template: template)
    }
  }

  @Test("numbers far too large end in text or in a diagnostic", arguments: hostileTemplates)
  func hostile(_ template: String) {
    check(
      TestOutcome(files: ["main.html": template], limits: .fuzzing), run: 0, template: template)
  }

  @Test("what doubles with every turn is stopped", arguments: growingTemplates)
  func growing(_ template: String) {
    check(
      TestOutcome(files: ["main.html": template], limits: .fuzzing), run: 0, template: template)
  }

  /// Threads other than the main one may have no more than half a megabyte.
  @Test(
    "what nests as deeply as it may fits into a small stack", .serialized, arguments: [0, 10, 19])
  func smallStack(_ tags: Int) async {
    let all =
      TemplateMutator.deep(tags: tags, expressions: 39 - 2 * tags)
      + TemplateMutator.deep(tags: tags, expressions: 47 - 2 * tags)
    // A step that no number of kinds shares, so that the sample meets every kind of tag and of
    // expression.
    for template in Trials.sample(of: all, every: 37) {
      try? lastPath.map { try template.write(toFile: $0, atomically: false, encoding: .utf8) }
      let outcome = await withCheckedContinuation { continuation in
        let thread = Thread {
          continuation.resume(
            returning: TestOutcome(files: ["main.html": template], limits: .fuzzing))
        }
        thread.stackSize = 512 << 10
        thread.start()
      }
      check(outcome, run: 0, template: template)
    }
  }

  private func check(_ outcome: TestOutcome, run: Int, template: String) {
    guard case .diagnostics(let diagnostics) = outcome else { return }
    let isPlaced = !diagnostics.isEmpty && diagnostics.allSatisfy { $0.place != nil }
    if !isPlaced {
      Issue.record(
        "run \(run) of seed \(seed): no place\n\(outcome.description)\n\(template.debugDescription)"
      )
    }
    for diagnostic in diagnostics where diagnostic.message.en.isEmpty {
      Issue.record("run \(run) of seed \(seed): no message for \(template.debugDescription)")
    }
  }
}

/// Values and calls that double with every turn.
private let growingTemplates = [
  "{% set ns = namespace(a='x') %}{% for i in range(99) %}{% set ns.a = ns.a ~ ns.a %}{% endfor %}",
  "{% set ns = namespace(a='x') %}{% for i in range(99) %}{% set ns.a = ns.a + ns.a %}{% endfor %}",
  "{% set ns = namespace(a=[1]) %}{% for i in range(99) %}{% set ns.a = ns.a + ns.a %}{% endfor %}",
  "{% set ns = namespace(a='xx') %}{% for i in range(99) %}"
    + "{% set ns.a = ns.a|replace('x', 'xx') %}{% endfor %}",
  "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(50) }}",
]

private let hostileTemplates =
  hostileExpressions.map { "{{ \($0) }}" } + [
    "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}"
      + "{% endfor %}{% endfor %}{% endfor %}",
    "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "{% for x in [[[[1]]]] recursive %}{{ loop([x]) }}{% endfor %}",
    "{% block a %}{{ self.a() }}{% endblock %}", "{% include 'main.html' %}",
    "{% import 'main.html' as m %}", "{% extends 'main.html' %}",
    "{% set ns = namespace() %}{% set ns.me = [ns] %}{{ ns.me }}{{ ns.me|tojson }}",
    "{% set ns = namespace(a=[]) %}{% for i in range(1500) %}{% set ns.a = [ns.a] %}{% endfor %}"
      + "{{ ns.a }}{{ ns.a|tojson }}{{ ns.a == [] }}{{ ns.a|string|length }}",
    "{% set ns = namespace(a=[], b=[]) %}{% for i in range(1500) %}{% set ns.a = [ns.a] %}"
      + "{% set ns.b = [ns.b] %}{% endfor %}{{ ns.a == ns.b }}{{ ns.a < ns.b }}",
  ]

private let hostileExpressions = [
  "range(10 ** 18)|length", "range(10 ** 18)|list", "range(-10 ** 18, 10 ** 18)|last",
  "'x' * 10 ** 15",
  "[1] * 10 ** 15", "'x'|center(10 ** 15)", "'x'|center(-5)", "'x'|indent(10 ** 15, true)",
  "'x'|indent(-3, true)", "'%999999999999d'|format(1)", "'%.999999999999f'|format(1)",
  "'%99999999d'|format(1)", "'%*d'|format(10 ** 15, 1)", "'%.*f'|format(-3, 1.5)",
  "'%c'|format(10 ** 12)", "'%c'|format(-1)", "1.5|round(10 ** 9)", "1.5|round(-10 ** 9)",
  "1.5|round(400)", "1|round(-400)", "1e308|round(-308)", "1e308|int", "'nan'|float|int",
  "'inf'|float|int", "'nan'|float|round", "1e999|round", "1e999|filesizeformat",
  "'nan'|float|filesizeformat", "1e300|filesizeformat", "[1]|batch(10 ** 15, 0)|list",
  "[1]|batch(0)|list", "[1]|batch(-1)|list", "[1]|slice(10 ** 15)|list", "[1]|slice(0)|list",
  "[1]|slice(-1)|list", "'a b'|wordwrap(0)", "'a b'|wordwrap(-1)", "'a b'|truncate(-5)",
  "'a b'|truncate(0, true, '')", "'abc'|truncate(10 ** 18, true, '', 10 ** 18)",
  "'x'|replace('', 'y', 10 ** 18)",
  "'x'|replace('', 'y', -1)", "[1]|tojson(indent=10 ** 12)", "[1]|tojson(-1)", "'a.com'|urlize(-1)",
  "'12'|int(0, 99)", "'12'|int(0, -1)", "'12'|int(0, 1)", "'9' * 30|int", "('9' * 400)|float",
  "9223372036854775807 + 1", "-9223372036854775807 - 2", "(-9223372036854775807 - 1) // -1",
  "(-9223372036854775807 - 1) % -1", "(-9223372036854775807 - 1)|abs",
  "-(-9223372036854775807 - 1)",
  "9223372036854775807 * 2", "2 ** 64", "2 ** 10 ** 18", "2.0 ** 10 ** 18", "(-8) ** 0.5",
  "[1, 2][9223372036854775807]", "[1, 2][-9223372036854775807 - 1]",
  "[1, 2][-9223372036854775807 - 1::9223372036854775807]", "[1, 2][::-9223372036854775807 - 1]",
  "'abc'[9223372036854775807:-9223372036854775807]", "[9223372036854775807, 1]|sum",
  "range(0, 9223372036854775807, 9223372036854775806)|list", "range(5, 9223372036854775807)|length",
  "range(-9223372036854775807, 9223372036854775807)|length",
  "range(1, 2, -9223372036854775807)|list",
  "dict(a=1)|dictsort|list", "cycler(1).next", "lipsum(10 ** 9)", "joiner('x' * 10 ** 9)",
  "1e308 * 10", "1e308 // 1e-308", "1e308 % 1e-308", "5 // 1e-320", "0.0 ** -1", "1 / 1e-320",
  "'\\ud800'", "'\\U00110000'", "'\\N{BULLET}'", "'\\x'", "'\\u12'", "'\\777'",
  "9 is divisibleby 0",
  "(-9223372036854775807 - 1) is divisibleby -1", "[1, 'nan'|float, 0]|sort",
  "['nan'|float]|unique|list",
  "'a' in ('a' * 100000)", "'x'|attr('y' * 100000)", "'%s' % ('a',) * 100000",
]
