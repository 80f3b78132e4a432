import SaanFiles
import SaanModel
import SaanTemplate
import SaanText

/// `picture`: a published picture with the sizes that browsers choose from.
let pictureFunction = TemplateFunction(
  "picture",
  [
    Parameter("name"), Parameter("alt", .none), Parameter("caption", .none),
    Parameter("credit", .none), Parameter("licence", .none), Parameter("focus", .none),
  ],
  summary:
    "A published picture by its path below static/ or content/, with a slash before it, with all that an image has; a table's picture by the name that the table writes.",
  result: .record(PictureRecord.self),
  examples: [
    .init("{{ picture('/logo.svg', alt='โลโก้').src }}", "/logo.svg"),
    .init("{{ picture('/logo.svg').width }}", "40"),
  ])

extension SiteFunctions {
  /// What `picture` gives.
  func picture(_ arguments: Arguments) throws(TemplateFault) -> Value {
    let name = try arguments.text(0, "name")
    guard let asset = reader.picture(named: name), let path = reader.path(of: asset) else {
      throw .unknown(Wording(en: "picture", th: "รูป"), name, among: reader.pictureNames)
    }
    func text(_ index: Int, _ name: String) throws(TemplateFault) -> TitledText? {
      try arguments.optionalText(index, name).map { ($0, reader.tag) }
    }
    let words = reader.words(
      try text(1, "alt"), try text(2, "caption"), try text(3, "credit"),
      licence: try text(4, "licence"))
    var focus: PictureFocus?
    if let written = try arguments.optionalText(5, "focus") {
      focus = PictureFocus(written.split(separator: ","))
      guard focus != nil else {
        throw TemplateFault(
          Wording(
            en: "argument 'focus' takes two numbers from 0 to 1, such as \"0.4,0.3\"",
            th: "อาร์กิวเมนต์ 'focus' ต้องเป็นเลขสองตัวตั้งแต่ 0 ถึง 1 เช่น \"0.4,0.3\""))
      }
    }
    return Value(reader.picture(asset, at: path, words, focus))
  }
}
