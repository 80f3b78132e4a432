import SaanData
import Testing

/// Whom documents name, and what they hold.
@Suite struct DocumentContentsTests {
  private func core(_ creator: String, _ saver: String) -> String {
    "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:creator>\(creator)</dc:creator>"
      + "<cp:lastModifiedBy>\(saver)</cp:lastModifiedBy></cp:coreProperties>"
  }

  @Test func anOfficeDocumentNamesItsWriters() {
    let file = WorkbookFixture.zip([
      ("docProps/core.xml", core("สมชาย  ใจดี", "Somying Jaidee")),
      (
        "word/document.xml",
        "<w:document xmlns:w=\"w\"><w:p><w:r><w:t>โทร 081-</w:t></w:r><w:r><w:t>234-5678</w:t></w:r></w:p></w:document>"
      ),
    ])
    let document = DocumentContents(file, .office)
    #expect(document.people == ["สมชาย ใจดี", "Somying Jaidee"])
    #expect(document.texts.last == "โทร 081-234-5678")
    let byOffice = WorkbookFixture.zip([
      ("docProps/core.xml", core("สมาคมพัฒนาเครือข่าย", "Windows User"))
    ])
    #expect(DocumentContents(byOffice, .office).people == [])
    #expect(DocumentContents([1, 2, 3], .office).people == [])
  }

  @Test(arguments: [
    "/Author (Somchai Jaidee)", "/Author(Somchai \\112aidee)",
    "/Author <536F6D63686169204A6169646565>",
    "/Author <FEFF0053006F006D00630068006100690020004A00610069006400650065>",
    "<dc:creator><rdf:Seq><rdf:li>Somchai Jaidee</rdf:li></rdf:Seq></dc:creator>",
  ])
  func aPDFNamesItsWriter(_ properties: String) {
    let file = Array("%PDF-1.7\n1 0 obj << \(properties) /Producer (Word) >> endobj\n".utf8)
    #expect(DocumentContents(file, .pdf).people == ["Somchai Jaidee"])
  }

  @Test func aPDFOfNobody() {
    for properties in [
      "/Author ()", "/Author (user)", "/Author (สำนักงาน พอช.)", "/Title (Somchai)", "",
    ] {
      let file = Array("%PDF-1.7\n1 0 obj << \(properties) >> endobj\n".utf8)
      #expect(DocumentContents(file, .pdf).people == [], "\(properties)")
    }
  }
}
