import SaanModel
import SaanPublish
import SaanSite
import SaanTemplate
import SaanText
import TestSupport
import Testing

/// Every field of every object that templates can reach, read in a template on the made-up site.
///
/// What each of them says is in `Fields/`, a file to a type. A new field needs a sample in
/// `FieldSamples` that has something to say: `make golden` then writes it down.
@Suite struct FieldTests {
  /// All but those that other tests know.
  ///
  /// `loop` belongs to the template language and is tested with it; `size` is no field of anything
  /// but what `asset_size` gives, and ThemeChoiceTests know it. MediaTests and ShareCardTests know
  /// files and cards.
  private static let types = templateObjects().filter {
    !["loop", "size", "file", "card", "fitted text"].contains($0.name)
  }

  /// Fields that say nothing yet, or the same on all pages, and why.
  private static let mute: [String: String] = [
    "site.search_url": "there is no search page",
    "site.as_published": "AsPublishedTests reads it",
    "page.card": "nobody paints cards here; ShareCardTests has them",
    "page.files": "MediaTests has some",
    "change group.registers": "a release of an earlier version tells of no registers",
    "register change.name": "AsPublishedTests has one", "register change.url": "likewise",
    "register change.text": "likewise", "change group.sums": "MovedSumTests has one",
    "change.why": "likewise",
    "figure of a place.strip": "there are four provinces; PlaceLineTests has five",
    "lines of figures.has_strip": "likewise",
    "value that was not added.time": "all are of one time; PartsOfPlacesTests has one of another",
    "trend.in_points": "the only rates are of one date; PlaceLineTests has a trend of them",
    "line of figures.country_told": "PlaceLineTests has a region that tells the country's value",
    "trend.drawing": "no three values are of one producer; PlaceLineTests has a drawing",
    "indicator.compared_areas": "there are four provinces; PlaceLineTests has ten",
    "indicator.compared_codes": "likewise",
    "indicator.provinces_url": "likewise; FigureMapTests has twelve",
    "page.compared_indicators": "likewise", "page.region_tiles": "likewise",
    "tile of a region.name": "likewise", "tile of a region.province": "likewise",
    "tile of a region.region": "likewise", "tile of a region.text": "likewise",
    "tile of a region.number": "likewise", "tile of a region.shade": "likewise",
    "tile of a region.inferred": "likewise",
    "site.has_outlines": "a site has outlines or it has none; MapFunctionTests has both",
    "remark on figures.ratio": "no figure of the site is a ratio of two; RatioTests has one",
    "image.srcset": "no program makes pictures smaller here; PictureTests has them",
    "image.sources": "likewise", "image.colour": "likewise",
    "record.image": "PictureUseTests has one", "source of an image.type": "likewise",
    "source of an image.srcset": "likewise",
    "rollup.own_name": "no sum of the site counts a thing of its own; KindsOfValuesTests has one",
    "answer.silent_on": "TrackerHonestyTests has an answer that a silence followed",
    "former answer.conditions": "TrackerHonestyTests has former answers with words and conditions",
    "former answer.conditions_lang": "likewise", "former answer.form": "likewise",
    "former answer.words": "likewise", "former answer.words_lang": "likewise",
    "former answer.words_translated": "likewise",
    "figure.is_of_publication": "the values that pages show have days; SumTruthTests has one",
    "total.extent": "no total of the site has parts below zero; RegisterWordsTests has one",
    "figure of a place.rank_is_lowest": "ranks take five places; ShareAndRankTests has the lowest",
  ]

  @Test(arguments: types.map(\.name)) func fieldsSayThis(_ name: String) async throws {
    let type = try #require(Self.types.first { $0.name == name })
    let samples = try await Self.samples.value[name] ?? []
    let blocks = samples.map { sample in
      "## \(sample.place) \(sample.expression)\n"
        + sample.values.map { "\($0): \($1)\n" }.joined()
    }
    try expectGolden(
      blocks.joined(separator: "\n"),
      "Fields/\(name.split(separator: " ").joined(separator: "-")).txt")
    for field in type.fields where Self.mute["\(name).\(field.name)"] == nil {
      let values = Set(samples.compactMap { $0.values.first { $0.key == field.name }?.value })
      if case .bool = field.type {
        #expect(values == ["True", "False"], "no sample of both sides of \(name).\(field.name)")
      } else {
        #expect(
          !values.subtracting(["none", "“”", "[]", "{}"]).isEmpty,
          "no sample says anything of \(name).\(field.name): add one to FieldSamples")
      }
    }
  }

  // MARK: Reading

  private struct Sample: Sendable {
    let place: String
    let expression: String
    let values: [(key: String, value: String)]
  }

  /// The samples by the names of their types, read in one build.
  private static let samples = Task {
    var tree = Specimen.tree
    let pages = tree.paths(below: "themes/commons/templates", ending: "html")
      .map { $0.dropFirst("themes/commons/templates/".count) }.filter { !$0.contains("/") }
    for name in pages where name != "base.html" {
      tree.add("theme/templates/\(name)", Array("{% include \"fields.html\" %}".utf8))
    }
    tree.add("theme/templates/fields.html", Array(template.utf8))
    var options = Specimen.options
    options.includesDrafts = true
    let result = try await build(tree, options, readsBack: .never, into: MemorySink())
    let mistakes = result.diagnostics.all.filter { $0.severity == .error }
    #expect(DiagnosticPrinter().text(Diagnostics(mistakes)) == "")
    var found: [String: [Sample]] = [:]
    for (place, expressions) in FieldSamples.all {
      let path = place == "404" ? "404.html" : place + "index.html"
      let text = String(decoding: result.report?[path] ?? [], as: UTF8.self)
      for (expression, values) in zip(split(expressions), blocks(of: text)) {
        let type = FieldSamples.type(of: expression, among: types)?.name ?? expression
        found[type, default: []].append(
          Sample(place: place, expression: expression, values: values))
      }
    }
    return found
  }

  private static func split(_ expressions: String) -> [String] {
    expressions.split { " \n".contains($0) }.map(String.init)
  }

  private static func blocks(of text: String) -> [[(key: String, value: String)]] {
    text.split(separator: "▶\n", omittingEmptySubsequences: false).dropFirst().map { block in
      block.split(separator: "◀\n").filter { $0.contains("=") }.map { line in
        let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), plain(String(parts[1])))
      }
    }
  }

  /// The text behind HTML's escapes, on one line, with spaces that can be seen.
  private static func plain(_ text: String) -> String {
    let escapes = [
      ("&lt;", "<"), ("&gt;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&amp;", "&"),
      ("\u{A0}", "&nbsp;"), ("\u{2060}", "&NoBreak;"), ("\u{200B}", "&ZeroWidthSpace;"),
    ]
    return escapes.reduce(text.split { $0.isNewline }.joined(separator: "⏎")) {
      $0.replacing($1.0, with: $1.1)
    }
  }

  // MARK: The template

  /// Prints the objects of each page.
  private static let template = FieldSamples.all.map { place, expressions in
    let path = place == "404" ? "page.kind == \"404\"" : "page.url == \"/below/\(place)\""
    let blocks = split(expressions).map { expression in
      let fields = FieldSamples.type(of: expression, among: types)?.fields ?? []
      return "▶\n"
        + fields.map { "\($0.name)=\(value($0.type, "\(expression).\($0.name)"))◀\n" }.joined()
    }
    return "{% if \(path) %}\n\(blocks.joined()){% endif %}"
  }.joined()

  /// Prints a value: texts in quotes, objects by what tells them from others.
  private static func value(_ type: ValueType, _ expression: String) -> String {
    let x = expression
    switch type {
    case .bool, .number, .any, .nothing, .oneOf:
      return "{% if \(x) is none %}none{% else %}{{ \(x) }}{% endif %}"
    case .string: return "{% if \(x) is none %}none{% else %}“{{ \(x) }}”{% endif %}"
    case .html:
      return "{% if \(x) is none %}none{% else %}“{{ \(x) | striptags | truncate(160, true) }}”"
        + "{{ \(x) | string | length }}{% endif %}"
    case .list(let element):
      return "[{% for x in \(x) %}\(value(element, "x")){% if not loop.last %}, {% endif %}"
        + "{% endfor %}]"
    case .map(let element):
      return "{ {%- for key, x in \(x) | dictsort %} {{ key }}: \(value(element, "x"))"
        + "{% if not loop.last %},{% endif %}{% endfor %} }"
    case .described(let described):
      let type = described()
      let names = [
        "permalink", "anchor", "id", "code", "hreflang", "lang", "url", "number", "name", "title",
        "src", "text", "total", "cause", "reason",
      ]
      let known = names.first { name in type.fields.contains { $0.name == name } }
      let first = type.fields[0]
      let told = known.map { "{{ \(x).\($0) }}" } ?? value(first.type, "\(x).\(first.name)")
      return "{% if \(x) %}\(type.name) \(told){% else %}none{% endif %}"
    }
  }
}
