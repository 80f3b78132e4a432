import SaanData
import SaanFiles
import SaanModel
import SaanText

/// Splits a content file into its front matter and its text, and reads the fields.
///
/// - Parameter words: the fields with what figures say in them.
/// - Returns: the fields, `nil` when they cannot be read, and the byte range of the text behind
///   them.
func loadFrontMatter(
  _ source: SourceFile, writing words: (YAMLNode) -> YAMLNode
) -> Outcome<(fields: FrontMatter?, body: Range<Int>)> {
  if source.bytes.contains(0x0D), !source.bytes.contains(0x0A) {
    return Outcome(
      (nil, source.bytes.count..<source.bytes.count), Diagnostics([.loneReturns(source.path)]))
  }
  guard let fence = FrontMatterFence(source) else {
    return Outcome((FrontMatter(), 0..<source.bytes.count), source.textDiagnostics())
  }
  var diagnostics = Diagnostics(fence.mistakes.map { .badFence($0) })
  guard let end = fence.end else {
    if fence.mistakes.isEmpty { diagnostics.add(.unclosedFrontMatter(at: source.span(0..<3))) }
    return Outcome((nil, source.bytes.count..<source.bytes.count), diagnostics)
  }
  let fields = readFields(source, fence.yaml, writing: words).value(reportingTo: &diagnostics)
  return Outcome((fields, end..<source.bytes.count), diagnostics)
}

/// Where a field stands in a content file, or its value; the beginning of a file that lacks it.
///
/// It reads the file again, which only messages need.
///
/// - Parameter keys: the key, behind those that it lies under: `image`, `src`.
func placeOfField(_ keys: [String], in source: SourceFile) -> Place {
  guard let fence = FrontMatterFence(source),
    let root = readYAML(straightened(source, fence.yaml), range: fence.yaml).value
  else { return source.start.place }
  var node = root
  for key in keys {
    guard let next = node[key] else { return source.start.place }
    node = next
  }
  return node.elements?.first?.place ?? node.place
}

private func readFields(
  _ source: SourceFile, _ range: Range<Int>, writing words: (YAMLNode) -> YAMLNode
) -> Outcome<FrontMatter?> {
  var diagnostics = Diagnostics()
  let node = readYAML(straightened(source, range), range: range).value(reportingTo: &diagnostics)
  guard let node else {
    guard diagnostics.hasErrors else { return Outcome(FrontMatter()) }
    return Outcome(nil, explained(source, range) ?? diagnostics)
  }
  if node.pairs == nil, !node.isNull, let found = explained(source, range) {
    return Outcome(nil, found)
  }
  for cut in findCutTexts(in: node, source, range) { diagnostics.add(cut) }
  var reader = MappingReader(
    source.statesFigures ? words(node) : node,
    subject: Wording(en: "front matter", th: "ส่วนหัวของหน้า")
  )
  var fields = readFields(&reader)
  fields.saysTitle = (node.pairs ?? []).contains { pair in
    pair.key.scalar.map { $0 == "title" || fieldMeant(by: $0) == "title" } ?? false
  }
  diagnostics.merge(leftoversInFields(node))
  diagnostics.merge(reader.finish(hint: hintForUnknownField))
  return Outcome(fields, diagnostics)
}

/// What is wrong with lines that are no YAML; `nil` when only YAML's own words can say.
private func explained(_ source: SourceFile, _ range: Range<Int>) -> Diagnostics? {
  var lines = FrontMatterLines(source, range: range)
  let found = lines.mistakes()
  return found.isEmpty ? nil : found
}

/// Fields that decide when a page is out, and others that say nothing when they are empty.
private let decisiveFields = ["draft", "publish_date", "expiry_date"]
private let datedFields = ["date", "updated"]

private func readFields(_ reader: inout MappingReader) -> FrontMatter {
  var fields = FrontMatter()
  for key in decisiveFields + datedFields {
    guard let place = reader.emptyPlace(of: key) else { continue }
    reader.add(.emptyField(key, isDecisive: decisiveFields.contains(key), at: place))
  }
  fields.title = reader.located("title")
  fields.summary = reader.text("summary")
  fields.date = reader.moment("date")?.value
  fields.updated = reader.moment("updated")?.value
  fields.author = reader.text("author")
  fields.topics = reader.optionalTexts("topics")
  fields.areas = reader.optionalTexts("areas")
  fields.image = readImage(&reader)
  fields.slug = reader.located("slug")?.unquoted
  if let slug = fields.slug, !isSlug(slug.value) {
    reader.add(.badSlug(slug.value, at: slug.span.place))
    fields.slug = nil
  }
  fields.aliases = reader.texts("aliases").map(\.unquoted).filter { reader.isOldAddress($0) }
  fields.isDraft = reader.bool("draft")
  fields.publishDate = reader.moment("publish_date")?.value
  fields.expiryDate = reader.moment("expiry_date")?.value
  fields.template = reader.located("template")?.unquoted
  fields.weight = reader.integer("weight")
  fields.figures = reader.optionalTexts("figures")
  readExtra(&reader, into: &fields)
  return fields
}

/// Reads `extra`, whose `start` and `end` are the times of an event, `as_of` the day of a report,
/// and the rest a theme's own.
private func readExtra(_ reader: inout MappingReader, into fields: inout FrontMatter) {
  guard let node = reader.node("extra") else { return }
  var part = MappingReader(node, subject: Wording(en: "'extra'", th: "'extra' "))
  fields.start = part.moment("start")?.value
  fields.end = part.moment("end")?.value
  fields.asOf = part.moment("as_of")?.value
  reader.merge(part.diagnostics)
  fields.extra = (node.pairs ?? []).compactMap { pair in
    guard let key = pair.key.text, !["start", "end", "as_of"].contains(key) else { return nil }
    return (key, pair.value)
  }
}

private func readImage(_ reader: inout MappingReader) -> FrontMatter.Image? {
  guard let node = reader.node("image") else { return nil }
  if let text = node.text {
    reader.add(.imageWithoutWords(text, at: node.span))
    return nil
  }
  var part = MappingReader(node, subject: Wording(en: "an image", th: "ภาพ"))
  var image = FrontMatter.Image(
    source: part.located("src")?.unquoted, alt: part.text("alt"), caption: part.text("caption"),
    credit: part.text("credit"))
  image.licence = part.text("licence")
  if let focus = part.node("focus") {
    let parts =
      focus.elements?.compactMap(\.text) ?? focus.text?.split(separator: ",").map(String.init)
    image.focus = PictureFocus(parts ?? [])
    if image.focus == nil { part.add(.badFocus(at: focus.span)) }
  }
  image.isDecorative = part.bool("decorative") ?? false
  reader.merge(part.finish())
  return image
}

extension MappingReader {
  /// A list of single values; `nil` when the key is missing, so that it can be inherited.
  fileprivate mutating func optionalTexts(_ key: String) -> [Located<String>]? {
    node(key) == nil ? nil : texts(key).map(\.unquoted)
  }
}
