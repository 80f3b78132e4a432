public import SaanText

/// A template: the name by which others extend, include and import it, and the file it is in.
public struct TemplateSource: Sendable {
  /// The name that templates write.
  public let name: String
  /// The text, and the path that messages show.
  public let file: SourceFile
  /// Further names of the same template.
  public let aliases: [String]
  /// Whether it only counts where another template names it: if none does, nobody looks at it.
  public let isReserve: Bool

  /// Makes a template of a file.
  public init(
    _ name: String, _ file: SourceFile, aliases: [String] = [], isReserve: Bool = false
  ) {
    self.name = name
    self.file = file
    self.aliases = aliases
    self.isReserve = isReserve
  }

  /// Makes a template of a text that is in no file; messages show its name.
  public init(_ name: String, text: String) {
    self.init(name, SourceFile(path: name, text: text))
  }
}

extension TemplateSource {
  /// The names of the templates that it extends, includes or imports, as far as they are written
  /// out, and whether others are computed.
  public var references: (names: [String], areComputed: Bool) {
    var parser = Parser(file, whitespace: WhitespaceOptions())
    let outline = TemplateOutline(parser.parse())
    return (outline.references.flatMap(\.names), outline.hasComputedReferences)
  }
}

/// A template between parsing and compiling.
struct ParsedTemplate {
  let source: TemplateSource
  let tree: SyntaxTree
  let outline: TemplateOutline
  let diagnostics: Diagnostics

  init(source: TemplateSource, tree: SyntaxTree, diagnostics: Diagnostics) {
    self.source = source
    self.tree = tree
    outline = TemplateOutline(tree)
    self.diagnostics = diagnostics
  }
}
