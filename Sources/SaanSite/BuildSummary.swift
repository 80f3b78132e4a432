import SaanModel
import SaanPages
import SaanPublish
import SaanText

/// What a build says when it is done: a table of outputs by language and kind, and the time.
///
/// What there is comes from the plan, and what was done from the sink, so that a build that changed
/// nothing shows the whole site all the same.
package struct BuildSummary: Sendable {
  let plan: BuildPlan
  let report: DiskSink.Report
  let heaviest: [PageWeight]
  let pictures: [(path: String, size: Int)]
  let elapsed: Duration
  let output: String
  let leavesAddresses: Bool

  /// Sums up a build.
  package init(
    plan: BuildPlan, report: DiskSink.Report, heaviest: [PageWeight] = [],
    pictures: [(path: String, size: Int)] = [], elapsed: Duration, output: String,
    leavesAddresses: Bool = false
  ) {
    self.plan = plan
    self.report = report
    self.heaviest = heaviest
    self.pictures = pictures
    self.elapsed = elapsed
    self.output = output
    self.leavesAddresses = leavesAddresses
  }

  /// The summary in one language.
  package func text(in language: MessageLanguage) -> String {
    ([header(language)] + rows(language)).map(aligned).joined(separator: "\n") + "\n\n"
      + largest(language) + closing.text(in: language) + withoutAddress(language)
      + leaving(language)
  }

  /// Says how to have the addresses of a large site followed.
  private func leaving(_ language: MessageLanguage) -> String {
    guard leavesAddresses else { return "" }
    let words = Wording(
      en:
        "the addresses in so many pages were not followed: 'saan check' and 'saan build --strict' do",
      th: "หน้ามีมาก จึงยังไม่ได้ตรวจที่อยู่ทุกแห่งในหน้าเหล่านี้ ตรวจด้วย 'saan check' หรือ 'saan build --strict'")
    return "\n" + words.text(in: language)
  }

  /// Says once what a site without an address lacks.
  private func withoutAddress(_ language: MessageLanguage) -> String {
    guard plan.routes.baseURL == nil else { return "" }
    let words = Wording(
      en: "without base_url in site.yaml there are no sitemap, no feeds and no full addresses",
      th: "site.yaml ยังไม่มี base_url จึงไม่มี sitemap ฟีด และที่อยู่เต็ม")
    return "\n" + words.text(in: language)
  }

  /// The heaviest pages with their sizes before compression, with the pictures that a telephone
  /// fetches at once; then the heaviest pictures.
  private func largest(_ language: MessageLanguage) -> String {
    guard !heaviest.isEmpty else { return "" }
    let title = Wording(en: "largest pages, KB", th: "หน้าที่ใหญ่ที่สุด KB").text(in: language)
    let images = Wording(en: "largest pictures, KB", th: "รูปที่ใหญ่ที่สุด KB").text(in: language)
    return list(title, heaviest.map { ($0.path, $0.page + $0.firstView) })
      + (pictures.isEmpty ? "" : list(images, pictures))
  }

  private func list(_ title: String, _ items: [(path: String, size: Int)]) -> String {
    let rows = items.map { item in
      let size = Diagnostic.kilobytes(item.size)
      return String(repeating: " ", count: max(1, 10 - size.count)) + size + "  " + item.path
    }
    return (["  " + title] + rows).joined(separator: "\n") + "\n\n"
  }

  private var tags: [String] { plan.routes.languages.map(\.tag.rawValue) }

  private func header(_ language: MessageLanguage) -> [String] {
    [Wording(en: "kind", th: "ชนิด").text(in: language)] + tags
      + [Wording(en: "common", th: "ร่วม").text(in: language)]
  }

  /// A row per kind of output, with its count in each language and outside them.
  private func rows(_ language: MessageLanguage) -> [[String]] {
    let kinds = Dictionary(grouping: plan.jobs, by: \.kind)
    return kinds.keys.sorted().map { kind in
      let jobs = kinds[kind] ?? []
      let counts = plan.routes.languages.map { language in
        jobs.filter { $0.output.hasPrefix(language.prefix + "/") }.count
      }
      let common = jobs.count - counts.reduce(0, +)
      return [name(ofKind: kind, language)] + (counts + [common]).map { $0 == 0 ? "–" : String($0) }
    }
  }

  private func aligned(_ row: [String]) -> String {
    row.enumerated().map { index, cell in
      let width = index == 0 ? 16 : 8
      let padding = String(repeating: " ", count: max(1, width - cell.displayWidth))
      return index == 0 ? "  " + cell + padding : padding + cell
    }.joined()
  }

  private var closing: Wording {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let time = ExactNumber(seconds)?.rounded(toScale: 2).text(.fixed(2)) ?? ""
    return Wording(
      en:
        "\(output): \(report.written) written, \(report.unchanged) unchanged, \(report.removed) removed in \(time) s",
      th:
        "\(output): เขียน \(report.written) ไฟล์ คงเดิม \(report.unchanged) ลบ \(report.removed) ใช้เวลา \(time) วินาที"
    )
  }
}

/// A kind of output in words.
package func name(ofKind kind: String, _ language: MessageLanguage) -> String {
  language == .thai ? thaiKinds[kind] ?? kind : kind
}

private let thaiKinds = [
  "home": "หน้าแรก", "page": "หน้า", "list": "รายการ", "term": "หัวข้อ", "terms": "รวมหัวข้อ",
  "provinces": "รวมจังหวัด", "provinces_figure": "แผนที่ของตัวเลข", "regions": "รวมภูมิภาค",
  "country": "ประเทศ", "region": "ภูมิภาค",
  "province": "จังหวัด", "district": "อำเภอ", "area file": "ไฟล์ของพื้นที่", "figures": "รวมตัวเลข",
  "figure": "ตัวเลข", "figure file": "ไฟล์ของตัวเลข", "disagreements": "ตัวเลขที่ไม่ตรงกัน",
  "source": "แหล่งข้อมูล", "sources": "รวมแหล่งข้อมูล", "datasets": "รวมตาราง", "dataset": "ตาราง",
  "data file": "ไฟล์ข้อมูล", "register": "ทะเบียน", "register_area": "ทะเบียนรายพื้นที่",
  "record": "รายการในทะเบียน", "changes": "การเปลี่ยนแปลง", "language-choice": "เลือกภาษา",
  "404": "ไม่พบหน้า", "redirect": "ที่อยู่เดิม", "gone": "หน้าที่ถอน", "feed": "ฟีด",
  "sitemap": "แผนผังเว็บ", "calendar": "ปฏิทิน", "month": "เดือน", "manifest": "ไฟล์แนะนำเว็บ",
  "search": "ค้นหา", "search index": "ดัชนีค้นหา", "opensearch": "ไฟล์ค้นหาของเบราว์เซอร์",
  "robots": "robots.txt", "asset": "ไฟล์ประกอบ", "card": "ภาพแชร์", "proposal": "ข้อเสนอ",
  "promises": "การติดตามคำสัญญา", "promise": "คำสัญญา", "matrix": "ตารางข้อเสนอกับพรรค",
  "tracker_method": "วิธีติดตามคำสัญญา", "party": "พรรค", "parties": "รวมพรรค",
]
