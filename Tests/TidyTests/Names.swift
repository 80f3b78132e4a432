/// The names that a Swift file declares and those that it uses, told from its words and braces.
///
/// A heuristic that serves this repository: code in the insides of strings is not seen, and a name
/// is no more than its letters, whatever type it belongs to.
struct Names {
  /// A name as a number, so that a million words cost no strings.
  typealias Key = UInt64

  enum Level {
    /// A type that stands in no other.
    case type
    /// A function or value that stands in no type.
    case function
    /// What stands in a type or an extension: functions, values, cases, types.
    case member
  }

  struct Declaration {
    let key: Key
    let name: String
    let level: Level
    /// Whether other files see it.
    let isSeen: Bool
  }

  /// How a name is used.
  struct Use: OptionSet {
    let rawValue: UInt8
    /// Alone: `Name`.
    static let alone = Use(rawValue: 1)
    /// Alone before an opening bracket: `name(…)`.
    static let called = Use(rawValue: 2)
    /// Behind a point: `.name`.
    static let member = Use(rawValue: 4)
  }

  private(set) var declared: [Declaration] = []
  private(set) var used: [Key: Use] = [:]

  init(_ code: ScannedText) {
    var reader = NameReader()
    code.forEachWord { reader.take($0, in: code) }
    declared = reader.declared
    used = reader.used
  }
}

/// Goes through the words of a file once.
private struct NameReader {
  private enum Brace {
    case type, hiddenType, code
  }

  private enum Expected {
    case nothing, type, value, firstCase, otherCase
  }

  private(set) var declared: [Names.Declaration] = []
  private(set) var used: [Names.Key: Names.Use] = [:]
  private var braces: [Brace] = []
  /// How many braces are bodies of functions and the like, inside which all is local.
  private var codeDepth = 0
  private var brackets = 0
  /// What the next brace opens, after `struct` and the like.
  private var opened: Brace?
  private var expected = Expected.nothing
  private var isHidden = false

  mutating func take(_ word: CodeWord, in code: ScannedText) {
    guard word.key != 0 else { return takeMark(word.first) }
    let isOutside = codeDepth == 0 && brackets == 0 && word.before != UInt8(ascii: ".")
    if isOutside, takeDeclaration(word, in: code) { return }
    let use: Names.Use =
      word.before == UInt8(ascii: ".")
      ? .member : word.after == UInt8(ascii: "(") ? [.alone, .called] : .alone
    used[word.key, default: []].formUnion(use)
  }

  private mutating func takeMark(_ mark: UInt8) {
    switch mark {
    case UInt8(ascii: "{"):
      braces.append(opened ?? .code)
      if opened == nil { codeDepth += 1 }
      (opened, expected, isHidden) = (nil, .nothing, false)
    case UInt8(ascii: "}"):
      if braces.popLast() == .code { codeDepth -= 1 }
      (expected, isHidden) = (.nothing, false)
    case UInt8(ascii: "("), UInt8(ascii: "["):
      brackets += 1
      if expected == .value { expected = .nothing }
    default: brackets -= 1
    }
  }

  /// Takes a keyword of a declaration, or the name behind one.
  private mutating func takeDeclaration(_ word: CodeWord, in code: ScannedText) -> Bool {
    if let keyword = Keyword.all[word.key] {
      switch keyword {
      case .hidden: isHidden = true
      case .type:
        expected = .type
        opened = isHidden || braces.contains(.hiddenType) ? .hiddenType : .type
      case .alias: expected = .type
      case .extending:
        opened = isHidden ? .hiddenType : .type
        (expected, isHidden) = (.nothing, false)
      case .value: expected = .value
      case .cases: expected = .firstCase
      }
      return true
    }
    switch expected {
    case .otherCase where word.before != UInt8(ascii: ","): expected = .nothing
    case .firstCase, .otherCase:
      declare(word, .member, in: code)
      expected = .otherCase
      return true
    default: break
    }
    switch expected {
    case .nothing, .firstCase, .otherCase: return false
    case .type: declare(word, braces.isEmpty ? .type : .member, in: code)
    case .value: declare(word, braces.isEmpty ? .function : .member, in: code)
    }
    (expected, isHidden) = (.nothing, false)
    return true
  }

  private mutating func declare(_ word: CodeWord, _ level: Names.Level, in code: ScannedText) {
    declared.append(
      Names.Declaration(
        key: word.key, name: code[word.range], level: level,
        isSeen: !isHidden && !braces.contains(.hiddenType)))
  }
}

/// The words that begin a declaration.
private enum Keyword {
  case hidden, type, alias, extending, value, cases

  static let all: [Names.Key: Keyword] = {
    let words: [(Keyword, String)] = [
      (.hidden, "private fileprivate"), (.type, "struct enum class actor protocol"),
      (.alias, "typealias"), (.extending, "extension"), (.value, "func var let"),
      (.cases, "case"),
    ]
    return Dictionary(
      uniqueKeysWithValues: words.flatMap { keyword, words in
        words.split(separator: " ").map { (ScannedText(String($0)).key, keyword) }
      })
  }()
}

extension ScannedText {
  /// The number of a text that is one word.
  fileprivate var key: Names.Key {
    var key: Names.Key = 0
    forEachWord { key = $0.key }
    return key
  }
}
