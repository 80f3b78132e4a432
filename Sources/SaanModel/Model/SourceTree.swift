import SaanData
import SaanFiles
import SaanImages
import SaanText

/// The site's folder as it was read: text as text, everything else as assets.
///
/// A site is loaded from it and from nothing else, so that tests make one of a dictionary and need
/// no disk. Of an asset on a disk it has the digest; the bytes are read again when it is published.
package struct SourceTree: Sendable {
  /// The text files by path.
  package private(set) var files: [String: SourceFile] = [:]
  /// The other files by path.
  package private(set) var assets: [String: Asset] = [:]
  /// The large tables that are read where the system keeps them, by path.
  package private(set) var tables: [String: DataFile] = [:]
  /// The folders that links in the site lead to, without symbolic links.
  package var linkedFolders: [String] = []
  /// The folder of the themes that came with the program, if they were read: their files are in
  /// the tree under their paths on the disk.
  package var programThemes: String?
  /// Where they were looked for in vain: the program is not installed completely.
  package var lostThemes: String?
  /// The country's places, as they came with the program.
  package var gazetteer: Gazetteer?
  /// What could not be read.
  package private(set) var diagnostics = Diagnostics()

  /// Makes an empty tree.
  package init() {}

  /// The endings of the files that are read as text.
  private static let textEndings: Set<Substring> = [
    "md", "yaml", "yml", "html", "xml", "txt", "css", "js", "csv", "tsv", "json", "svg",
  ]

  /// The paths of the text files below a folder, sorted.
  package func paths(below folder: String, ending: String) -> [String] {
    files.keys.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix("." + ending) }.sorted()
  }

  /// Adds a file that was read.
  ///
  /// - Parameter content: what is published of it; the bytes are held without it.
  package mutating func add(
    _ path: String, _ bytes: [UInt8], published content: Asset.InputBytes? = nil
  ) {
    let ending = path.split(separator: ".").last ?? ""
    let isText = Self.textEndings.contains(ending) && !isVerbatim(path)
    if isText, !Self.isTable(path), let offset = firstInvalidUTF8(in: bytes) {
      diagnostics.add(.invalidUTF8(path: path, bytes: bytes, offset: offset))
    } else if isText {
      files[path] = SourceFile(path: path, bytes: bytes)
    }
    if !isText || isPublished(path) {
      assets[path] = Asset(
        path: path, bytes: isWrittenAnew(path, bytes) ? .memory(bytes) : content ?? .memory(bytes),
        digest: Digest(of: bytes), size: bytes.count, imageSize: ImageSize(bytes),
        picture: PictureHeader(bytes))
    }
  }

  /// Adds a file as another tree has it, with what that has to say of its text.
  package mutating func takeOver(_ path: String, from other: SourceTree) {
    files[path] = other.files[path]
    assets[path] = other.assets[path]
    for found in other.diagnostics.all
    where found.code == "invalid-utf8" && found.place?.path == path { diagnostics.add(found) }
  }

  /// Puts a file in place of another, or of a large table.
  package mutating func replace(_ path: String, _ bytes: [UInt8]) {
    tables[path] = nil
    add(path, bytes)
  }

  /// Leaves out a file, as if it had never been there.
  package mutating func remove(_ path: String) { (files[path], assets[path]) = (nil, nil) }

  /// Whether there are photographs beside the articles, which programs can make smaller.
  package var hasPhotographs: Bool {
    assets.contains { $0.key.hasPrefix("content/") && $0.value.picture != nil }
  }

  /// Adds a large table that lies in memory.
  package mutating func add(table path: String, _ bytes: FileBytes) {
    tables[path] = DataFile(path: path, bytes: bytes)
  }

  /// Adds a finding about a file that could not be read.
  package mutating func add(_ diagnostic: Diagnostic) { diagnostics.add(diagnostic) }

  /// Whether the file is a table, whose reader looks at the encoding itself.
  package static func isTable(_ path: String) -> Bool {
    path.hasPrefix("content/data/") && (path.hasSuffix(".csv") || path.hasSuffix(".tsv"))
  }

  /// Whether the path is copied whatever it holds: fixed files, and what lies beside articles.
  private func isVerbatim(_ path: String) -> Bool {
    if path.hasPrefix("content/") {
      return !path.hasPrefix("content/data/") && !path.hasSuffix(".md")
    }
    return path.contains("/") && !isOfTheme(path)
      && !Self.parsedFolders.contains(where: path.hasPrefix)
  }

  /// The folders whose texts are understood.
  private static let parsedFolders = ["theme/", "archetypes/"]

  /// Whether a text file is also something that pages show: a drawing beside an article, a style
  /// sheet.
  private func isPublished(_ path: String) -> Bool {
    path.hasSuffix(".svg") || path.hasPrefix("theme/assets/")
      || (isOfTheme(path) && path.contains("/assets/"))
  }

  /// Whether it is a drawing that will be published with words in place of its calls, or without
  /// what must not be published.
  private func isWrittenAnew(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard path.lowercased().hasSuffix(".svg") else { return false }
    return bytes.withUnsafeBufferPointer { !figureCalls(in: $0).isEmpty }
      || !isOfTheme(path) && !path.hasPrefix("theme/") && CleanDrawing(bytes).isChanged
  }

  private func isOfTheme(_ path: String) -> Bool {
    path.hasPrefix("themes/") || programThemes.map { path.hasPrefix($0 + "/") } == true
  }
}

extension SourceTree {
  /// The paths of the files that are not what they were, those that are new or gone among them.
  ///
  /// Of a tree with tables that the system keeps, all of these count as changed.
  package func paths(changedSince former: SourceTree) -> Set<String> {
    var changed = Set(tables.keys).union(former.tables.keys)
    for (path, file) in files where former.files[path] != file { changed.insert(path) }
    for (path, asset) in assets where former.assets[path]?.digest != asset.digest {
      changed.insert(path)
    }
    for path in former.files.keys where files[path] == nil { changed.insert(path) }
    for path in former.assets.keys where assets[path] == nil { changed.insert(path) }
    return changed
  }
}

extension SourceTree: ExpressibleByDictionaryLiteral {
  /// Makes a tree of texts, for tests.
  package init(dictionaryLiteral elements: (String, String)...) {
    self.init()
    for (path, text) in elements { add(path, Array(text.utf8)) }
  }
}

/// The offset of the first byte that is not part of well-formed UTF-8.
private func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
  guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var offset = 0
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): offset += UTF8.width(scalar)
    case .emptyInput: return nil
    case .error: return offset
    }
  }
}
