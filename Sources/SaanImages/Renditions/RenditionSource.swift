import SaanFiles
import SaanText

/// The photograph that others are made of.
package struct RenditionSource: Sendable {
  /// Whose it is, where what is made of it still says so.
  let credit: PictureCredit?
  let input: ToolOrder.Input
  /// What turns its colours into those of the web; nothing where they are such, for that takes a
  /// third of the time.
  let colouring: [String]

  /// Describes a photograph that is read when it is needed.
  package init(
    _ header: PictureHeader, digest: Digest, credit: PictureCredit?,
    read: @escaping @Sendable () throws(DiskError) -> [UInt8]
  ) {
    self.credit = credit
    input = ToolOrder.Input("in.\(header.format.endings[0])", digest, read: read)
    colouring = header.isInWebColours ? [] : ["--export-profile", "srgb"]
  }

  /// The colour of all its points together, as `#a1b2c3`: what stands in its place until it is
  /// there.
  package func colour(in workshop: Workshop) throws(ToolMistake) -> String {
    var order = ToolOrder(
      .vipsthumbnail,
      [input.name, "-s", "1x1!"] + colouring + ["-o", "out.ppm"],
      inputs: [input], output: "out.ppm")
    order.harmless = ["profile"]
    let made = try workshop.make(order)
    let points = made.suffix(made.starts(with: "P5".utf8) ? 1 : 3)
    let digits = points.map { value in
      (value < 16 ? "0" : "") + String(value, radix: 16)
    }
    return "#" + (digits.count == 1 ? digits + digits + digits : digits).joined()
  }
}
