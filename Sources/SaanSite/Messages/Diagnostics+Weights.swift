import SaanModel
import SaanText

// The catalogue of what is heavier than its budget.

extension Diagnostic {
  static func overBudget(
    _ part: WeightBudgets.Part, _ weight: PageWeight, budget: Int, page kind: String?,
    at place: Place?
  ) -> Diagnostic {
    let (size, limit) = (kilobytes(weight[part]), kilobytes(budget))
    if part == .view { return heavyView(weight, budget: budget, at: place) }
    guard part == .page else {
      let kind = part == .map ? Wording(en: "map", th: "แผนที่") : Wording(en: "drawing", th: "ภาพ")
      return Diagnostic(
        .warning, "heavy-drawing",
        Wording(
          en: "a \(kind.en) on \(weight.path) weighs \(size) KB, more than \(limit) KB",
          th: "\(kind.th)ในหน้า \(weight.path) หนัก \(size) KB เกิน \(limit) KB"), at: place,
        hint: Wording(
          en: "show fewer points, or allow more with budgets.\(part.rawValue) in site.yaml",
          th: "แสดงให้น้อยลง หรือกำหนด budgets.\(part.rawValue) ใน site.yaml ให้มากขึ้น"))
    }
    let beside =
      weight.map > 0 ? Wording(en: " without its map", th: " โดยไม่นับแผนที่") : Wording(en: "", th: "")
    return Diagnostic(
      .warning, "heavy-page",
      Wording(
        en: "the page \(weight.path) weighs \(size) KB\(beside.en), more than \(limit) KB",
        th: "หน้า \(weight.path) หนัก \(size) KB\(beside.th) เกิน \(limit) KB"), at: place,
      hint: lightened(kind, isText: place?.path.hasSuffix(".md") == true))
  }

  /// How a page gets lighter.
  private static func lightened(_ kind: String?, isText: Bool) -> Wording {
    if kind == "matrix" {
      return Wording(
        en:
          "name topics of the proposals in 'topics', each of which has a table of its own, and allow more with budgets.page in site.yaml",
        th:
          "ระบุหัวข้อของข้อเสนอในคอลัมน์ topics แต่ละหัวข้อจะมีตารางของตัวเอง แล้วกำหนด budgets.page ใน site.yaml ให้มากขึ้น"
      )
    }
    // The settings say how many rows these show.
    if kind == "list" || kind == "register_area" {
      return Wording(
        en: "show fewer on a page by per_page of its collection, or allow more with budgets.page",
        th: "แสดงต่อหน้าให้น้อยลงด้วย per_page ของรายการนั้น หรือกำหนด budgets.page ให้มากขึ้น")
    }
    return isText
      ? Wording(
        en: "split it or show fewer rows, or allow more with budgets.page in site.yaml",
        th: "แบ่งหน้าหรือแสดงแถวให้น้อยลง หรือกำหนด budgets.page ใน site.yaml ให้มากขึ้น")
      : Wording(
        en: "it lists what the tables have: allow more with budgets.page in site.yaml",
        th: "หน้านี้แสดงรายการตามตาราง ให้กำหนด budgets.page ใน site.yaml ให้มากขึ้น")
  }

  /// A size as people read it, with one decimal.
  static func kilobytes(_ bytes: Int) -> String {
    ExactNumber(Double(bytes) / 1024)?.rounded(toScale: 1).text(.upTo(1)) ?? "\(bytes / 1024)"
  }
}
