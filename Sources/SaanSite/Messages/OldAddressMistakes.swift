import SaanData
import SaanModel
import SaanText

extension MappingReader {
  /// Whether a text is an address that files can answer; if not, says so.
  ///
  /// - Parameter ofFile: whether it may be that of a file which is no page.
  mutating func isOldAddress(_ text: Located<String>, ofFile: Bool = false) -> Bool {
    do throws(OldAddress.Mistake) {
      guard try OldAddress(text.value).isFile else { return true }
      if !ofFile { add(.addressOfFile(text.value, at: text.span)) }
      return ofFile
    } catch {
      switch error {
      case .notAPath: add(.badAlias(text.value, at: text.span))
      case .query: add(.aliasWithQuery(text.value, at: text.span))
      }
      return false
    }
  }
}
