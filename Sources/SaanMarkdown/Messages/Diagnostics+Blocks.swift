import SaanText

// What is told about blocks that do not become what their author meant.

extension Diagnostic {
  private static func leftover(
    _ message: Wording, _ severity: Severity = .warning, at place: Place, hint: Wording
  ) -> Diagnostic {
    Diagnostic(severity, "leftover-markup", message, at: place, hint: hint)
  }

  /// A heading of the first level, which the page's title is.
  static func secondTitle(at place: Place) -> Diagnostic {
    leftover(
      Wording(
        en: "this is a second title: the page's title stands above it already",
        th: "นี่เป็นชื่อเรื่องที่สอง ชื่อหน้าแสดงอยู่ด้านบนแล้ว"),
      at: place,
      hint: Wording(
        en: "write ## before a heading of the text", th: "ใช้ ## นำหน้าหัวข้อในเนื้อความ"))
  }

  /// Lines that became a heading by what stands below them.
  static func underlinedText(at place: Place) -> Diagnostic {
    leftover(
      Wording(
        en: "this becomes a heading, for a line of hyphens stands right below it",
        th: "ข้อความนี้กลายเป็นหัวข้อ เพราะมีบรรทัดขีด (---) ติดอยู่ข้างใต้"),
      at: place,
      hint: Wording(
        en: "leave an empty line above the hyphens; for a heading write ## before the words",
        th: "เว้นบรรทัดว่างเหนือบรรทัดขีด ถ้าต้องการหัวข้อ ให้เขียน ## นำหน้าข้อความ"))
  }

  /// Fields below those at the top of the file.
  static func secondFrontMatter(at place: Place) -> Diagnostic {
    leftover(
      Wording(
        en: "these fields are shown as text: the page's fields ended above them",
        th: "ฟิลด์เหล่านี้แสดงเป็นข้อความ เพราะส่วนหัวของหน้าจบไปแล้วด้านบน"),
      at: place,
      hint: Wording(
        en: "move them up between the first two lines of '---'",
        th: "ย้ายขึ้นไปไว้ระหว่างบรรทัด '---' สองบรรทัดแรก"))
  }

  /// A heading without words.
  static func emptyHeading(at place: Place) -> Diagnostic {
    leftover(
      Wording(en: "the heading has no words", th: "หัวข้อนี้ไม่มีข้อความ"), at: place,
      hint: Wording(
        en: "write the words before the name: ## Heading {#name}, or delete the line",
        th: "เขียนข้อความก่อนชื่อ: ## หัวข้อ {#name} หรือลบบรรทัดนี้"))
  }

  /// A quotation without words.
  static func emptyQuote(at place: Place) -> Diagnostic {
    leftover(
      Wording(en: "the quotation has no words", th: "ข้อความอ้างอิงนี้ไม่มีข้อความ"), at: place,
      hint: Wording(
        en: "write the words behind '>', or delete the line",
        th: "เขียนข้อความหลัง '>' หรือลบบรรทัดนี้"))
  }

  /// A footnote or an address that nothing refers to.
  static func lostDefinition(_ name: String, isNote: Bool, at place: Place) -> Diagnostic {
    leftover(
      Wording(
        en: "this line is not shown: nothing in the text refers to '\(name)'",
        th: "บรรทัดนี้ไม่แสดง เพราะไม่มีที่ใดในข้อความอ้างถึง '\(name)'"),
      at: place,
      hint: isNote
        ? Wording(
          en: "write \(name) behind the words that the footnote belongs to, or delete the line",
          th: "เขียน \(name) หลังคำที่เชิงอรรถนี้อธิบาย หรือลบบรรทัดนี้")
        : Wording(
          en:
            "for a link write \(name) in the text; to show the line, write it without brackets",
          th: "ถ้าเป็นลิงก์ให้เขียน \(name) ในข้อความ ถ้าต้องการแสดงบรรทัดนี้ ให้เขียนโดยไม่มีวงเล็บเหลี่ยม"))
  }

  /// HTML where it is not passed on.
  static func rawHTML(_ tag: String, at place: Place) -> Diagnostic {
    leftover(
      Wording(
        en: "'\(tag)' is HTML, which is shown as it is typed",
        th: "'\(tag)' เป็น HTML จะแสดงตามที่พิมพ์"),
      at: place,
      hint: Wording(
        en: "use Markdown instead: **bold**, *italic*, [text](address), an empty line; or allow "
          + "HTML in site.yaml: markdown: {raw_html: true}",
        th: "ใช้ Markdown แทน: **ตัวหนา** *ตัวเอน* [ข้อความ](ที่อยู่) หรือเว้นบรรทัด "
          + "หรืออนุญาต HTML ใน site.yaml: markdown: {raw_html: true}"))
  }

  /// `<br>` outside a table, where Markdown has its own.
  static func lineBreakTag(at place: Place) -> Diagnostic {
    leftover(
      Wording(
        en: "<br> is read as a line break, but only cells of tables need it",
        th: "<br> อ่านเป็นการขึ้นบรรทัดใหม่ แต่จำเป็นเฉพาะในช่องของตาราง"),
      at: place,
      hint: Wording(
        en: "end the line with a backslash, or put an empty line between paragraphs",
        th: "ลงท้ายบรรทัดด้วย \\ หรือเว้นบรรทัดระหว่างย่อหน้า"))
  }

  /// A comment, which nobody will see.
  static func commentLeftOut(at place: Place) -> Diagnostic {
    leftover(
      Wording(en: "the comment is not published", th: "หมายเหตุนี้ไม่เผยแพร่"), .note, at: place,
      hint: Wording(
        en: "delete it when it is settled; the file itself may still be seen by others",
        th: "ลบเมื่อไม่ต้องใช้แล้ว เพราะผู้อื่นอาจยังเห็นในไฟล์"))
  }

  /// A comment that hides all that follows it.
  static func openComment(at place: Place) -> Diagnostic {
    leftover(
      Wording(
        en: "the comment has no end, and hides all that follows",
        th: "หมายเหตุนี้ไม่มีตัวปิด จึงซ่อนข้อความที่ตามมาทั้งหมด"), .error, at: place,
      hint: Wording(en: "write --> where it ends", th: "เขียน --> ที่ท้ายหมายเหตุ"))
  }

  /// A picture that is small among words instead of a figure with a caption.
  static func pictureBesideText(at place: Place) -> Diagnostic {
    leftover(
      Wording(
        en: "the picture stands in a line of text, so it has no caption of its own",
        th: "ภาพอยู่ในบรรทัดเดียวกับข้อความ จึงไม่มีคำบรรยายของภาพ"),
      at: place,
      hint: Wording(
        en: "put empty lines around the picture; a caption is written ![what it shows](photo.jpg "
          + "\"caption\")",
        th: "เว้นบรรทัดก่อนและหลังภาพ คำบรรยายเขียน ![ภาพแสดงอะไร](photo.jpg \"คำบรรยาย\")"))
  }

  /// A line that became part of a quotation.
  static func swallowedLine(at place: Place) -> Diagnostic {
    leftover(
      Wording(
        en: "this line is read as part of the quotation above it",
        th: "บรรทัดนี้ถูกอ่านรวมกับข้อความอ้างอิงด้านบน"),
      at: place,
      hint: Wording(
        en: "put an empty line before it, or > before it if it belongs to the quotation",
        th: "เว้นบรรทัดก่อนหน้า หรือใส่ > นำหน้าถ้าเป็นส่วนของข้อความอ้างอิง"))
  }

  /// A fence of code that nothing closes.
  static func openFence(at place: Place) -> Diagnostic {
    leftover(
      Wording(
        en: "code begins here and never ends", th: "ส่วนของโค้ดเริ่มตรงนี้และไม่มีตัวปิด"),
      at: place,
      hint: Wording(
        en: "write the same marks on a line of their own where it ends",
        th: "เขียนเครื่องหมายเดียวกันแยกเป็นบรรทัดของตัวเองตรงที่จบ"))
  }

  /// Words that four spaces made code.
  static func indentedText(at place: Place) -> Diagnostic {
    leftover(
      Wording(
        en: "the line begins with four spaces, so it is shown as code",
        th: "บรรทัดนี้ขึ้นต้นด้วยช่องว่างสี่ช่อง จึงแสดงเป็นโค้ด"),
      at: place,
      hint: Wording(
        en: "delete the spaces at the beginning", th: "ลบช่องว่างที่ต้นบรรทัด"))
  }

  /// A row with fewer cells than the head.
  static func cellsMissing(_ count: Int, of columns: Int, at place: Place) -> Diagnostic {
    leftover(
      Wording(
        en: "the row has \(count) of the \(columns) cells of the table's head",
        th: "แถวนี้มี \(count) ช่อง แต่หัวตารางมี \(columns) ช่อง"),
      at: place,
      hint: Wording(
        en:
          "write the empty cells too: | a | | |; or put an empty line above a line that is no row",
        th: "เขียนช่องว่างให้ครบด้วย: | ก | | | หรือเว้นบรรทัดก่อนบรรทัดที่ไม่ใช่แถวของตาราง"))
  }

  /// A name behind a dash on the last line of a quotation, which runs on in the same paragraph.
  static func attributionInQuotation(at place: Place) -> Diagnostic {
    leftover(
      Wording(
        en: "the name runs on in the same line as the words that are quoted",
        th: "ชื่อผู้พูดจะต่อท้ายข้อความอ้างอิงในบรรทัดเดียวกัน"),
      at: place,
      hint: Wording(
        en: "put a line with > alone above it, or write {% quote(by=\"…\") %} words {% end %}",
        th: "ใส่บรรทัดที่มีเพียง > ไว้ก่อน หรือเขียน {% quote(by=\"…\") %} ข้อความ {% end %}"))
  }

  /// An item of a list that is shown with another number than the author wrote.
  static func itemNumber(_ marker: String, shown: Int, at place: Place) -> Diagnostic {
    let mark = marker.suffix(1)
    return Diagnostic(
      .warning, "list-number",
      Wording(
        en: "'\(marker)' is shown as \(shown)\(mark), for a list counts on from its first number",
        th: "'\(marker)' จะแสดงเป็น \(shown)\(mark) เพราะรายการนับต่อจากเลขแรก"), at: place,
      hint: Wording(
        en: "correct the number; to keep it, put an empty line before it and write "
          + "\(marker.dropLast())\\\(mark)",
        th: "แก้เลขข้อ ถ้าต้องการแสดงเลขนี้ ให้เว้นบรรทัดก่อนแล้วเขียน \(marker.dropLast())\\\(mark)"))
  }

  /// A year at the beginning of a line, which makes a list of it.
  static func yearBeginsList(_ marker: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "list-number",
      Wording(
        en: "'\(marker)' at the beginning of a line makes it the item of a list",
        th: "'\(marker)' ที่ต้นบรรทัดทำให้บรรทัดนี้เป็นข้อในรายการ"), at: place,
      hint: Wording(
        en: "if it is a year, put a word before it, or write "
          + "\(marker.dropLast())\\\(marker.suffix(1))",
        th: "ถ้าเป็นปี ให้ใส่คำนำหน้า หรือเขียน \(marker.dropLast())\\\(marker.suffix(1))"))
  }

  /// Numbers whose signs of multiplication are read as marks of emphasis, and lost.
  static func factorsInEmphasis(_ text: String, at place: Place) -> Diagnostic {
    leftover(
      Wording(
        en: "the stars of '\(text)' are read as emphasis and are not shown",
        th: "เครื่องหมายดอกจันใน '\(text)' ถูกอ่านเป็นตัวเอนหรือตัวหนา จึงไม่แสดง"),
      at: place,
      hint: Wording(
        en: "to multiply write ×, as in 4 × 6; to show a star, write \\*",
        th: "ถ้าหมายถึงคูณ ให้เขียน × เช่น 4 × 6 ถ้าต้องการแสดงดอกจัน ให้เขียน \\*"))
  }

  /// Cells that are not shown, for the table's head has no more columns.
  static func cellsBeyondHead(_ text: String, at place: Place) -> Diagnostic {
    leftover(
      Wording(
        en: "'\(text)' stands beyond the table's head and is not shown",
        th: "'\(text)' อยู่เกินจำนวนคอลัมน์ของหัวตาราง จึงไม่แสดง"),
      at: place,
      hint: Wording(
        en: "give the head and its line of dashes one more column, or write \\| for a sign in a "
          + "cell",
        th: "เพิ่มคอลัมน์ในหัวตารางและบรรทัดขีด หรือเขียน \\| ถ้าเป็นเครื่องหมายในช่อง"))
  }
}
