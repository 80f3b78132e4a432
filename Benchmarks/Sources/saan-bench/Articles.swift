/// The news of the synthetic site, each in both languages.
struct Articles {
  let count: Int
  let provinces: [Province]
  let seed: UInt64

  /// The part of an article's address; the same in both languages.
  func slug(_ number: Int) -> String { "report-" + padded(number + 1, 5) }

  /// Both files of an article.
  func article(_ number: Int) -> Bilingual {
    var random = SeededRandom(seed: seed, part: "news", number: number)
    let draft = ArticleDraft(number: number, of: self, random: &random)
    return Bilingual(draft.file("th"), draft.file("en"))
  }

  /// The headline of an article, which others link to.
  func headline(_ number: Int) -> Bilingual {
    var random = SeededRandom(seed: seed, part: "headline", number: number)
    let place = PlaceNames.make(&random)
    let pattern = random.pick(Sentences.headlines)
    return Bilingual(
      pattern.th.replacing("{s}", with: place.th), pattern.en.replacing("{s}", with: place.en))
  }
}

/// What was drawn for one article, before it is put into words.
struct ArticleDraft {
  private let articles: Articles
  private let title: Bilingual
  private let date: String
  private let topics: [Topic]
  private let province: Province
  private let others: [Province]
  private let paragraphs: [Bilingual]
  private let headings: [Bilingual]
  private let items: [Bilingual]
  private let rows: [(place: Bilingual, people: Int, year: Int)]
  private let figure: String
  private let links: [Int]

  init(number: Int, of articles: Articles, random: inout SeededRandom) {
    self.articles = articles
    title = articles.headline(number)
    date = random.day(2012...2024)
    topics = random.picks(random.number(1...3), of: Topic.all)
    province = random.pick(articles.provinces)
    others = random.picks(random.number(0...2), of: articles.provinces)
    let sentences = random.picks(random.number(11...15), of: Sentences.all)
    let values = SentenceValues(province: province, random: &random)
    var drawn: [Bilingual] = []
    var rest = sentences[...]
    while !rest.isEmpty {
      let paragraph = rest.prefix(random.number(2...3))
      rest = rest.dropFirst(paragraph.count)
      drawn.append(
        Bilingual(
          paragraph.map { values.fill($0.th, "th") }.joined(separator: " "),
          paragraph.map { values.fill($0.en, "en") }.joined(separator: " ")))
    }
    paragraphs = drawn
    headings = random.picks(3, of: Sentences.headings)
    items = random.picks(random.number(3...5), of: Sentences.items)
    rows = (0..<random.number(4...6)).map { _ in
      (PlaceNames.make(&random), random.skewed(20...900), random.number(2012...2024))
    }
    figure = random.pick(Observations.complete)
    links = (0..<2).map { _ in random.number(0...articles.count - 1) }.filter { $0 != number }
  }

  /// The Markdown of one language; the original alone says what both share.
  func file(_ language: String) -> String {
    let isOriginal = language == "th"
    let summary = paragraphs[0][language].prefix(isOriginal ? 120 : 150)
    var text = "---\ntitle: \(title[language])\nsummary: \"\(summary)…\"\n"
    if isOriginal {
      var codes = [province.code]
      for other in others where !codes.contains(other.code) { codes.append(other.code) }
      text += "date: \(date)\n"
      text += "topics: [\(topics.map(\.slug).joined(separator: ", "))]\n"
      text += "areas: [\(codes.map { "\"\($0)\"" }.joined(separator: ", "))]\n"
    }
    text += "---\n\n"
    return text + body(language)
  }

  private func body(_ language: String) -> String {
    let isThai = language == "th"
    let number = "{{ figure(\"\(figure)\", area=\"\(province.code)\") }}"
    var text = paragraphs[0][language] + "\n\n"
    text +=
      (isThai
        ? "ทั้งจังหวัด\(province.name.th)นับได้ \(number)"
        : "All of \(province.name.en) counts \(number).") + "\n\n"
    for (index, heading) in headings.enumerated() {
      text += "## \(heading[language])\n\n"
      for (position, paragraph) in paragraphs.enumerated().dropFirst()
      where position % headings.count == index {
        text += paragraph[language] + "\n\n"
      }
      if index == 0 {
        text += items.map { "- " + $0[language] }.joined(separator: "\n") + "\n\n"
      }
      if index == 1 { text += table(isThai) + "\n\n" }
    }
    let read = links.map {
      "[\(articles.headline($0)[language])](\(articles.slug($0)).\(language).md)"
    }
    guard !read.isEmpty else { return text }
    return text + (isThai ? "อ่านต่อ: " : "Read on: ") + read.joined(separator: ", ") + "\n"
  }

  private func table(_ isThai: Bool) -> String {
    let head = isThai ? "| ตำบล | คนที่เข้าร่วม | เริ่ม พ.ศ. |" : "| Subdistrict | People | Since |"
    let lines = rows.map { row in
      "| \(isThai ? row.place.th : row.place.en) | \(row.people) | \(isThai ? row.year + 543 : row.year) |"
    }
    return ([head, "|---|---:|---:|"] + lines).joined(separator: "\n")
  }
}

/// The names and numbers that the sentences of one article speak of.
struct SentenceValues {
  private let province: Bilingual
  private let district: Bilingual
  private let subdistrict: Bilingual
  private let few: Int
  private let many: Int
  private let year: Int

  init(province: Province, random: inout SeededRandom) {
    self.province = province.name
    district = random.pick(province.districts).name
    subdistrict = PlaceNames.make(&random)
    few = random.number(3...24)
    many = random.number(60...980)
    year = random.number(2008...2023)
  }

  func fill(_ sentence: String, _ language: String) -> String {
    sentence.replacing("{p}", with: province[language])
      .replacing("{d}", with: district[language]).replacing("{s}", with: subdistrict[language])
      .replacing("{n}", with: String(few)).replacing("{m}", with: String(many))
      .replacing("{y}", with: String(language == "th" ? year + 543 : year))
  }
}
