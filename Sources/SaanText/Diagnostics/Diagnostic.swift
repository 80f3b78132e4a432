/// One thing a user should know about the input: a fact, a place, and what to do about it.
///
/// Wording: lower case, no full stop, name the thing, state the rule.
public struct Diagnostic: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    case note, warning, error

    /// Whether the left comes before the right.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A stable name for the kind of mistake, such as `unknown-field`.
  public let code: String
  /// How much it matters.
  public var severity: Severity
  /// What is wrong.
  public let message: Wording
  /// Where it is; `nil` when it belongs to no file.
  public let place: Place?
  /// Further facts: the include chain, the page that was being rendered.
  public var notes: [Wording]
  /// What the user can do about it.
  public var hint: Wording?
  /// The rows of its table and column that it stands for as well, for they are counted and not told
  /// one by one.
  public var furtherRows: [Int] = []
  /// Whether the line it points at must not be printed, for what stands in it is private.
  public var hidesSource = false

  /// Makes a diagnostic.
  public init(
    _ severity: Severity = .error, _ code: String, _ message: Wording, at place: Place? = nil,
    notes: [Wording] = [], hint: Wording? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.place = place
    self.notes = notes
    self.hint = hint
  }

  /// The same diagnostic with one more note.
  public func noting(_ note: Wording) -> Diagnostic {
    var copy = self
    copy.notes.append(note)
    return copy
  }
}

/// Where in the user's files a diagnostic points.
public enum Place: Sendable, Hashable {
  /// A whole file that could not be read as text.
  case file(path: String)
  /// A range of bytes in a text file.
  case span(SourceSpan)
  /// A value in a table: `sheet` is set for workbooks, `row` counts from 1 with the header as
  /// row 1 as a spreadsheet shows it, `column` is the header's text.
  case cell(path: String, sheet: String?, row: Int, column: String?)

  /// The file's path.
  public var path: String {
    switch self {
    case .file(let path): path
    case .span(let span): span.file.path
    case .cell(let path, _, _, _): path
    }
  }

  /// The place on one line: `content/a.th.md:3:12`, `observations.csv › row 41 › value`.
  public func text(in language: MessageLanguage) -> String {
    switch self {
    case .file(let path): return path
    case .span(let span):
      let (line, column) = span.position
      return "\(span.file.path):\(line):\(column)"
    case .cell(let path, let sheet, let row, let column):
      let words = Wording(en: "row", th: "แถว").text(in: language)
      return ([path, sheet, "\(words) \(row)", column] as [String?]).compactMap { $0 }
        .joined(separator: " › ")
    }
  }

  /// Orders places inside one file.
  var offset: Int {
    switch self {
    case .file: -1
    case .span(let span): span.range.lowerBound
    case .cell(_, _, let row, _): row
    }
  }
}

extension SourceSpan {
  /// The span as the place of a diagnostic.
  public var place: Place { .span(self) }
}
