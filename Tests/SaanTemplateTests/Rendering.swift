import SaanTemplate
import SaanText

/// Renders templates for a test: the text, or the first mistake's printed form.
func rendered(
  _ files: [String: String], _ main: String = "main.html", _ variables: [String: Value] = [:],
  change: (inout TemplateEnvironment) -> Void = { _ in }, globals: TemplateGlobals = .init()
) -> String {
  let sources = files.keys.sorted().map { TemplateSource($0, text: files[$0] ?? "") }
  var environment = TemplateEnvironment(sources: sources)
  change(&environment)
  let outcome = environment.compile()
  guard !outcome.diagnostics.hasErrors else {
    return DiagnosticPrinter().text(outcome.diagnostics)
  }
  var output: [UInt8] = []
  do throws(TemplateError) {
    _ = try outcome.value.render(main, globals: globals, variables: variables, into: &output)
    return String(decoding: output, as: UTF8.self)
  } catch {
    return DiagnosticPrinter().text(error.diagnostic)
  }
}

/// Renders one template.
func rendered(_ template: String, _ variables: [String: Value] = [:]) -> String {
  rendered(["main.html": template], "main.html", variables)
}
