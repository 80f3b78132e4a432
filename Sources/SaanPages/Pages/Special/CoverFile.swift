import SaanFiles
import SaanImages
import SaanModel
import SaanText

/// The picture of a document's first page.
struct CoverFile: FileSubject {
  let document: Asset

  var kind: String { "picture" }

  func write(_ job: Job, _ reader: Reader, into bytes: inout [UInt8]) throws(DiskError) {
    reader.noteFile(document)
    guard let workshop = reader.workshop else { return }
    do throws(ToolMistake) {
      bytes += try document.cover.make(in: workshop)
    } catch {
      let product = Wording(
        en: "a picture of the first page of \(document.path)", th: "รูปหน้าแรกของ \(document.path)")
      throw DiskError(error.diagnostic(of: product, at: .file(path: document.path)))
    }
  }

  func source(in site: Site) -> Place? { .file(path: document.path) }
}
