import SaanData
import SaanMarkdown
import SaanModel
import SaanText

/// Joins the files of an article, which are its translations.
///
/// Fields without words, such as the day and the topics, hold for the article whichever file has
/// them, and files that disagree are told. Words belong to a language: what a translation lacks it
/// borrows from files that are out, never from a draft.
struct TranslationJoiner {
  let settings: Settings
  let areas: AreaTable
  let options: BuildOptions
  var heldBack: [HeldBack] = []
  var diagnostics = Diagnostics()

  init(settings: Settings, areas: AreaTable, options: BuildOptions) {
    self.settings = settings
    self.areas = areas
    self.options = options
  }

  /// The article of the files with one key, or of a row that has none; `nil` when none of them is
  /// out today.
  mutating func join(_ key: String, _ files: [LoadedFile], _ row: ArticleRow? = nil) -> Entry? {
    let chosen = readingEvents(onePerLanguage(row.map { files.joined(by: $0) } ?? files), row)
    guard let original = chosen.first else { return nil }
    let ofRow = files.isEmpty ? [] : row.flatMap { $0.files.first }.map { [$0] } ?? []
    let shared = sharedFields(of: chosen + ofRow)
    let live = chosen.filter { !holdBack($0, key, of: original, shared) }
    guard let first = live.first else { return nil }
    if let front = first.front, front.title == nil, !front.saysTitle {
      diagnostics.add(.missingTitle(in: first.source))
    }
    let pages = live.map { file in
      let fields = words(of: file, among: live, original: original)
      return Page(
        language: file.name.language,
        titleLanguage: file.front?.title == nil ? first.name.language : file.name.language,
        summaryLanguage: file.front?.summary == nil ? first.name.language : file.name.language,
        preview: options.published.reasonToHold(
          file.front ?? FrontMatter(), original: original.front ?? FrontMatter()),
        source: file.source, front: fields.sharing(shared), body: file.body)
    }
    return Entry(key: key, pages: pages, isIndex: original.name.isIndex)
  }

  /// The files in the order of the site's languages, one of each.
  private mutating func onePerLanguage(_ files: [LoadedFile]) -> [LoadedFile] {
    settings.languages.compactMap { language in
      let same = files.filter { $0.name.language == language.tag }
      for extra in same.dropFirst() {
        diagnostics.add(.twoFilesForOnePage(extra.source, same[0].source))
      }
      return same.first
    }
  }

  /// A file's fields with the words that it inherits, of files that are out only: what a draft
  /// says is published nowhere, but its address is the article's.
  private func words(
    of file: LoadedFile, among live: [LoadedFile], original: LoadedFile
  ) -> FrontMatter {
    var fields = file.front ?? FrontMatter()
    for (index, other) in live.enumerated() {
      guard let front = other.front else { continue }
      let language = other.name.language
      fields =
        index == 0
        ? fields.inheriting(from: front, in: language)
        : fields.inheritingDetails(from: front, in: language)
    }
    fields.slug = fields.slug ?? original.front?.slug
    return fields
  }

  /// Whether the file is set aside today.
  private mutating func holdBack(
    _ file: LoadedFile, _ key: String, of original: LoadedFile, _ shared: FrontMatter
  ) -> Bool {
    guard let own = file.front else { return false }
    checkDays(own, file, original: original)
    let above = original.front ?? FrontMatter()
    guard let reason = options.reasonToHold(own, original: above) else { return false }
    let isOwn =
      switch reason {
      case .draft: own.isDraft != nil
      case .scheduled: own.publishDate != nil
      case .expired: own.expiryDate != nil
      }
    let place = placeOfField([reason.key], in: isOwn ? file.source : original.source)
    heldBack.append(
      HeldBack(
        key: key, language: file.name.language, source: file.source, reason: reason,
        place: place, slug: own.slug?.value ?? above.slug?.value,
        aliases: own.aliases.map(\.value), topics: (shared.topics ?? []).map(\.value),
        areas: (shared.areas ?? []).map(\.value)))
    return true
  }
}

// MARK: - Fields without words

extension TranslationJoiner {
  /// The fields that are the same in every language, whichever file has them.
  private mutating func sharedFields(of files: [LoadedFile]) -> FrontMatter {
    var shared = files[0].front ?? FrontMatter()
    // A row says everything at its first language.
    let files = files[0].row == nil ? files : [files[0]]
    if files.count > 1 {
      shared.date = one("date", of: files) { $0.date }
      shared.updated = one("updated", of: files) { $0.updated }
      shared.topics = one("topics", of: files, { $0.topics }) { [settings] left, right in
        settings.slugs(left).words == settings.slugs(right).words
      }
      shared.areas = one("areas", of: files, { $0.areas }) { [areas] left, right in
        left.words == right.words || areas.codes(left) == areas.codes(right)
      }
      shared.figures = one("figures", of: files, { $0.figures }) { left, right in
        left.map(\.value) == right.map(\.value)
      }
      // A row's place in its table is what counts where no file says another.
      let weighing = files.filter { $0.row == nil }
      shared.weight =
        one("weight", of: weighing) { $0.weight }
        ?? files.lazy.compactMap { $0.front?.weight }.first
      shared.template = one("template", of: files, { $0.template }) { $0.value == $1.value }
      shared.start = one("extra", "start", of: files) { $0.start }
      shared.end = one("extra", "end", of: files) { $0.end }
      shared.event = sharedEvent(of: files)
      shared.asOf = one("extra", "as_of", of: files) { $0.asOf }
      let image = one("image", "src", of: files, { $0.image?.source }) { $0.value == $1.value }
      shared.image = image.map { FrontMatter.Image(source: $0) }
    }
    shared.topics = shared.topics.map { settings.slugs($0) }
    checkUpdated(of: shared, in: files)
    shared.published = shared.date
    shared.date = shared.start ?? shared.date ?? shared.asOf
    shared.addAreaOfEvent(at: files[0].source.start)
    checkEnd(of: shared, in: files)
    for mistake in checkEvent(shared, today: options.today, place: { files.place(of: $0) }) {
      diagnostics.add(mistake)
    }
    return shared
  }

  /// The value that the files agree on; a file that says otherwise is reported.
  private mutating func one<Value: Equatable>(
    _ keys: String..., of files: [LoadedFile], _ value: (FrontMatter) -> Value?
  ) -> Value? {
    agreed(keys, files, value, ==)
  }

  /// The value that the files agree on, by a comparison of its own.
  private mutating func one<Value>(
    _ keys: String..., of files: [LoadedFile], _ value: (FrontMatter) -> Value?,
    _ isSame: (Value, Value) -> Bool
  ) -> Value? {
    agreed(keys, files, value, isSame)
  }

  private mutating func agreed<Value>(
    _ keys: [String], _ files: [LoadedFile], _ value: (FrontMatter) -> Value?,
    _ isSame: (Value, Value) -> Bool
  ) -> Value? {
    var found: (value: Value, file: LoadedFile)?
    for file in files {
      guard let next = file.front.flatMap(value) else { continue }
      guard let first = found else {
        found = (next, file)
        continue
      }
      guard !isSame(first.value, next) else { continue }
      diagnostics.add(
        .differentValues(
          keys.joined(separator: "."), at: file.place(of: keys),
          other: first.file.place(of: keys)))
    }
    return found?.value
  }

  /// Reports an article that was changed before it was there; an event's date is to come.
  private mutating func checkUpdated(of shared: FrontMatter, in files: [LoadedFile]) {
    guard let updated = shared.updated, let date = shared.date, shared.start == nil,
      updated.date.lastDay < date.date.firstDay,
      let file = files.first(where: { $0.front?.updated != nil })
    else { return }
    diagnostics.add(
      .updatedBeforeDate(updated, date, at: file.place(of: ["updated"])))
  }

  /// Reports a file that is out on no day at all.
  private mutating func checkDays(_ own: FrontMatter, _ file: LoadedFile, original: LoadedFile) {
    let above = original.front ?? FrontMatter()
    guard own.publishDate != nil || own.expiryDate != nil,
      let publish = own.publishDate ?? above.publishDate,
      let expiry = own.expiryDate ?? above.expiryDate, expiry.date <= publish.date
    else { return }
    let source = own.expiryDate == nil ? original.source : file.source
    diagnostics.add(.neverOut(publish, expiry, at: placeOfField(["expiry_date"], in: source)))
  }

  /// Reports an event that ends before it begins.
  private mutating func checkEnd(of shared: FrontMatter, in files: [LoadedFile]) {
    guard let end = shared.end, let start = shared.start ?? shared.date, end.ends(before: start),
      let file = files.first(where: { $0.front?.end != nil })
    else { return }
    diagnostics.add(
      .endsBeforeStart(end, start, at: file.place(of: ["extra", "end"])))
  }
}

// MARK: - Events

extension TranslationJoiner {
  /// The files with what they say of an event, where they or a row say when it begins.
  private mutating func readingEvents(_ files: [LoadedFile], _ row: ArticleRow?) -> [LoadedFile] {
    let isEvent = row?.isEvent ?? false || files.contains { $0.front?.start != nil }
    return files.map { file in
      guard file.row == nil, let front = file.front, !front.extra.isEmpty else { return file }
      guard isEvent else {
        if let field = front.extra.first(where: { $0.key.hasPrefix("repeats") }) {
          diagnostics.add(
            .eventWithoutStart(field.key, at: placeOfField(["extra", field.key], in: file.source)))
        }
        return file
      }
      var reader = EventReader(WrittenEvent(front.extra))
      var read = file
      read.front?.event = reader.details()
      for mistake in reader.found { diagnostics.add(mistake) }
      return read
    }
  }

  /// What the files agree on of an event.
  private mutating func sharedEvent(of files: [LoadedFile]) -> EventDetails {
    var event = EventDetails()
    event.status = one("extra", "status", of: files) { $0.event.status }
    event.previousStart = one("extra", "previous_start", of: files) { $0.event.previousStart }
    event.zone = one("extra", "timezone", of: files) { $0.event.zone }
    event.area = one("extra", "area", of: files) { $0.event.area }
    event.onlineURL = one("extra", "online_url", of: files) { $0.event.onlineURL }
    event.url = one("extra", "url", of: files) { $0.event.url }
    event.participants = one("extra", "participants_count", of: files) { $0.event.participants }
    event.participantsBound = one("extra", "participants_bound", of: files) {
      $0.event.participantsBound
    }
    event.recurrence = one("extra", "repeats", of: files) { $0.event.recurrence }
    event.outputs =
      one("extra", "outputs", of: files) { front in
        front.event.outputs.isEmpty ? nil : front.event.outputs
      } ?? []
    event.source = one("extra", "source", of: files) { $0.event.source }
    event.uid = one("extra", "uid", of: files) { $0.event.uid }
    event.cells = files.compactMap(\.row).first?.row.cells ?? []
    return event
  }
}

extension [LoadedFile] {
  /// The files with the words of a row that they lack; without files, the row as one in each of its
  /// languages.
  fileprivate func joined(by row: ArticleRow) -> [LoadedFile] {
    guard !isEmpty else { return row.files }
    return map { file in
      guard let words = row.front(in: file.name.language), var front = file.front else {
        return file
      }
      var joined = file
      front.title = front.title ?? words.title
      front.summary = front.summary ?? words.summary
      front.extra += words.extra.filter { pair in !front.extra.contains { $0.key == pair.key } }
      joined.front = front
      return joined
    }
  }

  /// Where a field of an event stands: in the file that has it, else at the first.
  fileprivate func place(of field: String) -> Place {
    if field == "updated", let file = first(where: { $0.row == nil && $0.front?.updated != nil }) {
      return file.place(of: [field])
    }
    let file = first { file in
      file.row.map { !$0.row.isMissing(field) }
        ?? file.front.map { $0.hasField(field) } ?? false
    }
    return (file ?? self[0]).place(of: ["extra", field])
  }
}

extension ArticleRow {
  /// The row as files of its languages.
  fileprivate var files: [LoadedFile] {
    fronts.map { language, front in
      LoadedFile(
        name: ContentName(key: key, language: language), source: source, front: front,
        body: PageText(document: parseMarkdown(source).value, calls: []), row: self)
    }
  }
}

extension FrontMatter {
  fileprivate func hasField(_ name: String) -> Bool {
    switch name {
    case "start": start != nil
    case "end": end != nil
    default: extra.contains { $0.key == name }
    }
  }

  /// Counts the place of an event among what the article is about.
  fileprivate mutating func addAreaOfEvent(at span: SourceSpan) {
    guard start != nil, let area = event.area,
      !(areas ?? []).contains(where: { $0.value == area })
    else { return }
    areas = (areas ?? []) + [Located(area, at: span)]
  }
}

extension [Located<String>] {
  /// The words without their order, which says nothing about topics and areas.
  fileprivate var words: Set<String> { Set(map(\.value)) }
}

extension Settings {
  /// Topics by their slugs, where an article names them by a title that no other has.
  fileprivate func slugs(_ topics: [Located<String>]) -> [Located<String>] {
    let terms = taxonomies.flatMap(\.terms)
    return topics.map { topic in
      guard !terms.contains(where: { $0.slug == topic.value }) else { return topic }
      let meant = terms.filter { $0.title.all.contains(topic.value) }
      return meant.count == 1 ? Located(meant[0].slug, at: topic.span) : topic
    }
  }
}

extension AreaTable {
  /// The codes of areas that may be named by code, ISO code or slug.
  fileprivate func codes(_ names: [Located<String>]) -> Set<String> {
    Set(names.map { self[$0.value]?.code ?? $0.value })
  }
}
