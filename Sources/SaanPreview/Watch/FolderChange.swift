/// What somebody did to a folder.
struct FolderChange: Sendable, Equatable {
  /// The files that were written, made, moved or removed, by their paths below the folder.
  var paths: Set<String> = []
  /// Whether more may have changed than is known by name, so that all has to be looked at.
  var isUnclear = false

  var isEmpty: Bool { paths.isEmpty && !isUnclear }

  /// Adds another that came later.
  mutating func merge(_ other: FolderChange) {
    paths.formUnion(other.paths)
    isUnclear = isUnclear || other.isUnclear
  }
}
