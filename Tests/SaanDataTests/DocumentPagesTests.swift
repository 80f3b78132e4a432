import SaanData
import Testing

/// How long documents are, and whose computer they name.
@Suite struct DocumentPagesTests {
  private func count(_ text: String) -> Int? { DocumentPages.count(inPDF: Array(text.utf8)) }

  @Test func theRootOfItsPagesCountsThem() {
    let root = "1 0 obj <</Type/Pages/Kids[3 0 R 2 0 R]/Count 7>> endobj\n"
    let branch = "2 0 obj << /Type /Pages /Parent 1 0 R /Kids [4 0 R] /Count 3 >> endobj\n"
    #expect(count("%PDF-1.7\n" + root + branch) == 7)
    #expect(count("%PDF-1.7\n" + branch + root) == 7)
    // Saved again with two pages fewer.
    let again = "1 0 obj << /Type /Pages /Kids [2 0 R] /Count 5 >> endobj\n"
    #expect(count("%PDF-1.7\n" + root + branch + again) == 5)
  }

  @Test(arguments: [
    "", "x", "%PDF-1.7\n", "1 0 obj <</Type/Pages/Kids[]/Count 7>> endobj",
    "%PDF-1.7\n1 0 obj <</Type/Pages/Kids[]/Count -7>> endobj",
    "%PDF-1.7\n1 0 obj <</Type/Pages/Kids[]/Count 99999999999999999999>> endobj",
    "%PDF-1.7\n1 0 obj <</Type/Outlines/Count 3>> endobj",
  ])
  func whatSaysNothingIsNotCounted(_ text: String) { #expect(count(text) == nil) }

  @Test func theFolderOfAPersonIsSeen() {
    let pdf =
      "%PDF-1.4\n1 0 obj << /Type /Annot /Contents (C:\\\\Users\\\\somchai.j\\\\work\\\\a.docx and /home/user/x https://a.example/home/news/ file:///home/suda/a) >> endobj\n"
    let homes = FileContents(Array(pdf.utf8), name: "a.pdf").homes
    #expect(homes.map(\.name) == ["somchai.j", "suda"])
    #expect(homes.map(\.path) == ["C:\\Users\\somchai.j\\", "/home/suda/"])
  }
}
