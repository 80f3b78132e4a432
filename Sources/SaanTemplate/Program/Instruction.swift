/// One step of a compiled template: plain data, so that walking the program touches no counters.
struct Instruction {
  var code: Opcode
  var flags: Flags = []
  /// A small count.
  var count: UInt16 = 0
  var a: Int32 = 0
  var b: Int32 = 0
  var c: Int32 = 0

  struct Flags: OptionSet {
    let rawValue: UInt8

    /// The slot is one of the unit's own; otherwise it belongs to the context.
    static let local = Flags(rawValue: 1)
    /// What is written is escaped.
    static let escapes = Flags(rawValue: 2)
    /// `undefined` may go on, because `default` or `is defined` waits for it.
    static let lenient = Flags(rawValue: 4)
    /// The result is written instead of pushed.
    static let writes = Flags(rawValue: 8)
    /// A `*list` lies on the stack behind the arguments.
    static let spread = Flags(rawValue: 16)
    /// A `**map` lies on the stack behind the arguments.
    static let namedSpread = Flags(rawValue: 32)
    static let withContext = Flags(rawValue: 64)
    static let ignoresMissing = Flags(rawValue: 128)
    /// The condition is turned round.
    static let negated = Flags(rawValue: 128)
  }
}

/// What an instruction does.
///
/// `pop` and `push` are about the stack of values.
enum Opcode: UInt8 {
  /// Writes bytes a ..< a + b of the constant text.
  case text
  /// Pops and writes.
  case emit
  /// Writes the value at slot a, member path b ..< b + count.
  case emitPath
  /// Pushes the value at slot a, member path b ..< b + count.
  case load
  /// Pushes constant a.
  case constant
  /// Pops an object, pushes its member a.
  case member
  /// Pops index and object, pushes the element.
  case subscripted
  /// Pops step, end, start and object, pushes the slice.
  case slice
  /// Pops count values (a tuple if a is 1), pushes the list.
  case list
  /// Pops count pairs, pushes the map.
  case map
  case negative, positive, not
  /// Pops two, pushes the result of arithmetic operator a.
  case arithmetic
  /// Pops count values, pushes the text of all.
  case concatenation
  /// Pops two, pushes whether comparison a holds.
  case comparison
  /// Like comparison, but keeps the right side under the result, for `a < b < c`.
  case chainedComparison
  /// Pops the value under the top.
  case dropUnder
  case jump
  /// Pops a condition; jumps to a if it is false (true if negated).
  case branch
  /// Jumps to c if slot a, path b ..< b + count is false (true if negated).
  case branchPath
  /// Jumps to a and keeps the top if it is false (true if negated); otherwise pops it.
  case shortcut
  /// Pops into slot a.
  case store
  /// Pops a value of count elements and pushes them, the last first.
  case unpack
  /// Pops a value and sets field a of the namespace in slot b.
  case storeField
  /// Pops what is gone through; slot a gets the loop (or -1); jumps to b if there is nothing.
  case loopBegin
  /// Puts the next element into slot a (or pushes it, if -1); jumps to b at the end.
  case loopNext
  case loopEnd
  /// Pushes member a of the loop that is b levels out.
  case loopMember
  /// Pops a condition and, if it holds, collects the loop's element.
  case collect
  /// Pushes what the loop collected, and ends it.
  case loopCollected
  /// Filter a with count fixed arguments, b more, and the names of list c.
  case filter
  case test
  case function
  /// Pushes (or writes) what constant call a gives.
  case constantCall
  /// Calls what lies under count arguments and the named ones of list a.
  case call
  /// Calls method b of what lies under count arguments and the named ones of list a.
  case method
  /// Writes shared part a and jumps to b where it was made before.
  case fragment
  /// Keeps what was written since as shared part a.
  case fragmentEnd
  case captureBegin
  /// Pushes what was written since; as HTML if it escapes.
  case captureEnd
  /// Runs block a of the template that is rendered, with the bindings of list b.
  case block
  /// Pushes or writes what the block a levels up gives.
  case superBlock
  /// Pops a template's name, or takes template a; bindings of list b.
  case include
  case extends
  /// Pops a name or takes template a, pushes the module; bindings of list b.
  case importModule
  /// Pushes member a of the module on the stack without popping that.
  case moduleMember
  case pop
  /// Pushes macro a (a unit), with its captures taken.
  case macro
  /// Jumps to b unless slot a is undefined.
  case branchIfGiven
  /// Runs unit a, a recursive loop, with the top of the stack.
  case recursiveLoop
  /// Stops with an error: the template was wrong when it was compiled.
  case invalid
  case end
}

/// The bytes that an instruction came from.
struct CodePlace: Sendable {
  let lower: Int32
  let upper: Int32

  init(_ range: Range<Int>) {
    lower = Int32(range.lowerBound)
    upper = Int32(range.upperBound)
  }
}
