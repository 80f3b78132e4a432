import SaanText

// The blocks' HTML.

extension HTMLWriter {
  /// Writes the beginning or the end of a block.
  mutating func block(_ event: Event, _ index: Int, _ output: inout [UInt8]) {
    switch event.kind {
    case .paragraphStart, .paragraphEnd: paragraph(event, index, &output)
    case .headingStart: headingStart(event, &output)
    case .headingEnd:
      output.append("</h")
      output.append(number: Int(event.detail))
      output.append(">\n")
    case .quoteStart:
      newLine(&output)
      output.append("<blockquote>\n")
    case .quoteEnd:
      newLine(&output)
      output.append("</blockquote>\n")
    case .listStart: listStart(event, &output)
    case .listEnd:
      let isOrdered = event.detail == Event.Detail.ordered
      if isOrdered { output.append("</ol>\n") } else { output.append("</ul>\n") }
    case .itemStart: itemStart(event, &output)
    case .itemEnd: output.append("</li>\n")
    case .codeBlock: codeBlock(event, &output)
    case .htmlBlock: htmlBlock(event, &output)
    case .thematicBreak:
      newLine(&output)
      output.append("<hr />\n")
    case .noteStart: noteStart(event, &output)
    case .noteEnd:
      if !noteHasBackLink {
        backLinks(&output)
        output.append(0x0A)
      }
      output.append("</li>\n")
    default: table(event, index, &output)
    }
  }

  private mutating func paragraph(_ event: Event, _ index: Int, _ output: inout [UInt8]) {
    guard event.detail != Event.Detail.tight else { return }
    paragraphState = event.kind == .paragraphStart ? .open : .none
    if event.kind == .paragraphStart {
      newLine(&output)
      return output.append("<p>")
    }
    let next = index + 1
    if note > 0, next < document.events.count, document.events[next].kind == .noteEnd {
      output.append(0x20)
      backLinks(&output)
      noteHasBackLink = true
    }
    output.append("</p>\n")
  }

  private func headingStart(_ event: Event, _ output: inout [UInt8]) {
    newLine(&output)
    output.append("<h")
    output.append(number: Int(event.detail))
    if options.headingIDs {
      output.append(" id=\"")
      output.appendText(document.outline[Int(event.value)].id)
      output.append(0x22)
    }
    output.append(UInt8(ascii: ">"))
  }

  private func listStart(_ event: Event, _ output: inout [UInt8]) {
    newLine(&output)
    guard event.detail == Event.Detail.ordered else { return output.append("<ul>\n") }
    output.append("<ol")
    if event.value != 1 {
      output.append(" start=\"")
      output.append(number: Int(event.value))
      output.append(0x22)
    }
    output.append(">\n")
  }

  private func itemStart(_ event: Event, _ output: inout [UInt8]) {
    newLine(&output)
    output.append("<li>")
    guard event.detail & Event.Detail.task != 0 else { return }
    if event.detail & Event.Detail.checked != 0 {
      output.append("<input type=\"checkbox\" checked=\"\" disabled=\"\" /> ")
    } else {
      output.append("<input type=\"checkbox\" disabled=\"\" /> ")
    }
  }

  private func codeBlock(_ event: Event, _ output: inout [UInt8]) {
    newLine(&output)
    let middle = event.range.lowerBound + Int(event.value)
    let info = document.pool[event.range.lowerBound..<middle]
    // What scrolls is reached by keyboard.
    let isReached = options.tableLabel != nil
    output.append(isReached ? "<pre tabindex=\"0\">" : "<pre>")
    if info.isEmpty {
      output.append("<code>")
    } else {
      output.append("<code class=\"language-")
      let end = info.firstIndex { $0.isWhitespace } ?? middle
      escape(event.range.lowerBound..<end, &output)
      output.append("\">")
    }
    escape(middle..<event.range.upperBound, &output)
    output.append("</code></pre>\n")
  }

  private func htmlBlock(_ event: Event, _ output: inout [UInt8]) {
    newLine(&output)
    guard !options.rawHTML else {
      return output.append(contentsOf: document.pool[event.range])
    }
    output.append("<p>")
    var end = event.range.upperBound
    while end > event.range.lowerBound, document.pool[end - 1].isWhitespace { end -= 1 }
    escape(event.range.lowerBound..<end, &output)
    output.append("</p>\n")
  }

  // MARK: Footnotes

  /// Writes the number that leads to a footnote.
  mutating func noteReference(_ event: Event, _ output: inout [UInt8]) {
    let count = (references[event.value] ?? 0) + 1
    references[event.value] = count
    output.append("<sup class=\"footnote-ref\"><a href=\"#")
    noteID("fn-", Int(event.value), &output)
    output.append("\" id=\"")
    noteID("fnref-", Int(event.value), &output)
    if count > 1 {
      output.append(UInt8(ascii: "-"))
      output.append(number: count)
    }
    output.append("\">")
    output.append(number: Int(event.value))
    output.append("</a></sup>")
  }

  private func noteID(_ kind: StaticString, _ number: Int, _ output: inout [UInt8]) {
    output.appendText(options.idPrefix)
    output.append(kind)
    output.append(number: number)
  }

  private mutating func noteStart(_ event: Event, _ output: inout [UInt8]) {
    newLine(&output)
    if event.detail == Event.Detail.firstNote {
      output.append("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n")
    }
    note = event.value
    noteHasBackLink = false
    output.append("<li id=\"")
    noteID("fn-", Int(event.value), &output)
    output.append("\">\n")
  }

  private func backLinks(_ output: inout [UInt8]) {
    for count in 1...max(1, references[note] ?? 1) {
      if count > 1 { output.append(0x20) }
      output.append("<a href=\"#")
      noteID("fnref-", Int(note), &output)
      if count > 1 {
        output.append(UInt8(ascii: "-"))
        output.append(number: count)
      }
      output.append("\" class=\"footnote-backref\" aria-label=\"")
      output.appendText(options.backLinkLabel)
      output.append(0x20)
      output.append(number: Int(note))
      if count > 1 {
        output.append(UInt8(ascii: "-"))
        output.append(number: count)
      }
      output.append("\">↩</a>")
    }
  }

  // MARK: Tables

  private mutating func table(_ event: Event, _ index: Int, _ output: inout [UInt8]) {
    let isHeader = event.detail & Event.Detail.header != 0
    switch event.kind {
    case .tableStart:
      newLine(&output)
      if let label = options.tableLabel {
        output.append("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
        tables += 1
        output.appendText("\(label) \(tables)")
        output.append("\">\n")
      }
      output.append("<table>")
    case .tableEnd:
      if event.detail == Event.Detail.hasBody { output.append("</tbody>\n") }
      output.append("</table>\n")
      if options.tableLabel != nil { output.append("</div>\n") }
    case .rowStart:
      newLine(&output)
      if isHeader { output.append("<thead>\n") }
      if event.value == 1, !isHeader { output.append("<tbody>\n") }
      output.append("<tr>")
    case .rowEnd:
      newLine(&output)
      output.append("</tr>\n")
      if isHeader { output.append("</thead>\n") }
    case .cellStart: cellStart(event, isHeader, &output)
    case .cellEnd:
      if isHeader { output.append("</th>") } else { output.append("</td>") }
    default: break
    }
  }

  private func cellStart(_ event: Event, _ isHeader: Bool, _ output: inout [UInt8]) {
    newLine(&output)
    if isHeader { output.append("<th") } else { output.append("<td") }
    if isHeader, !options.isPlain { output.append(" scope=\"col\"") }
    let name: StaticString?
    switch event.detail & ~Event.Detail.header {
    case UInt8(ascii: "l"): name = "left"
    case UInt8(ascii: "c"): name = "center"
    case UInt8(ascii: "r"): name = "right"
    default: name = nil
    }
    if let name {
      if options.isPlain { output.append(" align=\"") } else { output.append(" class=\"align-") }
      output.append(name)
      output.append(0x22)
    }
    output.append(UInt8(ascii: ">"))
  }
}
