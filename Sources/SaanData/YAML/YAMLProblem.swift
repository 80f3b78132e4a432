import SaanText

/// What libyaml's words for a mistake mean, and what to do about it.
///
/// The words are those of libyaml 0.2.5's scanner and parser; others are passed on as they are.
struct YAMLProblem {
  let message: Wording
  let hint: Wording

  init(_ problem: String) {
    let row = Self.table.first { row in row.words.contains { problem.hasPrefix($0) } }
    message = row?.message ?? Wording(en: problem, th: problem)
    hint =
      row?.hint
      ?? Wording(
        en: "check the indentation, and put text that holds ': ' or '#' in quotes",
        th: "ตรวจการย่อหน้า และใส่เครื่องหมายคำพูดรอบข้อความที่มี ': ' หรือ '#'")
  }

  private struct Known {
    let words: [String]
    let message: Wording
    let hint: Wording
  }

  private static let table: [Known] = [
    Known(
      words: ["mapping values are not allowed"],
      message: Wording(en: "a ':' stands where no field can begin", th: "มี ':' ในที่ที่เริ่มฟิลด์ไม่ได้"),
      hint: Wording(
        en: "put text that holds ': ' in quotes, or begin the field on a line of its own",
        th: "ใส่เครื่องหมายคำพูดรอบข้อความที่มี ': ' หรือเริ่มฟิลด์ในบรรทัดใหม่")),
    Known(
      words: ["did not find expected key", "did not find expected '-' indicator"],
      message: Wording(
        en: "this line does not belong to what stands above it", th: "บรรทัดนี้ไม่เข้าพวกกับบรรทัดด้านบน"),
      hint: Wording(
        en:
          "begin lines that belong together with the same number of spaces, and end every quotation mark",
        th: "บรรทัดที่อยู่กลุ่มเดียวกันต้องย่อหน้าเท่ากัน และปิดเครื่องหมายคำพูดทุกคู่")),
    Known(
      words: ["could not find expected ':'"],
      message: Wording(en: "a ':' is missing behind a key", th: "ไม่มี ':' หลังชื่อฟิลด์"),
      hint: Wording(
        en: "write 'key: value', with a space behind the colon",
        th: "เขียน 'ชื่อฟิลด์: ค่า' โดยเว้นวรรคหลังเครื่องหมาย :")),
    Known(
      words: ["found character that cannot start any token"],
      message: Wording(
        en: "text cannot begin with this character", th: "ข้อความขึ้นต้นด้วยอักขระนี้ไม่ได้"),
      hint: Wording(
        en: "put the text in quotes; indent with spaces instead of tabs",
        th: "ใส่เครื่องหมายคำพูดรอบข้อความ และย่อหน้าด้วยช่องว่างแทนแท็บ")),
    Known(
      words: ["found a tab character", "found tab character"],
      message: Wording(en: "a tab stands in the indentation", th: "มีแท็บในการย่อหน้า"),
      hint: Wording(en: "indent with spaces", th: "ย่อหน้าด้วยช่องว่าง")),
    Known(
      words: ["found unexpected end of stream", "found unexpected document indicator"],
      message: Wording(en: "a quotation mark is never closed", th: "เครื่องหมายคำพูดไม่ได้ปิด"),
      hint: Wording(
        en: "close the text with the same mark that it begins with",
        th: "ปิดข้อความด้วยเครื่องหมายเดียวกับที่เปิด")),
    Known(
      words: ["did not find expected ',' or ']'"],
      message: Wording(en: "a list in brackets is not closed", th: "รายการในวงเล็บเหลี่ยมไม่ได้ปิด"),
      hint: Wording(
        en: "part the words with commas, and close the list with ]",
        th: "คั่นคำด้วยจุลภาค และปิดรายการด้วย ]")),
    Known(
      words: ["did not find expected ',' or '}'"],
      message: Wording(en: "a group in braces is not closed", th: "กลุ่มในวงเล็บปีกกาไม่ได้ปิด"),
      hint: Wording(
        en: "part the fields with commas, and close the group with }",
        th: "คั่นฟิลด์ด้วยจุลภาค และปิดกลุ่มด้วย }")),
    Known(
      words: ["did not find expected node content"],
      message: Wording(en: "a value is missing", th: "ขาดค่า"),
      hint: Wording(
        en: "write a value, or put text that begins with a sign in quotes",
        th: "เขียนค่า หรือใส่เครื่องหมายคำพูดรอบข้อความที่ขึ้นต้นด้วยเครื่องหมาย")),
    Known(
      words: ["block sequence entries are not allowed"],
      message: Wording(
        en: "a list's '-' stands on the line of its key", th: "'-' ของรายการอยู่บรรทัดเดียวกับชื่อฟิลด์"),
      hint: Wording(
        en:
          "begin each '-' on a line of its own below the key; put text that begins with '-' in quotes",
        th: "ขึ้นบรรทัดใหม่ใต้ชื่อฟิลด์ก่อน '-' แต่ละข้อ หรือใส่เครื่องหมายคำพูดรอบข้อความที่ขึ้นต้นด้วย '-'")),
    Known(
      words: ["found undefined alias", "did not find expected alphabetic or numeric character"],
      message: Wording(
        en: "text that begins with * or & means something else in YAML",
        th: "ข้อความที่ขึ้นต้นด้วย * หรือ & มีความหมายอื่นใน YAML"),
      hint: Wording(en: "put the text in quotes", th: "ใส่เครื่องหมายคำพูดรอบข้อความ")),
    Known(
      words: ["found unknown escape character", "did not find expected hexdecimal number"],
      message: Wording(
        en: "a backslash stands in double quotes", th: "มี \\ ในเครื่องหมายคำพูดคู่"),
      hint: Wording(
        en: "use single quotes around the text: '…'", th: "ใช้เครื่องหมายคำพูดเดี่ยวรอบข้อความ: '…'")),
    Known(
      words: ["did not find expected <document start>"],
      message: Wording(
        en: "something stands behind the end of the document", th: "มีข้อความอยู่หลังจุดสิ้นสุดของเอกสาร"),
      hint: Wording(
        en: "check the indentation and the lines of '---'", th: "ตรวจการย่อหน้าและบรรทัด '---'")),
    Known(
      words: [
        "control characters are not allowed", "invalid leading UTF-8", "invalid trailing UTF-8",
      ],
      message: Wording(
        en: "there is a character that no text has", th: "มีอักขระที่ใช้ในข้อความไม่ได้"),
      hint: Wording(
        en: "delete it and type the text again", th: "ลบอักขระนั้นแล้วพิมพ์ใหม่")),
  ]
}
