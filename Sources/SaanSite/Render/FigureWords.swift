import SaanData
import SaanModel
import SaanPages
import SaanTemplate
import SaanText
import Synchronization

/// Writes out the figures that texts outside of articles' bodies state: notes and reasons of
/// tables, titles, captions, phrases, menus, drawings.
///
/// It does so before anything is made of these texts, through the theme's own shortcode. So every
/// page, file and message says the same words, and what pages read of a text is what it says today.
final class FigureWords: Sendable {
  private struct Call: Hashable {
    let text: String
    let language: Language.Tag
  }

  /// What a call says, and the call as it was read, where nothing is wrong with it.
  fileprivate struct Saying {
    let text: String
    let call: TemplateCall

    /// The figure that it states.
    var figure: StatedFigure? {
      call.positional.first?.text.map {
        StatedFigure(id: $0, area: call["area"]?.text, source: call["source"]?.text)
      }
    }
  }

  private struct State {
    var session: RenderSession?
    var said: [Call: Outcome<Saying?>] = [:]
  }

  fileprivate let figures: Statistics
  private let languages: [Language]
  private let theme: Theme
  private let options: BuildOptions
  private let makeSession: @Sendable () -> RenderSession
  private let state = Mutex(State())

  /// Binds the theme to figures, once the first call is met.
  init(_ figures: Statistics, _ settings: Settings, _ theme: Theme, _ options: BuildOptions) {
    self.figures = figures
    self.theme = theme
    languages = settings.languages
    self.options = options
    makeSession = {
      // Nothing of the site but its figures has a word in what one of them says.
      var bare = settings
      (bare.menus, bare.taxonomies, bare.collections, bare.registers) = ([], [], [], [])
      var site = Site(
        settings: bare, today: options.today, entries: [], figures: figures, data: [:],
        theme: theme,
        assets: [:])
      site.asPublished = options.asPublished
      let addresses = PublishedAddresses(routes: Routes(site), listings: [], outputs: [String]())
      let context = SiteContext(site: site, plan: addresses, today: options.today)
      return RenderSession(context, .none, notesReads: false)
    }
  }

  /// Someone who writes the texts of one file.
  var writer: FigureWriter { FigureWriter(words: self) }

  /// How values stand among the words of a language.
  fileprivate func values(in tag: Language.Tag) -> ValueInText? {
    languages.first { $0.tag == tag }?.words.valueInText
  }

  /// What a call says, braces and all, in a language; `nil` where something is wrong with it, which
  /// is told without a place.
  fileprivate func said(_ text: String, in tag: Language.Tag) -> Outcome<Saying?> {
    state.withLock { state -> Outcome<Saying?> in
      let call = Call(text: text, language: tag)
      if let known = state.said[call] { return known }
      let session = state.session ?? makeSession()
      state.session = session
      let said = say(text, through: session, in: tag)
      state.said[call] = said
      return said
    }
  }

  private func say(
    _ text: String, through session: RenderSession, in tag: Language.Tag
  ) -> Outcome<Saying?> {
    let source = SourceFile(path: "", text: text)
    var diagnostics = Diagnostics()
    let read = parseCall(source, range: 2..<source.bytes.count - 2)
      .value(reportingTo: &diagnostics)
    guard let call = read else { return Outcome(nil, diagnostics) }
    guard theme.shortcodes.contains(call.name) else {
      return Outcome(nil, Diagnostics([.unknownShortcode(call, among: theme.shortcodes)]))
    }
    let template = "shortcodes/\(call.name).html"
    diagnostics.merge(Diagnostics(theme.templates.mistakes(in: call, of: template)))
    if let mistake = checkFigure(call, in: figures) {
      diagnostics.merge(Diagnostics([mistake]).told(in: options))
    }
    guard !diagnostics.hasErrors else { return Outcome(nil, diagnostics) }
    let reader = session.reader(of: tag)
    var bytes: [UInt8] = []
    do {
      let found = try theme.templates.render(
        template, globals: session.globals[reader.languageID],
        variables: TemplateMap(call.variables), variant: -1, into: &bytes)
      for warning in found { diagnostics.add(warning) }
    } catch {
      diagnostics.add(error.diagnostic)
      return Outcome(nil, diagnostics)
    }
    let html = HTML(trusted: String(decoding: bytes, as: UTF8.self))
    let words = html.wordsInLine ?? html.markup.withoutTags
    return Outcome(Saying(text: words, call: call), diagnostics)
  }
}

/// Writes out the figures in the texts of one file, and keeps what was said.
struct FigureWriter {
  fileprivate let words: FigureWords
  /// What is wrong with the calls, each at the place of its text.
  private(set) var diagnostics = Diagnostics()
  /// The texts in which figures stand, in their order.
  private(set) var stating: [StatingText] = []

  fileprivate init(words: FigureWords) { self.words = words }

  /// A text with what its figures say; a call with a mistake stays as it is.
  mutating func text(_ text: String, in tag: Language.Tag, at place: Place) -> String {
    self.text(text, at: { _ in place }, in: { _ in tag }, writing: { $0 }, keeping: { $1 })
  }

  /// A text with what its figures say.
  ///
  /// - Parameters:
  ///   - place: where the call at a range of the text stands.
  ///   - language: the language at an offset in the text.
  ///   - writing: how words are written in it.
  ///   - keeping: of the whole, what belongs together around an offset.
  private mutating func text(
    _ text: String, at place: (Range<Int>) -> Place, in language: (Int) -> Language.Tag,
    writing: (String) -> String, keeping: (Int, String) -> String
  ) -> String {
    var bytes = text
    let calls = bytes.withUTF8 { figureCalls(in: $0) }
    guard !calls.isEmpty else { return text }
    let utf8 = Array(bytes.utf8)
    var written: [UInt8] = []
    var copied = 0
    var found: [(place: Place, offset: Int, saying: FigureWords.Saying)] = []
    let isSentence = (text + " ").endsSentence
    for call in calls {
      let tag = language(call.lowerBound)
      let outcome = words.said(String(decoding: utf8[call], as: UTF8.self), in: tag)
      for found in outcome.diagnostics.all { diagnostics.add(found.moved(to: place(call))) }
      guard let saying = outcome.value else { continue }
      let doubled = findDoubledWords(
        around: call, saying.call, in: utf8, language: tag, words.figures, place: place)
      diagnostics.merge(Diagnostics(doubled))
      let before = String(decoding: written + utf8[copied..<call.lowerBound], as: UTF8.self)
      copied = call.upperBound
      let values = words.values(in: tag)
      let joint = values?.joint(after: before, saying.text, beginsSentence: isSentence) ?? .init()
      written = Array((joint.dropsSpace ? String(before.dropLast()) : before).utf8)
      found.append((place(call), written.count, saying))
      written += Array(((joint.addsSpace ? " " : "") + writing(joint.written(saying.text))).utf8)
      let next = String(decoding: utf8[copied...].prefix(4), as: UTF8.self)
      if values?.addsSpace(saying.text, next) == true { written.append(0x20) }
    }
    let whole = String(decoding: written + utf8[copied...], as: UTF8.self)
    keep(found.map { (place: $0.place, text: keeping($0.offset, whole), saying: $0.saying) })
    return whole
  }

  /// Keeps texts with what figures say in them, one for several figures in it.
  private mutating func keep(
    _ found: [(place: Place, text: String, saying: FigureWords.Saying)]
  ) {
    var rest = found[...]
    while let first = rest.first {
      let same = rest.prefix { $0.text == first.text }
      rest = rest.dropFirst(same.count)
      stating.append(
        StatingText(
          place: first.place, text: first.text,
          figures: same.compactMap { $0.saying.figure }, said: same.map(\.saying.text)))
    }
  }

  /// A node of YAML with what its figures say.
  ///
  /// - Parameters:
  ///   - tag: the language of what no key names a language for.
  ///   - languages: the keys that name one.
  mutating func node(
    _ node: YAMLNode, in tag: Language.Tag, among languages: [Language.Tag]
  ) -> YAMLNode {
    switch node.content {
    case .scalar(let text, _):
      let written = self.text(text, in: tag, at: node.place)
      return written == text ? node : YAMLNode(.scalar(written, isPlain: false), at: node.span)
    case .sequence(let elements):
      let all = elements.map { self.node($0, in: tag, among: languages) }
      return YAMLNode(.sequence(all), at: node.span)
    case .mapping(let pairs):
      let all = pairs.map { pair in
        let own = languages.first { $0.rawValue == pair.key.text } ?? tag
        return (key: pair.key, value: self.node(pair.value, in: own, among: languages))
      }
      return YAMLNode(.mapping(all), at: node.span)
    }
  }

  /// A drawing with what its figures say, each in the language that the element around it names.
  mutating func drawing(_ svg: [UInt8], at path: String, in tag: Language.Tag) -> [UInt8] {
    let file = SourceFile(path: path, bytes: svg)
    let written = text(
      String(decoding: svg, as: UTF8.self), at: { file.span($0).place },
      in: { languageOfElement(in: svg, around: $0) ?? tag },
      writing: { HTML(escaping: $0).markup }, keeping: { $1.betweenTags(around: $0) })
    return Array(written.utf8)
  }
}

/// The language that the last tag before an offset names.
private func languageOfElement(in svg: [UInt8], around offset: Int) -> Language.Tag? {
  guard let start = svg[..<offset].lastIndex(of: UInt8(ascii: "<")) else { return nil }
  let tag = String(decoding: svg[start..<offset], as: UTF8.self).prefix { $0 != ">" }
  guard let name = tag.firstRange(of: "lang=") else { return nil }
  let value = tag[name.upperBound...]
  guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
  return Language.Tag(String(value.dropFirst().prefix { $0 != quote }))
}

extension String {
  /// What stands between the tags around an offset.
  fileprivate func betweenTags(around offset: Int) -> String {
    let place = utf8.index(utf8.startIndex, offsetBy: min(offset, utf8.count))
    let start = self[..<place].lastIndex(of: ">").map { index(after: $0) } ?? startIndex
    return String(self[start..<(self[place...].firstIndex(of: "<") ?? endIndex)])
  }
}

extension Diagnostic {
  /// The same at the place of the text that a call stands in.
  fileprivate func moved(to place: Place) -> Diagnostic {
    Diagnostic(severity, code, message, at: place, notes: notes, hint: hint)
  }
}
