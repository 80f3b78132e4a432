/// The texts of a PDF: what its pages show, what remarks, forms and links in it say.
///
/// Letters are drawn by the numbers that a font gives them; a font tells what they are in a table
/// (`ToUnicode`; PDF 1.7, 9.10), without which nobody can read them.
struct PDFText {
  private(set) var texts: [String] = []
  /// The names of its writers in parts that are packed.
  private(set) var names: [String] = []
  /// What it says about itself in XML (XMP), which no page shows.
  private(set) var properties: [String] = []
  /// The files that are attached to it.
  private(set) var packed: [[UInt8]] = []
  /// Whether something in it, or all of it, could not be read: it is locked, only a picture, or its
  /// fonts do not tell their letters.
  private(set) var isUnread = false

  private var fonts: [Int: Font] = [:]
  /// The fonts that a name stands for, on one page or another.
  private var fontsOfName: [String: [Font]] = [:]

  private enum Font {
    case plain, mute
    case table(CharacterTable)
  }

  init(_ bytes: [UInt8], limits: DataLimits) {
    guard bytes.starts(with: "%PDF".utf8), bytes.firstRange(of: Array("/Encrypt".utf8)) == nil
    else {
      isUnread = true
      return
    }
    let objects = PDFObjects(bytes, limits: limits)
    isUnread = objects.isBroken
    readFonts(objects)
    for object in objects.all {
      if object.stream == nil {
        texts += Self.remarks(object.head)
        if object.has("/Author") { names += PDFProperties.names(in: Array(object.head)) }
      }
      readAttached(object, of: objects)
      guard Self.mayDraw(object) else { continue }
      guard let content = objects.content(of: object) else {
        isUnread = true
        continue
      }
      draw(content)
    }
    if !texts.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }) { isUnread = true }
  }

  /// A file that is attached, or the properties in XML.
  private mutating func readAttached(_ object: PDFObjects.Object, of objects: PDFObjects) {
    let isFile = object.has("/EmbeddedFile")
    guard object.stream != nil, isFile || (object.has("/Metadata") && object.has("/XML")) else {
      return
    }
    guard let content = objects.content(of: object) else { return isUnread = true }
    if isFile { return packed.append(Array(content)) }
    properties.append(String(decoding: content, as: UTF8.self))
    names += PDFProperties.names(in: Array(content))
  }

  private static func mayDraw(_ object: PDFObjects.Object) -> Bool {
    guard object.stream != nil else { return false }
    let others = [
      "/Image", "/XRef", "/ObjStm", "/Metadata", "/Length1", "Type1C", "CIDFontType0C", "/OpenType",
      "DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode", "/EmbeddedFile", "/FunctionType",
      "/ShadingType", "/Alternate", "/N 3", "/N 1", "/N 4",
    ]
    return !others.contains(where: object.has)
  }

  private mutating func readFonts(_ objects: PDFObjects) {
    let streams = Dictionary(
      objects.all.filter { $0.stream != nil }.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    for object in objects.all where object.has("/Font") {
      if let number = object.number(of: "/ToUnicode"), let table = streams[number],
        let content = objects.content(of: table)
      {
        fonts[object.number] = .table(CharacterTable(content))
      } else if object.has("/Type0") {
        fonts[object.number] = .mute
      } else if object.has("/BaseFont") {
        fonts[object.number] = .plain
      }
    }
    for object in objects.all where object.stream == nil || object.has("/Font") {
      nameFonts(in: object.head)
    }
  }

  /// Remembers `/F1 12 0 R` where that is a font.
  private mutating func nameFonts(in head: ArraySlice<UInt8>) {
    var tokens = PDFTokens(head)
    var last: [PDFTokens.Token] = []
    while let token = tokens.next() {
      if token == .word("R"), last.count >= 3, case .name(let name) = last[last.count - 3],
        case .number(let number) = last[last.count - 2],
        let font = fonts[Int(exactly: number) ?? -1]
      {
        fontsOfName[name, default: []].append(font)
      }
      last = last.suffix(3) + [token]
    }
  }

  /// Texts in parentheses, and those of UTF-16 with their mark.
  private static func remarks(_ head: ArraySlice<UInt8>) -> [String] {
    guard head.contains(UInt8(ascii: "(")) || head.firstRange(of: Array("<FEFF".utf8)) != nil
    else { return [] }
    var tokens = PDFTokens(head)
    var found: [String] = []
    while let token = tokens.next() {
      if case .text(let text) = token, !text.isEmpty, text.count < 10_000 {
        found.append(PDFProperties.decoded(text))
      }
    }
    return found
  }

  /// Reads a drawing, with each meaning that its fonts' names have.
  ///
  /// Which page has which fonts is not followed, so that a name such as `F1` may stand for several:
  /// up to six are tried, and whatever one of them can read is looked at.
  private mutating func draw(_ content: ArraySlice<UInt8>) {
    let meanings = min(6, fontsOfName.values.map(\.count).max() ?? 1)
    for meaning in 0..<max(1, meanings) {
      var page = Page()
      var font = Font.plain
      var tokens = PDFTokens(content)
      var operands: [PDFTokens.Token] = []
      while let token = tokens.next() {
        guard case .word(let word) = token, word != "[", word != "]", word != "<<", word != ">>"
        else {
          operands.append(token)
          if operands.count > 100_000 { operands.removeAll() }
          continue
        }
        switch word {
        case "Tf":
          for case .name(let name) in operands {
            let known = fontsOfName[name] ?? []
            font = known.isEmpty ? .plain : known[min(meaning, known.count - 1)]
          }
        case "Tj", "'", "\"", "TJ": show(operands, font, on: &page)
        case "BI": tokens.skipPicture()
        default: page.move(word, operands)
        }
        operands.removeAll(keepingCapacity: true)
      }
      if !page.text.isEmpty, !texts.contains(page.text) { texts.append(page.text) }
    }
  }

  private mutating func show(_ operands: [PDFTokens.Token], _ font: Font, on page: inout Page) {
    page.beginShowing()
    for operand in operands {
      switch operand {
      case .text(let text):
        switch font {
        case .plain: page.text += String(String.UnicodeScalarView(text.map { Unicode.Scalar($0) }))
        case .table(let table): page.text += table.text(of: text)
        case .mute: isUnread = true
        }
      // A large step to the right is a space.
      case .number(let step) where step < -180: page.text += " "
      default: break
      }
    }
  }

  /// The text of a page, with a line for each height on it.
  private struct Page {
    var text = ""
    private var height = 0.0
    private var shown: Double?
    private var hasMoved = false

    mutating func move(_ word: String, _ operands: [PDFTokens.Token]) {
      let numbers = operands.compactMap { operand in
        if case .number(let number) = operand { number } else { nil }
      }
      switch word {
      case "BT": height = 0
      case "Td", "TD": height += numbers.last ?? 0
      case "Tm": height = numbers.last ?? 0
      case "T*": height -= 1
      default: return
      }
      hasMoved = true
    }

    mutating func beginShowing() {
      if hasMoved, !text.isEmpty { text += shown == height ? " " : "\n" }
      (shown, hasMoved) = (height, false)
    }
  }
}

/// What the numbers of a font's letters stand for.
private struct CharacterTable {
  private var letters: [Int: String] = [:]
  /// How many more letters its ranges may name: fonts have 65,536.
  private var room = 200_000
  /// How many bytes a letter has.
  private var width = 1

  init(_ content: ArraySlice<UInt8>) {
    var tokens = PDFTokens(content)
    var texts: [[UInt8]] = []
    var starts: [Int] = []
    while let token = tokens.next() {
      switch token {
      case .text(let text): texts.append(text)
      case .word("["): starts.append(texts.count)
      case .word("begincodespacerange"), .word("beginbfchar"), .word("beginbfrange"):
        (texts, starts) = ([], [])
      case .word("endcodespacerange"): width = max(1, texts.first?.count ?? 1)
      case .word("endbfchar"):
        for index in stride(from: 0, to: texts.count - 1, by: 2) {
          letters[Self.number(texts[index])] = PDFProperties.utf16(texts[index + 1][...])
        }
      case .word("endbfrange"): addRanges(texts, lists: Set(starts))
      default: break
      }
    }
  }

  /// `<01> <05> <0041>` counts up, `<01> <02> [<0041> <0061>]` lists.
  private mutating func addRanges(_ texts: [[UInt8]], lists: Set<Int>) {
    var index = 0
    while index + 2 < texts.count {
      let (first, last) = (Self.number(texts[index]), Self.number(texts[index + 1]))
      let count = min(max(0, last - first) + 1, 65_536, room)
      room -= count
      index += 2
      if lists.contains(index) {
        for offset in 0..<min(count, texts.count - index) {
          letters[first + offset] = PDFProperties.utf16(texts[index + offset][...])
        }
        index += count
      } else {
        let start = Self.number(texts[index])
        for offset in 0..<count {
          letters[first + offset] =
            UInt32(exactly: start + offset).flatMap(Unicode.Scalar.init).map { String($0) }
        }
        index += 1
      }
    }
  }

  func text(of bytes: [UInt8]) -> String {
    stride(from: 0, to: bytes.count, by: width).map { index in
      letters[Self.number(Array(bytes[index..<min(bytes.count, index + width)]))] ?? " "
    }.joined()
  }

  private static func number(_ bytes: [UInt8]) -> Int {
    bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }
}
