import ArgumentParser
import SaanText

/// Which language the user wants to be spoken to, known before anything is parsed: help and usage
/// mistakes are said in it as well.
struct CommandLanguage: Sendable {
  let language: MessageLanguage
  /// The words of the command line without `--lang` and its value.
  let rest: [String]

  /// What this run of the program was asked for.
  static let asked = CommandLanguage(
    Array(CommandLine.arguments.dropFirst()),
    environment: ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Terminal.environment)
      .first { !$0.isEmpty })

  /// Looks for `--lang`; a value that is no language stays, to be reported as any other.
  init(_ words: [String], environment: String?) {
    var language = MessageLanguage(environment: environment)
    var rest: [String] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      if word == "--" {
        rest += words[index...]
        break
      }
      if word == "--lang", index + 1 < words.count,
        let asked = MessageLanguage(rawValue: words[index + 1])
      {
        language = asked
        index += 1
      } else if let asked = MessageLanguage(rawValue: String(word.dropFirst("--lang=".count))),
        word.hasPrefix("--lang=")
      {
        language = asked
      } else {
        rest.append(word)
      }
      index += 1
    }
    self.language = language
    self.rest = rest
  }
}

/// A sentence of the command line's help, in the language of this run.
func said(en: String, th: String) -> String {
  Wording(en: en, th: th).text(in: Terminal.language)
}

extension ArgumentHelp {
  /// The help of an option or an argument, in the language of this run.
  static func said(en: String, th: String, valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(Wording(en: en, th: th).text(in: Terminal.language), valueName: valueName)
  }
}

/// The help page with the argument parser's own words in the language of this run.
func translatedHelp(_ text: String) -> String {
  guard Terminal.language == .thai else { return text }
  return parserWords.reduce(text) { text, word in
    text.split(separator: word.english, omittingEmptySubsequences: false)
      .joined(separator: word.thai)
  }
}

private let parserWords: [(english: String, thai: String)] = [
  ("OVERVIEW: ", ""), ("USAGE: ", "วิธีใช้: "), ("OPTIONS:\n", "ตัวเลือก:\n"),
  ("ARGUMENTS:\n", "อาร์กิวเมนต์:\n"), ("SUBCOMMANDS:\n", "คำสั่ง:\n"),
  ("Show the version.", "แสดงรุ่นของโปรแกรม"), ("Show help information.", "แสดงวิธีใช้"),
  ("(default)", "(ค่าเริ่มต้น)"), ("(default:", "(ค่าเริ่มต้น:"), ("(values:", "(ค่าที่ใช้ได้:"),
  ("; default:", "; ค่าเริ่มต้น:"), ("See 'saan help", "ดูรายละเอียดด้วย 'saan help"),
  (" <subcommand>' for detailed help.", " <คำสั่ง>'"), ("<subcommand>", "<คำสั่ง>"),
  ("<options>", "<ตัวเลือก>"),
]
