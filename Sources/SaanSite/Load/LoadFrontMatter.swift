import SaanData
import SaanText

/// Splits a content file into its front matter and its text, and reads the fields.
///
/// - Returns: the fields, `nil` when they cannot be read, and the byte range of the text behind
///   them.
func loadFrontMatter(_ source: SourceFile) -> Outcome<(fields: FrontMatter?, body: Range<Int>)> {
  guard let fence = FrontMatterFence(source) else {
    return Outcome((FrontMatter(), 0..<source.bytes.count), source.textDiagnostics())
  }
  var diagnostics = Diagnostics()
  guard let end = fence.end else {
    diagnostics.add(.unclosedFrontMatter(at: source.span(0..<3)))
    return Outcome((nil, source.bytes.count..<source.bytes.count), diagnostics)
  }
  guard let node = readYAML(source, range: fence.yaml).value(reportingTo: &diagnostics) else {
    let fields = diagnostics.hasErrors ? nil : FrontMatter()
    return Outcome((fields, end..<source.bytes.count), diagnostics)
  }
  var reader = MappingReader(node, subject: Wording(en: "front matter", th: "ส่วนหัวของหน้า"))
  let fields = readFields(&reader)
  diagnostics.merge(leftoversInFields(node))
  diagnostics.merge(reader.finish())
  return Outcome((fields, end..<source.bytes.count), diagnostics)
}

/// Where the `---` lines stand.
private struct FrontMatterFence {
  let yaml: Range<Int>
  /// The offset behind the closing line; `nil` when there is none.
  let end: Int?

  /// `nil` when the file does not begin with a `---` line.
  init?(_ source: SourceFile) {
    let bytes = source.bytes
    guard Self.isFence(bytes, lineAt: 0) else { return nil }
    var line = Self.nextLine(bytes, after: 0)
    let start = line
    while line < bytes.count {
      if Self.isFence(bytes, lineAt: line) {
        yaml = start..<line
        end = Self.nextLine(bytes, after: line)
        return
      }
      line = Self.nextLine(bytes, after: line)
    }
    yaml = start..<bytes.count
    end = nil
  }

  private static func nextLine(_ bytes: [UInt8], after offset: Int) -> Int {
    bytes[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
  }

  private static func isFence(_ bytes: [UInt8], lineAt offset: Int) -> Bool {
    let dash = UInt8(ascii: "-")
    guard offset + 3 <= bytes.count, bytes[offset..<offset + 3].allSatisfy({ $0 == dash }) else {
      return false
    }
    return bytes[(offset + 3)...].prefix { $0 != UInt8(ascii: "\n") }
      .allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
  }
}

private func readFields(_ reader: inout MappingReader) -> FrontMatter {
  var fields = FrontMatter()
  fields.title = reader.located("title")
  fields.summary = reader.text("summary")
  fields.date = reader.date("date")
  fields.updated = reader.date("updated")
  fields.author = reader.text("author")
  fields.topics = reader.optionalTexts("topics")
  fields.areas = reader.optionalTexts("areas")
  fields.image = readImage(&reader)
  fields.slug = reader.located("slug")
  if let slug = fields.slug, !isSlug(slug.value) { reader.add(.badSlug(slug.value, at: slug.span)) }
  fields.aliases = reader.texts("aliases")
  fields.aliases = fields.aliases.filter { reader.isOldAddress($0) }
  fields.isDraft = reader.bool("draft")
  fields.publishDate = reader.date("publish_date")
  fields.expiryDate = reader.date("expiry_date")
  fields.template = reader.located("template")
  fields.weight = reader.integer("weight")
  fields.figures = reader.optionalTexts("figures")
  fields.extra = reader.pairs("extra").map { ($0.key.value, $0.value) }
  return fields
}

private func readImage(_ reader: inout MappingReader) -> FrontMatter.Image? {
  guard let node = reader.node("image") else { return nil }
  var part = MappingReader(node, subject: Wording(en: "an image", th: "ภาพ"))
  let image = FrontMatter.Image(
    source: part.located("src"), alt: part.text("alt"), caption: part.text("caption"),
    credit: part.text("credit"))
  reader.merge(part.finish())
  return image
}

extension MappingReader {
  /// A list of single values; `nil` when the key is missing, so that it can be inherited.
  fileprivate mutating func optionalTexts(_ key: String) -> [Located<String>]? {
    node(key) == nil ? nil : texts(key)
  }
}
