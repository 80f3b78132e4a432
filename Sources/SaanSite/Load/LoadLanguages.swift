import SaanData
import SaanModel
import SaanText

/// Reads the languages of a site: Thai and English where it names none, the default one first.
func readLanguages(_ reader: inout MappingReader) -> [Language] {
  let defaultTag = reader.located("default_language")
  var languages: [Language] = []
  var fallbacks: [[Located<String>]] = []
  for (tag, node) in reader.pairs("languages") {
    guard isSlug(tag.value.lowercased()) else {
      reader.add(.badSlug(tag.value, at: tag.span.place))
      continue
    }
    var part = MappingReader(node, subject: Wording(en: "a language", th: "ภาษา"))
    let name = part.text("name") ?? tag.value
    let calendar = part.choice("calendar", of: Language.Calendar.self)
    let prefix = part.located("prefix").flatMap { part.addressPath($0) }
    fallbacks.append(part.texts("fallback"))
    reader.merge(part.finish())
    languages.append(
      Language(
        tag: Language.Tag(tag.value), name: name,
        calendar: calendar ?? (tag.value == "th" ? .buddhist : .gregorian),
        prefix: prefix ?? tag.value))
  }
  if languages.isEmpty { languages = [.thai, .english] }
  for (index, fallback) in fallbacks.enumerated() {
    let tags = checked(fallback, of: languages[index], among: languages, &reader)
    languages[index] = languages[index].borrowing(from: tags)
  }
  guard let defaultTag else { return languages }
  guard let index = languages.firstIndex(where: { $0.tag.rawValue == defaultTag.value }) else {
    reader.add(.unknownLanguage(defaultTag, among: languages))
    return languages
  }
  languages.insert(languages.remove(at: index), at: 0)
  return languages
}

/// The languages that one borrows from, each another one of the site and named once.
private func checked(
  _ fallback: [Located<String>], of language: Language, among languages: [Language],
  _ reader: inout MappingReader
) -> [String] {
  var tags: [String] = []
  for tag in fallback {
    if !languages.contains(where: { $0.tag.rawValue == tag.value }) {
      reader.add(.unknownLanguage(tag, among: languages))
    } else if tag.value == language.tag.rawValue || tags.contains(tag.value) {
      reader.add(.fallbackInCircle(tag, of: language))
    } else {
      tags.append(tag.value)
    }
  }
  return tags
}

/// Gives languages the words that the site has for them in `theme/words/`.
///
/// Thai and English have all words, and a file of theirs replaces some; a file of another language
/// has all that are not optional.
func loadWords(_ tree: SourceTree, _ languages: [Language]) -> Outcome<[Language]> {
  var diagnostics = Diagnostics()
  let folder = "theme/words"
  for path in tree.paths(below: folder, ending: "yaml") {
    let tag = String(path.dropFirst(folder.count + 1).dropLast(".yaml".count))
    if !languages.contains(where: { $0.tag.rawValue == tag }) {
      diagnostics.add(.wordsOfNoLanguage(tag, path, among: languages))
    }
  }
  let spoken = languages.map { language in
    let path = "\(folder)/\(language.tag.rawValue).yaml"
    var words = language.words
    var isRead = true
    if let file = tree.files[path] {
      let own = readWords(file)
      isRead = !own.diagnostics.hasErrors
      words = words.replacing(own.value(reportingTo: &diagnostics))
    }
    let missing = words.missing
    if isRead, !missing.isEmpty {
      diagnostics.add(.missingWords(missing, of: language, in: path))
    }
    return language.speaking(words)
  }
  return Outcome(spoken, diagnostics)
}

private func readWords(_ file: SourceFile) -> Outcome<[Word: PhraseForms]> {
  var diagnostics = Diagnostics()
  var words: [Word: PhraseForms] = [:]
  let root = readYAML(file).value(reportingTo: &diagnostics)
  if let root { diagnostics.merge(leftoversInPhrases(root, statesFigures: false)) }
  for (key, value) in root?.pairs ?? [] {
    guard let name = key.text else { continue }
    guard let word = Word(rawValue: name) else {
      diagnostics.add(.unknownWord(Located(name, at: key.span)))
      continue
    }
    let forms =
      value.text.map { PhraseForms(other: $0) }
      ?? value["other"]?.text.map { PhraseForms(one: value["one"]?.text, other: $0) }
    guard let forms else {
      diagnostics.add(.badPhrase(name, at: key.span))
      continue
    }
    if forms.isBlank {
      diagnostics.add(.emptyWord(word, at: value.span.place))
      continue
    }
    for lost in word.neededNames.subtracting(forms.other.names).sorted() {
      diagnostics.add(.lostWordName(lost, in: word, at: value.span.place))
    }
    let known = word.names
    for unknown in forms.names.subtracting(known).sorted() {
      diagnostics.add(.unknownWordName(unknown, in: word, known.sorted(), at: value.span.place))
    }
    words[word] = forms
  }
  return Outcome(words, diagnostics)
}

extension PhraseForms {
  /// Whether a form of it says nothing.
  fileprivate var isBlank: Bool {
    [other, one ?? other].contains { $0.written.allSatisfy(\.isWhitespace) }
  }
}

extension Word {
  /// What stands in its braces in every language that the program knows: without it a date would
  /// lose its day.
  fileprivate var neededNames: Set<String> {
    Set(LanguageWords.thai.forms(self).other.names)
      .intersection(LanguageWords.english.forms(self).other.names).subtracting(["_"])
  }

  /// What may stand in its braces, `{_}` for the space at which no line ends among them.
  fileprivate var names: Set<String> {
    let own = LanguageWords.thai.forms(self).names.union(LanguageWords.english.forms(self).names)
    return own.isEmpty ? [] : own.union(["_"])
  }
}
