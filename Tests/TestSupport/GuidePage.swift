import Foundation
import Testing

/// A page of `docs/` as a reader goes through it: its code blocks, each with what stands before.
package struct GuidePage: Sendable, CustomTestStringConvertible {
  /// The path from the root of the repository.
  package let path: String
  package let text: String
  package let blocks: [GuideBlock]

  package var testDescription: String { path }
  package var isThai: Bool { path.hasSuffix(".th.md") }

  package init(_ path: String) throws {
    self.path = path
    text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    blocks = GuideBlock.all(in: text)
  }

  /// Writes other texts into blocks, by the lines of their opening fences.
  package func replaceBlocks(_ texts: [Int: String]) throws {
    var lines = text.components(separatedBy: "\n")
    for block in blocks.reversed() {
      guard let new = texts[block.line] else { continue }
      let count = block.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      let inside = block.line..<block.line + count
      lines.replaceSubrange(
        inside,
        with: new.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
          String.init))
    }
    try lines.joined(separator: "\n").write(
      to: Self.root.appending(path: path), atomically: true, encoding: .utf8)
  }

  /// Every page that a person reads to learn something; the reference is printed by the program.
  package static func all() throws -> [GuidePage] {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "docs").path)
    return try ["README.md"].map(GuidePage.init)
      + names.sorted().filter { $0.hasSuffix(".md") && $0 != "reference.md" }
      .map { try GuidePage("docs/\($0)") }
  }

  /// This repository.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}

/// One fenced block, and what it is to its reader.
///
/// A guide needs no marks for its test. What a block is for follows from its language and from
/// what stands around it, as it does for a reader:
///
/// - `sh` is typed into the terminal; `console` as well, with `$` before what is typed and what
///   the program answers under it.
/// - `yaml`, `markdown`, `csv` and other languages of files go into the file that the paragraph
///   before names last, in backticks; without one, into the file of the block before.
/// - `text` is what the block before gives: what a command prints, or what `saan check` says of a
///   file. A file of which it says something is a mistake shown on purpose.
/// - `json` (if there is data), `jinja` and `text` right under each other are an example of the
///   template language; so are `html+jinja` and `text`, on a site.
/// - `nginx` is a server's configuration; `text` that begins with a folder is a list of files.
package struct GuideBlock: Sendable {
  package enum Kind: Sendable, Equatable {
    case commands, session, file, output, template, siteTemplate, server, folder
  }

  /// What stands after the opening fence.
  package let info: String
  package var text: String
  /// The line of the opening fence, from 1.
  package let line: Int
  /// The text since the block or heading before.
  package let prose: String
  /// `nil` when it is none of the kinds: nobody could say what to do with the block.
  package private(set) var kind: Kind?

  package var language: String { info.split(separator: " ").first.map(String.init) ?? "" }

  fileprivate static func all(in page: String) -> [GuideBlock] {
    var blocks: [GuideBlock] = []
    var open: GuideBlock?
    var prose = ""
    for (index, line) in page.components(separatedBy: "\n").enumerated() {
      let text = line.drop { $0 == " " }
      if text.hasPrefix("```") {
        if let block = open { blocks.append(block) }
        open =
          open == nil
          ? GuideBlock(info: String(text.dropFirst(3)), text: "", line: index + 1, prose: prose)
          : nil
        prose = ""
      } else if open != nil {
        open?.text += line + "\n"
      } else if line.hasPrefix("#") {
        prose = ""
      } else {
        prose += line + "\n"
      }
    }
    for index in blocks.indices { blocks[index].kind = kind(of: index, in: blocks) }
    return blocks
  }

  private init(info: String, text: String, line: Int, prose: String) {
    self.info = info
    self.text = text
    self.line = line
    self.prose = prose
  }

  private static func kind(of index: Int, in blocks: [GuideBlock]) -> Kind? {
    switch blocks[index].language {
    case "sh": return .commands
    case "console": return .session
    case "nginx": return .server
    case "html+jinja": return .siteTemplate
    case "json", "jinja": return isTemplateExample(index, in: blocks) ? .template : .file
    case "yaml", "markdown", "csv", "css", "svg", "vtt": return .file
    case "text":
      if blocks[index].text.prefix(while: { $0 != "\n" }).hasSuffix("/") { return .folder }
      switch index > 0 ? blocks[index - 1].kind : nil {
      case .template: return .template
      case .siteTemplate: return .siteTemplate
      case .commands, .file: return .output
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether blocks right under each other lead from here to the text that they give.
  private static func isTemplateExample(_ index: Int, in blocks: [GuideBlock]) -> Bool {
    let following = blocks[(index + 1)...].prefix { $0.isRightUnderTheBlockBefore }
    return following.first { !["json", "jinja"].contains($0.language) }?.language == "text"
  }

  private var isRightUnderTheBlockBefore: Bool {
    prose.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty
  }
}

extension GuideBlock {
  /// The files that the text before speaks of, in backticks, in their order.
  package var namedFiles: [String] { files(in: prose) }

  /// The file that the paragraph right before names last.
  package var namedFile: String? {
    let paragraphs = prose.trimmingCharacters(in: .newlines).components(separatedBy: "\n\n")
    return files(in: paragraphs.last ?? "").last
  }

  private func files(in text: String) -> [String] {
    text.matches(of: /`([^`\n]+)`/).map { String($0.1) }.filter { name in
      guard let dot = name.lastIndex(of: ".") else { return false }
      return Self.endings.contains(name[name.index(after: dot)...].lowercased())
        && !name.contains("…") && !name.contains("](") && !name.contains(": ")
    }
  }

  private static let endings: Set = [
    "yaml", "md", "csv", "json", "html", "css", "svg", "jpg", "jpeg", "png", "webp", "pdf", "xlsx",
    "mp3", "mp4", "vtt",
  ]
}
