/// Something in a text that was meant as markup and is shown as it was typed.
public struct Leftover: Sendable, Hashable {
  /// What it was meant to be.
  public enum Kind: Sendable, Hashable {
    /// Marks of emphasis that have no partner or stand wrong: `**`.
    case emphasis
    /// A picture without an address, or with a space before it.
    case image
    /// A link with a space before its address, or with a broken one.
    case link
    /// A picture or link whose address has spaces.
    case spacedAddress
    /// A link whose text stands in parentheses and whose address in brackets: `(text)[address]`.
    case swapped
    /// A box to tick that no list holds: `[ ] words` at the beginning of a line.
    case box
    /// A link by name that is defined nowhere: `[text][name]`.
    case reference
    /// A footnote's number without the footnote.
    case note
    /// HTML.
    case tag
    /// The beginning or the end of an HTML comment.
    case comment
    /// A character's name such as `&nbsp;` without its end, or unknown.
    case entity
    /// A backtick without a partner.
    case code
    /// The braces of a shortcode.
    case shortcode
    /// A bullet as word processors write it.
    case bullet
    /// Lines that begin with numbers, but are no list.
    case numbering
    /// A heading without a space behind its `#`.
    case heading
    /// Rows of a table without a line of dashes below the head.
    case table
    /// Lines whose cells are set apart by tabs, as spreadsheets are pasted.
    case tabs
    /// Two equals signs on both sides: `==words==`.
    case highlight
    /// Markup that other programs know: `[toc]`, `[!NOTE]`, `x^2^`, `{.class}`,
    /// `:::note`, `!!! note`, `[gallery ids="1"]`, `++words++`, `$$x$$`, `^[note]`, `{# remark #}`.
    case foreign
    /// A backslash at the end.
    case backslash
  }

  /// What it was meant to be.
  public let kind: Kind
  /// The bytes concerned.
  public let range: Range<Int>
}

/// Where a text stands, which tells what can be markup in it.
public enum LeftoverContext: Sendable {
  /// What is left of Markdown when it was read.
  case block
  /// A cell of a Markdown table when it was read.
  case cell
  /// A field in which Markdown means nothing, such as a title.
  case field
  /// A text in a table of data.
  case data
}

/// Finds what was meant as markup, in order.
///
/// - Parameter utf8: the text; bytes below 9 stand for something that is no text, such as code.
package func leftovers(
  in utf8: UnsafeBufferPointer<UInt8>, context: LeftoverContext
) -> [Leftover] {
  guard context == .block || mayHoldMarkup(utf8, context) else { return [] }
  var scanner = LeftoverScanner(utf8, context)
  return scanner.scan()
}

/// Whether a byte of markup is in the text, in a loop that works on many of them at once.
private func mayHoldMarkup(
  _ utf8: UnsafeBufferPointer<UInt8>, _ context: LeftoverContext
) -> Bool {
  var found = false
  let line: UInt8 = context == .data ? UInt8(ascii: "*") : UInt8(ascii: "_")
  let isCell = context == .cell
  let star = UInt8(ascii: "*")
  let (plus, dollar, roof) =
    isCell ? (UInt8(ascii: "+"), UInt8(ascii: "$"), UInt8(ascii: "^")) : (star, star, star)
  let tick: UInt8 = context == .data ? UInt8(ascii: "*") : UInt8(ascii: "`")
  for byte in utf8 {
    found =
      found
      || (byte == UInt8(ascii: "*")) || (byte == line) || (byte == UInt8(ascii: "<"))
      || (byte == UInt8(ascii: "]")) || (byte == UInt8(ascii: "~")) || (byte == UInt8(ascii: "&"))
      || (byte == UInt8(ascii: "{")) || (byte == UInt8(ascii: "}")) || (byte == tick)
      || (byte == 0xEF && isCell) || (byte == plus) || (byte == dollar) || (byte == roof)
      || (byte == UInt8(ascii: "#")) || (byte == UInt8(ascii: "=") && context != .data)
  }
  return found
}
