import SaanData
import SaanModel
import SaanPages
import SaanTemplate
import SaanText

/// Compiles the theme's templates and checks them all before any page is rendered.
func compileTheme(_ files: ThemeFiles, settings: Settings) -> Outcome<Theme> {
  var diagnostics = Diagnostics()
  var environment = TemplateEnvironment(
    sources: templateSources(files), filters: siteFilters, functions: siteFunctions,
    variables: siteVariables, shared: sharedVariables, isClosed: true,
    openFolders: ["shortcodes/"])
  environment.variables["site"] = .record(siteType(options: files.options))
  for layer in files.layers {
    for (old, new) in layer.manifest.renamed {
      environment.renamed[old] = new.value
      environment.renamed["\(layer.name)/\(old)"] = "\(layer.name)/\(new.value)"
    }
  }
  let templates = environment.compile().value(reportingTo: &diagnostics)
  let names = files.templateNames.sorted()
  let shortcodes = names.filter { $0.hasPrefix("shortcodes/") && $0.hasSuffix(".html") }
    .map { String($0.dropFirst("shortcodes/".count).dropLast(".html".count)) }
  let (own, themes) = (files.layers.last, files.layers.dropLast())
  var theme = Theme(
    name: files.name, templates: templates, templateNames: names,
    additions: (own?.templates ?? [:]).filter { file in
      !themes.contains { $0.templates[file.key] != nil }
    },
    isBroken: files.isBroken,
    written: files.layers.filter { layer in
      layer.folder == "theme" || layer.folder.hasPrefix("themes/")
    }.flatMap { layer in layer.templates.values.sorted { $0.path < $1.path } },
    shortcodes: Set(shortcodes), assets: files.assets, phrases: files.phrases,
    phraseFolder: files.phraseFolder, options: files.options)
  theme.fonts = files.fonts.sorted { $0.key < $1.key }.map(\.value)
  for layer in files.layers { theme.pictureSizes.merge(layer.manifest.pictureSizes) { $1 } }
  return Outcome(theme, files.isBroken ? Diagnostics() : diagnostics)
}

/// The nearest file under each name, and the ones behind it under the names of their themes.
///
/// `commons/page.html` is what the theme `commons` has as `page.html`, so that a nearer `page.html`
/// can extend it and change one block.
///
/// - Parameter areReserve: whether all of them only count where another template names them.
func templateSources(_ files: ThemeFiles, areReserve: Bool = false) -> [TemplateSource] {
  files.templateNames.sorted().flatMap { name in
    var sources: [TemplateSource] = []
    var aliases: [String] = []
    var hasNearer = false
    for (index, layer) in files.layers.enumerated().reversed() {
      if index < files.layers.count - 1 { aliases.append("\(layer.name)/\(name)") }
      guard let file = layer.templates[name] else { continue }
      let main = hasNearer ? aliases.removeFirst() : name
      sources.append(
        TemplateSource(main, file, aliases: aliases, isReserve: hasNearer || areReserve))
      hasNearer = true
      aliases = []
    }
    return sources
  }
}

/// `site` as the check before rendering knows it, with the options of this theme.
private func siteType(options: [ThemeOption]) -> ObjectType {
  let theme = ObjectType(
    "site.theme",
    options.map { ObjectType.Field(name: $0.name, type: $0.type, summary: $0.summary) })
  return ObjectType(
    "site",
    SiteView.table.type.fields.map { field in
      field.name == "theme"
        ? ObjectType.Field(name: field.name, type: .record(theme), summary: field.summary) : field
    })
}
