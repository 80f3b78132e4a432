import SaanData
import SaanText

extension MappingReader {
  /// Whether a text is an address that files can answer; if not, says so.
  mutating func isOldAddress(_ text: Located<String>) -> Bool {
    do throws(OldAddress.Mistake) {
      _ = try OldAddress(text.value)
      return true
    } catch {
      switch error {
      case .notAPath: add(.badAlias(text.value, at: text.span))
      case .query: add(.aliasWithQuery(text.value, at: text.span))
      }
      return false
    }
  }
}
