import SaanFiles
import SaanText

/// A file that is published as it is.
package struct Asset: Sendable {
  /// Where it lies below the site's folder.
  package let path: String
  package let bytes: InputBytes
  package let digest: Digest
  /// Width and height, where it is a picture that says so.
  package let imageSize: ImageSize?
  /// What the head of a photograph says; nothing of drawings.
  package let picture: PictureHeader?
  /// What stands in a drawing's file where figures are written out in what is published.
  package private(set) var typed: [UInt8]?

  /// Takes a file as it was found.
  init(
    path: String, bytes: InputBytes, digest: Digest, imageSize: ImageSize?,
    picture: PictureHeader? = nil
  ) {
    (self.path, self.bytes, self.digest, self.imageSize) = (path, bytes, digest, imageSize)
    self.picture = picture
  }

  /// The drawing with its figures written out.
  package func showing(_ written: [UInt8]) -> Asset {
    var asset = Asset(
      path: path, bytes: .memory(written), digest: Digest(of: written), imageSize: imageSize)
    asset.typed = try? read()
    return asset
  }

  /// The file's bytes, held or still on the disk.
  package enum InputBytes: Sendable {
    case memory([UInt8])
    /// Read again when it is asked for, by whoever found it there.
    case disk(path: String, read: @Sendable (_ path: String) throws(DiskError) -> [UInt8])
  }

  /// The content, read now if need be.
  package func read() throws(DiskError) -> [UInt8] {
    switch bytes {
    case .memory(let bytes): bytes
    case .disk(let path, let read): try read(path)
    }
  }
}
