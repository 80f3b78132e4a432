import SaanData
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

  /// The article of the files with one key; `nil` when none of them is out today.
  mutating func join(_ key: String, _ files: [LoadedFile]) -> Entry? {
    let chosen = onePerLanguage(files)
    guard let original = chosen.first else { return nil }
    let shared = sharedFields(of: chosen)
    let topics = (shared.topics ?? []).map(\.value)
    let live = chosen.filter { !holdBack($0, key, of: original, topics) }
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
    _ file: LoadedFile, _ key: String, of original: LoadedFile, _ topics: [String]
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
        aliases: own.aliases.map(\.value), topics: topics,
        areas: (own.areas ?? above.areas ?? []).map(\.value)))
    return true
  }
}

// MARK: - Fields without words

extension TranslationJoiner {
  /// The fields that are the same in every language, whichever file has them.
  private mutating func sharedFields(of files: [LoadedFile]) -> FrontMatter {
    var shared = files[0].front ?? FrontMatter()
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
      shared.weight = one("weight", of: files) { $0.weight }
      shared.template = one("template", of: files, { $0.template }) { $0.value == $1.value }
      shared.start = one("extra", "start", of: files) { $0.start }
      shared.end = one("extra", "end", of: files) { $0.end }
      shared.asOf = one("extra", "as_of", of: files) { $0.asOf }
      let image = one("image", "src", of: files, { $0.image?.source }) { $0.value == $1.value }
      shared.image = image.map { FrontMatter.Image(source: $0) }
    }
    shared.topics = shared.topics.map { settings.slugs($0) }
    checkUpdated(of: shared, in: files)
    shared.published = shared.date
    shared.date = shared.start ?? shared.date ?? shared.asOf
    checkEnd(of: shared, in: files)
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
          keys.joined(separator: "."), at: placeOfField(keys, in: file.source),
          other: placeOfField(keys, in: first.file.source)))
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
      .updatedBeforeDate(updated, date, at: placeOfField(["updated"], in: file.source)))
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
      .endsBeforeStart(end, start, at: placeOfField(["extra", "end"], in: file.source)))
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
