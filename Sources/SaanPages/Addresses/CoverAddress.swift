import SaanFiles
import SaanImages
import SaanModel
import SaanText

/// Where the picture of a document's first page is, and how large.
package struct CoverAddress: Sendable {
  let path: String
  private let measured: Lazily<ImageSize?>

  /// Names the picture of a document.
  init(_ path: String, of document: Asset, in workshop: Workshop) {
    self.path = path
    measured = Lazily {
      (try? document.cover.make(in: workshop)).flatMap { PictureHeader($0)?.size }
    }
  }

  /// Its size; `nil` where the page cannot be drawn, and nothing is published.
  var size: ImageSize? { measured.value }
}

extension Asset {
  /// The first page of a document as a picture.
  var cover: DocumentCover {
    DocumentCover(of: digest) { () throws(DiskError) in try read() }
  }
}
