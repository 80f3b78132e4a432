/// Finds the parts of a workbook by the links among them, wherever they lie in the archive.
///
/// Their names differ in capitals for nobody (ECMA-376, part 2), and some programs write them with
/// the strokes of Windows.
struct WorkbookParts {
  /// What a part links to.
  struct Link {
    let id: String
    let kind: String
    let part: String
  }

  private let names: [String: String]

  init(_ names: [String]) {
    self.names = Dictionary(names.map { (Self.normal($0), $0) }) { first, _ in first }
  }

  /// The name in the archive of a part.
  func named(_ part: String) -> String? { names[Self.normal(part)] }

  /// The workbook itself, as the links of the whole archive name it.
  func main(of links: [UInt8]?) -> String {
    links.flatMap { targets($0, from: "") }?
      .first { $0.kind.hasSuffix("/officeDocument") }?.part ?? "xl/workbook.xml"
  }

  /// Where the links of a part stand.
  static func links(of part: String) -> String {
    let (folder, name) = split(part)
    return "\(folder)_rels/\(name).rels"
  }

  /// What a part links to inside the archive; `nil` where its links are no XML.
  func targets(_ bytes: [UInt8], from part: String) -> [Link]? {
    let folder = Self.split(part).folder
    var all: [Link] = []
    let isWhole = walkXML(
      bytes,
      start: { name, attributes in
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
          attributes["TargetMode"] != "External"
        else { return }
        let path = Self.resolved(target, in: folder)
        all.append(Link(id: id, kind: attributes["Type"] ?? "", part: self.named(path) ?? path))
      })
    return isWhole ? all : nil
  }

  private static func split(_ part: String) -> (folder: String, name: String) {
    guard let stroke = part.lastIndex(of: "/") else { return ("", part) }
    let next = part.index(after: stroke)
    return (String(part[..<next]), String(part[next...]))
  }

  /// The path of a target; steps out of the archive end at its root.
  private static func resolved(_ target: String, in folder: String) -> String {
    let path = target.replacing("\\", with: "/")
    let whole = path.hasPrefix("/") ? path : folder + path
    var steps: [Substring] = []
    for step in whole.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  private static func normal(_ name: String) -> String {
    let name = name.replacing("\\", with: "/").lowercased()
    return name.hasPrefix("/") ? String(name.dropFirst()) : name
  }
}
