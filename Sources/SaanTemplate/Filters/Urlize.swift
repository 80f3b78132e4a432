import SaanText

extension Filter {
  static let urlize = Filter(
    "urlize",
    [
      .init("trim_url_limit", .none), .init("nofollow", false), .init("target", .none),
      .init("rel", .none), .init("extra_schemes", .none),
    ], summary: "web and mail addresses in a text made links", result: .type(.html),
    examples: [
      .init(
        "{{ 'see www.saan.example' | urlize }}",
        #"see <a href="https://www.saan.example" rel="noopener">www.saan.example</a>"#)
    ]
  ) { value, arguments, context throws(TemplateFault) in
    var rel = Set((try arguments.optionalText(3, "rel") ?? "").split(at: nil, limit: -1))
    if arguments[1].isTrue { rel.insert("nofollow") }
    rel.insert("noopener")
    var attributes = " rel=\"\(HTML(escaping: rel.sorted().joined(separator: " ")).markup)\""
    if let target = try arguments.optionalText(2, "target") {
      attributes += " target=\"\(HTML(escaping: target).markup)\""
    }
    let linker = Linker(
      attributes: attributes, limit: try arguments.optionalInteger(0, "trim_url_limit"),
      schemes: arguments[4].elements?.compactMap(\.text) ?? [])
    let text = linker.link(value.escaped)
    return context.escapes ? .html(HTML(trusted: text)) : .string(text)
  }
}

/// Finds addresses in text that is already escaped, by Jinja's rules.
///
/// It keeps Jinja's choices, odd ones as well: a host without `www.` counts only below the old
/// domains, and what begins with `@` is no address.
private struct Linker {
  let attributes: String
  let limit: Int?
  let schemes: [String]

  func link(_ text: String) -> String {
    var result = ""
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isPythonSpace {
        if !word.isEmpty { result += linkWord(String(word)) }
        word = .init()
        result.unicodeScalars.append(scalar)
      } else {
        word.append(scalar)
      }
    }
    return word.isEmpty ? result : result + linkWord(String(word))
  }

  private func linkWord(_ word: String) -> String {
    var (head, middle, tail) = ("", word[...], "")
    while let open = ["(", "<", "&lt;"].first(where: { middle.hasPrefix($0) }) {
      head += open
      middle = middle.dropFirst(open.count)
    }
    while let close = [")", ">", ".", ",", "&gt;"].first(where: { middle.hasSuffix($0) }) {
      tail = close + tail
      middle = middle.dropLast(close.count)
    }
    for (open, close) in [("(", ")"), ("<", ">"), ("&lt;", "&gt;")] {
      var missing = count(open, in: middle) - count(close, in: middle)
      while missing > 0, let end = tail.firstRange(of: close) {
        middle += tail[..<end.upperBound]
        tail = String(tail[end.upperBound...])
        missing -= 1
      }
    }
    return head + anchor(String(middle)) + tail
  }

  private func count(_ part: String, in text: Substring) -> Int {
    String(text).split(at: part, limit: -1).count - 1
  }

  private func anchor(_ text: String) -> String {
    let lower = text.lowercased()
    if isWeb(lower) {
      let isComplete = text.hasPrefix("https://") || text.hasPrefix("http://")
      let href = isComplete ? text : "https://" + text
      return "<a href=\"\(href)\"\(attributes)>\(trimmed(text))</a>"
    }
    if text.hasPrefix("mailto:"), isMail(String(text.dropFirst(7))) {
      return "<a href=\"\(text)\">\(text.dropFirst(7))</a>"
    }
    if !text.hasPrefix("www."), !text.hasPrefix("@"), !text.contains(":"), isMail(text) {
      return "<a href=\"mailto:\(text)\">\(text)</a>"
    }
    for scheme in schemes where text != scheme && text.hasPrefix(scheme) {
      return "<a href=\"\(text)\"\(attributes)>\(text)</a>"
    }
    return text
  }

  private func trimmed(_ text: String) -> String {
    guard let limit, text.length > limit else { return text }
    return String(scalars: text.unicodeScalars.prefix(Swift.max(0, limit))) + "..."
  }

  /// `https?://` or `www.` and a host, or a bare host under one of the old domains.
  private func isWeb(_ text: String) -> Bool {
    for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
      return isHost(host(String(text.dropFirst(scheme.count))), needsDot: false)
    }
    if text.hasPrefix("www.") { return isHost(host(String(text.dropFirst(4))), needsDot: false) }
    let name = host(text)
    return ["com", "net", "int", "edu", "gov", "org", "info", "mil"]
      .contains(String(name.split(separator: ".").last ?? "")) && isHost(name, needsDot: true)
  }

  private func host(_ text: String) -> String {
    let end = text.firstIndex { "/?#:".contains($0) } ?? text.endIndex
    return String(text[..<end])
  }

  private func isHost(_ text: String, needsDot: Bool) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return !text.isEmpty && (!needsDot || labels.count > 1)
      && labels.allSatisfy { label in
        !label.isEmpty
          && label.unicodeScalars.allSatisfy { $0.isWordPart || $0 == "-" || $0 == "%" }
      }
  }

  private func isMail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty && label.unicodeScalars.allSatisfy { $0.isWordPart || $0 == "-" }
      }
  }
}
