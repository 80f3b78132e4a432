/// The targets of Package.swift and what each says that it depends on.
struct PackageManifest {
  struct Target {
    let name: String
    /// The folder of its files.
    let folder: String
    /// Whether it is a program, which others may need built without importing it.
    let isProgram: Bool
    let dependencies: [String]
  }

  let targets: [Target]

  init(_ text: String) {
    let starts = text.ranges(of: /\.(?:target|testTarget|executableTarget)\(/)
    targets = zip(starts, starts.dropFirst().map(\.lowerBound) + [text.endIndex]).compactMap {
      start, end in
      let kind = text[start]
      let body = text[start.upperBound..<end]
      guard let name = body.firstMatch(of: /name: "(\w+)"/)?.1 else { return nil }
      let listed = body.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.1 ?? ""
      let root = kind.contains("test") ? "Tests" : "Sources"
      return Target(
        name: String(name),
        folder: body.firstMatch(of: /path: "([^"]+)"/).map { String($0.1) } ?? "\(root)/\(name)",
        isProgram: kind.contains("executable"),
        dependencies: listed.replacing(/, package: "\w+"/, with: "").matches(of: /"(\w+)"/).map {
          String($0.1)
        })
    }
  }

  /// The modules that a target's files may import beside those of the system.
  func dependencies(of target: String) -> [String]? {
    targets.first { $0.name == target }?.dependencies
  }

  /// Sentences about dependencies that no file of their target imports.
  func unused(_ files: [(path: String, imports: Set<String>)]) -> [String] {
    let programs = Set(targets.filter(\.isProgram).map(\.name))
    return targets.flatMap { target in
      let imported = files.filter { $0.path.hasPrefix(target.folder + "/") }
        .reduce(into: Set<String>()) { $0.formUnion($1.imports) }
      return target.dependencies.filter { !imported.contains($0) && !programs.contains($0) }.map {
        "Package.swift: no file of \(target.name) imports \($0): take it out of its dependencies"
      }
    }
  }

  /// Sentences about rows of the map's table of targets that say something else.
  func differences(from map: String) -> [String] {
    let rows = map.split(separator: "\n").filter { $0.hasPrefix("| `") }
    return targets.filter { $0.folder.hasPrefix("Sources/") }.compactMap { target in
      guard let row = rows.first(where: { $0.hasPrefix("| `\(target.name)/` |") }) else {
        return "ARCHITECTURE.md: the table of targets has no row for \(target.name)"
      }
      let said = (row.split(separator: "|").last ?? "").matches(of: /\w+/).map {
        String($0.0)
      }
      let isEmpty = target.dependencies.isEmpty && said == ["standard", "library"]
      guard !isEmpty, Set(said) != Set(target.dependencies) else { return nil }
      return
        "ARCHITECTURE.md: \(target.name) imports \(target.dependencies.joined(separator: ", "))"
        + ", not \(said.joined(separator: ", "))"
    }
  }
}
