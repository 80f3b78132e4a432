/// The text with characters that cannot be seen made visible: `‹ZWSP›`, `‹NBSP›`, `‹U+0007›`.
package func makingVisible(_ text: String) -> String {
  withUTF8(of: text) { utf8 in
    let unseen = thaiTextIssues(in: utf8).filter { issue in
      [.invisible, .space, .control].contains(issue.kind)
    }
    guard !unseen.isEmpty else { return text }
    var result = ""
    var start = 0
    for issue in unseen {
      result += String(decoding: utf8[start..<issue.range.lowerBound], as: UTF8.self)
      result += "‹" + characterName(String(decoding: utf8[issue.range], as: UTF8.self)) + "›"
      start = issue.range.upperBound
    }
    return result + String(decoding: utf8[start...], as: UTF8.self)
  }
}

/// The short name of a character: `ZWSP`, `U+0007`.
func characterName(_ text: String) -> String {
  let value = text.unicodeScalars.first?.value ?? 0
  switch value {
  case 0xA0: return "NBSP"
  case 0xAD: return "SHY"
  case 0x200B: return "ZWSP"
  case 0x200C: return "ZWNJ"
  case 0x200D: return "ZWJ"
  case 0x200E: return "LRM"
  case 0x200F: return "RLM"
  case 0x2060: return "WJ"
  case 0xFEFF: return "BOM"
  default:
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
