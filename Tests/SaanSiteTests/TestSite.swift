import SaanModel
import SaanPublish
import SaanSite
import SaanText

/// A small bilingual site in memory, for tests to add to and to break.
struct TestSite {
  var files: [String: String] = [
    "site.yaml": """
    title: {th: เว็บทดสอบ, en: Test site}
    base_url: https://example.org/
    theme: plain
    taxonomies:
      topics:
        title: {th: หัวข้อ, en: Topics}
        terms:
          housing: {th: ที่อยู่อาศัย, en: Housing}
    collections:
      news: {title: {th: ข่าว, en: News}, sort: date, group: year, per_page: 2, feed: true}

    """,
    "content/index.th.md": "---\ntitle: หน้าแรก\n---\nสวัสดี\n",
    "content/index.en.md": "---\ntitle: Home\n---\nHello\n",
    "themes/plain/theme.yaml": "name: plain\ncontract: \"1.0\"\n",
    "themes/plain/phrases/th.yaml": phrasesThai,
    "themes/plain/phrases/en.yaml": phrasesEnglish,
    "themes/plain/templates/page.html": pageTemplate,
    "themes/plain/templates/home.html": #"{% extends "page.html" %}"#,
    "themes/plain/templates/list.html":
      "<h1>{{ page.title }}</h1>{% for item in page.items %}<a href=\"{{ item.url }}\">{{ item.title }}</a>\n{% endfor %}",
    "themes/plain/templates/term.html": #"{% extends "list.html" %}"#,
    "themes/plain/templates/terms.html": "<h1>{{ page.title }}</h1>",
    "themes/plain/templates/provinces.html":
      "<h1>{{ page.title }}</h1>{% for region in site.regions + site.other_regions %}<i id=\"{{ region.slug }}\"></i>{% endfor %}",
    "themes/plain/templates/province.html":
      "<h1>{{ page.province.name }}</h1>{% for item in page.mentions %}<a href=\"{{ item.url }}\">{{ item.title }}</a>{% endfor %}",
    "themes/plain/templates/404.html": "<h1>{{ page.title }}</h1>",
    "themes/plain/templates/language-choice.html":
      "{% for language in site.languages %}<a href=\"{{ language.home }}\">{{ language.name }}</a>{% endfor %}",
    "themes/plain/templates/redirect.html":
      "<meta http-equiv=\"refresh\" content=\"0; url={{ page.url }}\"><link rel=\"canonical\" href=\"{{ page.canonical or page.url }}\">",
    "themes/plain/shortcodes/note.html": "<aside>{{ body }}</aside>",
    "themes/plain/shortcodes/figure.html": "{{ figure(args[0]).text }}",
  ]

  /// The site with more files, or with other text in those that it has.
  func with(_ more: [String: String]) -> TestSite {
    var copy = self
    copy.files.merge(more) { $1 }
    return copy
  }

  /// The site with a text replaced in one of its files.
  func replacing(_ old: String, with new: String, in path: String) -> TestSite {
    with([
      path: (files[path] ?? "").split(separator: old, omittingEmptySubsequences: false).joined(
        separator: new)
    ])
  }

  /// The site without the files whose paths begin so.
  func without(_ start: String) -> TestSite {
    var copy = self
    copy.files = files.filter { !$0.key.hasPrefix(start) }
    return copy
  }

  var tree: SourceTree {
    var tree = SourceTree()
    for (path, text) in files { tree.add(path, Self.picture(for: path) + Array(text.utf8)) }
    return tree
  }

  /// A whole picture of one point that stands before whatever a test writes into a file with such a
  /// name, for what is no picture is not published as one.
  static func picture(for path: String) -> [UInt8] {
    let mark: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    switch path.split(separator: ".").last {
    case "png":
      return mark + [0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]
        + [0, 0, 0, 0, 0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
    case "jpg":
      return [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0]
        + [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0, 0x2A, 0xFF, 0xD9]
    case "ico": return [0, 0, 1, 0]
    default: return []
    }
  }

  static let today = CalendarDate(dayNumber: 20_000)

  func options(jobs: Int = 1) -> BuildOptions { BuildOptions(today: Self.today, jobs: jobs) }

  /// Builds into memory: the outputs by path, or what stopped the line.
  func build(
    _ options: BuildOptions? = nil
  ) async throws -> (outputs: [String: String], diagnostics: Diagnostics) {
    let result = try await SaanSite.build(tree, options ?? self.options(), into: MemorySink())
    let outputs = (result.report ?? [:]).mapValues { String(decoding: $0, as: UTF8.self) }
    return (outputs, result.diagnostics)
  }

  /// What `saan check` would print, in English.
  func check() async throws -> String {
    let found = try await inspect(tree, options()).diagnostics
    return DiagnosticPrinter().text(found)
  }
}

let phrasesThai =
  "home: หน้าแรก\nprovinces_title: จังหวัด\nnot_found_title: ไม่พบหน้านี้\nundated: ไม่ระบุวันที่\nread_more: อ่านต่อ\n"
let phrasesEnglish =
  "home: Home\nprovinces_title: Provinces\nnot_found_title: Page not found\nundated: Undated\nread_more: Read more\n"

private let pageTemplate = """
  <html lang="{{ lang }}"><head>{% if page.canonical %}<link rel="canonical" href="{{ page.canonical }}">{% endif %}
  {% for a in page.alternates %}<link rel="alternate" hreflang="{{ a.hreflang }}" href="{{ a.url }}">
  {% endfor %}</head><body><h1 lang="{{ page.title_lang }}">{{ page.title }}</h1>
  {% if page.date %}<time datetime="{{ page.date | date("iso") }}">{{ page.date | date }}</time>{% endif %}
  {% if page.is_fallback %}<p class="notice">{{ page.original.lang }}</p>{% endif %}
  <article lang="{{ page.content_lang }}">{{ page.content }}</article>
  {% for t in page.translations %}<a href="{{ t.url }}" hreflang="{{ t.lang }}">{{ t.name }}</a>{% endfor %}
  </body></html>
  """
