import SaanFiles

/// How photographs are made smaller for pages, as `images: {widths: [480], formats: [webp]}` says.
package struct PictureSettings: Sendable, Hashable {
  /// The widths in pixels.
  package var widths = [480, 960, 1440]
  /// The formats beside the one that all browsers read, the best first.
  package var formats: [PictureFormat] = [.webp]

  /// Whether what is published still says in its file whose it is, as its maker wrote into it.
  package var keepsCredit = false

  /// The formats that can be asked for.
  package static let choices: [PictureFormat] = [.avif, .webp]

  /// What holds where a site says nothing.
  package init() {}
}
