import SaanFiles

/// The pictures that are made of one: which formats, and how large.
package struct RenditionSet: Sendable, Hashable {
  /// One format, with its sizes from small to large.
  package struct Row: Sendable, Hashable {
    package let format: PictureFormat
    package let sizes: [ImageSize]
  }

  /// The formats from the one that browsers had best take to the one that all read.
  package let rows: [Row]

  /// The largest picture in the format that all browsers read.
  package var main: (format: PictureFormat, size: ImageSize)? {
    rows.last.flatMap { row in row.sizes.last.map { (row.format, $0) } }
  }

  /// Decides what is made of a picture; nothing is larger than the picture itself.
  ///
  /// - Returns: `nil` where it is published as it is: it moves, it is a drawing of few colours, it
  ///   is as small as the smallest, or it is in the newest format already.
  package init?(of header: PictureHeader, widths: [Int], formats: [PictureFormat]) {
    guard !header.isAnimated, !header.hasPalette, let family = Self.family(of: header.format) else {
      return nil
    }
    let full = header.size
    let smaller = widths.sorted().filter { $0 < full.width }
    // That a WebP lies on its side is told to no browser.
    let isShownWrong = header.format == .webp && header.orientation != .upright
    guard !smaller.isEmpty || header.format == .heic || isShownWrong else { return nil }
    let isWide = widths.contains { $0 < full.width } && (widths.max() ?? 0) < full.width
    let sizes = smaller.map { width in
      ImageSize(width: width, height: max(1, (full.height * width + full.width / 2) / full.width))
    }
    let all = isWide ? sizes : sizes + [full]
    rows = (formats.filter { $0 != family } + [family]).map { Row(format: $0, sizes: all) }
  }

  /// The format that all browsers read and that shows what this one shows.
  private static func family(of format: PictureFormat) -> PictureFormat? {
    switch format {
    case .jpeg, .heic: .jpeg
    case .png: .png
    case .webp: .webp
    case .gif, .avif, .film, .tiff, .bmp, .icon: nil
    }
  }
}
