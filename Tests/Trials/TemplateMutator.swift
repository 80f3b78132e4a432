/// Makes templates that nobody would write out of templates that somebody did.
struct TemplateMutator {
  private var random: SplitMix64
  private let seeds: [[String]]
  private let vocabulary: [String]

  init(templates: [String], seed: UInt64) {
    random = SplitMix64(state: seed)
    seeds = templates.map(Self.tokens)
    vocabulary = Array(Set(seeds.joined())).sorted()
  }

  /// One template after one to six mutations.
  mutating func template() -> String {
    var tokens = element(of: seeds)
    for _ in 0..<number(1, 6) { mutate(&tokens) }
    guard number(1, 4) == 1 else { return tokens.joined() }
    return damagedBytes(of: tokens.joined())
  }

  /// An expression or a run of tags of known words in random order, whether it makes sense or not.
  mutating func randomTemplate() -> String {
    let words = (0..<number(1, 12)).map { _ in element(of: vocabulary) }
    switch number(1, 4) {
    case 1: return "{{ " + words.joined(separator: " ") + " }}"
    case 2: return "{% " + words.joined(separator: " ") + " %}"
    case 3: return words.joined()
    default: return nested()
    }
  }

  private mutating func mutate(_ tokens: inout [String]) {
    let position = number(0, max(tokens.count - 1, 0))
    guard !tokens.isEmpty else { return tokens = element(of: seeds) }
    switch number(1, 8) {
    case 1: tokens.remove(at: position)
    case 2: tokens.insert(tokens[position], at: position)
    case 3: tokens.swapAt(position, number(0, tokens.count - 1))
    case 4: tokens.insert(element(of: vocabulary), at: position)
    case 5: tokens[position] = element(of: vocabulary)
    case 6:
      let end = min(tokens.count, position + number(1, 8))
      tokens.insert(contentsOf: Array(tokens[position..<end]), at: number(0, tokens.count))
    case 7:
      let other = element(of: seeds)
      tokens = tokens.prefix(position) + other.suffix(number(0, other.count))
    default:
      if number(1, 20) == 1 { tokens = [nested()] + tokens } else { tokens.removeLast() }
    }
  }

  /// Deep nesting is what breaks parsers that call themselves.
  private mutating func nested() -> String {
    let depth = [3, 40, 150, 600, 5000][number(0, 4)]
    return element(of: Self.deep(tags: depth, expressions: 1) + Self.deep(expressions: depth))
  }

  /// Every tag around itself, and in the innermost every kind of expression inside itself.
  static func deep(tags: Int = 1, expressions: Int) -> [String] {
    let tagPairs = [
      ("{% if true %}", "{% endif %}"), ("{% for x in [1] %}", "{% endfor %}"),
      ("{% filter upper %}", "{% endfilter %}"), ("{% with a = 1 %}", "{% endwith %}"),
      ("{% set a %}", "{% endset %}"), ("{% macro a() %}", "{% endmacro %}"),
      ("{% call a() %}", "{% endcall %}"), ("{% raw %}", "{% endraw %}"),
      ("{% for x in [1] recursive %}", "{% endfor %}"),
      ("{% autoescape true %}", "{% endautoescape %}"),
    ]
    let pairs = [
      ("(", ")"), ("[", "]"), ("{1: ", "}"), ("not ", ""), ("not (", ")"), ("-", ""), ("a.", "a"),
      ("a[", "]"), ("", "|upper"), ("", "|default(1)"), ("1|default(", ")"), ("", " is odd"),
      ("", " ~ 1"), ("1 if ", " else 2"), ("", " if 1 else 0"), ("f(", ")"), ("range(", ")"),
      ("", "()"), ("", "[0]"), ("", "[1:]"), ("2 ** ", ""), ("1 < ", ""), ("x or ", ""),
      ("1 and ", ""), ("{{ (", ") }}"),
    ]
    func inside(_ pair: (String, String), _ text: String, _ depth: Int) -> String {
      String(repeating: pair.0, count: depth) + text + String(repeating: pair.1, count: depth)
    }
    let outer = tags > 1 ? tagPairs : [("", "")]
    return outer.flatMap { tag in
      pairs.map { inside(tag, "{{ " + inside($0, "1", expressions) + " }}", tags) }
    }
  }

  private mutating func damagedBytes(of text: String) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<number(1, 4) where !bytes.isEmpty {
      let position = number(0, bytes.count - 1)
      switch number(1, 4) {
      case 1: bytes.remove(at: position)
      case 2: bytes.insert(bytes[position], at: position)
      case 3: bytes[position] = UInt8(truncatingIfNeeded: random.next())
      default: bytes.swapAt(position, number(0, bytes.count - 1))
      }
    }
    // The reader replaces what is no UTF-8 before a template sees it.
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func number(_ low: Int, _ high: Int) -> Int {
    Int.random(in: low...high, using: &random)
  }

  private mutating func element<Element>(of all: [Element]) -> Element {
    all[number(0, all.count - 1)]
  }

  /// Cuts a template into words, spaces, delimiters and single marks.
  private static func tokens(_ text: String) -> [String] {
    var tokens = [String]()
    var last = Kind.mark
    for character in text {
      let kind = Kind(character)
      if kind != .mark, kind == last, !tokens.isEmpty {
        tokens[tokens.count - 1].append(character)
      } else if kind == .mark, let before = tokens.last,
        delimiters.contains(before + String(character))
      {
        tokens[tokens.count - 1].append(character)
      } else {
        tokens.append(String(character))
      }
      last = kind
    }
    return tokens
  }

  private static let delimiters: Set = [
    "{{", "}}", "{%", "%}", "{#", "#}", "{{-", "{%-", "{#-", "//", "**", "==", "!=", "<=", ">=",
  ]

  private enum Kind {
    case word, space, mark

    init(_ character: Character) {
      self =
        character.isLetter || character.isNumber || character == "_"
        ? .word : character.isWhitespace ? .space : .mark
    }
  }
}

/// A small generator whose numbers depend on its seed alone.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
