import Foundation
import Testing

/// Templates and themes at the command line.
@Suite struct TemplateCommandTests {
  @Test func oneTemplateIsRenderedWithItsData() throws {
    let folder = try WorkFolder()
    try folder.write("card.html", "{% include 'name.html' %}: {{ tags | join(', ') }} {{ kind }}")
    try folder.write("name.html", "<b>{{ name }}</b>")
    try folder.write("card.json", #"{"name": "น่าน", "tags": ["ก", "ข"]}"#)
    let card = try folder.saan(
      "template", "render", "card.html", "--data", "card.json", "--set", "kind=<i>")
    #expect(card.output == "<b>น่าน</b>: ก, ข &lt;i&gt;")
    #expect(card.status == 0)
    let lacking = try folder.saan(
      "template", "render", "card.html", "--set", "name=x", "--lang", "en")
    #expect(lacking.status == 1)
    #expect(lacking.errors.contains("error[undefined-variable]: 'tags' is undefined"))
    #expect(lacking.errors.contains("--> card.html:1:31"))
  }

  @Test func aTemplateIsReadWithWhatItNamesAndNothingElse() throws {
    let folder = try WorkFolder()
    try folder.write("faulty.html", "{% if %}{{ x | nosuch }}")
    try folder.write("base.html", "<{% block a %}{% endblock %}>{% include 'part.html' %}")
    try folder.write("part.html", "{{ [1, 2] | sum }}")
    try folder.write("good.html", "{% extends 'base.html' %}{% block a %}{{ kind }}{% endblock %}")
    let good = try folder.saan("template", "render", "good.html", "--set", "kind=x")
    #expect(good.output == "<x>3", "\(good.errors)")
    // A name that is computed may mean any: a faulty one beside it says nothing.
    try folder.write("any.html", "{% include name %}")
    let any = try folder.saan("template", "render", "any.html", "--set", "name=part.html")
    #expect(any.output == "3", "\(any.errors)")
    try folder.write("lost.html", "{% include 'prat.html' %}")
    let lost = try folder.saan("template", "render", "lost.html", "--lang", "en")
    #expect(lost.status == 1)
    #expect(lost.errors.contains("did you mean 'part.html'?"))
  }

  @Test func aTemplateTakesFiltersAndThemeFromASite() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    try folder.write(
      "card.html",
      "{% from 'macros/text.html' import lang_attr %}{{ 1234.5 | number }} {{ site.home }}{{ lang_attr('en') }}"
    )
    let alone = try folder.saan("template", "render", "card.html", "--lang", "en")
    #expect(alone.status == 1)
    #expect(alone.errors.contains("error[unknown-filter]"))
    #expect(alone.errors.contains("sites have 'number': name the folder of one with --source"))
    let card = try folder.saan("template", "render", "card.html", "--source", "s")
    #expect(card.output == "1,234.5 /th/ lang=\"en\"", "\(card.errors)")
  }

  @Test func aMacroThatNothingCallsIsToldWithTheTheme() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    try FileManager.default.createDirectory(
      atPath: folder.path("s/theme/templates"), withIntermediateDirectories: true)
    try folder.write(
      "s/theme/templates/term.html",
      "{% macro used(x) %}{{ x.title }}{% endmacro %}{% macro idle(x) %}{{ x.titel }}{% endmacro %}{{ used(page) }}"
    )
    for (language, message) in [
      ("en", "warning[unused-macro]: nothing calls the macro 'idle', so that its fields"),
      ("th", "warning[unused-macro]: ไม่มีที่ใดเรียกแมโคร 'idle'"),
    ] {
      let check = try folder.saan("template", "check", "--source", "s", "--lang", language)
      #expect(check.status == 0)
      #expect(check.errors.contains(message), "\(check.errors)")
      #expect(!check.errors.contains("'used'"))
    }
  }

  @Test func aNewSiteIsSmallAndHasNoTheme() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    let files = try folder.contents("s")
    #expect(files.count <= 12)
    #expect(!files.keys.contains { $0.hasPrefix("themes/") })
    let text = files.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(text.contains("\n# base_url: https://example.org/"))
    for claim in ["creativecommons", "CC BY", "120", "2565", "\nbase_url"] {
      #expect(!text.contains(claim))
    }
    #expect(try folder.saan("check", "--source", "s", "--strict").status == 0)
  }

  @Test func aNewThemeChangesAnother() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    let made = try folder.saan("new", "theme", "ours", "--source", "s", "--lang", "en")
    #expect(
      made.output.split(separator: "\n") == [
        "themes/ours/theme.yaml", "themes/ours/assets/css/ours.css",
      ])
    #expect(made.errors == "to use it, write in site.yaml: theme: ours\n")
    let settings = try #require(folder.text("s/site.yaml"))
    try folder.write(
      "s/site.yaml", settings.replacingOccurrences(of: "theme: commons", with: "theme: ours"))
    let build = try folder.saan("build", "--source", "s", "--output", "o", "--strict")
    #expect(build.status == 0, "\(build.errors)")
    let home = try #require(folder.text("o/th/index.html"))
    #expect(home.components(separatedBy: "/assets/css/ours.").count == 2)
    for (words, message) in [
      (["ours"], "error[theme-exists]: there is a theme 'ours' already"),
      (["commons"], "error[theme-exists]: there is a theme 'commons' already"),
      (["ธีม"], "error[bad-theme-name]: 'ธีม' cannot be a theme's name"),
      (
        ["mine", "--extends", "comons"],
        "error[unknown-theme]: there is no theme 'comons' to extend"
      ),
    ] {
      let refused = try folder.saan(["new", "theme"] + words + ["--source", "s", "--lang", "en"])
      #expect(refused.status == 1)
      #expect(refused.errors.contains(message), "\(refused.errors)")
      let thai = try folder.saan(["new", "theme"] + words + ["--source", "s", "--lang", "th"])
      #expect(thai.errors.contains("ธีม") && !thai.errors.contains("theme '"))
    }
  }

  @Test func aCopyOfTheProgramsThemeIsToldUntilItIsGone() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    try folder.copyRepository(["themes"], to: "s")
    let equal = try folder.saan("check", "--source", "s", "--lang", "en")
    #expect(equal.status == 0)
    #expect(
      equal.errors.hasPrefix(
        """
        warning[theme-copy]: this is a copy of the program's own theme, which never gets its fixes and new parts
          --> themes/commons
           = hint: nothing in it was changed: delete the folder, and the program's theme is used

        """), "\(equal.errors)")
    try folder.write("s/themes/commons/templates/term.html", "x")
    let changed = try folder.saan("check", "--source", "s", "--lang", "th")
    #expect(changed.errors.contains("ไฟล์ที่ต่างกัน: templates/term.html"))
    // A theme of the site's own that happens to have the name is no copy.
    try FileManager.default.removeItem(atPath: folder.path("s/themes"))
    #expect(try folder.saan("check", "--source", "s", "--strict").status == 0)
  }

  @Test func theThemeIsCheckedAlone() throws {
    let folder = try WorkFolder()
    _ = try folder.saan("new", "site", "s")
    #expect(try folder.saan("template", "check", "--source", "s").status == 0)
    try FileManager.default.createDirectory(
      atPath: folder.path("s/theme/templates"), withIntermediateDirectories: true)
    try folder.write("s/theme/templates/term.html", "{{ t('al_news') }}")
    let check = try folder.saan("template", "check", "--source", "s", "--lang", "en")
    #expect(check.status == 1)
    #expect(check.errors.contains("error[missing-phrase]: the phrase 'al_news' is missing"))
    #expect(check.errors.contains("--> theme/templates/term.html:1:6"))
    #expect(check.errors.contains("did you mean 'all_news'?"))
  }
}
