import SaanData
import SaanModel
import SaanText

/// Reads `redirects` and `gone`: what became of the addresses of an older site.
func readOldAddresses(_ reader: inout MappingReader, into settings: inout Settings) {
  settings.redirects = reader.pairs("redirects").compactMap { from, node in
    guard let to = node.text else {
      let address = Wording(en: "an address", th: "ที่อยู่")
      reader.add(
        .wrongYAMLType(
          Wording(en: "'\(from.value)'", th: "'\(from.value)'"), expected: address, found: node))
      return nil
    }
    return reader.isOldAddress(from) ? Redirect(from: from, to: Located(to, at: node.span)) : nil
  }
  var seen: Set<String> = []
  settings.gone = reader.texts("gone").filter { address in
    guard reader.isOldAddress(address, ofFile: true) else { return false }
    if seen.insert(address.value).inserted { return true }
    reader.add(.goneTwice(address))
    return false
  }
}
