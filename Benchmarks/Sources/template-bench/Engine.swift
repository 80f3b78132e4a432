import Foundation
import Mustache
import SaanTemplate
import SaanText
import Stencil

/// Something that renders one page; templates are compiled and data is converted beforehand.
protocol Engine {
  var name: String { get }
  /// How many times faster than this engine ours must be on the reference page.
  var target: Double? { get }
  /// The page once, for comparison.
  func page() throws -> String
  /// How long it takes to render the page as UTF-8 so many times.
  func nanoseconds(pages: Int) throws -> Int
}

private func time(_ pages: Int, _ body: () throws -> Int) rethrows -> Int {
  let clock = ContinuousClock()
  var bytes = 0
  let duration = try clock.measure {
    for _ in 0..<pages { bytes &+= try body() }
  }
  precondition(bytes > 0, "a page was empty")
  let (seconds, attoseconds) = duration.components
  return Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
}

/// Ours.
struct SaanEngine: Engine {
  let name = "SaanTemplate"
  let target: Double? = nil
  private let set: TemplateSet
  private let globals: BoundGlobals
  private let variables: TemplateMap

  init(_ page: BenchPage) throws {
    let sources = try page.templates().map { TemplateSource($0.name, text: $0.text) }
    var environment = TemplateEnvironment(sources: sources)
    environment.whitespace.keepsTrailingNewline = true
    let compiled = environment.compile()
    if compiled.diagnostics.hasErrors {
      throw BenchFailure(DiagnosticPrinter().text(compiled.diagnostics))
    }
    set = compiled.value
    globals = set.bind(TemplateGlobals(language: .thai))
    variables = TemplateMap(page.data.sorted { $0.key < $1.key }.map { ($0.key, $0.value.value) })
  }

  private func render() throws -> [UInt8] {
    var bytes = [UInt8]()
    do throws(TemplateError) {
      _ = try set.render("page.html", globals: globals, variables: variables, into: &bytes)
    } catch {
      throw BenchFailure(DiagnosticPrinter().text(error.diagnostic))
    }
    return bytes
  }

  func page() throws -> String { String(decoding: try render(), as: UTF8.self) }
  func nanoseconds(pages: Int) throws -> Int { try time(pages) { try render().count } }
}

/// Stencil 0.15.1.
struct StencilEngine: Engine {
  let name = "Stencil"
  let target: Double? = 60
  private let template: Stencil.Template
  private let context: [String: Any]

  init(_ page: BenchPage) throws {
    let environment = Stencil.Environment()
    template = Stencil.Template(
      templateString: try page.text("page.stencil"), environment: environment)
    context = page.data.mapValues(\.plain)
  }

  func page() throws -> String { try template.render(context) }
  func nanoseconds(pages: Int) throws -> Int {
    try time(pages) { try template.render(context).utf8.count }
  }
}

/// swift-mustache 2.1.1.
struct MustacheEngine: Engine {
  let name = "swift-mustache"
  let target: Double? = 20
  private let template: MustacheTemplate
  private let context: [String: Any]

  init(_ page: BenchPage) throws {
    template = try MustacheTemplate(string: try page.text("page.mustache"))
    context = page.data.mapValues(\.plain)
  }

  func page() throws -> String { template.render(context) }
  func nanoseconds(pages: Int) throws -> Int {
    time(pages) { template.render(context).utf8.count }
  }
}

/// Jinja2 3.1.6, in its own process, which keeps the time itself.
struct JinjaEngine: Engine {
  let name = "Jinja2"
  let target: Double? = 3
  private let pageName: String
  private let process: JinjaProcess

  init(page: String, process: JinjaProcess) {
    pageName = page
    self.process = process
  }

  func page() throws -> String { try process.ask(pageName, pages: 0).text ?? "" }
  func nanoseconds(pages: Int) throws -> Int {
    try process.ask(pageName, pages: pages).nanoseconds ?? 0
  }
}

/// What stopped the benchmark.
struct BenchFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
