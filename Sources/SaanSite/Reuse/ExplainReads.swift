import SaanPages
import SaanText

extension ReadNames {
  /// What an output reads, for people: a line for each sort of thing, with its name first.
  ///
  /// - Parameter limit: how many of a sort are named.
  func explained(
    _ keys: some Sequence<ReadKey>, in language: MessageLanguage, limit: Int = 12
  ) -> [(label: Wording, text: String)] {
    let sorted = Dictionary(grouping: keys, by: \.sort)
    return ReadKey.Sort.allCases.compactMap { sort in
      let names = Set((sorted[sort] ?? []).map { shown($0, in: language) }).sorted()
      guard !names.isEmpty else { return nil }
      let rest = names.count - limit
      let more = Wording(en: "and \(rest) more", th: "และอีก \(rest)").text(in: language)
      let text = names.prefix(limit).joined(separator: ", ") + (rest > 0 ? ", \(more)" : "")
      return (sort.label, text)
    }
  }

  /// A key without the word for its sort, which stands before it.
  private func shown(_ key: ReadKey, in language: MessageLanguage) -> String {
    let parts = name(of: key).split(separator: "\t", omittingEmptySubsequences: false)
    let words = parts.dropFirst().filter { !$0.isEmpty }.joined(separator: " ")
    return words.isEmpty ? key.sort.whole.text(in: language) : words
  }
}

extension ReadKey {
  /// The sorts of things in the order in which an explanation tells them.
  enum Sort: CaseIterable {
    case article, text, list, link, figure, place, table, register, template, phrase, file, address
    case day
  }

  fileprivate var sort: Sort {
    switch self {
    case .template: .template
    case .head, .opening, .neighbours: .article
    case .text, .output: .text
    case .folder, .topic, .mentions, .citations, .list, .listPage, .events, .eventsOf: .list
    case .link: .link
    case .definitions, .cell, .indicator, .figures, .releases: .figure
    case .profile, .areas, .outlines: .place
    case .table, .package, .notes: .table
    case .completeness, .counts, .inside, .row, .rows, .sums: .register
    case .phrases, .menus, .borrowed: .phrase
    case .themeAsset, .file: .file
    case .address, .pages: .address
    case .today: .day
    }
  }
}

extension ReadKey.Sort {
  fileprivate var label: Wording {
    switch self {
    case .article: Wording(en: "articles", th: "บทความ")
    case .text: Wording(en: "texts", th: "เนื้อหา")
    case .list: Wording(en: "lists", th: "รายการ")
    case .link: Wording(en: "links", th: "ลิงก์")
    case .figure: Wording(en: "figures", th: "ตัวเลข")
    case .place: Wording(en: "places", th: "พื้นที่")
    case .table: Wording(en: "tables", th: "ตาราง")
    case .register: Wording(en: "records", th: "ทะเบียน")
    case .template: Wording(en: "templates", th: "แม่แบบ")
    case .phrase: Wording(en: "phrases", th: "วลี")
    case .file: Wording(en: "files", th: "ไฟล์")
    case .address: Wording(en: "addresses", th: "ที่อยู่")
    case .day: Wording(en: "day", th: "วันที่")
    }
  }

  /// What a thing without a name of its own is called.
  fileprivate var whole: Wording {
    switch self {
    case .day: Wording(en: "the day of the build", th: "วันที่สร้างเว็บ")
    default: Wording(en: "all", th: "ทั้งหมด")
    }
  }
}
