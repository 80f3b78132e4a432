import SaanData
import SaanModel
import SaanTemplate
import SaanText

/// Reads the outlines of the areas: the site's own, or those of the gazetteer for the areas that
/// the site has.
func loadOutlines(_ tree: SourceTree, areas: AreaTable) -> Outcome<Outlines?> {
  let own = tree.files[outlinesPath]
  let others = areas.isWhole ? tree.gazetteer?.bytes(.outlines) : nil
  guard let file = own ?? others.map({ SourceFile(path: outlinesPath, bytes: $0) }) else {
    return Outcome(nil)
  }
  var diagnostics = Diagnostics()
  let value = Value.reading(json: file).value(reportingTo: &diagnostics)
  guard !diagnostics.hasErrors else { return Outcome(nil, diagnostics) }
  guard case .map(let map) = value, case .map(let members)? = map["paths"],
    let box = box(map["viewBox"]?.text ?? "")
  else { return Outcome(nil, Diagnostics([.badOutlines(file)])) }
  var paths: [String: String] = [:]
  for (key, value) in members.pairs {
    guard let code = key.text else { continue }
    guard let path = value.text, isPathData(path) else {
      diagnostics.add(.badOutline(code, in: file))
      continue
    }
    if areas[code] == nil {
      if own == nil { continue }
      diagnostics.add(.outlineOfNowhere(code, in: file, among: areas.described.map(\.code)))
    }
    paths[code] = path
  }
  return Outcome(
    Outlines(
      width: box.width, height: box.height, paths: paths, credit: map["credit"]?.text,
      source: map["source"]?.text), diagnostics)
}

/// Reads `0 0 331 600`.
private func box(_ text: String) -> (width: Double, height: Double)? {
  let numbers = text.split(separator: " ").compactMap { Double($0) }
  guard numbers.count == 4, numbers[0] == 0, numbers[1] == 0, numbers[2] > 0, numbers[3] > 0 else {
    return nil
  }
  return (numbers[2], numbers[3])
}

/// Whether the text is the data of an SVG path and nothing else.
private func isPathData(_ text: String) -> Bool {
  guard let first = text.utf8.first, first | 0x20 == UInt8(ascii: "m") else { return false }
  return text.utf8.allSatisfy { byte in
    switch byte {
    case 0x30...0x39, 0x20, 0x2C, 0x2D, 0x2E: true
    default: "MmLlHhVvZz".utf8.contains(byte)
    }
  }
}
