import CCmarkGFM
import SaanText

// The blocks of cmark's tree.

extension DocumentBuilder {
  /// A node of CommonMark, entered or left.
  mutating func node(_ node: OpaquePointer, _ isStart: Bool) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: paragraph(node, isStart)
    case CMARK_NODE_HEADING: heading(node, isStart)
    case CMARK_NODE_BLOCK_QUOTE:
      quoteDepth += isStart ? 1 : -1
      if !isStart, events.last?.kind == .quoteStart { tellEmptyQuote(node) }
      events.append(Event(isStart ? .quoteStart : .quoteEnd))
    case CMARK_NODE_LIST: list(node, isStart)
    case CMARK_NODE_ITEM: item(node, isStart)
    case CMARK_NODE_CODE_BLOCK: codeBlock(node)
    case CMARK_NODE_HTML_BLOCK:
      enter(node)
      html(cmark_node_get_literal(node), .htmlBlock)
    case CMARK_NODE_THEMATIC_BREAK: events.append(Event(.thematicBreak))
    case CMARK_NODE_FOOTNOTE_DEFINITION: note(isStart)
    default: inline(node, isStart)
    }
  }

  /// Remembers the block that the following text is in.
  private mutating func enter(_ node: OpaquePointer) {
    let first = cmark_node_get_start_line(node)
    let start = places.offset(line: first, column: cmark_node_get_start_column(node))
    let end = places.end(line: max(first, cmark_node_get_end_line(node)))
    block = start..<max(start, end)
    blockStart = events.count
    hasTilde = false
    hasAt = false
    isSuspect = false
    hasNumberBesideMarks = false
  }

  private mutating func paragraph(_ node: OpaquePointer, _ isStart: Bool) {
    if isStart {
      enter(node)
      let list = cmark_node_parent(cmark_node_parent(node))
      let isTight =
        cmark_node_get_type(list) == CMARK_NODE_LIST
        && cmark_node_get_list_tight(list) == 1
      events.append(Event(.paragraphStart, detail: isTight ? Event.Detail.tight : 0))
    } else {
      finishText()
      tellFactors()
      tellLeftovers(.block)
      tellParagraph()
      finishParagraph()
    }
  }

  /// A shortcode alone needs no paragraph, an image alone is a figure.
  private mutating func finishParagraph() {
    let content = blockStart + 1..<events.count
    let tight = events[blockStart].detail
    if content.count == 1, events[content.lowerBound].kind == .shortcode {
      events[content.lowerBound].detail = Event.Detail.alone
      setAlone(Int(events[content.lowerBound].value))
      events.remove(at: blockStart)
      return
    }
    if options.figures, let first = content.first, events[first].kind == .imageStart,
      events[events.count - 1].kind == .imageEnd,
      events[content].filter({ $0.kind == .imageStart }).count == 1,
      links[Int(events[first].value)].isAllowed
    {
      events[first].kind = .figureStart
      events[events.count - 1].kind = .figureEnd
      events.remove(at: blockStart)
      return
    }
    events.append(Event(.paragraphEnd, detail: tight))
  }

  private mutating func setAlone(_ index: Int) {
    let old = shortcodes[index]
    shortcodes[index] = Shortcode(
      index: old.index, name: old.name, call: old.call, span: old.span, isBlock: true,
      body: old.body)
  }

  private mutating func heading(_ node: OpaquePointer, _ isStart: Bool) {
    let level = UInt8(clamping: cmark_node_get_heading_level(node))
    if isStart {
      enter(node)
      events.append(Event(.headingStart, detail: level, value: headings.count))
      return
    }
    finishText()
    tellFactors()
    tellLeftovers(.cell)
    if level == 1 { tell(.secondTitle(at: span(block).place)) }
    if level == 2 { tellUnderlined() }
    let custom = options.headingIDs ? takeCustomID() : nil
    let range = blockStart + 1..<events.count
    let title = PlainTextWriter.text(events: events[range], pool: pool)
    if range.isEmpty { tell(.emptyHeading(at: span(block).place)) }
    let id = ids.id(for: title, custom: custom)
    if let custom, id != custom {
      diagnostics.add(.duplicateHeadingID(custom, at: span(block).place))
    }
    headings.append(
      Heading(level: Int(level), id: id, title: title, span: span(block), events: range))
    events.append(Event(.headingEnd, detail: level))
  }

  /// Takes ` {#id}` off the end of the heading.
  private mutating func takeCustomID() -> String? {
    guard let last = events.last, last.kind == .text, last.range.count > 4,
      pool[last.range.upperBound - 1] == UInt8(ascii: "}"),
      let brace = pool[last.range].lastIndex(of: UInt8(ascii: "{")),
      pool[brace + 1] == UInt8(ascii: "#")
    else { return nil }
    let id = pool[brace + 2..<last.range.upperBound - 1]
    guard !id.isEmpty, id.allSatisfy({ !$0.isWhitespace && $0 != 0x22 }) else { return nil }
    var end = brace
    while end > last.range.lowerBound, pool[end - 1].isBlank { end -= 1 }
    if end == last.range.lowerBound {
      events.removeLast()
    } else {
      events[events.count - 1].end = Int32(end)
    }
    return String(decoding: id, as: UTF8.self)
  }

  private mutating func list(_ node: OpaquePointer, _ isStart: Bool) {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    let start = isOrdered ? Int(cmark_node_get_list_start(node)) : 1
    if isStart {
      counts.append(isOrdered ? ListCount(first: start) : nil)
    } else {
      counts.removeLast()
    }
    events.append(
      Event(
        isStart ? .listStart : .listEnd, detail: isOrdered ? Event.Detail.ordered : 0, value: start)
    )
  }

  private mutating func item(_ node: OpaquePointer, _ isStart: Bool) {
    guard isStart else { return events.append(Event(.itemEnd)) }
    countItem(node)
    var detail: UInt8 = 0
    if let name = cmark_node_get_type_string(node), name[0] == CChar(UInt8(ascii: "t")) {
      let isChecked = cmark_gfm_extensions_get_tasklist_item_checked(node)
      detail = Event.Detail.task | (isChecked ? Event.Detail.checked : 0)
    }
    events.append(Event(.itemStart, detail: detail))
  }

  private mutating func codeBlock(_ node: OpaquePointer) {
    enter(node)
    codeBlocks.append(inSource(block))
    let info = restored(cmark_node_get_fence_info(node))
    let range = restored(cmark_node_get_literal(node))
    events.append(Event(.codeBlock, value: info.count, range: info.lowerBound..<range.upperBound))
    tellCode(node, code: range)
  }

  private mutating func note(_ isStart: Bool) {
    if isStart {
      noteCount += 1
      events.append(
        Event(.noteStart, detail: noteCount == 1 ? Event.Detail.firstNote : 0, value: noteCount))
    } else {
      events.append(Event(.noteEnd, value: noteCount))
    }
  }

  /// A table, entered or left.
  mutating func table(_ node: OpaquePointer, _ isStart: Bool) {
    if isStart {
      let count = Int(cmark_gfm_extensions_get_table_columns(node))
      let pointer = cmark_gfm_extensions_get_table_alignments(node)
      alignments = (0..<count).map { pointer?[$0] ?? 0 }
      bodyRows = 0
      events.append(Event(.tableStart))
    } else {
      events.append(Event(.tableEnd, detail: bodyRows > 0 ? Event.Detail.hasBody : 0))
    }
  }

  /// A table's row, entered or left.
  mutating func row(_ node: OpaquePointer, _ isStart: Bool) {
    if isStart {
      isHeader = cmark_gfm_extensions_get_table_row_is_header(node) == 1
      column = 0
      bodyRows += isHeader ? 0 : 1
    }
    if !isStart, !isHeader {
      tellCells(of: alignments.count, line: cmark_node_get_start_line(node))
    }
    let detail = isHeader ? Event.Detail.header : 0
    events.append(Event(isStart ? .rowStart : .rowEnd, detail: detail, value: bodyRows))
  }

  /// A table's cell, entered or left.
  mutating func cell(_ node: OpaquePointer, _ isStart: Bool) {
    let header = isHeader ? Event.Detail.header : 0
    isInCell = isStart
    guard isStart else {
      finishText()
      tellFactors()
      tellLeftovers(.cell)
      events.append(Event(.cellEnd, detail: header))
      return
    }
    enterCell(node)
    let alignment = column < alignments.count ? alignments[column] : 0
    column += 1
    events.append(Event(.cellStart, detail: alignment | header))
  }

  /// Cells have no lines of their own in cmark's tree when they were completed; rows have.
  private mutating func enterCell(_ node: OpaquePointer) {
    let line = cmark_node_get_start_line(cmark_node_parent(node))
    let start = places.offset(line: line, column: 1)
    block = start..<max(start, places.end(line: line))
    blockStart = events.count
    hasTilde = false
    hasAt = false
    isSuspect = false
    hasNumberBesideMarks = false
  }
}
