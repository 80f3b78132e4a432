// What is told about markup that is shown as it was typed.

extension Diagnostic {
  /// Something that was meant as markup.
  ///
  /// - Parameter text: the words concerned.
  package static func leftover(
    _ kind: Leftover.Kind, _ text: String, in context: LeftoverContext, at place: Place
  ) -> Diagnostic {
    if kind == .spacedAddress, context != .data, let path = pathOnDrive(in: text) {
      return .pathOfComputer(path, at: place)
    }
    let (message, hint) =
      context == .field || context == .data
      ? (Wording.plainText(text), plainHint(context)) : (kind.message(text), kind.hint(text))
    let isError = kind == .comment || kind == .spacedAddress
    return Diagnostic(
      isError && context != .data ? .error : .warning, "leftover-markup", message, at: place,
      hint: hint)
  }

  /// The address of `[form](C:\Users\me\my form.docx)`, as Windows writes it.
  private static func pathOnDrive(in text: String) -> String? {
    guard let open = text.firstRange(of: "]("), text.hasSuffix(")") else { return nil }
    let path = text[open.upperBound...].dropLast()
    let (drive, rest) = (path.first, path.dropFirst())
    let isOnDrive =
      path.hasPrefix("\\\\")
      || drive?.isLetter == true && (rest.hasPrefix(":\\") || rest.hasPrefix(":/"))
    return isOnDrive ? String(path) : nil
  }

  private static func plainHint(_ context: LeftoverContext) -> Wording {
    context == .data
      ? Wording(en: "write the text alone in the table", th: "เขียนเฉพาะข้อความในตาราง")
      : Wording(
        en: "write the words alone; markup works only in the page's text",
        th: "เขียนเฉพาะคำ เครื่องหมายจัดรูปแบบใช้ได้เฉพาะในเนื้อความของหน้า")
  }
}

extension Wording {
  /// Markup where none is read.
  fileprivate static func plainText(_ text: String) -> Wording {
    Wording(
      en: "'\(text)' is shown as it is typed, for markup means nothing here",
      th: "'\(text)' จะแสดงตามที่พิมพ์ เพราะช่องนี้ไม่อ่านเครื่องหมายจัดรูปแบบ")
  }

  fileprivate static func shown(_ text: String) -> Wording {
    Wording(en: "'\(text)' is shown as it is typed", th: "'\(text)' จะแสดงตามที่พิมพ์")
  }
}

extension Leftover.Kind {
  fileprivate func message(_ text: String) -> Wording {
    switch self {
    case .bullet:
      Wording(
        en: "lines that begin with '\(text)' are no list",
        th: "บรรทัดที่ขึ้นต้นด้วย '\(text)' ไม่เป็นรายการ")
    case .numbering:
      Wording(
        en: "lines that begin with '\(text)' are no list and run together",
        th: "บรรทัดที่ขึ้นต้นด้วย '\(text)' ไม่เป็นรายการ และจะต่อกันเป็นย่อหน้าเดียว")
    case .table:
      Wording(en: "lines with '|' are no table", th: "บรรทัดที่มี '|' ยังไม่เป็นตาราง")
    case .tabs:
      Wording(
        en: "lines with tabs are no table, and run together",
        th: "บรรทัดที่คั่นด้วยแท็บไม่เป็นตาราง และจะต่อกันเป็นย่อหน้าเดียว")
    case .spacedAddress where text.contains(where: "“”„‟‘’".contains):
      Wording(
        en: "'\(text)' is no picture or link, for its quotation marks are a word processor's",
        th: "'\(text)' ไม่เป็นภาพหรือลิงก์ เพราะเครื่องหมายคำพูดเป็นแบบของโปรแกรมพิมพ์เอกสาร")
    case .spacedAddress:
      Wording(
        en: "'\(text)' is no picture or link, for its address has a space",
        th: "'\(text)' ไม่เป็นภาพหรือลิงก์ เพราะที่อยู่มีช่องว่าง")
    case .entity where Self.isNumber(text):
      Wording(
        en: "'\(text)' stands for no character that can be shown",
        th: "'\(text)' ไม่ใช่อักขระที่แสดงได้")
    case .note:
      Wording(
        en: "'\(text)' has no footnote", th: "'\(text)' ไม่มีเชิงอรรถ")
    case .comment:
      Wording(
        en: "'\(text)' begins or ends a comment that is not whole, and would be shown",
        th: "'\(text)' เป็นส่วนของหมายเหตุที่ไม่ครบ และจะแสดงในหน้า")
    default: .shown(text)
    }
  }

  fileprivate func hint(_ text: String) -> Wording {
    switch self {
    case .emphasis where text.hasPrefix("_"):
      Wording(
        en: "beside Thai letters write stars: **bold**, *italic*; to show the line, write \\_",
        th: "ใช้ดอกจันแทนขีดล่าง: **ตัวหนา** *ตัวเอน* ถ้าต้องการแสดงเครื่องหมาย ให้เขียน \\_")
    case .emphasis:
      Wording(
        en:
          "write the marks on both sides, close to the words: **words**, with a space between the "
          + "last mark and a Latin letter or digit; to show them, write \\*",
        th: "เขียนเครื่องหมายทั้งสองข้างให้ชิดคำ: **คำ** และเว้นวรรคก่อนตัวอักษรละตินหรือตัวเลขที่ตามมา "
          + "ถ้าต้องการแสดงเครื่องหมาย ให้เขียน \\*")
    case .image:
      Wording(
        en: "write a picture without spaces between the brackets: ![what it shows](photo.jpg)",
        th: "เขียนภาพโดยไม่เว้นวรรคระหว่างวงเล็บ: ![ภาพแสดงอะไร](photo.jpg)")
    case .link:
      Wording(
        en: "write a link with the brackets of the keyboard, and no space between them: "
          + "[text](address)",
        th: "เขียนลิงก์ด้วยวงเล็บบนแป้นพิมพ์ ไม่เว้นวรรคระหว่างวงเล็บ: [ข้อความ](ที่อยู่)")
    case .swapped:
      Wording(
        en: "write the text in brackets and the address in parentheses: \(Self.turned(text))",
        th: "เขียนข้อความในวงเล็บเหลี่ยมและที่อยู่ในวงเล็บกลม: \(Self.turned(text))")
    case .spacedAddress:
      Wording(
        en: Self.bracketReason(text).en + ": \(Self.bracketed(text))",
        th: Self.bracketReason(text).th + ": \(Self.bracketed(text))")
    case .reference:
      Wording(
        en: "write the address behind the text: [text](address)",
        th: "เขียนที่อยู่ไว้หลังข้อความ: [ข้อความ](ที่อยู่)")
    case .note:
      Wording(
        en: "add a line '\(text): …' at the end of the text",
        th: "เพิ่มบรรทัด '\(text): …' ท้ายข้อความ")
    case .tag:
      Wording(
        en: "use Markdown instead of HTML: **bold**, *italic*, [text](address), an empty line",
        th: "ใช้ Markdown แทน HTML: **ตัวหนา** *ตัวเอน* [ข้อความ](ที่อยู่) หรือเว้นบรรทัด")
    case .comment:
      Wording(
        en: "put the whole comment, from <!-- to -->, on lines of its own, or delete it",
        th: "เขียนหมายเหตุทั้งหมด ตั้งแต่ <!-- ถึง --> แยกเป็นบรรทัดของตัวเอง หรือลบออก")
    case .entity where Self.isNumber(text):
      Wording(en: "type the character itself, or delete it", th: "พิมพ์ตัวอักษรนั้นโดยตรง หรือลบออก")
    case .entity:
      Wording(
        en: "type the character itself, a space for &nbsp;",
        th: "พิมพ์ตัวอักษรนั้นโดยตรง ถ้าเป็น &nbsp; ให้พิมพ์ช่องว่าง")
    case .numbering where text.split(separator: ".").count > 1:
      Wording(
        en: "put an empty line between the lines, or end each with \\",
        th: "เว้นบรรทัดระหว่างข้อ หรือลงท้ายแต่ละบรรทัดด้วย \\")
    case .foreign: foreignHint(text)
    default: lineHint
    }
  }

  private var lineHint: Wording {
    switch self {
    case .shortcode:
      Wording(
        en: "a shortcode is written {{ name() }} with a name in Latin letters; to show the braces, "
          + "write \\{{",
        th: "ชอร์ตโค้ดเขียน {{ name() }} ชื่อเป็นตัวอักษรละติน ถ้าต้องการแสดงวงเล็บปีกกา ให้เขียน \\{{")
    case .code:
      Wording(
        en: "write a backtick on both sides; to show one, write \\`",
        th: "เขียน ` ทั้งสองข้าง ถ้าต้องการแสดงเครื่องหมายนี้ ให้เขียน \\`")
    case .bullet:
      Wording(
        en: "begin each line with a hyphen and a space: - item",
        th: "ขึ้นต้นแต่ละบรรทัดด้วยขีดและเว้นวรรค: - ข้อความ")
    case .box:
      Wording(
        en: "begin the line with a hyphen: - [ ] item; to show the brackets, write \\[ ]",
        th: "ขึ้นต้นบรรทัดด้วยขีด: - [ ] ข้อความ ถ้าต้องการแสดงวงเล็บ ให้เขียน \\[ ]")
    case .numbering:
      Wording(
        en: "write 1. with a space, after an empty line: 1. item; or put an empty line between",
        th: "เขียน 1. แล้วเว้นวรรค โดยเว้นบรรทัดก่อนรายการ: 1. ข้อความ หรือเว้นบรรทัดระหว่างข้อ")
    case .heading:
      Wording(
        en: "write a heading with a space: ## Heading; to show the sign, write \\#",
        th: "เขียนหัวข้อโดยเว้นวรรค: ## หัวข้อ ถ้าต้องการแสดงเครื่องหมาย ให้เขียน \\#")
    case .table:
      Wording(
        en: "a table needs a line |---|---| with as many columns below its head, and no empty line "
          + "between them",
        th: "ตารางต้องมีบรรทัด |---|---| ที่มีจำนวนคอลัมน์เท่ากันใต้หัวตาราง โดยไม่เว้นบรรทัด")
    case .tabs:
      Wording(
        en:
          "write | between the cells, and a line |---|---| below the head; or keep the table as data",
        th: "คั่นแต่ละช่องด้วย | และใส่บรรทัด |---|---| ใต้หัวตาราง หรือเก็บตารางเป็นไฟล์ข้อมูล")
    case .highlight:
      Wording(
        en: "write **bold** or *italic*; there are no coloured words",
        th: "ใช้ **ตัวหนา** หรือ *ตัวเอน* แทน ไม่มีการระบายสีข้อความ")
    default:
      Wording(
        en: "delete it; it breaks a line only before another line",
        th: "ลบออก เครื่องหมายนี้ขึ้นบรรทัดใหม่ได้เฉพาะเมื่อมีบรรทัดต่อไป")
    }
  }

  /// Whether it is a character by its number: `&#0;`.
  private static func isNumber(_ text: String) -> Bool { text.hasPrefix("&#") }

  private func foreignHint(_ text: String) -> Wording {
    if text.hasPrefix("[!") || text.hasPrefix(":::") || text.hasPrefix("!!!") {
      return Wording(
        en: "write a box as {% note() %}, the words, and {% end %}, each on a line of its own",
        th: "เขียนกล่องข้อความด้วย {% note() %} ข้อความ และ {% end %} แยกบรรทัดกัน")
    }
    if text.hasPrefix("[/") || text.hasPrefix("[gallery") || text.hasPrefix("[playlist")
      || (text.hasPrefix("[") && text.contains("="))
    {
      return Wording(
        en: "only WordPress and its like read it: write a picture as ![what it shows](photo.jpg), "
          + "a link as [text](address), and delete it",
        th: "อ่านได้เฉพาะใน WordPress และโปรแกรมแบบเดียวกัน: ภาพเขียน ![ภาพแสดงอะไร](photo.jpg) "
          + "ลิงก์เขียน [ข้อความ](ที่อยู่) แล้วลบออก")
    }
    if text.hasPrefix("++") { return Self.highlight.lineHint }
    if text.hasPrefix("$") {
      return Wording(
        en: "type the formula as it is read: x² + 1; or show it as a picture",
        th: "พิมพ์สูตรตามที่อ่าน เช่น x² + 1 หรือใส่เป็นภาพ")
    }
    if text.hasPrefix("^[") {
      return Wording(
        en: "write a footnote as [^1], and its text on a line of its own: [^1]: …",
        th: "เขียนเชิงอรรถเป็น [^1] แล้วเขียนข้อความแยกบรรทัด: [^1]: …")
    }
    if text.hasPrefix("{#"), text.hasSuffix("#}") {
      return Wording(
        en: "write a remark that nobody shall see as <!-- … -->, on lines of its own, or delete it",
        th: "หมายเหตุที่ไม่ให้ใครเห็นเขียน <!-- … --> แยกเป็นบรรทัดของตัวเอง หรือลบออก")
    }
    if text.hasPrefix("[") {
      return Wording(
        en: "delete it: the program does not read it", th: "ลบออก โปรแกรมนี้ไม่อ่านเครื่องหมายนี้")
    }
    if text.hasPrefix("{") {
      return Wording(
        en:
          "delete it; looks are set in the theme, and only headings take a name: ## Heading {#name}",
        th: "ลบออก รูปแบบกำหนดในธีม และตั้งชื่อได้เฉพาะหัวข้อ: ## หัวข้อ {#name}")
    }
    return Wording(
      en: "type the small letter or digit itself: x², H₂O",
      th: "พิมพ์ตัวยกหรือตัวห้อยโดยตรง: x² H₂O")
  }

  /// `[text](address)` of `(text)[address]`.
  private static func turned(_ text: String) -> String {
    guard let middle = text.firstRange(of: ")[") else { return text }
    return "[" + text[..<middle.lowerBound].dropFirst() + "]("
      + text[middle.upperBound...].dropLast() + ")"
  }

  /// `![](<my photo.png> "caption")` of `![](my photo.png “caption”)`.
  private static func bracketed(_ text: String) -> String {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return text }
    var address = text[text.index(after: open)...].dropLast()
    var title = Substring()
    if let last = address.last, quotes.contains(last),
      let quote = address.dropLast().lastIndex(where: quotes.contains)
    {
      title = " \"" + address[address.index(after: quote)...].dropLast() + "\""
      address = address[..<quote]
      while address.last == " " { address = address.dropLast() }
    }
    if let first = address.first, "<‹〈＜".contains(first) { address = address.dropFirst() }
    if let last = address.last, ">›〉＞".contains(last) { address = address.dropLast() }
    return text[...open] + "<" + address + ">" + title + ")"
  }

  /// What is wrong with the brackets or the quotation marks, as far as they are there.
  private static func bracketReason(_ text: String) -> Wording {
    text.contains(where: "“”„‟″‘’".contains)
      ? Wording(
        en: "use \" instead of “ ”, and < > around an address with spaces",
        th: "ใช้ \" แทน “ ” และใส่ < > รอบที่อยู่ที่มีช่องว่าง")
      : Wording(
        en: "put the address in angle brackets", th: "ใส่วงเล็บมุมรอบที่อยู่")
  }

  private static var quotes: String { "\"'“”„‟″‘’" }
}
