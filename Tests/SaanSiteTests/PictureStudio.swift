import SaanFiles
import SaanImages
import SaanModel
import SaanText
import Testing

/// Makes real pictures for tests, and looks at others, with the programs of this machine.
struct PictureStudio {
  static let workshop = Workshop(searchPath: "/usr/local/bin:/usr/bin:/bin")
  static let isOpen = workshop.find(.vipsthumbnail) != nil

  private static let vips = Tool(command: "vips", debianPackage: "libvips-tools")

  /// Four fields: red, green, blue and white, from the upper left by rows.
  static let colours: [[UInt8]] = [
    [220, 30, 30], [30, 180, 30], [30, 30, 220], [240, 240, 240],
  ]

  /// A picture of four fields, as it lies in the file before it is turned.
  static func picture(
    _ width: Int, _ height: Int, as ending: String, orientation: Int = 1
  ) throws -> [UInt8] {
    var points: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        points += colours[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)]
      }
    }
    let ppm = Array("P6\n\(width) \(height)\n255\n".utf8) + points
    var order = ToolOrder(
      vips, ["copy", "in.ppm", "out.\(ending)"], inputs: [.init("in.ppm", ppm)],
      output: "out.\(ending)")
    order.isQuiet = false
    let made = try workshop.make(order)
    return orientation == 1 ? made : turned(made, orientation, ending)
  }

  /// The same in other colours, by a step of vips: `colourspace cmyk`, `bandjoin_const 128`,
  /// `copy [palette]`.
  static func picture(
    _ width: Int, _ height: Int, _ step: String, _ option: String, as ending: String
  ) throws -> [UInt8] {
    let source = try picture(width, height, as: "png")
    let isOfFile = option.hasPrefix("[")
    let words =
      [step, "in.png", "out.\(ending)" + (isOfFile ? option : "")]
      + (isOfFile || option.isEmpty ? [] : [option])
    var order = ToolOrder(
      vips, words, inputs: [.init("in.png", source)], output: "out.\(ending)")
    order.isQuiet = false
    return try workshop.make(order)
  }

  /// The file with Exif that says how it is turned, where it was taken and by whom.
  private static func turned(_ bytes: [UInt8], _ number: Int, _ ending: String) -> [UInt8] {
    let exif = exif(number)
    switch ending {
    case "jpg":
      let body: [UInt8] = Array("Exif\0\0".utf8) + exif
      let head: [UInt8] = [
        0xFF, 0xE1, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 0xFF),
      ]
      return Array(bytes[..<2]) + head + body + Array(bytes[2...])
    case "webp":
      let head = PictureHeader(bytes)?.size ?? ImageSize(width: 1, height: 1)
      func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
      }
      let first = ByteReader(bytes).name(12) == "VP8X" ? 30 : 12
      var parts: [UInt8] = Array("VP8X".utf8) + little(10, 4) + [0b1000, 0, 0, 0]
      parts += little(head.width - 1, 3) + little(head.height - 1, 3)
      parts += bytes[first...]
      parts += Array("EXIF".utf8) + little(exif.count, 4) + exif
      return Array("RIFF".utf8) + little(parts.count + 4, 4) + Array("WEBP".utf8) + parts
    default: return bytes
    }
  }

  /// Big-endian tables: orientation, artist, and a latitude in a table of its own.
  static func exif(_ orientation: Int) -> [UInt8] {
    let artist = Array("Somchai Jaidee\0\0".utf8)
    let head = Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 3]
    let turn: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0, 0]
    let name: [UInt8] = [0x01, 0x3B, 0, 2, 0, 0, 0, UInt8(artist.count), 0, 0, 0, 50]
    let place: [UInt8] = [0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 66]
    let latitude: [UInt8] = [0, 1, 0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 84, 0, 0, 0, 0]
    let degrees: [UInt8] = [
      0, 0, 0, 13, 0, 0, 0, 1, 0, 0, 0, 45, 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 0, 1,
    ]
    return head + turn + name + place + [0, 0, 0, 0] + artist + latitude + degrees
  }

  /// Which of the four colours stands in each corner, from the upper left by rows.
  static func corners(of bytes: [UInt8], _ ending: String) throws -> [Int] {
    var order = ToolOrder(
      vips, ["copy", "in.\(ending)", "out.ppm"], inputs: [.init("in.\(ending)", bytes)],
      output: "out.ppm")
    order.isQuiet = false
    let ppm = try workshop.make(order)
    let size = try #require(PictureHeader(bytes)).size
    let points = ppm.suffix(size.width * size.height * 3)
    let inset = 4
    return [
      (inset, inset), (size.width - inset, inset), (inset, size.height - inset),
      (size.width - inset, size.height - inset),
    ].map { x, y in
      let start = points.startIndex + (y * size.width + x) * 3
      let point = points[start..<start + 3].map(Int.init)
      let far = colours.map { colour in
        zip(colour, point).reduce(0) { $0 + abs(Int($1.0) - $1.1) }
      }
      return far.firstIndex(of: far.min() ?? 0) ?? -1
    }
  }
}
