import SaanFiles

/// A picture that says nothing besides what it shows: no place, no names, no serial numbers, no
/// smaller picture of what it once was, nothing behind its end.
///
/// What it shows stays the same to the bit, with its colours and the way it is turned. Films and
/// pictures of telephones keep their length, and have zeros where they said something.
package struct BarePicture: Sendable {
  package let bytes: [UInt8]

  /// Takes out of a file whatever it says.
  ///
  /// What comes out is read again: nothing more must be found in it.
  /// - Parameters:
  ///   - keepsColours: whether colours that are not those of the web are still described.
  ///   - credit: whose the picture is, where that is to be said in it: JPEG, PNG and WebP can.
  /// - Returns: `nil` for files that are none of the formats that are understood.
  package init?(
    _ bytes: [UInt8], keepsColours: Bool = true, credit: PictureCredit? = nil
  ) throws(PictureMistake) {
    guard let strip = Self.strip(of: bytes) else { return nil }
    let orientation = PictureHeader(bytes)?.orientation ?? .upright
    let kept = KeptParts(colours: keepsColours, exif: orientation.exif(credit))
    let bare = try strip(ByteReader(bytes), kept)
    guard try strip(ByteReader(bare), kept) == bare else { throw .unclear }
    self.bytes = bare
  }

  private typealias Strip = (ByteReader, KeptParts) throws(PictureMistake) -> [UInt8]

  private static func strip(of bytes: [UInt8]) -> Strip? {
    switch PictureFormat(bytes) {
    case .jpeg: bareJPEG
    case .png: barePNG
    case .gif: bareGIF
    case .webp: bareWebP
    case .avif, .heic, .film: bareMedia
    case .tiff: bareTIFF
    case .bmp, .icon, nil: nil
    }
  }
}

/// What a picture still says of itself.
struct KeptParts {
  /// Whether its colours are described.
  let colours: Bool
  /// The tables of Exif that are written in place of its own.
  let exif: [UInt8]?
}

/// Why a picture is not published.
package enum PictureMistake: Error, Sendable, Hashable {
  /// It breaks off, or is damaged.
  case cut
  /// It is not what its name says.
  case mislabelled(PictureFormat?)
  /// It has more points than anybody should have to decode.
  case manyPixels(ImageSize)
  /// Its file is larger than any picture has to be.
  case heavy(Int)
  /// Something was still found in it after everything was taken out.
  case unclear
}

extension PictureMistake {
  /// How many points a picture may have.
  package static let mostPixels = 100_000_000
  /// How many bytes a picture's file may have.
  package static let mostBytes = 30_000_000

  /// What is wrong with a picture as far as its head goes.
  ///
  /// - Parameter ending: what its name ends with.
  package init?(ofHead bytes: [UInt8], ending: some StringProtocol) {
    guard let promised = PictureFormat(ending: ending), promised != .film else { return nil }
    let format = PictureFormat(bytes)
    // Pictures of telephones are in one file format with others, by whatever name.
    let isMedia = format == .avif || format == .heic || format == .film
    guard format == promised || (promised == .heic && isMedia) else {
      self = .mislabelled(format)
      return
    }
    guard bytes.count <= Self.mostBytes else {
      self = .heavy(bytes.count)
      return
    }
    guard let header = PictureHeader(bytes) else {
      guard [.jpeg, .png, .gif, .webp].contains(promised) else { return nil }
      self = .cut
      return
    }
    guard header.size.width <= Self.mostPixels / header.size.height else {
      self = .manyPixels(header.size)
      return
    }
    return nil
  }
}
