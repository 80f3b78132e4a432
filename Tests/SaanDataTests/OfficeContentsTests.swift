import Testing

@testable import SaanData

/// Office documents are read in all their parts, and not only where a page shows something.
@Suite struct OfficeContentsTests {
  private static let text = "<w:document xmlns:w=\"w\"><w:body><w:p>ก</w:p></w:body></w:document>"
  private static let book = "<workbook><sheets><sheet name=\"A\"/></sheets></workbook>"

  private static func docx(_ part: String, _ xml: String) -> [UInt8] {
    WorkbookFixture.zip([("word/document.xml", text), (part, xml)])
  }
  private static func xlsx(_ part: String, _ xml: String) -> [UInt8] {
    WorkbookFixture.zip([("xl/workbook.xml", book), (part, xml)])
  }

  /// Each has one number in a part that no page shows.
  private static let parts: [(name: String, bytes: [UInt8])] = [
    ("a.xlsx", xlsx("xl/comments1.xml", comment("081-</t></r><r><t>234-5678"))),
    ("a.xlsx", xlsx("xl/comments/comment1.xml", comment("081-234-5678"))),
    ("a.xlsx", xlsx("xl/threadedComments/c1.xml", "<t><text>081-234-5678</text></t>")),
    (
      "a.xlsx",
      xlsx("xl/drawings/drawing1.xml", "<x xmlns:a=\"a\"><a:p><a:t>081-234-5678</a:t></a:p></x>")
    ),
    ("a.xlsx", xlsx("xl/drawings/vmlDrawing1.vml", "<x><div>081-<b>234</b>-5678<br></div></x>")),
    (
      "a.xlsx",
      xlsx(
        "xl/worksheets/sheet1.xml",
        "<w><headerFooter><oddHeader>081-234-5678</oddHeader></headerFooter></w>")
    ),
    (
      "a.xlsx",
      xlsx("xl/worksheets/sheet1.xml", "<w><c t=\"str\"><f>\"081-234-5678\"</f><v>x</v></c></w>")
    ),
    ("a.xlsx", xlsx("xl/externalLinks/externalLink1.xml", "<e><v>081-234-5678</v></e>")),
    ("a.xlsx", xlsx("xl/pivotCache/p1.xml", "<p><s v=\"081-234-5678\"/></p>")),
    ("a.xlsx", WorkbookFixture.zip([("xl/workbook.xml", "<w><sheet name=\"081-234-5678\"/></w>")])),
    (
      "a.xlsx",
      WorkbookFixture.zip([
        ("xl/workbook.xml", "<w><definedName name=\"a\">081-234-5678</definedName></w>")
      ])
    ),
    (
      "a.docx",
      docx("docProps/core.xml", "<c xmlns:dc=\"d\"><dc:title>โทร 081-234-5678</dc:title></c>")
    ),
    ("a.docx", docx("docProps/app.xml", "<p><Manager>081-234-5678</Manager></p>")),
    (
      "a.docx",
      docx("docProps/custom.xml", "<p><property><lpwstr>081-234-5678</lpwstr></property></p>")
    ),
    (
      "a.docx",
      docx("word/settings.xml", "<w:s xmlns:w=\"w\"><w:docVar w:val=\"081-234-5678\"/></w:s>")
    ),
    ("a.docx", docx("word/glossary/document.xml", text.replacing("ก", with: "081-234-5678"))),
    (
      "a.docx",
      docx("word/document2.xml", text.replacing("ก", with: "081<w:tab/>234<w:noBreakHyphen/>5678"))
    ),
    (
      "a.docx",
      docx("word/_rels/document.xml.rels", "<r><Relationship Target=\"tel:0812345678\"/></r>")
    ),
    ("a.docx", docx("word/afchunk.htm", "<p>081-<b>234</b>-5678</p>")),
    (
      "a.pptx",
      WorkbookFixture.zip([
        ("ppt/presentation.xml", "<p/>"),
        ("ppt/notesSlides/n1.xml", "<n xmlns:a=\"a\"><a:p>081-234-5678</a:p></n>"),
      ])
    ),
    (
      "a.odt",
      WorkbookFixture.zip([
        ("content.xml", "<o/>"), ("meta.xml", "<m><user-defined>081-234-5678</user-defined></m>"),
      ])
    ),
    ("a.vsdx", xlsx("visio/pages/page1.xml", "<t>081-234-5678</t>")),
  ]

  private static func comment(_ text: String) -> String {
    "<comments><commentList><comment ref=\"A1\"><text><r><t>\(text)</t></r></text></comment></commentList></comments>"
  }

  @Test(arguments: parts.indices)
  func everyPartIsRead(_ index: Int) {
    let (name, bytes) = Self.parts[index]
    let contents = FileContents(bytes, name: name)
    #expect(contents.found.map(\.finding.normal) == ["0812345678"], "\(index) \(name)")
    #expect(!contents.isUnread, "\(index) \(name)")
  }

  @Test func whatIsEmbeddedIsReadAsWell() {
    let inner = Self.xlsx("xl/comments1.xml", Self.comment("081-234-5678"))
    let outer = WorkbookFixture.zip(files: [
      ("word/document.xml", Array(Self.text.utf8)), ("word/embeddings/a.xlsx", inner),
    ])
    #expect(
      FileContents(outer, name: "a.docx").found.map(\.finding.normal) == ["0812345678"])
    #expect(FileContents(Self.docx("word/embeddings/a.bin", "\0\u{1}"), name: "a.docx").isUnread)
    #expect(
      !FileContents(Self.docx("xl/printerSettings/a.bin", "\0\u{1}"), name: "a.docx").isUnread)
  }

  private static let people: [(name: String, bytes: [UInt8])] = [
    ("a.docx", docx("docProps/app.xml", "<p><Manager>Somsri Jaidee</Manager></p>")),
    (
      "a.docx",
      docx("word/comments.xml", "<c xmlns:w=\"w\"><w:comment w:author=\"Somsri Jaidee\"/></c>")
    ),
    (
      "a.docx",
      docx("word/people.xml", "<p xmlns:w=\"w\"><w:person w:author=\"Somsri  Jaidee\"/></p>")
    ),
    (
      "a.docx", docx("word/header1.xml", "<p xmlns:w=\"w\"><w:ins w:author=\"Somsri Jaidee\"/></p>")
    ),
    (
      "a.xlsx", xlsx("xl/comments1.xml", "<c><authors><author>Somsri Jaidee</author></authors></c>")
    ),
    ("a.xlsx", xlsx("xl/persons/person.xml", "<l><person displayName=\"Somsri Jaidee\"/></l>")),
    (
      "a.pptx",
      WorkbookFixture.zip([
        ("ppt/presentation.xml", "<p/>"),
        ("ppt/commentAuthors.xml", "<l><cmAuthor name=\"Somsri Jaidee\"/></l>"),
      ])
    ),
    (
      "a.odt",
      WorkbookFixture.zip([
        ("content.xml", "<o><p>ก<annotation><creator>Somsri Jaidee</creator></annotation></p></o>")
      ])
    ),
  ]

  @Test(arguments: people.indices)
  func whoWroteACommentOrAChangeIsNamed(_ index: Int) {
    let (name, bytes) = Self.people[index]
    #expect(FileContents(bytes, name: name).people == ["Somsri Jaidee"], "\(index)")
  }

  private static let pdf =
    "%PDF-1.7\n1 0 obj << /Type /Metadata /Subtype /XML >>\nstream\n<dc:creator><rdf:li>somsri@gmail.com</rdf:li></dc:creator>\nendstream\nendobj\n2 0 obj << >>\nstream\nBT (abc) Tj ET\nendstream\nendobj\n"

  @Test(
    arguments: [
      (
        "a.docx",
        docx("docProps/core.xml", "<c xmlns:dc=\"d\"><dc:creator>somsri@gmail.com</dc:creator></c>")
      ),
      (
        "a.docx",
        docx("word/comments.xml", "<c xmlns:w=\"w\"><w:comment w:author=\"somsri@gmail.com\"/></c>")
      ),
      (
        "a.docx",
        docx("word/_rels/a.rels", "<r><Relationship Target=\"mailto:somsri@gmail.com\"/></r>")
      ),
      ("a.xlsx", xlsx("xl/comments1.xml", "<c><author>somsri@gmail.com</author></c>")),
      (
        "a.odt",
        WorkbookFixture.zip([("content.xml", "<o><creator>somsri@gmail.com</creator></o>")])
      ),
      ("a.pdf", Array(pdf.utf8)),
      ("a.pdf", Array(pdf.replacing("dc:creator", with: "dc:title").utf8)),
      ("a.pdf", Array("%PDF-1.7\n1 0 obj << /Author (somsri@gmail.com) /Title (x) >> endobj".utf8)),
    ] as [(String, [UInt8])])
  func anAddressInPlaceOfANameIsAnAddress(_ name: String, _ bytes: [UInt8]) {
    let contents = FileContents(bytes, name: name)
    #expect(contents.found.map(\.finding.normal) == ["somsri@gmail.com"])
    #expect(contents.people == [])
  }

  @Test func aFileThatIsAttachedToAPDFIsRead() {
    let pdf = Self.pdf.replacing("/Type /Metadata /Subtype /XML", with: "/Type /EmbeddedFile")
    #expect(
      FileContents(Array(pdf.utf8), name: "a.pdf").found.map(\.finding.normal)
        == ["somsri@gmail.com"])
  }

  @Test func whatOfficeWritesByItselfIsNothingPersonal() {
    let contents = FileContents(
      Self.docx(
        "word/theme/theme1.xml",
        """
        <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{08123456-7890-4123-8123-081234567890}"/>
        <a:ext cx="5274310" cy="0812345"/><w:p xmlns:w="w" w:rsidR="00812345" w:date="2026-01-02T08:12:34Z"><wp:posOffset>-635</wp:posOffset></w:p>
        <a:gd fmla="*/ 5419351 1 1725033"/><a:latin panose="02020603050405020304"/></a:theme>
        """), name: "a.docx")
    #expect(contents.found.isEmpty && contents.people.isEmpty && !contents.isUnread)
  }
}
