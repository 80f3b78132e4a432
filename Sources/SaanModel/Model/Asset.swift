import SaanData
import SaanFiles
import SaanText

/// A file that is published as it is.
package struct Asset: Sendable {
  /// Where it lies below the site's folder.
  package let path: String
  package let bytes: InputBytes
  package let digest: Digest
  /// How many bytes it has.
  package let size: Int
  /// Width and height, where it is a picture that says so.
  package let imageSize: ImageSize?
  /// What the head of a photograph says; nothing of drawings.
  package let picture: PictureHeader?
  /// How many pages it has, where it is a document that says so.
  private let counted: Lazily<Int?>?
  /// What stands in a drawing's file where something else is published of it: figures are written
  /// out in it, and what must not be published is taken out.
  package private(set) var typed: [UInt8]?

  /// Takes a file as it was found.
  init(
    path: String, bytes: InputBytes, digest: Digest, size: Int, imageSize: ImageSize?,
    picture: PictureHeader? = nil
  ) {
    (self.path, self.bytes, self.digest, self.imageSize) = (path, bytes, digest, imageSize)
    (self.size, self.picture) = (size, picture)
    counted =
      path.lowercased().hasSuffix(".pdf")
      ? Lazily { (try? bytes.read()).flatMap { DocumentPages.count(inPDF: $0) } } : nil
  }

  /// How many pages it has; `nil` for what is no document, or does not say so.
  package var pageCount: Int? { counted?.value }

  /// The drawing as it is published in place of what its file has.
  package func showing(_ written: [UInt8]) -> Asset {
    var asset = Asset(
      path: path, bytes: .memory(written), digest: Digest(of: written), size: written.count,
      imageSize: imageSize)
    asset.typed = try? read()
    return asset
  }

  /// The file's bytes, held or still on the disk.
  package enum InputBytes: Sendable {
    case memory([UInt8])
    /// Read again when it is asked for, by whoever found it there.
    case disk(path: String, read: @Sendable (_ path: String) throws(DiskError) -> [UInt8])

    /// All of them, read now if need be.
    func read() throws(DiskError) -> [UInt8] {
      switch self {
      case .memory(let bytes): bytes
      case .disk(let path, let read): try read(path)
      }
    }
  }

  /// The content, read now if need be.
  package func read() throws(DiskError) -> [UInt8] { try bytes.read() }
}
