import ArgumentParser
import SaanText

/// A command as the words after `saan` name it.
private struct NamedCommand {
  private(set) var types: [any ParsableCommand.Type] = [Saan.self]
  /// The first word that should have named a subcommand and does not.
  private(set) var unknown: String?

  init(_ words: [String]) {
    for word in words where !word.hasPrefix("-") {
      guard let subcommands = types.last?.configuration.subcommands, !subcommands.isEmpty else {
        return
      }
      guard let next = subcommands.first(where: { $0.configuration.commandName == word }) else {
        if types.last?.configuration.defaultSubcommand == nil { unknown = word }
        return
      }
      types.append(next)
    }
  }

  /// The command with those it belongs to: `saan data read`.
  var name: String {
    types.compactMap { $0.configuration.commandName }.joined(separator: " ")
  }

  var subcommands: [String] {
    (types.last?.configuration.subcommands ?? []).compactMap { $0.configuration.commandName }
  }

  /// The long names of its options.
  var options: [String] {
    let help = types.last.map { Saan.helpMessage(for: $0) } ?? ""
    return help.split { !$0.isLetter && $0 != "-" }.map(String.init).filter { $0.hasPrefix("--") }
  }
}

/// `saan help` of a command that does not exist.
func unknownTopic(of words: [String]) -> ValidationError? {
  guard words.first == "help", let name = NamedCommand(Array(words.dropFirst())).unknown else {
    return nil
  }
  return ValidationError("Unexpected argument '\(name)'")
}

/// What is wrong with the words after `saan`, said in both languages.
///
/// The parser's errors have no public form but their English text, which is taken apart here; one
/// that is not known is passed on as it is.
func usageMistake(_ error: any Error, of words: [String]) -> Diagnostic {
  let text = Saan.message(for: error)
  let command = NamedCommand(words.first == "help" ? Array(words.dropFirst()) : words)
  if let pair = negativeValue(in: words) {
    let name = pair.option
    return Diagnostic(
      .error, "usage",
      Wording(
        en: "'\(pair.value)' is no value for '\(name)'",
        th: "'\(pair.value)' ใช้เป็นค่าของ '\(name)' ไม่ได้"),
      hint: ["-p", "--port"].contains(name)
        ? Wording(
          en: "write a whole number of 0 or more: \(name) 8000",
          th: "เขียนจำนวนเต็มตั้งแต่ 0 ขึ้นไป: \(name) 8000")
        : Wording(
          en: "write a whole number of 1 or more: \(name) 1",
          th: "เขียนจำนวนเต็มตั้งแต่ 1 ขึ้นไป: \(name) 1"))
  }
  let mistake = UsageMistake(text: text, help: parserHelp(Saan.fullMessage(for: error)))
  return mistake.diagnostic(of: command)
}

/// A number below zero behind an option: the parser takes it for an option of its own.
private func negativeValue(in words: [String]) -> (option: String, value: String)? {
  zip(words, words.dropFirst()).first { option, value in
    option.hasPrefix("-") && Int(option) == nil && (Int(value) ?? 0) < 0
  }.map { ($0, $1) }
}

/// The sentence on the line `Help:`, behind the argument that it is about.
private func parserHelp(_ text: String) -> String? {
  text.split(separator: "\n").first { $0.hasPrefix("Help:  ") }
    .flatMap { line in
      let parts = line.dropFirst("Help:  ".count).split(separator: "  ")
      return parts.count > 1 ? parts.dropFirst().joined(separator: " ") : nil
    }
}

/// A mistake in the words of a command, as the parser tells it.
///
/// Names and values are those in quotation marks, in the order of the parser's sentence; how a
/// sentence begins tells which mistake it is.
private struct UsageMistake {
  let text: String
  /// What the help says of the argument that the mistake is in.
  let help: String?

  /// What stands in quotation marks, in order.
  private var quoted: [String] {
    text.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// The name of the option without the word for its value.
  private func option(_ index: Int) -> String {
    quoted.indices.contains(index)
      ? quoted[index].split(separator: " ").first.map(String.init) ?? "" : ""
  }

  func diagnostic(of command: NamedCommand) -> Diagnostic {
    let all = Wording(
      en: "'\(command.name) --help' lists what it takes",
      th: "ดูสิ่งที่ใช้ได้ด้วย '\(command.name) --help'")
    let (message, hint) = wording(of: command)
    return Diagnostic(.error, "usage", message, hint: hint ?? all)
  }

  private func wording(of command: NamedCommand) -> (Wording, Wording?) {
    let first = quoted.first ?? ""
    if let word = command.unknown {
      return (
        Wording(en: "there is no command '\(word)'", th: "ไม่มีคำสั่ง '\(word)'"),
        didYouMean(word, among: command.subcommands) ?? known(command.subcommands)
      )
    }
    if text.hasPrefix("Unknown option") {
      return (
        Wording(
          en: "'\(command.name)' has no option '\(first)'",
          th: "'\(command.name)' ไม่มีตัวเลือก '\(first)'"),
        didYouMean(first, among: command.options)
      )
    }
    if text.hasPrefix("Unexpected argument") || text.contains("unexpected arguments:") {
      return (unexpected(command), folderHint(first, command))
    }
    return valueWording(of: command)
  }

  private func unexpected(_ command: NamedCommand) -> Wording {
    let words = stride(from: 0, to: quoted.count, by: 1).map { "'\(quoted[$0])'" }
      .joined(separator: " ")
    return Wording(
      en: "'\(command.name)' takes no word \(words) here",
      th: "'\(command.name)' ไม่รับคำ \(words) ตรงนี้")
  }

  /// What to write instead of a date of the other era, or with its parts in another order.
  private func otherDate(_ value: String) -> Wording? {
    guard case .failure(let mistake) = CalendarDate.read(value) else { return nil }
    switch mistake {
    case .buddhistYearAsGregorian, .gregorianYearAsBuddhist, .convertedTwice, .monthFirst,
      .numericOrder:
      return mistake.hint
    default: return nil
    }
  }

  private func folderHint(_ word: String, _ command: NamedCommand) -> Wording? {
    guard command.options.contains("--source") else { return nil }
    return Wording(
      en: "the site's folder is named with '--source \(shellWord(word))'",
      th: "ระบุโฟลเดอร์ของเว็บด้วย '--source \(shellWord(word))'")
  }

  private func known(_ names: [String]) -> Wording {
    let all = names.joined(separator: ", ")
    return Wording(en: "the commands are \(all)", th: "คำสั่งที่มี: \(all)")
  }

  /// Mistakes about the value of an option or an argument.
  private func valueWording(of command: NamedCommand) -> (Wording, Wording?) {
    let first = quoted.first ?? ""
    let help = help.map { Wording(en: $0, th: $0) }
    if text.hasPrefix("Missing value for") {
      let name = option(0)
      return (Wording(en: "'\(name)' needs a value", th: "'\(name)' ต้องมีค่า"), help)
    }
    if text.hasPrefix("Missing expected argument") {
      return (
        Wording(en: "'\(command.name)' needs \(first)", th: "'\(command.name)' ต้องมี \(first)"), help
      )
    }
    if text.hasPrefix("The value") {
      let (name, values) = (option(1), quoted.dropFirst(2).joined(separator: ", "))
      let listed = Wording(en: "it is one of \(values)", th: "ต้องเป็นอย่างใดอย่างหนึ่งใน \(values)")
      return (
        Wording(
          en: "'\(first)' is no value for '\(name)'", th: "'\(first)' ใช้เป็นค่าของ '\(name)' ไม่ได้"),
        values.isEmpty ? otherDate(first) ?? help : listed
      )
    }
    if text.hasPrefix("The option"), text.contains("does not take any value") {
      return (Wording(en: "'\(first)' takes no value", th: "'\(first)' ไม่รับค่า"), nil)
    }
    return (Wording(en: text, th: text), nil)
  }
}
