/// A text file as the user wrote it: where it lies and its UTF-8 bytes.
///
/// Two files are equal when path and content are: an old and a new version of a file are not.
public struct SourceFile: Sendable, Hashable {
  /// The path relative to the site's folder, with `/` between its parts.
  public let path: String
  /// The whole content, without a byte-order mark.
  public let bytes: [UInt8]
  /// What was put right in it when it was read.
  package let mends: TextMends
  /// What looks typed wrong in it.
  package let doubts: [ThaiTextIssue]

  /// Makes a file from bytes that are known to be UTF-8.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    mends = TextMends()
    doubts = []
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// Makes a file from a text that was put right.
  init(path: String, _ text: TidiedText) {
    self.path = path
    bytes = text.bytes
    mends = text.mends
    doubts = text.doubts
  }

  /// Makes a file from text.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The content as a string; bytes that are no UTF-8 appear as U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text between two byte offsets.
  public func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The span that covers the byte range.
  public func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: self, range: range) }

  /// The span at the very beginning, for mistakes that concern the whole file.
  public var start: SourceSpan { span(0..<0) }

  /// Whether both have the same path and the same content.
  public static func == (left: Self, right: Self) -> Bool {
    left.path == right.path && left.bytes == right.bytes
  }
  /// Feeds the path to the hasher: a program seldom has two versions of a file.
  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// A range of UTF-8 bytes in one file.
public struct SourceSpan: Sendable, Hashable {
  /// The file that the bytes belong to.
  public let file: SourceFile
  /// Byte offsets from the beginning of the file.
  public let range: Range<Int>

  /// Makes a span; offsets outside the file are moved to its nearest end.
  public init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range.clamped(to: 0..<file.bytes.count)
  }

  /// The text that the span covers.
  public var text: String { file.text(in: range) }

  /// The line (from 1) and the column (from 1, counted in characters) where the span begins.
  public var position: (line: Int, column: Int) {
    let before = file.bytes[..<range.lowerBound]
    let lineStart = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
    let line = before.reduce(into: 1) { count, byte in count += byte == newline ? 1 : 0 }
    let column = before.withUnsafeBufferPointer { bytes in
      clusterCount(in: UnsafeBufferPointer(rebasing: bytes[lineStart...]))
    }
    return (line, column + 1)
  }

  /// The byte range of the line where the span begins, without its line break.
  public var lineRange: Range<Int> {
    let bytes = file.bytes
    let start = bytes[..<range.lowerBound].lastIndex(of: newline).map { $0 + 1 } ?? 0
    var end = bytes[range.lowerBound...].firstIndex(of: newline) ?? bytes.count
    if end > start, bytes[end - 1] == carriageReturn { end -= 1 }
    return start..<end
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
