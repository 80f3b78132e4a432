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
  package func make(
    of source: RenditionSource, in workshop: Workshop
  ) throws(ToolMistake) -> [UInt8] {
    let output = "out.\(format.endings[0])"
    var order = ToolOrder(
      .vipsthumbnail,
      [source.input.name, "-s", "\(size.width)x\(size.height)!"] + source.colouring
        + ["-o", output + options], inputs: [source.input], output: output)
    order.harmless = ["profile"]
    order.revision = 1
    order.finish = source.credit.map { [$0.artist ?? "", $0.copyright ?? ""] } ?? []
    return try workshop.make(order) { (made) throws(ToolMistake) in
      try checked(made, source.credit)
    }
  }

  private var options: String {
    switch format {
    case .jpeg: "[Q=80,optimize_coding,interlace,strip]"
    case .png: "[compression=9,bitdepth=8,strip]"
    case .avif: "[Q=50,strip]"
    default: "[Q=75,strip]"
    }
  }

  private func checked(
    _ made: [UInt8], _ credit: PictureCredit?
  ) throws(ToolMistake) -> [UInt8] {
    let bare = try? BarePicture(made, keepsColours: false, credit: credit)
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
