import SaanModel
import SaanTemplate
import SaanText

/// What is wrong with the theme of a site, without looking at its pages.
package func checkTheme(_ tree: SourceTree) -> Diagnostics {
  var diagnostics = tree.diagnostics
  guard let settings = loadSettings(tree).value(reportingTo: &diagnostics) else {
    return diagnostics
  }
  let files = loadThemeFiles(tree, settings: settings).value(reportingTo: &diagnostics)
  let theme = compileTheme(files, settings: settings).value(reportingTo: &diagnostics)
  let languages = settings.languages
  let found =
    checkPhrases(theme, languages) + checkPhraseArguments(theme, languages) + checkAssets(theme)
    + checkMarks(theme)
    + findUnusedPhrases(theme, languages)
    + findUncalledMacros(theme, in: tree)
  for diagnostic in found { diagnostics.add(diagnostic) }
  return diagnostics
}
