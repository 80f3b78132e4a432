import SaanData
import SaanFiles
import SaanModel
import SaanTemplate
import SaanText

/// A picture with what is said of it: the leading one of a page, or one of a record.
struct PictureRecord: TemplateRecord {
  /// What is said of it, each with the language that it is really in.
  struct Words {
    var alt: TitledText?
    var caption: TitledText?
    var credit: TitledText?
    var licence: TitledText?
    var licenceURL: String?
  }

  let source: String
  let words: Words
  let focus: PictureFocus?
  let size: ImageSize?
  /// What is made of it, where that is something.
  let pictures: PictureAddresses?
  let reader: Reader

  static let table = ObjectTable<PictureRecord>(
    "image",
    [
      .init("src", .string) { .string($0.source) },
      .init("alt", .string) { Value($0.words.alt?.title) },
      .init("caption", .string) { Value($0.words.caption?.title) },
      .init("credit", .string) { Value($0.words.credit?.title) },
      .init("licence", .string) { Value($0.words.licence?.title) },
      .init("licence_url", .string) { Value($0.words.licenceURL) },
      .init("alt_lang", .string) { $0.language(of: \.alt) },
      .init("caption_lang", .string) { $0.language(of: \.caption) },
      .init("credit_lang", .string) { $0.language(of: \.credit) },
      .init("licence_lang", .string) { $0.language(of: \.licence) },
      .init("width", .number) { Value($0.size?.width) },
      .init("height", .number) { Value($0.size?.height) },
      .init(
        "focus", .string,
        "what must be seen where a layout cuts it, for `object-position`: `40% 30%`; else none"
      ) { Value($0.focus?.position) },
      .init(
        "colour", .string,
        "the colour that stands in its place until it is there; none for drawings"
      ) { Value($0.pictures?.colour) },
      .init(
        "srcset", .string,
        "its sizes for the attribute `srcset`; none where there is only one"
      ) { record in Value(record.pictures?.candidates(record.reader.href)) },
      .init(
        "sources", .list(of: .record(PictureSourceRecord.self)),
        "the same in formats that browsers had better take, the best first"
      ) { record in
        .list(
          (record.pictures?.sources(record.reader.href) ?? []).map { type, candidates in
            Value(PictureSourceRecord(type: type, candidates: candidates))
          })
      },
    ])

  private func language(of text: KeyPath<Words, TitledText?>) -> Value {
    .string((words[keyPath: text]?.language ?? reader.tag).rawValue)
  }
}

/// A picture in one more format.
struct PictureSourceRecord: TemplateRecord {
  let type: String
  let candidates: String

  static let table = ObjectTable<PictureSourceRecord>(
    "source of an image",
    [
      .init("type", .string) { .string($0.type) },
      .init("srcset", .string) { .string($0.candidates) },
    ])
}

extension Reader {
  /// A picture as this reader sees it.
  func picture(
    _ asset: Asset, at path: String, _ words: PictureRecord.Words, _ focus: PictureFocus?
  ) -> PictureRecord {
    let pictures = pictures(of: asset)
    return PictureRecord(
      source: href(pictures?.path ?? path), words: words, focus: focus,
      size: pictures?.size ?? asset.imageSize, pictures: pictures, reader: self)
  }

  /// The picture that a row of a table names, with what the row tells of it.
  func picture(named name: String, of row: Row, _ column: Int) -> PictureRecord? {
    guard let asset = picture(named: name), let path = path(of: asset) else { return nil }
    func note(_ note: PictureNote) -> TitledText? {
      note.text(of: row, column, in: tag).map { ($0.text, $0.language) }
    }
    return picture(
      asset, at: path,
      words(note(.alt), note(.caption), note(.credit), licence: note(.licence)), nil)
  }

  /// What is said of a picture; a licence that has a code is told by its name.
  func words(
    _ alt: TitledText?, _ caption: TitledText?, _ credit: TitledText?, licence: TitledText?
  ) -> PictureRecord.Words {
    let known = licence.flatMap { Licence(code: $0.title) }
    return PictureRecord.Words(
      alt: alt, caption: caption, credit: credit,
      licence: known.map { ($0.title(in: tag), tag) } ?? licence,
      licenceURL: known?.url(in: tag))
  }
}
