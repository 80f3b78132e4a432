import SaanData
import SaanTemplate
import SaanText

/// Compiles the theme's templates and checks them all before any page is rendered.
func compileTheme(_ files: ThemeFiles, settings: Settings) -> Outcome<Theme> {
  var diagnostics = Diagnostics()
  let sources = files.templates.sorted { $0.key < $1.key }.map { name, file in
    TemplateSource(name, file)
  }
  let environment = TemplateEnvironment(
    sources: sources, filters: siteFilters, functions: siteFunctions, variables: siteVariables,
    isClosed: true, openFolders: ["shortcodes/"])
  let templates = environment.compile().value(reportingTo: &diagnostics)
  let shortcodes = files.templates.keys.filter {
    $0.hasPrefix("shortcodes/") && $0.hasSuffix(".html")
  }
  .map { String($0.dropFirst("shortcodes/".count).dropLast(".html".count)) }
  let theme = Theme(
    name: files.name, templates: templates, templateNames: files.templates.keys.sorted(),
    shortcodes: Set(shortcodes), assets: files.assets, phrases: files.phrases,
    options: files.options)
  return Outcome(theme, diagnostics)
}
