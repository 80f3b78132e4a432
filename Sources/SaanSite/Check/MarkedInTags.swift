import SaanModel
import SaanTemplate
import SaanText

extension Check {
  static let marks = Check(
    name: "marks", summary: "The language of a text is marked where an element can stand."
  ) { site, _ in checkMarks(site.theme) }
}

/// Marks of languages where the templates of a theme can write no element.
func checkMarks(_ theme: Theme) -> [Diagnostic] {
  theme.templateNames.flatMap { name in
    let file = theme.templates.sources(of: name).first { $0.name == name }?.file
    return file.map(marksInTags) ?? []
  }
}

/// The places at which a template writes `marked` into a tag or into text that holds no elements.
private func marksInTags(_ file: SourceFile) -> [Diagnostic] {
  let text = file.text
  guard text.contains("marked") else { return [] }
  var found: [Diagnostic] = []
  var place = MarkupPlace()
  var rest = text[...]
  while let character = rest.first {
    guard character == "{", let (code, end) = rest.templateCode else {
      place.read(rest)
      rest.removeFirst()
      continue
    }
    if !place.holdsElements, let mark = code.mark {
      let start = text.utf8.distance(from: text.startIndex, to: mark.startIndex)
      let span = SourceSpan(file: file, range: start..<start + mark.utf8.count)
      found.append(.markedInTag(at: span))
    }
    rest = rest[end...]
  }
  return found
}

/// Where in HTML a reader of a template stands.
private struct MarkupPlace {
  private var isInTag = false
  private var plain: String?

  /// Whether an element may stand there.
  var holdsElements: Bool { !isInTag && plain == nil }

  /// Goes past the first character of what is left.
  mutating func read(_ rest: Substring) {
    if let name = plain {
      if !isInTag, rest.hasPrefix("</\(name)") { plain = nil }
    } else if !isInTag, rest.first == "<" {
      plain = Self.plainElements.first { rest.hasPrefix("<\($0)>") || rest.hasPrefix("<\($0) ") }
    }
    switch rest.first {
    case "<" where rest.dropFirst().first.map { $0.isLetter || $0 == "/" } == true: isInTag = true
    case ">": isInTag = false
    default: break
    }
  }

  private static let plainElements = ["title", "script", "style", "textarea", "option"]
}

extension Substring {
  /// The code of the expression, statement or remark that it begins with, and where that ends;
  /// remarks have none.
  fileprivate var templateCode: (code: Substring, end: Index)? {
    let pairs = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")]
    guard let (start, close) = pairs.first(where: { hasPrefix($0.0) }),
      let end = firstRange(of: close)
    else { return nil }
    let code = dropFirst(2)[..<end.lowerBound]
    return (start == "{{" ? code : "", end.upperBound)
  }

  /// The name of the filter `marked`, where code uses it.
  fileprivate var mark: Substring? {
    for range in ranges(of: "marked") {
      let before = self[..<range.lowerBound].last { $0 != " " }
      if before == "|" { return self[range] }
    }
    return nil
  }
}
