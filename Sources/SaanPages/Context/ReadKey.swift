import SaanData
import SaanModel
import SaanText
import Synchronization

/// A thing of the site that a page can ask for: what may change between two builds, and by which
/// name both know it.
///
/// Positions in tables and lists are those of one build; `ReadKeys` turns them into names.
package enum ReadKey: Hashable, Sendable {
  // MARK: Articles

  /// The fields and addresses of an article, by its key, in all its languages.
  case head(String)
  /// How an article begins in a language, without what its shortcodes show.
  case opening(String, language: LanguageID)
  /// An article with its texts.
  case text(String)
  case neighbours(String, language: LanguageID)
  /// The articles that lie directly in a folder.
  case folder(String)
  /// The newest articles of a topic and how many there are.
  case topic(String)
  /// The articles that name an area.
  case mentions(AreaID, language: LanguageID)
  /// The articles that show an indicator, by its id.
  case citations(IndicatorID, language: LanguageID)
  /// The order of a list, by its place.
  case list(String, language: LanguageID)
  /// One page of a list, and how many there are.
  case listPage(String, number: Int, language: LanguageID)
  /// What a link written in a folder leads to.
  case link(String, folder: String)

  /// Which events there are, with their times, by their beginning.
  case events
  /// The events that an article came out of, by its key.
  case eventsOf(String)

  // MARK: Data

  /// The figures' own descriptions: indicators, sources, organisations, and the package's.
  case definitions
  /// An indicator's values for an area.
  case cell(indicator: IndicatorID, area: AreaID)
  /// An indicator's values for all areas.
  case indicator(IndicatorID)
  /// What is known of an area, with its ranks.
  case profile(area: AreaID)
  /// All values of all indicators.
  case figures
  /// The areas, their names, their addresses and what lies in what.
  case areas
  /// Whether a register is complete in an area; in all areas without one.
  case completeness(table: String, area: AreaID?)
  /// All rows of a table.
  case table(String)
  /// Everything in `content/data`.
  case package
  /// A file of `content/data` that is no table.
  case notes(String)
  case releases
  case outlines

  // MARK: Registers

  /// How many rows a group has, and where it lies; of all groups without one.
  case counts(register: RegisterID, group: GroupID?)
  /// How many rows lie in an area, and what they add up to.
  case inside(register: RegisterID, area: AreaID)
  case row(register: RegisterID, row: RowID)
  /// The order of the rows of a group, or of all.
  case rows(register: RegisterID, group: GroupID?, language: LanguageID)
  /// What the columns of a group, or of all rows, add up to.
  case sums(register: RegisterID, group: GroupID?)

  // MARK: The theme and the rest

  /// A template with all that it names.
  case template(String)
  case phrases(language: LanguageID)
  case menus(language: LanguageID)
  /// What readers of a language borrow from others.
  case borrowed(language: LanguageID)
  case themeAsset(String)
  /// The bytes of a file that is published as it is.
  case file(String)
  /// Whether something is published under a site path.
  case address(String)
  /// The day of the build.
  case today
  /// Which pages there are, and the heads of all articles.
  case pages
  /// An output that is made of what readers see of all pages, by its path.
  case output(String)
}

extension ReadKey {
  /// Whether it depends on what the rows of registers say, beside a register's own pages: on what
  /// is counted of them, handed out or cited.
  package var isOfCountedRows: Bool {
    switch self {
    case .cell, .indicator, .profile, .figures, .completeness, .table, .package, .citations,
      .output:
      true
    default: false
    }
  }

  /// Whether it is asked of a register itself.
  var isOfRegister: Bool {
    switch self {
    case .counts, .inside, .row, .rows, .sums: true
    default: false
    }
  }

  /// The indicator whose values it stands for.
  package var shownIndicator: IndicatorID? {
    switch self {
    case .cell(let indicator, _), .indicator(let indicator): indicator
    default: nil
    }
  }

  /// The number of a key that nearly every page asks for, below `standingCount`.
  fileprivate var standing: Int? {
    switch self {
    case .definitions: 0
    case .areas: 1
    case .figures: 2
    case .package: 3
    case .outlines: 4
    case .today: 5
    case .phrases(let language): language.position < 32 ? 8 + language.position : nil
    case .menus(let language): language.position < 32 ? 40 + language.position : nil
    case .borrowed(let language): language.position < 32 ? 72 + language.position : nil
    default: nil
    }
  }

  fileprivate static let standingCount = 104
}

/// What the outputs that one task makes ask of the site: every key once, and for each output the
/// positions of its own.
///
/// A page is made by one task, so nothing ever waits here. Pages ask for a few things again and
/// again, and a national register has rows by the hundred thousand: these are found by their
/// numbers, the rest by search.
package final class ReadNotes: Sendable {
  private struct State {
    var keys: [ReadKey] = []
    /// Where keys stand; -1 for those that nobody asked for.
    var standing = [Int32](repeating: -1, count: ReadKey.standingCount)
    var rows: [[Int32]] = []
    var positions: [ReadKey: Int32] = [:]
    /// The number of the output that asked last, by the position of what it asked for.
    var askers: [Int32] = []
    var output: Int32 = 0
    /// What the output at work has asked for so far, each once.
    var reads: [Int32] = []
    /// What the shared parts that are being made have asked for, and where each of them began.
    var asked: [Int32] = []
    var parts: [Int] = []

    mutating func note(_ key: ReadKey) {
      note(position(of: key))
    }

    mutating func note(_ position: Int32) {
      if !parts.isEmpty { asked.append(position) }
      guard askers[Int(position)] != output else { return }
      askers[Int(position)] = output
      reads.append(position)
    }

    mutating func startOutput() {
      (reads, asked, parts) = ([], [], [])
      output += 1
    }

    private mutating func position(of key: ReadKey) -> Int32 {
      if let number = key.standing {
        if standing[number] < 0 { standing[number] = add(key) }
        return standing[number]
      }
      if case .row(let register, let row) = key {
        return position(ofRow: row.position, of: register.position, key)
      }
      if let position = positions[key] { return position }
      let position = add(key)
      positions[key] = position
      return position
    }

    private mutating func position(ofRow row: Int, of register: Int, _ key: ReadKey) -> Int32 {
      while rows.count <= register { rows.append([]) }
      let count = rows[register].count
      if row >= count {
        rows[register] += repeatElement(-1, count: max(row + 1, count * 2) - count)
      }
      if rows[register][row] < 0 { rows[register][row] = add(key) }
      return rows[register][row]
    }

    private mutating func add(_ key: ReadKey) -> Int32 {
      keys.append(key)
      askers.append(-1)
      return Int32(truncatingIfNeeded: keys.count - 1)
    }
  }

  private let state = Mutex(State())

  /// Starts with nothing asked for.
  package init() {}

  /// All keys so far; outputs name them by their positions.
  package var keys: [ReadKey] { state.withLock { $0.keys } }

  /// Notes that something was asked for.
  func note(_ key: ReadKey) { state.withLock { $0.note(key) } }

  // MARK: Shared parts

  /// A part begins that several outputs share.
  package func beginPart() { state.withLock { $0.parts.append($0.asked.count) } }

  /// The positions of what the part has asked for that began last.
  package func endPart() -> [Int32] {
    state.withLock { state in
      let asked = Set(state.asked[(state.parts.popLast() ?? 0)...])
      if state.parts.isEmpty { state.asked = [] }
      return asked.sorted()
    }
  }

  /// Notes what a part has asked for.
  package func note(part positions: [Int32]) {
    state.withLock { state in
      for position in positions { state.note(position) }
    }
  }

  // MARK: What was noted

  /// What was asked for since it was last taken.
  package func takeKeys() -> [ReadKey] {
    state.withLock { state in
      defer {
        state.startOutput()
      }
      return state.reads.map { state.keys[Int($0)] }
    }
  }

  /// The positions of what was asked for since they were last taken, in no particular order.
  package func take() -> [Int32] {
    state.withLock { state in
      defer {
        state.startOutput()
      }
      return state.reads
    }
  }
}
