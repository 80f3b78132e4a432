import SaanData
import SaanModel
import SaanText

/// Reads `license`, also spelt `licence`: a code such as `CC-BY-4.0`, words, or words with the
/// address of the terms; nil where the site says nothing.
func readLicence(_ reader: inout MappingReader) -> Licence? {
  let spellings = ["license", "licence"].compactMap { key in reader.node(key).map { (key, $0) } }
  guard let (_, node) = spellings.first else { return nil }
  if let (key, other) = spellings.dropFirst().first {
    reader.add(.duplicateKey(key, at: other.span))
  }
  if let text = node.text {
    if let known = Licence(code: text) { return known }
    guard !text.uppercased().hasPrefix("CC") else {
      reader.add(.unknownChoice("license", Located(text, at: node.span), among: Licence.codes))
      return nil
    }
    return Licence(Localized(text), address: nil)
  }
  if node["title"] == nil, node["url"] == nil, let title = Localized(yaml: node) {
    return Licence(title, address: nil)
  }
  var part = MappingReader(node, subject: Wording(en: "license", th: "license "))
  let title = part.localized("title")
  let address = part.located("url")
  let isAddress = address.map { BaseURL($0.value) != nil } ?? true
  if title == nil || !isAddress { part.add(.badLicence(at: (address?.span ?? node.span).place)) }
  reader.merge(part.finish())
  return isAddress ? title.map { Licence($0, address: address?.value) } : nil
}
