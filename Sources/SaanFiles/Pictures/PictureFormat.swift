/// What a picture, or a film, is as its first bytes say, whatever its name.
package enum PictureFormat: String, Sendable, Hashable, CaseIterable {
  case jpeg, png, gif, webp, avif, heic, film, tiff, bmp, icon

  /// Looks at the beginning of a file; `nil` for what is none of these.
  package init?(_ bytes: [UInt8]) {
    let reader = ByteReader(bytes)
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if reader.has("GIF87a", at: 0) || reader.has("GIF89a", at: 0) {
      self = .gif
    } else if reader.has("RIFF", at: 0), reader.has("WEBP", at: 8) {
      self = .webp
    } else if reader.has("ftyp", at: 4), let length = reader.big(0, 4) {
      let brands = stride(from: 8, to: max(8, min(length, 256)), by: 4).compactMap(reader.name)
      self =
        brands.contains { ["avif", "avis"].contains($0) }
        ? .avif
        : brands.contains { ["heic", "heix", "hevc", "mif1", "msf1"].contains($0) } ? .heic : .film
    } else if reader.has("II*\0", at: 0) || reader.has("MM\0*", at: 0) {
      self = .tiff
    } else if reader.has("BM", at: 0), reader.little(14, 4).map({ $0 < 200 }) == true {
      self = .bmp
    } else if reader.little(0, 4) == 0x10000 {
      self = .icon
    } else {
      return nil
    }
  }

  /// The format that a name promises; `nil` where it promises none of these.
  package init?(ending: some StringProtocol) {
    let ending = ending.lowercased()
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else {
      return nil
    }
    self = format
  }

  /// How the names of its files end, the usual ending first.
  package var endings: [String] {
    switch self {
    case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
    case .png: ["png", "apng"]
    case .gif: ["gif"]
    case .webp: ["webp"]
    case .avif: ["avif"]
    case .heic: ["heic", "heif", "hif"]
    case .film: ["mp4", "m4v", "mov", "m4a", "3gp"]
    case .tiff: ["tif", "tiff"]
    case .bmp: ["bmp"]
    case .icon: ["ico"]
    }
  }

  /// The format's name for people.
  package var shownName: String {
    switch self {
    case .webp: "WebP"
    case .film: "MP4"
    case .icon: "ICO"
    default: rawValue.uppercased()
    }
  }
}
