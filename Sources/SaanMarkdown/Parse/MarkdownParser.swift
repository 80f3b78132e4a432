import CCmarkGFM
import SaanText

/// What cmark-gfm gives its extensions when they are registered, once in a process.
private struct Extensions: Sendable {
  let table: UInt32
  let row: UInt32
  let cell: UInt32

  init() {
    cmark_gfm_core_extensions_ensure_registered()
    // The kinds of nodes are numbered when they are registered, so a table is asked for its own.
    let parser = Self.makeParser(validatesUTF8: false)
    defer { cmark_parser_free(parser) }
    let sample = "|a|\n|-|\n"
    cmark_parser_feed(parser, sample, sample.utf8.count)
    let root = cmark_parser_finish(parser)
    defer { cmark_node_free(root) }
    let first = cmark_node_first_child(root)
    table = cmark_node_get_type(first).rawValue
    row = cmark_node_get_type(cmark_node_first_child(first)).rawValue
    cell = cmark_node_get_type(cmark_node_first_child(cmark_node_first_child(first))).rawValue
  }

  /// A parser with the extensions that work on blocks.
  ///
  /// Those that work inside lines (strikethrough, autolink) must never be attached: cmark-gfm
  /// then writes to tables that all its parsers share, so parsers in several threads
  /// would see each other's marks come and go.
  static func makeParser(validatesUTF8: Bool) -> OpaquePointer? {
    let options = CMARK_OPT_FOOTNOTES | (validatesUTF8 ? CMARK_OPT_VALIDATE_UTF8 : 0)
    let parser = cmark_parser_new(options)
    for name in ["table", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    return parser
  }
}

private let extensions = Extensions()

/// Walks through cmark's tree of the text, and frees it: nothing of C remains.
func readTree(of bytes: [UInt8], into builder: inout DocumentBuilder) {
  let kinds = extensions
  let isValid = (try? UTF8Span(validating: bytes.span)) != nil
  let parser = Extensions.makeParser(validatesUTF8: !isValid)
  defer { cmark_parser_free(parser) }
  bytes.withUnsafeBytes { buffer in
    cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
  }
  let root = cmark_parser_finish(parser)
  defer { cmark_node_free(root) }
  let iterator = cmark_iter_new(root)
  defer { cmark_iter_free(iterator) }
  while true {
    let event = cmark_iter_next(iterator)
    if event == CMARK_EVENT_DONE { return }
    guard let node = cmark_iter_get_node(iterator) else { return }
    let isStart = event == CMARK_EVENT_ENTER
    switch cmark_node_get_type(node).rawValue {
    case kinds.table: builder.table(node, isStart)
    case kinds.row: builder.row(node, isStart)
    case kinds.cell: builder.cell(node, isStart)
    default: builder.node(node, isStart)
    }
  }
}
