import SaanData
import SaanText

/// Reads `privacy: {allow: [info@network.example, 02-123-4567, "@network.example"]}`: what the
/// site publishes on purpose.
func readPrivacy(_ reader: inout MappingReader) -> ContactAllowance {
  guard let node = reader.node("privacy") else { return .nothing }
  var part = MappingReader(node, subject: Wording(en: "privacy", th: "privacy "))
  let allowed = part.texts("allow")
  reader.merge(part.finish())
  return ContactAllowance(allowed)
}
