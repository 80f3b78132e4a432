import SaanText

/// What is told of parts and wholes that do not agree.
extension Diagnostic {
  static func partsDiffer(
    _ sum: BoundedNumber, _ total: BoundedNumber, indicator: String, rows: [Int], isComplete: Bool,
    at place: Place
  ) -> Diagnostic {
    let list = rows.map(String.init).joined(separator: ", ")
    return Diagnostic(
      .warning, "parts-differ",
      isComplete
        ? Wording(
          en: "the parts of '\(indicator)' add up to \(sum.english), not \(total.english)",
          th: "ส่วนย่อยของ '\(indicator)' รวมกันได้\(sum.thai) ไม่ใช่\(total.thai)")
        : Wording(
          en:
            "some parts of '\(indicator)' already come to \(sum.english), and the whole to \(total.english)",
          th: "ส่วนย่อยบางส่วนของ '\(indicator)' รวมกันได้\(sum.thai) เกินทั้งหมดซึ่งมี\(total.thai)"),
      at: place,
      hint: Wording(
        en: "check rows \(list); if the source says so, keep them and note it",
        th: "ตรวจแถว \(list) ถ้าต้นทางเป็นเช่นนั้น ให้คงไว้และหมายเหตุ"))
  }

  static func areasDiffer(
    _ sum: BoundedNumber, _ total: BoundedNumber, indicator: String, area: Area, reported: Int,
    expected: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "areas-differ",
      Wording(
        en: """
          \(reported) of \(expected) areas in \(area.code) add up to \(sum.english), but \
          '\(indicator)' is given as \(total.english)
          """,
        th: """
          \(reported) จาก \(expected) พื้นที่ใน \(area.code) รวมกันได้\(sum.thai) แต่ \
          '\(indicator)' ระบุ\(total.thai)
          """), at: place,
      hint: Wording(
        en: "check the areas' values, or whether one is missing",
        th: "ตรวจค่าของพื้นที่ย่อย หรือพื้นที่ที่ขาดไป"))
  }

  static func registerDiffers(
    _ value: BoundedNumber, computed: ExactNumber, rows: Int, table: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "register-differs",
      Wording(
        en:
          "\(value.english) is published, but \(rows) rows of '\(table)' come to \(computed.text())",
        th: "เผยแพร่\(value.thai) แต่ \(rows) แถวของ '\(table)' รวมได้ \(computed.text())"),
      at: place,
      hint: Wording(
        en: "check whether the register is complete, and of the same date",
        th: "ตรวจว่าทะเบียนครบและเป็นของวันเดียวกัน"))
  }

  /// A value of the areas in one around them, from other sources or of other days of its time, that
  /// make more than it.
  static func areasExceed(
    _ sum: BoundedNumber, _ total: BoundedNumber, indicator: String, area: Area, rows: [Int],
    isSum: Bool, at place: Place
  ) -> Diagnostic {
    let list = rows.map(String.init).joined(separator: ", ")
    let verb = isSum ? Wording(en: "add up", th: "รวมกันได้") : Wording(en: "come", th: "มีค่าถึง")
    return Diagnostic(
      .warning, "areas-differ",
      Wording(
        en: """
          areas in \(area.code) \(verb.en) to \(sum.english), but '\(indicator)' is given as \
          \(total.english) there
          """,
        th: """
          พื้นที่ใน \(area.code) \(verb.th)\(sum.thai) แต่ '\(indicator)' \
          ทั้งพื้นที่ระบุ\(total.thai)
          """), at: place,
      hint: Wording(
        en: "check rows \(list); where they count something else, say what in 'name'",
        th: "ตรวจแถว \(list) ถ้านับคนละสิ่ง ให้บอกว่านับอะไรในคอลัมน์ name"))
  }

  static func ratioDiffers(
    _ value: BoundedNumber, _ part: ExactNumber, of whole: ExactNumber, makes result: ExactNumber,
    figures: (part: String, whole: String)?, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, "ratio-differs",
      Wording(
        en:
          "the value is \(value.english), but \(part.text()) of \(whole.text()) make \(result.text())",
        th: "ค่าคือ\(value.thai) แต่ \(part.text()) จาก \(whole.text()) ได้ \(result.text())"),
      at: place,
      hint: figures.map { figures in
        Wording(
          en: "check this value and those of '\(figures.part)' and '\(figures.whole)' in the area",
          th: "ตรวจค่านี้กับค่าของ '\(figures.part)' และ '\(figures.whole)' ในพื้นที่เดียวกัน")
      }
        ?? Wording(
          en: "check 'value', 'numerator' and 'denominator'; sums are made of the latter two",
          th: "ตรวจคอลัมน์ value, numerator และ denominator เพราะยอดรวมคิดจากสองคอลัมน์หลัง"))
  }
}

/// The mistakes of indicators that are computed, with their wording.
extension Diagnostic {
  /// A condition of a filter that is none.
  static func badFilter(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "bad-filter",
      Wording(
        en: "'\(text)' is no condition like status=active",
        th: "'\(text)' ไม่ใช่เงื่อนไขในรูป status=active"), at: place,
      hint: Wording(
        en: "write the name of a column, '=' and a value; a semicolon joins several that all hold",
        th: "เขียนชื่อคอลัมน์ ตามด้วย = และค่า ถ้ามีหลายเงื่อนไขที่ต้องตรงพร้อมกันให้คั่นด้วย ;"))
  }

  /// A filter that no row of its table passes.
  static func filterWithoutRows(
    _ column: String, _ value: String, table: String, among known: Set<String>, at place: Place
  ) -> Diagnostic {
    let list = known.sorted().prefix(20).joined(separator: ", ")
    return Diagnostic(
      .warning, "filter-without-rows",
      Wording(
        en: "no row of '\(table)' has \(column)=\(value), so nothing is counted",
        th: "ไม่มีแถวใดของ '\(table)' ที่ \(column)=\(value) จึงไม่มีอะไรให้นับ"), at: place,
      hint: didYouMean(value, among: known)
        ?? Wording(en: "the column has \(list)", th: "คอลัมน์นี้มีค่า \(list)"))
  }

  /// A column to be added up that holds words.
  static func datasetFieldOfText(
    _ name: String, table: String, among numbers: [String], at place: Place
  ) -> Diagnostic {
    let list = numbers.joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-dataset",
      Wording(
        en: "column '\(name)' of table '\(table)' holds no numbers",
        th: "คอลัมน์ '\(name)' ของตาราง '\(table)' ไม่ได้เก็บตัวเลข"), at: place,
      hint: numbers.isEmpty
        ? Wording(
          en: "give a column the type 'integer' or 'number' in the description of the table",
          th: "กำหนดชนิดของคอลัมน์เป็น integer หรือ number ในคำอธิบายตาราง")
        : Wording(en: "columns of numbers are \(list)", th: "คอลัมน์ที่เก็บตัวเลขคือ \(list)"))
  }

  static func sumOfShares(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "sum-of-shares",
      Wording(
        en: "'\(id)' is a share or a rate, which areas cannot be added up of",
        th: "'\(id)' เป็นร้อยละหรืออัตรา จึงนำค่าของแต่ละพื้นที่มาบวกกันไม่ได้"), at: place,
      hint: Wording(
        en:
          "write 'weighted' and give each value its 'numerator' and 'denominator', or write 'none'",
        th: "ใช้ weighted แล้วใส่ numerator กับ denominator ของแต่ละค่า หรือใช้ none"))
  }

  static func unitWithoutScale(
    _ power: Int, unit: Localized<UnitName>?, at place: Place
  ) -> Diagnostic {
    let unit = unit.map { ($0[.english].other, $0[.thai].other) } ?? ("–", "–")
    return Diagnostic(
      .error, "unit-without-scale",
      Wording(
        en:
          "numbers are in tens to the power of \(power), and the unit '\(unit.0)' does not say so",
        th: "ตัวเลขต้องคูณด้วย 10 ยกกำลัง \(power) แต่หน่วย '\(unit.1)' ไม่ได้บอกไว้"), at: place,
      hint: Wording(
        en:
          "write the unit as it is read, such as 'million baht' for 6, or empty 'unit_multiplier'",
        th: "เขียนหน่วยให้ตรงกับที่อ่าน เช่น ล้านบาท เมื่อเป็น 6 หรือเว้น unit_multiplier ให้ว่าง"))
  }
}
