import SaanText

// The catalogue of what can be wrong with the completeness of registers.

extension Diagnostic {
  static func unknownRegister(
    _ name: String, among known: [String], at place: Place
  ) -> Diagnostic {
    let all = known.joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-register",
      Wording(
        en: "'\(name)' is no register: there is no such table whose rows have an area",
        th: "'\(name)' ไม่ใช่ทะเบียน เพราะไม่มีตารางชื่อนี้ที่แต่ละแถวมีพื้นที่"), at: place,
      hint: didYouMean(name, among: known)
        ?? (known.isEmpty
          ? Wording(
            en: "give the table a column 'area' with the code of each row's province or district",
            th: "เพิ่มคอลัมน์ 'area' ในตาราง ใส่รหัสจังหวัดหรืออำเภอของแต่ละแถว")
          : Wording(en: "the registers are \(all)", th: "ทะเบียนที่มีคือ \(all)")))
  }

  static func coverageTwice(
    _ statement: CoverageStatement, area: Area, first: CoverageStatement
  ) -> Diagnostic {
    let other =
      if case .cell(let path, _, let row, _) = first.place {
        Wording(en: "row \(row) of \(path)", th: "แถว \(row) ของ \(path)")
      } else {
        Wording(en: "'coverage' in \(first.place.path)", th: "'coverage' ใน \(first.place.path)")
      }
    return Diagnostic(
      .error, "coverage-twice",
      Wording(
        en:
          "the completeness of '\(statement.register)' in \(area.name[.english]) is stated already",
        th: "ระบุความครบถ้วนของ '\(statement.register)' ใน\(area.name[.thai])ไว้แล้ว"),
      at: statement.place,
      hint: Wording(
        en: "keep one of the two: the other is \(other.en)",
        th: "เก็บไว้แห่งเดียว อีกแห่งคือ\(other.th)"))
  }

  static func coverageOfParts(_ statement: CoverageStatement, area: Area) -> Diagnostic {
    let name = statement.register
    return Diagnostic(
      .warning, "coverage-of-parts",
      Wording(
        en: "'\(name)' is said to be complete in \(area.name[.english]), of which this site leaves "
          + "out provinces: pages say so of the areas inside alone",
        th: "ระบุว่า '\(name)' ครบถ้วนใน\(area.name[.thai]) ซึ่งเว็บนี้มีจังหวัดไม่ครบ "
          + "หน้าเว็บจึงบอกว่าครบถ้วนเฉพาะพื้นที่ย่อย"), at: statement.place,
      hint: Wording(
        en: "give each province that it is complete in a row of its own in register_coverage",
        th: "ใส่แถวของแต่ละจังหวัดที่ครบถ้วนในตาราง register_coverage แทน"))
  }

  static func coverageInFuture(
    _ asOf: CalendarDate, register: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "coverage-in-future",
      Wording(
        en: "'\(register)' is said to be so as of \(asOf.iso), which is still to come",
        th: "ระบุสถานะของ '\(register)' ณ \(asOf.text(in: .thai)) ซึ่งยังมาไม่ถึง"), at: place,
      hint: Wording(
        en: "write the day on which somebody last went through the register",
        th: "ใส่วันที่ตรวจทะเบียนครั้งล่าสุด"))
  }

  static func coverageAfterRows(
    _ statement: CoverageStatement, asOf: CalendarDate, row: CalendarDate, area: Area
  ) -> Diagnostic {
    let name = statement.register
    return Diagnostic(
      .warning, "coverage-date",
      Wording(
        en:
          "'\(name)' is complete in \(area.name[.english]) as of \(asOf.iso), but the newest 'as_of' of its rows is \(row.iso)",
        th:
          "'\(name)' ใน\(area.name[.thai])ครบถ้วน ณ \(asOf.text(in: .thai)) แต่ 'as_of' ใหม่ที่สุดของแถวคือ \(row.text(in: .thai))"
      ), at: statement.datePlace,
      hint: Wording(
        en: "write the day that the rows are of, or bring their 'as_of' up to date",
        th: "ใส่วันที่ของข้อมูลในแถว หรือปรับ 'as_of' ของแถวให้เป็นปัจจุบัน"))
  }

  static func coverageBeforeRows(
    _ statement: CoverageStatement, asOf: CalendarDate, row: CalendarDate, area: Area
  ) -> Diagnostic {
    let name = statement.register
    return Diagnostic(
      .warning, "coverage-date",
      Wording(
        en:
          "'\(name)' is complete in \(area.name[.english]) as of \(asOf.iso), but a row there is of \(row.iso)",
        th:
          "'\(name)' ใน\(area.name[.thai])ครบถ้วน ณ \(asOf.text(in: .thai)) แต่มีแถวของ \(row.text(in: .thai))"
      ), at: statement.datePlace,
      hint: Wording(
        en: "when all rows up to that day are there as well, write that day or a later one",
        th: "ถ้าแถวครบถึงวันนั้นแล้ว ให้ใส่วันนั้นหรือวันหลังจากนั้น"))
  }

  static func rowOfWiderArea(_ area: Area, in name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .note, "row-of-wider-area",
      Wording(
        en:
          "'\(name)' is complete in \(area.name[.english]), but this row does not say where in it, so the areas inside are shown as not known to be complete",
        th:
          "'\(name)' ใน\(area.name[.thai])ครบถ้วน แต่แถวนี้ไม่ได้บอกว่าอยู่ส่วนใด พื้นที่ย่อยจึงแสดงว่ายังไม่ทราบว่าครบหรือไม่"
      ), at: place,
      hint: Wording(
        en:
          "write the narrower area of the row; where that is not known, say in \(KnownTable.coverage) which areas inside are complete",
        th:
          "ใส่พื้นที่ที่แคบกว่าของแถวนี้ ถ้ายังไม่ทราบ ให้ระบุใน \(KnownTable.coverage) ว่าพื้นที่ย่อยใดครบถ้วนแล้ว"
      ))
  }

  static func rowWithoutArea(in name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, "row-without-area",
      Wording(
        en:
          "'\(name)' is complete in the whole country, but this row does not say where it lies, so no area inside is shown as known to be complete",
        th:
          "'\(name)' ครบถ้วนทั้งประเทศ แต่แถวนี้ไม่ได้ระบุพื้นที่ พื้นที่ย่อยทุกแห่งจึงแสดงว่ายังไม่ทราบว่าครบหรือไม่"
      ), at: place,
      hint: Wording(
        en:
          "write the area of the row; where that is not known, say in \(KnownTable.coverage) which areas inside are complete",
        th:
          "ใส่พื้นที่ของแถวนี้ ถ้ายังไม่ทราบ ให้ระบุใน \(KnownTable.coverage) ว่าพื้นที่ย่อยใดครบถ้วนแล้ว"))
  }

  static func completeBelowPublished(
    _ value: BoundedNumber, computed: ExactNumber, missing: ExactNumber, table: String,
    area: Area, at place: Place
  ) -> Diagnostic {
    func said(_ language: Language) -> String {
      Prose(language, bindsNumbers: false).hedged(value.number.text(), value.bound)
    }
    // A word of Thai follows another without a space, a number does not.
    let space = value.bound == .exact ? " " : ""
    let fewer =
      missing.isZero
      ? Wording(en: "", th: "")
      : Wording(en: ": \(missing.text()) fewer", th: " น้อยกว่าอยู่ \(missing.text())")
    return Diagnostic(
      .warning, "complete-below-published",
      Wording(
        en:
          "'\(table)' is complete in \(area.name[.english]) and comes to \(computed.text()), but \(said(.english)) is published\(fewer.en)",
        th:
          "'\(table)' ใน\(area.name[.thai])ครบถ้วนและนับได้ \(computed.text()) แต่เผยแพร่ไว้\(space)\(said(.thai))\(fewer.th)"
      ), at: place,
      hint: Wording(
        en:
          "while rows are missing, write 'partial' in \(KnownTable.coverage); if none is, correct the published value or give it the rank 'deprecated'",
        th:
          "ถ้ายังกรอกไม่ครบ ให้ใส่ partial ใน \(KnownTable.coverage) ถ้าครบแล้ว ให้แก้ค่าที่เผยแพร่ หรือใส่ deprecated ในคอลัมน์ rank"
      ))
  }
}
