/// The arrows between the files of one target: who uses what another declares.
///
/// A name counts where only one file can be meant by it. What stands in types counts where its
/// name has two words at least and no other file of the program declares the same, for `count` is
/// everybody's.
struct FolderArrows {
  struct Arrow {
    let from: String
    let to: String
    var names: [String]
    /// Whether a type or function is used, not only what stands in one.
    var isOfTypes: Bool
  }

  /// The paths in the target, sorted.
  let files: [String]
  private(set) var arrows: [Arrow] = []

  /// - Parameter spread: in how many files of the program each name is declared.
  init(_ files: [(path: String, names: Names)], spread: [Names.Key: Int]) {
    self.files = files.map(\.path)
    var owners: [Names.Key: (file: Int, name: String, level: Names.Level)] = [:]
    for (index, file) in files.enumerated() {
      for declared in file.names.declared
      where declared.isSeen && Self.counts(declared, spread[declared.key] ?? 0) {
        owners[declared.key] = (index, declared.name, declared.level)
      }
    }
    for (index, file) in files.enumerated() {
      var own: [Int: Arrow] = [:]
      for (key, use) in file.names.used {
        guard let owner = owners[key], owner.file != index,
          !use.isDisjoint(with: Self.use(of: owner.level))
        else { continue }
        let isOfTypes = owner.level != .member
        var arrow =
          own[owner.file]
          ?? Arrow(from: file.path, to: files[owner.file].path, names: [], isOfTypes: false)
        arrow.names.append(owner.name)
        arrow.isOfTypes = arrow.isOfTypes || isOfTypes
        own[owner.file] = arrow
      }
      arrows += own.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  /// In how many of the files each name is declared, seen by others or not.
  static func spread(of files: [Names]) -> [Names.Key: Int] {
    files.reduce(into: [:]) { spread, names in
      for key in Set(names.declared.map(\.key)) { spread[key, default: 0] += 1 }
    }
  }

  private static func counts(_ declared: Names.Declaration, _ spread: Int) -> Bool {
    switch declared.level {
    case .type: true
    case .function: spread == 1
    case .member:
      spread == 1 && !standard.contains(declared.name)
        && declared.name.dropFirst().contains(where: \.isUppercase)
    }
  }

  private static func use(of level: Names.Level) -> Names.Use {
    switch level {
    case .type: .alone
    case .function: .called
    case .member: .member
    }
  }

  /// What the standard library declares as well.
  private static let standard: Set<String> = [
    "allCases", "endIndex", "firstIndex", "hashValue", "isEmpty", "makeIterator", "rawValue",
    "removeAll", "startIndex", "withUTF8", "withUnsafeBufferPointer",
  ]

  // MARK: - Circles

  /// The folder of a file, `.` for the target's own.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// Sentences about folders that stand in a circle, with the files and names that make it.
  var folderCircles: [String] {
    let pairs = arrows.map { (Self.folder(of: $0.from), Self.folder(of: $0.to)) }
    return circles(in: pairs.filter { $0.0 != $0.1 }).map { circle in
      let guilty = arrows.filter {
        let (from, to) = (Self.folder(of: $0.from), Self.folder(of: $0.to))
        return from != to && circle.contains(from) && circle.contains(to)
      }
      return "the folders \(circle.joined(separator: ", ")) use each other: let one be the ground"
        + " of the others\n" + guilty.map(Self.line).joined(separator: "\n")
    }
  }

  /// Sentences about more than three files whose types and functions use each other.
  var fileCircles: [String] {
    let pairs = arrows.filter(\.isOfTypes).map { ($0.from, $0.to) }
    return circles(in: pairs).filter { $0.count > 3 }.map { circle in
      let guilty = arrows.filter {
        $0.isOfTypes && circle.contains($0.from) && circle.contains($0.to)
      }
      return "\(circle.count) files use each other: part what they are from what reads it\n"
        + guilty.map(Self.line).joined(separator: "\n")
    }
  }

  /// Sentences about folders that hold too much.
  var fullFolders: [String] {
    Dictionary(grouping: files, by: Self.folder).filter { $0.value.count > 20 }
      .sorted { $0.key < $1.key }
      .map { "the folder \($0.key) has \($0.value.count) files: split it at 20 by what they do" }
  }

  private static func line(_ arrow: Arrow) -> String {
    "  \(arrow.from) uses \(arrow.names.sorted().prefix(4).joined(separator: ", ")) of \(arrow.to)"
  }
}

/// The groups of things that lead to each other, each sorted.
private func circles(in pairs: [(from: String, to: String)]) -> [[String]] {
  var rest = pairs
  // What nothing leads to, or what leads to nothing, is in no circle.
  while true {
    let (from, to) = (Set(rest.map(\.from)), Set(rest.map(\.to)))
    let left = rest.filter { to.contains($0.from) && from.contains($0.to) }
    if left.count == rest.count { break }
    rest = left
  }
  let next = Dictionary(grouping: rest, by: \.from).mapValues { Set($0.map(\.to)) }
  let reached = next.mapValues { first in
    var (seen, waiting) = (first, Array(first))
    while let node = waiting.popLast() {
      for other in next[node] ?? [] where seen.insert(other).inserted { waiting.append(other) }
    }
    return seen
  }
  var told: Set<String> = []
  return reached.keys.sorted().compactMap { node in
    let circle = reached[node, default: []].filter { reached[$0]?.contains(node) == true }
    guard circle.count > 1, !told.contains(node) else { return nil }
    told.formUnion(circle)
    return circle.sorted()
  }
}
