import Foundation
import SaanModel
import SaanPages
import SaanPublish
import SaanSite
import SaanText
import TestSupport
import Testing

/// The site in `Specimen/` with the theme that Saan comes with: one of everything, made up.
enum Specimen {
  /// The day that counts as today.
  static let today = CalendarDate(iso: "2024-10-04") ?? TestSite.today
  static let options = BuildOptions(today: today, jobs: 2)

  /// The site's files and the theme's.
  static let tree: SourceTree = {
    var tree = SourceTree()
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    add(tests.appending(path: "Specimen"), as: "", to: &tree)
    add(tests.appending(path: "../../themes/commons"), as: "themes/commons/", to: &tree)
    return tree
  }()

  static func add(_ folder: URL, as prefix: String, to tree: inout SourceTree) {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    for path in paths.sorted() {
      guard let bytes = FileManager.default.contents(atPath: folder.appending(path: path).path)
      else { continue }
      tree.add(prefix + path, Array(bytes))
    }
  }

  /// The theme alone, with other files.
  static func commons(_ files: [String: String]) -> SourceTree {
    var tree = SourceTree()
    for (path, file) in Self.tree.files where path.hasPrefix("themes/") {
      tree.add(path, file.bytes)
    }
    for (path, asset) in Self.tree.assets where path.hasPrefix("themes/") {
      if tree.files[path] == nil, let bytes = try? asset.read() { tree.add(path, bytes) }
    }
    for (path, text) in files { tree.add(path, Array(text.utf8)) }
    return tree
  }

  private static let building = Task {
    let result = try await build(tree, options, into: MemorySink())
    #expect(DiagnosticPrinter().text(result.diagnostics) == "")
    let outputs = (result.report ?? [:]).mapValues { String(decoding: $0, as: UTF8.self) }
    return (outputs: outputs, kinds: Set((result.plan?.jobs ?? []).map(\.kind)))
  }

  /// Every output by its path, built once for all tests.
  static var outputs: [String: String] {
    get async throws { try await building.value.outputs }
  }

  /// The kinds of everything that is published.
  static var kinds: Set<String> { get async throws { try await building.value.kinds } }

  /// The site rendered with one template in place of another.
  static func rendered(_ path: String, template: String, as text: String) async throws -> String {
    var tree = tree
    tree.add("theme/templates/\(template)", Array(text.utf8))
    let result = try await build(tree, options, into: MemorySink())
    guard let bytes = result.report?[path] else {
      return DiagnosticPrinter().text(result.diagnostics)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// This repository's own site, with what comes with the program.
func readRepository() async throws -> SourceTree {
  let root = GuidePage.root.path
  return try await readTree(at: root, jobs: 2, programThemes: .folder("\(root)/themes"))
}
