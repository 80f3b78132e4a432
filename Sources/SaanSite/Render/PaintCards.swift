import SaanFiles
import SaanImages
import SaanModel
import SaanPages
import SaanText

extension CardPainter {
  /// The painter of a workshop; `nil` where the program is not installed.
  package init?(_ workshop: Workshop) {
    guard let program = workshop.find(.rsvgConvert) else { return nil }
    self.init(version: program.version) { (svg, fonts) throws(DiskError) in
      do throws(ToolMistake) {
        return try workshop.make(.card(svg, fonts))
      } catch {
        let product = Wording(en: "a share card", th: "ภาพแชร์")
        throw DiskError(error.diagnostic(of: product, at: nil))
      }
    }
  }
}

extension ToolOrder {
  /// A card of a drawing, painted with some fonts and no others.
  fileprivate static func card(_ svg: [UInt8], _ fonts: [Asset]) -> ToolOrder {
    let files = fonts.enumerated().map { index, font in
      Input(
        "font\(index).\(FilePath.lastPart(of: font.path).split(separator: ".").last ?? "ttf")",
        font.digest
      ) { () throws(DiskError) in try font.read() }
    }
    var order = ToolOrder(
      .rsvgConvert,
      ["--width=1200", "--height=630", "--output=card.png", "card.svg"],
      inputs: [Input("card.svg", svg), Input("fonts.conf", Array(fontSettings.utf8))] + files,
      output: "card.png")
    order.environment = ["FONTCONFIG_FILE": "fonts.conf", "FONTCONFIG_PATH": "."]
    return order
  }

  /// Names the fonts in the folder where the program works, and none of the machine's.
  private static let fontSettings = """
    <?xml version="1.0"?>
    <fontconfig>
    <dir prefix="cwd">.</dir>
    <cachedir prefix="xdg">fontconfig</cachedir>
    </fontconfig>

    """
}
