import SaanText

/// The page with its links to the site's own paths written relative to the page itself.
///
/// So a site can be opened from a folder, or moved below any path: `href="/th/news/"` on the page
/// `th/index.html` becomes `href="news/index.html"`. Only `href`, `src` and `content` values that
/// begin with the site's path are touched, and absolute URLs never.
func relativeURLs(in page: [UInt8], at output: String, basePath: String) -> [UInt8] {
  let prefix = Array(basePath.utf8) + [UInt8(ascii: "/")]
  let up = String(repeating: "../", count: output.utf8.filter { $0 == UInt8(ascii: "/") }.count)
  var result: [UInt8] = []
  result.reserveCapacity(page.count + page.count / 8)
  var copied = 0
  var index = 0
  while index < page.count {
    defer { index += 1 }
    guard page[index] == UInt8(ascii: "\""), isURLAttribute(page[..<index]) else { continue }
    let start = index + 1
    guard page[start...].starts(with: prefix), page.count > start + prefix.count,
      page[start + prefix.count] != UInt8(ascii: "/"),
      let end = page[start...].firstIndex(of: UInt8(ascii: "\""))
    else { continue }
    result += page[copied..<start]
    result += relative(page[(start + prefix.count)..<end], up: up)
    copied = end
    index = end
  }
  return result + page[copied...]
}

/// Whether the bytes end in an attribute that holds a URL, up to its equals sign.
private func isURLAttribute(_ bytes: ArraySlice<UInt8>) -> Bool {
  [" href=", " src="].contains { name in
    bytes.count >= name.utf8.count && bytes.suffix(name.utf8.count).elementsEqual(name.utf8)
  }
}

/// A folder becomes its `index.html`, since no server is there to find it.
private func relative(_ path: ArraySlice<UInt8>, up: String) -> [UInt8] {
  let cut = path.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? path.endIndex
  var target = Array(up.utf8) + path[..<cut]
  if target.isEmpty || target.last == UInt8(ascii: "/") { target += Array("index.html".utf8) }
  return target + path[cut...]
}
