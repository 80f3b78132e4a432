import SaanFiles
import SaanModel
import SaanTemplate
import SaanText

/// What readers are told of a file before they open it: of which kind it is, how large, how long.
package struct FileFacts: Sendable {
  /// The kind in a word that all languages have: `PDF`, `Excel`.
  let kind: String
  /// The size as people read it: `1.2 MB`.
  let size: String
  /// The pages with their number; `nil` where the file does not say how many it has.
  let pages: String?

  /// Looks at a file for the readers of a language.
  package init(_ asset: Asset, for language: Language) {
    let ending = asset.path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    kind = Self.kinds[ending] ?? ending.uppercased()
    size = Self.size(asset.size)
    pages = asset.pageCount.map { language.words.text(.documentPages, count: $0) }
  }

  /// All of them in the order in which they are told.
  package var all: [String] { [kind, size, pages].compactMap { $0 } }

  /// Below a megabyte in whole kilobytes, from there on with one decimal.
  private static func size(_ bytes: Int) -> String {
    guard bytes >= 1_000_000 else { return "\(max(1, (bytes + 1023) / 1024))\u{A0}KB" }
    let megabytes = ExactNumber(Double(bytes) / 1_048_576)?.rounded(toScale: 1).text(.upTo(1))
    return "\(megabytes ?? "1")\u{A0}MB"
  }

  private static let kinds = [
    "doc": "Word", "docx": "Word", "docm": "Word", "xls": "Excel", "xlsx": "Excel",
    "xlsm": "Excel", "ppt": "PowerPoint", "pptx": "PowerPoint", "jpg": "JPEG", "jpeg": "JPEG",
    "tif": "TIFF", "htm": "HTML", "html": "HTML", "md": "Markdown", "webm": "WebM", "webp": "WebP",
  ]
}

/// A file that an article names, as templates see it.
struct FileRecord: TemplateRecord {
  let url: String
  let facts: FileFacts
  let width: Int?
  let height: Int?
  /// The picture itself, or that of a document's first page.
  let picture: PictureRecord?

  static let table = ObjectTable<FileRecord>(
    "file",
    [
      .init("url", .string) { .string($0.url) },
      .init("kind", .string) { .string($0.facts.kind) },
      .init("size", .string) { .string($0.facts.size) },
      .init("pages", .string) { Value($0.facts.pages) },
      .init("width", .number) { Value($0.width) },
      .init("height", .number) { Value($0.height) },
      .init(
        "image", .record(PictureRecord.self),
        "the file itself, where it is a picture; of a PDF its first page, where poppler draws it"
      ) { $0.picture.map { Value($0) } ?? .none },
    ])
}

extension PageView {
  /// The files that the article names, by the names that it writes.
  var files: Value {
    guard let entry, let page else { return .map(TemplateMap([])) }
    let named = page.names.value.compactMap { name -> (String, Value)? in
      guard case .asset(let asset) = reader.target(of: name, from: entry),
        let path = reader.path(of: asset)
      else { return nil }
      // A photograph is shown by what was made of it.
      let pictures = reader.pictures(of: asset)
      let size = pictures?.size ?? asset.imageSize
      return (
        name,
        Value(
          FileRecord(
            url: reader.href(pictures?.path ?? path), facts: FileFacts(asset, for: reader.language),
            width: size?.width, height: size?.height, picture: shown(asset, at: path)))
      )
    }
    return .map(TemplateMap(named))
  }

  private func shown(_ asset: Asset, at path: String) -> PictureRecord? {
    let none = PictureRecord.Words()
    if asset.imageSize != nil { return reader.picture(asset, at: path, none, nil) }
    guard let cover = reader.cover(of: asset), let size = cover.size else { return nil }
    return PictureRecord(
      source: reader.href(cover.path), words: none, focus: nil, size: size, pictures: nil,
      reader: reader)
  }
}
