import SaanText

/// Where the lines that enclose the front matter stand.
struct FrontMatterFence {
  /// What a line is that should be a fence.
  enum Mistake {
    /// Something like a fence: `—`, `– – –`, `***`.
    case almost(SourceSpan)
    /// The first field, with no fence above it.
    case missing(SourceSpan)
  }

  /// The fields.
  private(set) var yaml: Range<Int>
  /// The offset behind the closing line; `nil` when there is none.
  private(set) var end: Int?
  private(set) var mistakes: [Mistake] = []

  /// `nil` when the file has no front matter, and nothing that looks like some.
  init?(_ source: SourceFile) {
    let bytes = source.bytes
    guard let first = Line.firstWithText(in: bytes) else { return nil }
    var line = first
    if !first.isFence {
      let isAlmost = first.isAlmostFence
      let field = isAlmost ? first.next : first
      guard field?.beginsField == true else { return nil }
      mistakes.append(
        isAlmost ? .almost(source.span(first.range)) : .missing(source.span(first.range)))
    }
    if mistakes.isEmpty || first.isAlmostFence {
      guard let next = first.next else {
        yaml = first.end..<first.end
        return
      }
      line = next
    }
    let start = line.range.lowerBound
    yaml = start..<bytes.count
    var current: Line? = line
    while let line = current {
      if line.isFence || line.isAlmostFence {
        if !line.isFence { mistakes.append(.almost(source.span(line.range))) }
        yaml = start..<line.range.lowerBound
        end = line.end
        return
      }
      current = line.next
    }
  }

  /// The names that a front matter may have at its beginning.
  static let keys = [
    "title", "summary", "date", "updated", "author", "topics", "areas", "image", "slug", "aliases",
    "draft", "publish_date", "expiry_date", "template", "weight", "figures", "extra",
  ]
}

/// One line of a file.
private struct Line {
  let bytes: [UInt8]
  /// The line without its line break.
  let range: Range<Int>
  /// The offset behind the line break.
  let end: Int

  init(_ bytes: [UInt8], at start: Int) {
    self.bytes = bytes
    let lineBreak = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
    end = lineBreak.map { $0 + 1 } ?? bytes.count
    var stop = lineBreak ?? bytes.count
    if stop > start, bytes[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
    range = start..<stop
  }

  static func firstWithText(in bytes: [UInt8]) -> Line? {
    var start = 0
    while start < bytes.count {
      let line = Line(bytes, at: start)
      if !bytes[line.range].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return line }
      start = line.end
    }
    return nil
  }

  var next: Line? { end < bytes.count ? Line(bytes, at: end) : nil }

  /// Three hyphens, and maybe spaces behind them.
  var isFence: Bool {
    let dash = UInt8(ascii: "-")
    guard range.count >= 3, bytes[range].prefix(3).allSatisfy({ $0 == dash }) else { return false }
    return bytes[range].dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Nothing but dashes and the like, which a program may have made of three hyphens.
  var isAlmostFence: Bool {
    // No field begins with any of these bytes, and most lines are told apart here.
    guard let first = bytes[range].first, !isFence,
      first == 0x20 || first == 0xE2 || first == 0xEF || "-*_=+~.".utf8.contains(first),
      range.count <= 200
    else { return false }
    var (long, short) = (0, 0)
    for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
      switch scalar {
      case " ", "\t", "\u{A0}", "\u{200B}", "\u{FEFF}": continue
      case "\u{2012}"..."\u{2015}", "\u{2212}", "\u{2500}", "\u{2501}", "\u{FE63}", "\u{FF0D}":
        long += 1
      case "-", "*", "_", "=", "+", "~", ".": short += 1
      default: return false
      }
    }
    return long > 0 || short > 1
  }

  /// Whether a field that every article may have begins here: `title: …`.
  var beginsField: Bool {
    guard let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")) else { return false }
    let key = String(decoding: bytes[range.lowerBound..<colon], as: UTF8.self)
    return FrontMatterFence.keys.contains(key.lowercased())
  }
}
