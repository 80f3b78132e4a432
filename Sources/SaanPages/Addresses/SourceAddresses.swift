import SaanData
import SaanText

extension FigureSource {
  /// Where its page lies below the language's prefix.
  var place: String {
    let id = slugOfCode(id).map { $0 == "/" || $0 == " " ? "-" : $0 }
    return "sources/\(String(id))/"
  }
}
