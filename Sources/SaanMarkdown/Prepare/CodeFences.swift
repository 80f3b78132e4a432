/// Follows the fences of code through the lines of a text, after CommonMark 4.5.
///
/// Both readers before cmark ask it, so that none of them takes for code what the other does not: a
/// line that begins with code between backticks opens no fence, and one that stands in a quotation
/// ends with it.
struct CodeFences {
  private struct Fence {
    let mark: UInt8
    let length: Int
    /// How many quotations it stands in.
    let quotes: Int
  }

  private var open: Fence?

  /// Whether the line that was last followed is, or lies in, a block of code.
  var isOpen: Bool { open != nil }

  /// Takes the next line, and says where the marks of its fence end where it is one.
  ///
  /// - Parameters:
  ///   - content: where the line begins after its quotation marks and bullets.
  ///   - quotes: how many quotations the line stands in.
  mutating func follow(_ bytes: [UInt8], _ content: Int, quotes: Int) -> Int? {
    if let fence = open, quotes < fence.quotes { open = nil }
    guard content < bytes.count else { return nil }
    let mark = bytes[content]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let end = bytes[content...].firstIndex { $0 != mark } ?? bytes.count
    guard end - content >= 3 else { return nil }
    if let fence = open {
      guard mark == fence.mark, end - content >= fence.length else { return nil }
      open = nil
      return end
    }
    if mark == UInt8(ascii: "`"),
      bytes[end...].prefix(while: { !$0.isLineEnd }).contains(mark)
    {
      return nil
    }
    open = Fence(mark: mark, length: end - content, quotes: quotes)
    return end
  }
}
