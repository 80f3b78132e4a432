import SaanFiles
import SaanText

/// What a former build wrote: the paths that are ours to change and to remove.
///
/// It lies in the output directory as a text file. The first line has the version, the build's
/// fingerprint and its marks. Then comes a line per output: digest, size, path, after the word
/// `preview` where no build but previews ever published it; a line for each folder that was there
/// before anything was published into it: `folder`, path, or `.` for the output directory itself;
/// and for each address that nothing answers now: `gone`, path, digest of the page's title. The
/// last line counts the outputs, lest a list that was cut short pass for a small site's. The file
/// goes to the web server with the others, so no words of a page stand in it.
package struct Manifest: Sendable, Equatable {
  /// The manifest's name in the output directory.
  package static let fileName = ".saan-manifest"
  /// The version that is written; version 2 had neither marks nor folders, version 3 no count, and
  /// both are read as well.
  static let version = 4

  /// One output.
  package struct Entry: Sendable, Equatable {
    package let digest: Digest
    package let size: Int
  }

  /// What a folder may hold that is not for everybody yet.
  package enum Mark: String, Sendable, CaseIterable { case drafts, future }

  /// A line that says nothing.
  package struct BadLine: Sendable, Equatable {
    /// Counted from 1.
    package let number: Int
    package let problem: Problem

    package enum Problem: Sendable { case unreadable, outside, twice }
  }

  package private(set) var entries: [String: Entry] = [:]
  /// The outputs that nobody has seen but who looked at a preview.
  package private(set) var previews: Set<String> = []
  /// The outputs that were published once and that nothing stands for since, with the titles of the
  /// pages that they were.
  package private(set) var gone: [String: TitleMark] = [:]
  /// The folders that a build published into without having made them.
  package private(set) var folders: Set<String> = []
  /// What the outputs were made of, where the same build need not be made again.
  package private(set) var fingerprint: BuildFingerprint?
  package private(set) var marks: Set<Mark> = []
  /// The lines that were left out.
  package private(set) var badLines: [BadLine] = []
  /// Whether lines are missing: files that they named count as foreign.
  package private(set) var isCutShort = false

  /// Makes a manifest.
  package init(
    _ entries: [String: Entry] = [:], folders: Set<String> = [],
    fingerprint: BuildFingerprint? = nil, marks: Set<Mark> = [], previews: Set<String> = [],
    gone: [String: TitleMark] = [:]
  ) {
    self.entries = entries
    self.previews = previews
    self.gone = gone
    self.folders = folders
    self.fingerprint = fingerprint
    self.marks = marks
  }

  /// Reads a manifest's bytes; lines that cannot be read are in `badLines`, their files count as
  /// foreign.
  ///
  /// - Returns: `nil` when it is of a version that this program does not know.
  package init?(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    guard let head = lines.popFirst(), let version = readHead(Self.withoutReturn(head)) else {
      return nil
    }
    entries.reserveCapacity(lines.count)
    var count: Int?
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let line = Self.withoutReturn(line)
      if line.starts(with: Self.countWord.utf8) {
        count = Self.number(line.dropFirst(Self.countWord.utf8.count))
      } else if let problem = read(line) {
        badLines.append(BadLine(number: index + 2, problem: problem))
      }
    }
    isCutShort = version > 3 && (count.map { $0 > entries.count + badLines.count } ?? true)
    // What is not listed may not be there.
    if isCutShort || !badLines.isEmpty { fingerprint = nil }
  }

  /// How the last line begins.
  private static let countWord = "outputs "

  /// Version control may have given every line the ending that another system likes.
  private static func withoutReturn(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }

  /// Reads the first line.
  ///
  /// - Returns: the version; `nil` when this program does not know it.
  private mutating func readHead(_ line: ArraySlice<UInt8>) -> Int? {
    let words = line.split(separator: UInt8(ascii: " "))
    guard words.count >= 2, words[0].elementsEqual("saan-manifest".utf8),
      let version = Self.number(words[1]), 2...Self.version ~= version
    else { return nil }
    for word in words.dropFirst(2) {
      if let read = BuildFingerprint(word) {
        fingerprint = read
      } else if let mark = Mark(rawValue: String(decoding: word, as: UTF8.self)) {
        marks.insert(mark)
      } else {
        return nil
      }
    }
    return version
  }

  private mutating func read(_ line: ArraySlice<UInt8>) -> BadLine.Problem? {
    let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 1)
    guard parts.count == 2 else { return .unreadable }
    if parts[0].elementsEqual("folder".utf8) {
      guard let path = String(validating: parts[1], as: UTF8.self) else { return .unreadable }
      guard path == "." || Self.isBelow(path) else { return .outside }
      folders.insert(path)
      return nil
    }
    if parts[0].elementsEqual("gone".utf8) { return readGone(parts[1]) }
    let isPreview = parts[0].elementsEqual("preview".utf8)
    return readEntry(isPreview ? parts[1] : line, isPreview: isPreview)
  }

  private mutating func readEntry(_ line: ArraySlice<UInt8>, isPreview: Bool) -> BadLine.Problem? {
    let parts = line.split(
      separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let digest = Digest(parts[0]), let size = Self.number(parts[1]),
      let path = String(validating: parts[2], as: UTF8.self)
    else { return .unreadable }
    guard Self.isBelow(path) else { return .outside }
    if entries[path] != nil { return .twice }
    entries[path] = Entry(digest: digest, size: size)
    if isPreview { previews.insert(path) }
    return nil
  }

  /// Reads a path and, behind a tab, the mark of a title or, of an older program, the title itself.
  private mutating func readGone(_ line: ArraySlice<UInt8>) -> BadLine.Problem? {
    guard let text = String(validating: line, as: UTF8.self) else { return .unreadable }
    let path = String(text.prefix { $0 != "\t" })
    guard Self.isBelow(path) else { return .outside }
    let title = text.dropFirst(path.count + 1)
    let mark = TitleMark(written: title)
    gone[path] = mark
    // What stands is made again, so that the title goes from the file.
    if mark.written != title { fingerprint = nil }
    return nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// Whether a path names something below the output directory, by plain names all the way.
  package static func isBelow(_ path: String) -> Bool {
    guard (1..<4096).contains(path.utf8.count), path != fileName,
      path != OutputFolder.innerStaging, !path.hasPrefix(OutputFolder.innerStaging + "/")
    else { return false }
    // Every output passes here more than once.
    var path = path
    return path.withUTF8 { bytes in
      var start = 0
      for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "/") {
        let isDots = end - start <= 2 && bytes[start..<end].allSatisfy { $0 == 0x2E }
        if isDots { return false }
        start = end + 1
      }
      return !bytes.contains(0)
    }
  }

  /// The folders that the paths lie in, all the way up.
  static func folders(of paths: some Sequence<String>) -> Set<String> {
    var found: Set<String> = []
    for path in paths {
      var folder = FilePath.parent(of: path)
      while folder != ".", found.insert(folder).inserted {
        folder = FilePath.parent(of: folder)
      }
    }
    return found
  }

  /// What the list itself has wrong.
  func mistakes(in path: String) -> [Diagnostic] {
    badLines.map { .badManifestLine($0, in: path) }
      + (isCutShort ? [.shortManifest(path)] : [])
  }

  /// The manifest with more folders that were there before anything was published into them.
  func adding(_ more: Set<String>) -> Manifest {
    var copy = self
    copy.folders.formUnion(more)
    return copy
  }

  /// The manifest's text, in the order of the paths.
  package var text: String {
    let head =
      ["saan-manifest \(Self.version)", fingerprint?.digest.description].compactMap { $0 }
      + Mark.allCases.filter(marks.contains).map(\.rawValue)
    let lines = entries.sorted { $0.key < $1.key }.map { path, entry in
      "\(previews.contains(path) ? "preview " : "")\(entry.digest.description) \(entry.size) \(path)"
    }
    let missing = gone.sorted { $0.key < $1.key }.map { "gone \($0)\t\($1.written)" }
    return
      ([head.joined(separator: " ")] + folders.sorted().map { "folder \($0)" } + missing + lines
      + ["\(Self.countWord)\(entries.count)"]).joined(separator: "\n") + "\n"
  }
}
