/// How long a document is, for readers who decide whether to open it.
package enum DocumentPages {
  /// How many pages a PDF has; `nil` where it does not say so, or cannot be read.
  ///
  /// The root of its pages counts them (PDF 1.7, 7.7.3.2). A file that was saved again has more
  /// than one, of which the last holds.
  package static func count(inPDF bytes: [UInt8], limits: DataLimits = DataLimits()) -> Int? {
    guard bytes.starts(with: "%PDF".utf8) else { return nil }
    let roots = PDFObjects(bytes, limits: limits).all.filter { object in
      (object.has("/Type/Pages") || object.has("/Type /Pages")) && object.has("/Kids")
        && !object.has("/Parent")
    }
    return roots.last?.number(of: "/Count").flatMap { (1...99_999).contains($0) ? $0 : nil }
  }
}
