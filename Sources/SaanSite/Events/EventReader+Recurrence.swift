import SaanModel
import SaanText

extension EventReader {
  /// When the event takes place again; `nil` for once, and where that cannot be read.
  mutating func recurrence() -> Recurrence? {
    guard written.text("repeats") != nil else {
      for name in EventDetails.fields where name.hasPrefix("repeats_") {
        guard let part = written.text(name) else { continue }
        found.append(.repeatsWithoutRhythm(name, at: part.place))
        break
      }
      return nil
    }
    let rhythm = choice("repeats", Recurrence.Rhythm.self)
    let interval = integer("repeats_every", in: 1...120) ?? 1
    let moves = written.list("repeats_moved").compactMap { move($0) }
    let exceptions = written.list("repeats_except").flatMap { daysApart(by: ",", in: $0) }
      .compactMap { day($0) }
    guard let rhythm, let days = days(for: rhythm), let end = end() else { return nil }
    return Recurrence(
      rhythm, every: interval, on: days, end, except: exceptions, moves: moves)
  }

  private mutating func end() -> Recurrence.End? {
    let until = written.text("repeats_until")
    let times = written.text("repeats_times")
    switch (until, times) {
    case (nil, nil):
      if let part = written.text("repeats") { found.append(.repeatsForEver(at: part.place)) }
      return nil
    case (_?, let times?):
      found.append(.repeatsWithTwoEnds(at: times.place))
      return nil
    case (let until?, nil): return day(until, asExactAs: .year).map { .until($0) }
    case (nil, _?):
      return integer("repeats_times", in: 1...Recurrence.mostTimes).map { .times($0) }
    }
  }

  private mutating func day(
    _ part: WrittenEvent.Part, asExactAs precision: CalendarDate.Precision = .day
  ) -> CalendarDate? {
    guard let date = moment(part)?.date else { return nil }
    guard date.precision >= precision else {
      found.append(.badDate(part.text, .unreadable, at: part.place))
      return nil
    }
    return date
  }

  /// Several days, where each can be read: a comma may stand in the words of one day.
  private func daysApart(by mark: Character, in part: WrittenEvent.Part) -> [WrittenEvent.Part] {
    let parts = part.text.split(separator: mark).map {
      WrittenEvent.Part(text: String($0).trimmingSpaces, place: part.place)
    }
    let areDays = parts.allSatisfy { (try? Moment.read($0.text).get()) != nil }
    return parts.count > 1 && areDays ? parts : [part]
  }

  /// `2026-12-05 > 2026-12-12 10:00`.
  private mutating func move(_ part: WrittenEvent.Part) -> Recurrence.Move? {
    let arrows = part.text.replacing("→", with: ">").replacing("->", with: ">")
    let sides = arrows.split(separator: ">").map(String.init)
    guard sides.count == 2 else {
      found.append(.badMove(part.text, at: part.place))
      return nil
    }
    let (from, to) = (
      day(WrittenEvent.Part(text: sides[0].trimmingSpaces, place: part.place)),
      moment(WrittenEvent.Part(text: sides[1].trimmingSpaces, place: part.place))
    )
    guard let from, let to else { return nil }
    guard to.date.precision == .day else {
      found.append(.badMove(part.text, at: part.place))
      return nil
    }
    return Recurrence.Move(from: from, to: to)
  }

  /// The days of its week or month; `nil` where some cannot be read or do not go with the rhythm.
  private mutating func days(for rhythm: Recurrence.Rhythm) -> [Recurrence.Day]? {
    let parts = written.list("repeats_on").flatMap { part in
      part.text.split(separator: ",").map {
        WrittenEvent.Part(text: String($0).trimmingSpaces, place: part.place)
      }
    }
    var days: [Recurrence.Day] = []
    for part in parts {
      guard let read = Self.days(named: part.text), read.allSatisfy({ $0.goes(with: rhythm) })
      else {
        found.append(.badRepeatedDay(part.text, rhythm, at: part.place))
        return nil
      }
      days += read
    }
    let isOfMonth = days.map { day in if case .ofMonth = day { true } else { false } }
    if let part = parts.first, Set(isOfMonth).count > 1 {
      found.append(.mixedRepeatedDays(at: part.place))
      return nil
    }
    // What is said twice is one day.
    return days.enumerated().filter { !days[..<$0.offset].contains($0.element) }.map(\.element)
  }

  /// One day, or several days of the week with spaces between them.
  private static func days(named text: String) -> [Recurrence.Day]? {
    if let day = day(named: text) { return [day] }
    let words = text.split(separator: " ").map { day(named: String($0)) }
    let days = words.compactMap { $0 }
    return words.count > 1 && days.count == words.count ? days : nil
  }

  /// `tue`, `2nd tue`, `last fri`, `อังคารที่ 2`, `15`, `last`.
  private static func day(named text: String) -> Recurrence.Day? {
    var word = text.lowercased().filter { !$0.isWhitespace && $0 != "." }
    if word.hasPrefix("วันที่") { word.removeFirst("วันที่".count) }
    if word.hasPrefix("วัน") { word.removeFirst("วัน".count) }
    if let number = number(word), number <= 31 { return .ofMonth(number) }
    if lastWords.contains(word) { return .ofMonth(-1) }
    if let weekday = weekdays[word] { return .weekday(weekday, nth: nil) }
    for (name, weekday) in weekdays where name != "th" {
      if word.hasSuffix(name), let nth = nth(String(word.dropLast(name.count))) {
        return .weekday(weekday, nth: nth)
      }
      guard word.hasPrefix(name) else { continue }
      let after = word.dropFirst(name.count)
      if let nth = nth(String(after.hasPrefix("ที่") ? after.dropFirst("ที่".count) : after)) {
        return .weekday(weekday, nth: nth)
      }
    }
    return nil
  }

  private static let lastWords: Set<String> = ["last", "-1", "สุดท้าย"]

  /// Which one of a month: `2`, `2nd-`, `last`.
  private static func nth(_ text: String) -> Int? {
    let word = text.hasSuffix("-") ? String(text.dropLast()) : text
    if lastWords.contains(word) { return -1 }
    return number(word).flatMap { $0 <= 5 ? $0 : nil }
  }

  /// A number above zero with its English ending, if it has one.
  private static func number(_ text: String) -> Int? {
    let ending = ["st", "nd", "rd", "th"].first { text.hasSuffix($0) }
    return Int(text.dropLast(ending?.count ?? 0)).flatMap { $0 > 0 ? $0 : nil }
  }

  private static let weekdays: [String: Weekday] = {
    let names: [(Weekday, [String])] = [
      (.monday, ["mo", "mon", "monday", "จันทร์", "จ"]),
      (.tuesday, ["tu", "tue", "tuesday", "อังคาร", "อ"]),
      (.wednesday, ["we", "wed", "wednesday", "พุธ", "พ"]),
      (.thursday, ["th", "thu", "thursday", "พฤหัสบดี", "พฤหัส", "พฤ"]),
      (.friday, ["fr", "fri", "friday", "ศุกร์", "ศ"]),
      (.saturday, ["sa", "sat", "saturday", "เสาร์", "ส"]),
      (.sunday, ["su", "sun", "sunday", "อาทิตย์", "อา"]),
    ]
    return Dictionary(names.flatMap { day, words in words.map { ($0, day) } }) { first, _ in first }
  }()
}

extension Recurrence.Day {
  /// Whether it is a day of what it comes round with.
  fileprivate func goes(with rhythm: Recurrence.Rhythm) -> Bool {
    switch (self, rhythm) {
    case (.weekday(_, let nth), .weekly): nth == nil
    case (.weekday(_, let nth), _): nth != nil
    case (.ofMonth, .weekly): false
    case (.ofMonth, _): true
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
