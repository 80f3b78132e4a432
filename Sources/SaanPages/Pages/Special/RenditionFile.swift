import SaanFiles
import SaanImages
import SaanModel
import SaanText

/// A picture that is made of a photograph: smaller, upright, and of nothing but what it shows.
struct RenditionFile: FileSubject {
  let photograph: Asset
  let rendition: Rendition

  var kind: String { "picture" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    reader.noteFile(photograph)
    let product = Wording(en: "the picture \(photograph.path)", th: "รูป \(photograph.path)")
    let place = Place.file(path: photograph.path)
    guard let workshop = reader.workshop, let header = photograph.picture else {
      throw DiskError(ToolMistake.missing(.vipsthumbnail).diagnostic(of: product, at: place))
    }
    do throws(ToolMistake) {
      bytes += try rendition.make(
        of: photograph.source(header, reader.settings.pictures), in: workshop)
    } catch {
      throw DiskError(error.diagnostic(of: product, at: place))
    }
  }

  func source(in site: Site) -> Place? { .file(path: photograph.path) }
  var madeOf: Asset? { photograph }
}

extension Asset {
  /// The photograph as programs are given it.
  fileprivate func source(
    _ header: PictureHeader, _ settings: PictureSettings
  ) -> RenditionSource {
    RenditionSource(
      header, digest: digest, credit: settings.keepsCredit ? header.credit : nil
    ) { () throws(DiskError) in try publishedBytes(settings) }
  }

  /// The colour of the photograph as a whole; `nil` where something shines through, and for what
  /// cannot be read, which is told where it is published.
  func colour(_ workshop: Workshop?, _ settings: PictureSettings) -> String? {
    guard let workshop, let picture, !picture.isTransparent else { return nil }
    return try? source(picture, settings).colour(in: workshop)
  }
}
