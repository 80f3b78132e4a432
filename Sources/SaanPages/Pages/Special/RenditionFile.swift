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
      bytes += try rendition.make(of: header.format, photograph.digest, in: workshop) {
        () throws(DiskError) in try photograph.publishedBytes()
      }
    } catch {
      throw DiskError(error.diagnostic(of: product, at: place))
    }
  }

  func source(in site: Site) -> Place? { .file(path: photograph.path) }
  var madeOf: Asset? { photograph }
}
