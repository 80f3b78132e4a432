import SaanFiles
import SaanText

/// One picture to be made of another.
package struct Rendition: Sendable, Hashable {
  package let format: PictureFormat
  package let size: ImageSize

  /// Describes a picture by its format and size.
  package init(format: PictureFormat, size: ImageSize) { (self.format, self.size) = (format, size) }

  /// The picture, made in a workshop or kept there from before.
  ///
  /// It is upright, in the colours of the web, and says nothing but what it shows, which is looked
  /// at once it is made: programs keep what they were told to leave out.
  /// - Parameters:
  ///   - source: the format of what it is made of.
  ///   - digest: the digest of that.
  package func make(
    of source: PictureFormat, _ digest: Digest, in workshop: Workshop,
    read: @escaping @Sendable () throws(DiskError) -> [UInt8]
  ) throws(ToolMistake) -> [UInt8] {
    let input = "in.\(source.endings[0])"
    let output = "out.\(format.endings[0])"
    var order = ToolOrder(
      .vipsthumbnail,
      [
        input, "-s", "\(size.width)x\(size.height)!", "--export-profile", "srgb", "-o",
        output + options,
      ], inputs: [.init(input, digest, read: read)], output: output)
    order.harmless = ["profile"]
    order.revision = 1
    return try workshop.make(order) { (made) throws(ToolMistake) in try checked(made) }
  }

  private var options: String {
    switch format {
    case .jpeg: "[Q=80,optimize_coding,interlace,strip]"
    case .png: "[compression=9,bitdepth=8,strip]"
    case .avif: "[Q=50,strip]"
    default: "[Q=75,strip]"
    }
  }

  private func checked(_ made: [UInt8]) throws(ToolMistake) -> [UInt8] {
    let bare = try? BarePicture(made, keepsColours: false)
    guard let bare, let header = PictureHeader(bare.bytes), header.format == format,
      header.size == size, header.orientation == .upright
    else {
      throw .failed(
        .vipsthumbnail,
        Wording(en: "what it made is another picture", th: "รูปที่ได้ไม่ตรงกับที่สั่ง"), messages: "")
    }
    return bare.bytes
  }
}
