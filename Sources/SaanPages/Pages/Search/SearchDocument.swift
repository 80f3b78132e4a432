import SaanData
import SaanMarkdown
import SaanModel
import SaanText

/// What search knows of a page: what stands on it for its reader, without the words of templates.
struct SearchDocument: Sendable {
  let kind: SearchKind
  /// Where it stands among those of its kind: the smaller, the sooner it is told.
  let order: Int
  /// The path below the language's own.
  let path: String
  let title: String
  /// What stands beside the title in a list of results.
  let note: String
  /// What stands below the title.
  let summary: String
  /// What it is found by as by its title.
  let names: [String]
  /// The same, of what many pages are found by: the index has each of these once.
  let sharedNames: [String]
  let texts: [String]
  /// The same, of what stands on many pages.
  let sharedTexts: [String]
  let provinces: [String]
  let topics: [String]
  let year: Int?

  /// The longest summary, in letters.
  static let longestSummary = 160

  /// What is found by a job's page; `nil` for pages that are not found.
  init?(_ job: Job, _ reader: Reader) {
    guard let kind = job.subject.foundAs else { return nil }
    // An article may be another than when the page was planned.
    let current = job.subject.entry.flatMap { reader.entry($0.key) }
    let job = current.flatMap(job.showing) ?? job
    let page = PageView(reader: reader, job: job)
    guard !page.isFallback else { return nil }
    let subject = job.subject
    self.kind = kind
    let date = page.date?.date ?? subject.searchDays(of: page).first
    order = subject.searchOrder(of: page) ?? date.map { -$0.firstDay.dayNumber } ?? Int.max
    let prefix = page.reader.path("", page.reader.language)
    path =
      job.path.hasPrefix(prefix)
      ? String(job.path.dropFirst(prefix.count)) : "../" + job.path.dropFirst()
    title = subject.searchTitle(of: page)
    let isDated = subject.entry != nil || !subject.searchDays(of: page).isEmpty
    let day = isDated ? date?.text(.medium, in: page.reader.language) : nil
    let held = page.page?.preview.map { page.reader.phrase($0.phrase) }
    note = [held, subject.searchNote(of: page), day].compactMap { $0 }.joined(separator: " · ")
    // Of thousands of rows the same sentence tells nothing.
    let lead = subject.isOneOfMany ? nil : page.summary
    summary = lead.map { truncated($0, to: Self.longestSummary) } ?? ""
    let days = isDated ? [date].compactMap { $0 } + subject.searchDays(of: page) : []
    names = subject.otherNames(of: page) + Self.names(of: days, page.reader)
    var seen = Set<String>()
    sharedNames = (subject.sharedNames(of: page) + days.flatMap(\.years)).filter {
      !$0.isEmpty && seen.insert($0).inserted
    }
    // The list that it stands in is told above the page: news of a year are asked for so.
    texts =
      [lead, day == nil ? nil : subject.searchNote(of: page)].compactMap { $0 }
      + subject.searchTexts(of: page)
    sharedTexts = Set(subject.sharedTexts(of: page)).filter { !$0.isEmpty }.sorted()
    provinces = subject.searchProvinces(of: page)
    topics = subject.searchTopics(of: page)
    year = day == nil ? nil : date?.year
  }

  /// How days are written, in full and in short, and in full in the site's other languages,
  /// whichever the reader thinks of.
  private static func names(of days: [CalendarDate], _ reader: Reader) -> [String] {
    var seen = Set<String>()
    let others = reader.languages.filter { $0.tag != reader.tag }
    return days.flatMap { day in
      [day.text(.long, in: reader.language), day.text(.medium, in: reader.language)]
        + others.map { day.text(.long, in: $0) }
    }.filter { seen.insert($0).inserted }
  }
}

extension HeldBack.Reason {
  /// How the theme tells it of a page that only a preview shows.
  fileprivate var phrase: Phrase {
    switch self {
    case .draft: .previewDraft
    case .scheduled: .previewScheduled
    case .expired: .previewExpired
    }
  }
}

/// What an ordinary page is found by.
extension Subject {
  package var foundAs: SearchKind? { isForSearch ? (entry == nil ? .section : .article) : nil }
  package func searchTitle(of page: PageView) -> String { page.title }
  package func searchOrder(of page: PageView) -> Int? { entry == nil ? 0 : nil }
  package func otherNames(of page: PageView) -> [String] {
    page.entry?.pages.map(\.title).filter { $0 != page.title } ?? []
  }
  package func sharedNames(of page: PageView) -> [String] { [] }
  package func searchNote(of page: PageView) -> String? {
    guard let entry = page.entry, let list = page.reader.settings.collection(containing: entry.key)
    else { return nil }
    return list.title[page.reader.tag]
  }
  package func searchDays(of page: PageView) -> [CalendarDate] { page.proposal?.days ?? [] }
  package func searchTexts(of page: PageView) -> [String] {
    page.visibleTexts + page.trackedTexts
  }
  package func sharedTexts(of page: PageView) -> [String] { [] }
  package func searchTopics(of page: PageView) -> [String] {
    let own = indicator.flatMap { page.reader.figures.indicators[$0].topic }
    return (page.page?.front.topics?.map(\.value) ?? []) + [own].compactMap { $0 }
  }
  package func searchProvinces(of page: PageView) -> [String] {
    let named = page.entry?.original.front.areas ?? []
    var seen = Set<String>()
    return named.compactMap { page.reader.areas[$0.value] }
      .compactMap { page.reader.province(around: $0) }.filter { seen.insert($0).inserted }
  }
}

extension CalendarDate {
  /// The years of its first and last day in both eras.
  var years: [String] {
    Set([firstDay.year, lastDay.year]).sorted().flatMap { [String($0), String($0 + 543)] }
  }
}

extension Reader {
  /// The slug of the province that an area is or lies in.
  func province(around area: Area) -> String? {
    var next: Area? = area
    for _ in 0..<5 {
      guard let area = next else { return nil }
      if area.areaClass == .province { return area.slug }
      next = areas.parent(of: area)
    }
    return nil
  }
}

extension PageView {
  /// The words of its article that stand on the page: the text with what shortcodes show, and what
  /// is said of its pictures.
  fileprivate var visibleTexts: [String] {
    guard let page = text else { return [] }
    var shown: [String] = []
    let body = page.body.text { call in
      guard let fragment = reader.fragment(of: call) else { return nil }
      let text = visibleText(of: fragment.html)
      if fragment.words != nil { return text }
      shown.append(text)
      return "\n"
    }
    let captions = page.body.links.filter(\.isImage).map(\.title)
    let image = page.front.image
    return [body] + shown + captions
      + [image?.caption, image?.credit, image?.licence, page.front.author].compactMap { $0 }
  }
}
