extension SourceFile {
  /// The file as it should have been typed; only where a quick look tells that something may be
  /// wrong is it gone through.
  ///
  /// - Parameter isArticle: whether it is Markdown behind front matter.
  package func tidied(isArticle: Bool = false) -> SourceFile {
    let prose = isArticle ? proseStart : Int.max
    guard let tidied = bytes.withUnsafeBufferPointer({ TidiedText($0, prose: prose) }) else {
      return self
    }
    return SourceFile(path: path, tidied)
  }

  /// Where the Markdown of an article begins.
  private var proseStart: Int {
    guard bytes.starts(with: "---".utf8) else { return 0 }
    var line = 3
    while let newline = bytes[line...].firstIndex(of: 0x0A) {
      line = newline + 1
      if bytes[line...].starts(with: "---".utf8) { return line + 3 }
    }
    return bytes.count
  }
}
