import SaanText

/// Which programs of others are there that Saan has something made by, what each is for, and what
/// goes on without it.
package struct ToolReport: Sendable {
  private struct Row: Sendable {
    let tool: Tool
    let version: String?
    let purpose: Wording
    let without: Wording
  }

  private let rows: [Row]

  /// Looks for all of them.
  package init(_ workshop: Workshop) {
    rows = Self.all.map { tool, purpose, without in
      Row(tool: tool, version: workshop.find(tool)?.version, purpose: purpose, without: without)
    }
  }

  /// Whether none is missing.
  package var isComplete: Bool { rows.allSatisfy { $0.version != nil } }

  private static let all: [(Tool, purpose: Wording, without: Wording)] = [
    (
      .vipsthumbnail,
      Wording(
        en: "makes photos smaller, upright and fit for browsers",
        th: "ย่อรูปถ่าย หมุนให้ตั้งตรง และแปลงให้เบราว์เซอร์เปิดได้"),
      Wording(
        en: "photos are published in full size, and those of iPhones (HEIC) cannot be",
        th: "รูปถ่ายเผยแพร่ขนาดเต็ม และเผยแพร่รูปจาก iPhone (HEIC) ไม่ได้")
    ),
    (
      .rsvgConvert,
      Wording(
        en: "paints the pictures that other sites show beside a link (card: true)",
        th: "วาดภาพแชร์ที่เว็บอื่นแสดงข้างลิงก์ (card: true)"),
      Wording(
        en: "links to the site are shown without such a picture",
        th: "ลิงก์มายังเว็บแสดงโดยไม่มีภาพแชร์")
    ),
    (
      .pdftoppm,
      Wording(
        en: "draws the first page of a PDF that an article shows with {{ document() }}",
        th: "วาดหน้าแรกของ PDF ที่บทความแสดงด้วย {{ document() }}"),
      Wording(
        en: "such a document is shown without a picture", th: "เอกสารเช่นนั้นแสดงโดยไม่มีรูป")
    ),
    (
      .soffice,
      Wording(
        en: "reads workbooks of old Excel and of LibreOffice (.xls, .xlsb, .ods)",
        th: "อ่านสมุดงานของ Excel รุ่นเก่าและของ LibreOffice (.xls .xlsb .ods)"),
      Wording(
        en: "such workbooks have to be saved as .xlsx first",
        th: "ต้องบันทึกสมุดงานเหล่านี้เป็น .xlsx ก่อน")
    ),
  ]

  /// A part for each program: whether it is there, what it is for, and how to install it.
  package func text(in language: MessageLanguage) -> String {
    let parts = rows.map { row -> [String] in
      let head =
        row.version.map { Wording(en: "found: \($0)", th: "มีแล้ว: \($0)") }
        ?? Wording(en: "not installed", th: "ยังไม่ได้ติดตั้ง")
      let lines = [
        "\(row.tool.command)  \(head.text(in: language))", "  " + row.purpose.text(in: language),
      ]
      guard row.version == nil else { return lines }
      let without = Wording(
        en: "without it: \(row.without.en)", th: "ถ้าไม่มี: \(row.without.th)")
      let install = Wording(
        en: "install it: \(row.tool.installation)", th: "ติดตั้งด้วย: \(row.tool.installation)")
      return lines + [without, install].map { "  " + $0.text(in: language) }
    }
    let verdict =
      isComplete
      ? Wording(en: "everything is there", th: "มีครบทุกอย่าง")
      : Wording(
        en:
          "the site can be built all the same; texts, tables, charts and search need none of these",
        th: "ยังสร้างเว็บได้ตามปกติ เนื้อหา ตาราง แผนภูมิ และการค้นหาไม่ต้องใช้โปรแกรมเหล่านี้")
    return (parts.map { $0.joined(separator: "\n") } + [verdict.text(in: language)])
      .joined(separator: "\n\n")
  }

  /// An array of objects with `command`, `version`, which is null for what is missing, and
  /// `install`.
  package var json: String {
    let objects = rows.map { row in
      let version = row.version.map { jsonString($0) } ?? "null"
      return
        "{\"command\": \(jsonString(row.tool.command)), \"version\": \(version), \"install\": \(jsonString(row.tool.installation))}"
    }
    return "[" + objects.joined(separator: ", ") + "]"
  }
}
