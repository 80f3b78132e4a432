import Testing

@testable import SaanData

/// Personal data is found in every kind of file, or it is said that nobody looked.
@Suite struct FileContentsTests {
  private static let line = "โทร 081-234-5678"

  private func found(_ bytes: [UInt8], _ name: String) -> [String] {
    FileContents(bytes, name: name).found.map(\.finding.normal)
  }

  private static func utf16(_ text: String, isBigEndian: Bool, mark: Bool = true) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  private static func thai(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      scalar.isASCII ? UInt8(scalar.value) : UInt8(scalar.value - 0x0E01 + 0xA1)
    }
  }

  /// Bytes that zlib takes for packed, though they are stored as they are.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt16(bytes.count)
    return [1] + WorkbookFixture.little16(count) + WorkbookFixture.little16(~count) + bytes
  }

  private static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    let sum = b << 16 | a
    return [0x78, 0x01] + stored(bytes) + WorkbookFixture.little32(sum).reversed()
  }

  private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] + stored(bytes)
      + WorkbookFixture.little32(WorkbookFixture.crc32(bytes))
      + WorkbookFixture.little32(UInt32(bytes.count))
  }

  private static func pdf(_ content: [UInt8], filter: String = "", others: String = "") -> [UInt8] {
    Array("%PDF-1.7\n\(others)\n7 0 obj\n<< /Length \(content.count) \(filter) >>\nstream\n".utf8)
      + content + Array("\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n".utf8)
  }

  private static func docx(_ xml: String) -> [UInt8] {
    WorkbookFixture.zip([("word/document.xml", xml)])
  }

  private static let font =
    "3 0 obj << /Type /Font /Subtype /Type0 /BaseFont /A /ToUnicode 4 0 R >> endobj\n"
    + "5 0 obj << /Type /Page /Resources << /Font << /F1 3 0 R >> >> >> endobj\n"
    + "4 0 obj << /Length 0 >>\nstream\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    + "1 beginbfrange <0010> <0019> <0030> endbfrange\n"
    + "1 beginbfchar <0001> <002D> endbfchar\nendstream\nendobj\n"

  private static let files: [(String, [UInt8])] = [
    ("a.txt", utf16(line, isBigEndian: false)), ("a.txt", utf16(line, isBigEndian: true)),
    ("a.csv", utf16("tel\r\n0812345678\r\n", isBigEndian: false, mark: false)),
    ("a.csv", thai("ชื่อ,โทร\nก,081-234-5678\n")), ("a.txt", thai("เบอร์ ๐๘๑-๒๓๔-๕๖๗๘")),
    ("a.js", Array("call('0812345678')".utf8)), ("a.unknown", Array(line.utf8)),
    ("a", Array(line.utf8)),
    ("a.json", Array(#"{"tel": "\u0030812345678"}"#.utf8)),
    ("a.html", Array("<p>081-<b>234</b>-<i>5678</i></p>".utf8)),
    ("a.html", Array("<a href=\"tel:0812345678\">x</a>".utf8)),
    ("a.svg", Array("<svg><text><tspan>081-</tspan><tspan>234-5678</tspan></text></svg>".utf8)),
    ("a.eml", Array("Content-Transfer-Encoding: quoted-printable\n\n=30812345=\n678".utf8)),
    ("a.vcf", Array("BEGIN:VCARD\nTEL:+66812345678".utf8)),
    ("a.csv.gz", gzip(Array("tel\n0812345678\n".utf8))),
    ("a.zip", WorkbookFixture.zip([("x/list.csv", "tel\n0812345678\n")])),
    ("a.zip", WorkbookFixture.zip([("0812345678_x.png", "")])),
    ("a.docx", docx("<w:document xmlns:w=\"w\"><w:p>โทร 081-234-5678</w:p></w:document>")),
    (
      "a.docx",
      WorkbookFixture.zip([
        ("word/document.xml", "<w:document xmlns:w=\"w\"/>"),
        ("word/footnotes.xml", "<w:x xmlns:w=\"w\"><w:p>081-234-5678</w:p></w:x>"),
      ])
    ),
    ("a.pdf", pdf(Array("BT /F1 12 Tf (081-234-5678) Tj ET".utf8))),
    ("a.pdf", pdf(Array("BT [(081-) -20 (234) 5 (-5678)] TJ ET".utf8))),
    ("a.pdf", pdf(Array("BT (081) Tj 20 0 Td (234 5678) Tj ET".utf8))),
    ("a.pdf", pdf(zlib(Array("BT (\\060812345678) Tj ET".utf8)), filter: "/Filter /FlateDecode")),
    (
      "a.pdf",
      pdf(
        Array("BT /F1 9 Tf <001000180011000100120013001400010015001600170018> Tj ET".utf8),
        others: font)
    ),
    (
      "a.pdf",
      pdf(
        Array("BT (x) Tj ET".utf8),
        others: "9 0 obj << /Subtype /Link /A << /URI (tel:+66812345678) >> >> endobj")
    ),
  ]

  @Test(arguments: files.indices)
  func aNumberIsFoundInEveryKindOfFile(_ index: Int) {
    let (name, bytes) = Self.files[index]
    let contents = FileContents(bytes, name: name)
    #expect(contents.found.map(\.finding.normal) == ["0812345678"], "\(index) \(name)")
    #expect(contents.isUnread == false, "\(index) \(name)")
  }

  /// Files that promise what they do not hold: read to an end, whatever is found.
  private static let hostile: [[UInt8]] = [
    pdf(Array("7 9223372036854774784 8 0 ".utf8), filter: "/Type /ObjStm /First 25"),
    pdf(Array("7 0 ".utf8), filter: "/Type /ObjStm /First 400"),
    Array("%PDF-1.7\n".utf8)
      + (0..<3_000).flatMap { Array("\($0) 0 obj << >>\nstream\nx endstream\n".utf8) },
    pdf(
      Array("BT <0010> Tj ET".utf8),
      others: font.replacing(
        "1 beginbfrange <0010> <0019> <0030> endbfrange",
        with: "1 beginbfrange " + String(repeating: "<00000000> <FFFFFFFF> <0030> ", count: 500)
          + "endbfrange")), [], Array("%PDF".utf8), Array("%PDF (((((<<<</".utf8),
  ]

  @Test(arguments: hostile.indices)
  func aFileThatLiesIsReadToAnEnd(_ index: Int) {
    #expect(FileContents(Self.hostile[index], name: "a.pdf").found.isEmpty)
  }

  @Test(arguments: files.indices)
  func filesWithWrongBytesAreReadToAnEnd(_ index: Int) {
    let (name, bytes) = Self.files[index]
    for seed in 0..<60 where !bytes.isEmpty {
      var broken = bytes
      for step in 0..<(seed % 7 + 1) {
        broken[(seed * 7_919 + step * 104_729) % bytes.count] = UInt8(
          truncatingIfNeeded: seed * 31 + step * 97)
      }
      _ = FileContents(broken, name: name)
      _ = FileContents(Array(bytes.prefix(bytes.count * seed / 60)), name: name)
    }
    #expect(FileContents(bytes, name: name).found.count == 1)
  }

  @Test func aCitizensNumberInASheetIsFound() {
    let file = WorkbookFixture.workbook(
      rows: "<row r=\"1\"><c r=\"A1\"><v>1101700203450</v></c></row>")
    #expect(found(file, "a.xlsx") == ["1101700203450"])
  }

  private static let unread: [(String, [UInt8])] = [
    ("a.docx", [0x50, 0x4B, 1, 2, 3]), ("a.docx", docx("<w:document><w:p>")),
    ("a.docx", WorkbookFixture.zip([("x.txt", "x")])), ("a.zip", [1, 2, 3]),
    ("a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0, 1]), ("a.gz", [1, 2, 3]),
    ("a.zip", WorkbookFixture.zip([("x.doc", "\u{0}\u{1}")])), ("a.bin", [0, 1, 2, 0xFF]),
    ("a.pdf", [0, 1, 2]), ("a.docx", []), ("a.mp3", Array("ID3".utf8)), ("a.mp4", [0, 1]),
    ("a.7z", Array("7z".utf8)), ("a.rar", Array("Rar!\0".utf8)), ("a.key", Array("junk".utf8)),
    ("a.numbers", WorkbookFixture.zip([("Index/Document.iwa", "\0\u{1}")])),
    ("a.tar", Array("a.txt\0\0x".utf8)), ("a.dat", Array("a\0b".utf8)),
    ("a.zip", WorkbookFixture.zip([("x.mp3", "x")])),
    ("a.pdf", pdf(Array("BT (x) Tj ET".utf8), others: "/Encrypt 3 0 R")),
    ("a.pdf", pdf(Array("q 1 0 0 1 0 0 cm /Im1 Do Q".utf8))),
    ("a.pdf", pdf(Array("BT (abc) Tj ET".utf8), filter: "/Filter /LZWDecode")),
    ("a.eml", Array("Content-Transfer-Encoding: base64\n\nMDgx".utf8)),
    (
      "a.pdf",
      pdf(
        Array("BT /F1 9 Tf <0010> Tj ET".utf8),
        others:
          "3 0 obj << /Type /Font /Subtype /Type0 >> endobj\n5 0 obj << /Font << /F1 3 0 R >> >> endobj"
      )
    ),
  ]

  @Test(arguments: unread.indices)
  func whatCannotBeReadIsSaid(_ index: Int) {
    let (name, bytes) = Self.unread[index]
    let contents = FileContents(bytes, name: name)
    #expect(contents.isUnread, "\(index) \(name)")
    #expect(contents.found.isEmpty)
  }

  @Test func picturesAndFontsAreNoTexts() {
    for name in ["a.png", "a.JPG", "a.woff2", "a.emf"] {
      let contents = FileContents([0, 1, 2], name: name)
      #expect(!contents.isUnread && contents.found.isEmpty, "\(name)")
    }
    #expect(found(Array("<svg><path d=\"M081 234 5678\"/></svg>".utf8), "a.svg") == [])
  }

  @Test func whatStandsOftenIsToldOnce() {
    let file = WorkbookFixture.zip([
      ("a.csv", "0812345678\n081-234-5678\n"), ("b.csv", "0812345678"),
    ])
    #expect(found(file, "a.zip") == ["0812345678"])
    // In a text every place is told.
    #expect(found(Array("0812345678\n081-234-5678\n".utf8), "a.csv").count == 2)
  }
}
