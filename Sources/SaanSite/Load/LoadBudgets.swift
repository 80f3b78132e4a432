import SaanData
import SaanFiles
import SaanModel
import SaanText

/// Reads `budgets: {page: 60, chart: 20, map: 50, view: 200, picture: 1024}`, in kilobytes.
func readBudgets(_ reader: inout MappingReader) -> WeightBudgets {
  var budgets = WeightBudgets()
  guard let node = reader.node("budgets") else { return budgets }
  var part = MappingReader(node, subject: Wording(en: "budgets", th: "budgets "))
  for name in WeightBudgets.Part.allCases {
    guard let kilobytes = part.integer(name.rawValue, in: 1...1_000_000) else { continue }
    budgets[name] = kilobytes * 1024
  }
  if let kilobytes = part.integer("picture", in: 1...1_000_000) {
    budgets.picture = kilobytes * 1024
  }
  reader.merge(part.finish())
  return budgets
}

/// Reads `images: {widths: [480, 960, 1440], formats: [avif, webp], keep_credit: true}`.
func readPictures(_ reader: inout MappingReader) -> PictureSettings {
  var settings = PictureSettings()
  guard let node = reader.node("images") else { return settings }
  var part = MappingReader(node, subject: Wording(en: "images", th: "images "))
  let widths = part.texts("widths").compactMap { text -> Int? in
    guard let width = Int(text.value), (16...4096).contains(width) else {
      part.add(.badPictureWidth(text))
      return nil
    }
    return width
  }
  if !widths.isEmpty { settings.widths = Set(widths).sorted() }
  if node["formats"] != nil {
    let asked = part.texts("formats").compactMap { text -> PictureFormat? in
      let format = PictureFormat(rawValue: text.value).flatMap {
        PictureSettings.choices.contains($0) ? $0 : nil
      }
      if format == nil { part.add(.badPictureFormat(text)) }
      return format
    }
    settings.formats = PictureSettings.choices.filter(asked.contains)
  }
  settings.keepsCredit = part.bool("keep_credit") ?? false
  reader.merge(part.finish())
  return settings
}

extension Diagnostic {
  fileprivate static func badPictureWidth(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "picture-width",
      Wording(
        en: "'\(text.value)' is no width of a picture", th: "'\(text.value)' ไม่ใช่ความกว้างของรูป"),
      at: text.span.place,
      hint: Wording(
        en: "write pixels from 16 to 4096: widths: [480, 960, 1440]",
        th: "เขียนเป็นจำนวนจุด 16 ถึง 4096 เช่น widths: [480, 960, 1440]"))
  }

  fileprivate static func badPictureFormat(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "picture-format",
      Wording(
        en: "pictures are not made as '\(text.value)'", th: "ไม่มีการทำรูปเป็น '\(text.value)'"),
      at: text.span.place,
      hint: Wording(
        en: "avif and webp can be asked for; the format that all browsers read is always there",
        th: "เลือกได้คือ avif และ webp ส่วนแบบที่เบราว์เซอร์ทุกตัวอ่านได้มีให้เสมอ"))
  }
}
