import Glibc

/// A colour of sRGB, as a style sheet writes it.
package struct Colour: Sendable, Equatable {
  /// Red, green and blue, 0 to 255.
  private let channels: [UInt8]

  /// Reads `#rgb` or `#rrggbb`.
  package init?(_ text: String) {
    let digits = text.utf8.dropFirst().compactMap { byte in
      Character(Unicode.Scalar(byte)).hexDigitValue
    }
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == text.utf8.count - 1 else {
      return nil
    }
    switch digits.count {
    case 3: channels = digits.map { UInt8($0 * 17) }
    case 6: channels = [0, 2, 4].map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    default: return nil
    }
  }

  /// The colour as `#rrggbb`.
  var hex: String {
    "#" + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The least contrast at which running text can be read (WCAG 2.2, level AA).
  static let readableContrast = 4.5

  /// The contrast with another colour, 1 to 21 (WCAG 2.2, relative luminance).
  func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private var linear: [Double] {
    channels.map { channel in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  private var luminance: Double {
    let parts = linear
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// The colour of the same hue that can be read on all of these and is nearest in lightness; nil
  /// where none can, as on black and white at once.
  func nearestReadable(on backgrounds: [Colour]) -> Colour? {
    let own = Oklch(linear: linear)
    for step in 1...1000 {
      let candidates = [-1.0, 1.0].compactMap { sign in
        let lightness = own.lightness + sign * Double(step) / 1000
        return (0...1).contains(lightness) ? own.colour(lightness: lightness) : nil
      }
      let readable = candidates.first { candidate in
        backgrounds.allSatisfy { candidate.contrast(with: $0) >= Self.readableContrast }
      }
      if let readable { return readable }
    }
    return nil
  }

  fileprivate init(linear: [Double]) {
    channels = linear.map { value in
      let part = value <= 0.003_130_8 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055
      return UInt8(min(255, max(0, (part * 255).rounded())))
    }
  }
}

/// A colour by lightness, chroma and hue as eyes see them.
///
/// Source: Björn Ottosson, “A perceptual color space for image processing” (2020).
private struct Oklch {
  let lightness: Double
  private let a: Double
  private let b: Double

  init(linear: [Double]) {
    let (red, green, blue) = (linear[0], linear[1], linear[2])
    let l = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let m = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let s = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  /// The colour at another lightness, with as much of its chroma as a screen can show.
  func colour(lightness: Double) -> Colour {
    for step in 0...20 {
      let parts = linear(lightness: lightness, chroma: 1 - Double(step) / 20)
      if parts.allSatisfy({ (-0.000_1...1.000_1).contains($0) }) { return Colour(linear: parts) }
    }
    return Colour(linear: linear(lightness: lightness, chroma: 0))
  }

  private func linear(lightness: Double, chroma: Double) -> [Double] {
    let (a, b) = (a * chroma, b * chroma)
    let l = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
    let m = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
    let s = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
    return [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
    ]
  }
}
