import SaanFiles
import SaanImages
import SaanModel
import SaanText

/// Where the pictures are that are made of one photograph.
package struct PictureAddresses: Sendable {
  /// The same in one format, with the path of each from small to large.
  struct Row: Sendable {
    let format: PictureFormat
    let pictures: [(path: String, rendition: Rendition)]

    /// The list that a browser chooses from.
    func candidates(_ href: (String) -> String) -> String {
      pictures.map { "\(href($0.path)) \($0.rendition.size.width)w" }.joined(separator: ", ")
    }
  }

  /// The formats from the one that browsers had best take to the one that all read.
  let rows: [Row]
  /// The path and the size of the largest in the format that all browsers read.
  let main: (path: String, size: ImageSize)

  private let mixed: Lazily<String?>

  /// Names what is made of a photograph.
  ///
  /// - Parameters:
  ///   - colour: works out the colour that stands in its place until it is there.
  ///   - name: gives a width and an ending to its path.
  init?(
    _ set: RenditionSet, colour: @escaping @Sendable () -> String?,
    name: (_ width: Int, _ ending: String) -> String
  ) {
    mixed = Lazily(colour)
    rows = set.rows.map { row in
      Row(
        format: row.format,
        pictures: row.sizes.map { size in
          (
            name(size.width, row.format.endings[0]), Rendition(format: row.format, size: size)
          )
        })
    }
    guard let last = rows.last?.pictures.last else { return nil }
    main = (last.path, last.rendition.size)
  }

  /// All of them.
  var all: [(path: String, rendition: Rendition)] { rows.flatMap(\.pictures) }

  /// What a browser may take in place of the main one: the best formats first.
  package func sources(_ href: (String) -> String) -> [(type: String, candidates: String)] {
    rows.dropLast().map { ("image/\($0.format.rawValue)", $0.candidates(href)) }
  }

  /// The sizes of the main one, in the format that all browsers read.
  package func candidates(_ href: (String) -> String) -> String {
    rows.last.map { $0.candidates(href) } ?? ""
  }

  /// The colour that stands in its place until it is there, as `#a1b2c3`; `nil` where something
  /// shines through.
  package var colour: String? { mixed.value }

  /// The path of the main one.
  package var path: String { main.path }

  /// Width and height of the main one.
  package var size: ImageSize { main.size }
}
