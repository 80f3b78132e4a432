import SaanFiles
import SaanText

/// The first page of a PDF as a small picture.
package struct DocumentCover: Sendable {
  /// How many pixels wide it is.
  package static let width = 480

  private let input: ToolOrder.Input

  /// Describes a document that is read when it is needed.
  package init(
    of digest: Digest, read: @escaping @Sendable () throws(DiskError) -> [UInt8]
  ) {
    input = ToolOrder.Input("in.pdf", digest, read: read)
  }

  /// The picture, made in a workshop or kept there from before.
  package func make(in workshop: Workshop) throws(ToolMistake) -> [UInt8] {
    var order = ToolOrder(
      .pdftoppm,
      [
        "-f", "1", "-l", "1", "-singlefile", "-jpeg", "-jpegopt",
        "quality=80,progressive=y,optimize=y", "-scale-to-x", "\(Self.width)", "-scale-to-y", "-1",
        "in.pdf", "cover",
      ], inputs: [input], output: "cover.jpg")
    // It warns of fonts and of forms, and draws the page all the same.
    order.isQuiet = false
    return try workshop.make(order) { (made) throws(ToolMistake) in
      let bare = try? BarePicture(made, keepsColours: false)
      guard let bare, PictureHeader(bare.bytes)?.format == .jpeg else {
        throw .failed(
          .pdftoppm, Wording(en: "what it made is no picture", th: "สิ่งที่ได้ไม่ใช่รูป"), messages: "")
      }
      return bare.bytes
    }
  }
}
