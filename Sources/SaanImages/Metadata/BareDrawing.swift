import SaanFiles

extension CleanDrawing {
  /// Cleans a drawing; the pictures that are packed in it say nothing but what they show.
  package init(_ svg: [UInt8]) { self.init(svg) { try? BarePicture($0)?.bytes } }
}
