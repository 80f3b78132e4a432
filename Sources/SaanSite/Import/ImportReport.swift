import SaanData
import SaanText

extension TableImport {
  /// What was understood, for a person to read before anything is published.
  ///
  /// - Parameters:
  ///   - isWritten: whether the table has been written.
  ///   - hasErrors: whether something stands in the way of writing it.
  package func report(
    _ language: MessageLanguage, isWritten: Bool, hasErrors: Bool
  ) -> String {
    let parts = [
      [source], columns, places, skippedLines, changes, firstRows, [ending(isWritten, hasErrors)],
    ]
    return parts.filter { !$0.isEmpty }.map { lines in
      lines.map { $0.text(in: language) }.joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  private var source: Wording {
    let head = resource.dialect.head
    let rows = head.count == 1 ? "\(head.lowerBound)" : "\(head.lowerBound)-\(head.upperBound)"
    var text = Wording(
      en:
        "\(name): \(table.count) \(table.count == 1 ? "row" : "rows") below the head in row \(rows)",
      th: "\(name): \(table.count) แถว ใต้หัวตารางแถว \(rows)")
    let sheets = resource.joined.sheets
    if let sheet = resource.sheet {
      text = Wording(en: "\(text.en), sheet '\(sheet)'", th: "\(text.th) แผ่นงาน '\(sheet)'")
    } else if !sheets.isEmpty {
      let list = sheets.map { "'\($0)'" }.joined(separator: ", ")
      text = Wording(en: "\(text.en), sheets \(list)", th: "\(text.th) แผ่นงาน \(list)")
    }
    if otherSheets.isEmpty { return text }
    let others = otherSheets.map { sheet in
      let name = "'\(sheet.sheet ?? "")'"
      return Wording(
        en: sheet.isHidden ? "\(name) (hidden)" : name, th: sheet.isHidden ? "\(name) (ซ่อน)" : name)
    }
    return Wording(
      en: "\(text.en); not read: \(others.map(\.en).joined(separator: ", "))",
      th: "\(text.th) ไม่อ่าน \(others.map(\.th).joined(separator: ", "))")
  }

  private var columns: [Wording] {
    let read = table.fields.indices.compactMap { column in
      table.heading(column).map { heading in
        let name = table.fields[column].name
        return Wording(en: "  \(heading) → \(name)", th: "  \(heading) → \(name)")
      }
    }
    let added = resource.joined.sheetColumn.map { column in
      Wording(
        en: "  \(column): the name of the sheet", th: "  \(column): ชื่อแผ่นงาน")
    }
    let turned = resource.unpivot.map { unpivot in
      let list = unpivot.headings(among: headings).joined(separator: ", ")
      return Wording(
        en: "  \(list): a row for each, in '\(unpivot.key)' and '\(unpivot.value)'",
        th: "  \(list): แถวละคอลัมน์ อยู่ใน '\(unpivot.key)' และ '\(unpivot.value)'")
    }
    let filled = resource.dialect.filledDown.map { heading in
      Wording(
        en: "  \(heading): merged cells hold for all of their rows",
        th: "  \(heading): ค่าในเซลล์ที่ผสานกันเป็นของทุกแถวในนั้น")
    }
    let left = leftOut.map { heading, isPersonal in
      isPersonal
        ? Wording(
          en: "  \(heading): left out, personal data", th: "  \(heading): ไม่นำเข้า เป็นข้อมูลส่วนบุคคล")
        : Wording(
          en: "  \(heading): left out, '\(name)' has no such column",
          th: "  \(heading): ไม่นำเข้า ตาราง '\(name)' ไม่มีคอลัมน์นี้")
    }
    let eras = buddhist.map { heading in
      Wording(
        en: "  \(heading): years of the Buddhist Era", th: "  \(heading): ปีเป็นพุทธศักราช")
    }
    return [Wording(en: "columns", th: "คอลัมน์")] + read + [added, turned].compactMap { $0 } + filled
      + eras + left
  }

  private var places: [Wording] {
    guard let column = table.column("area") else { return [] }
    let found = table.rows.compactMap { $0.string(column).flatMap { areas[$0] } }
    let provinces = Set(
      found.compactMap { area in
        area.areaClass == .province ? area.code : areas.path(upFrom: area).last?.code
      })
    return [
      Wording(
        en: "places: \(found.count) of \(table.count) rows, "
          + "in \(provinces.count) province\(provinces.count == 1 ? "" : "s")",
        th: "พื้นที่: รู้ \(found.count) จาก \(table.count) แถว อยู่ใน \(provinces.count) จังหวัด")
    ]
  }

  private var skippedLines: [Wording] {
    skipped.map { row, isTotal in
      isTotal
        ? Wording(en: "row \(row): a total, left out", th: "แถว \(row): แถวรวม ไม่นำเข้า")
        : Wording(en: "row \(row): a note, left out", th: "แถว \(row): หมายเหตุ ไม่นำเข้า")
    }
  }

  private var changes: [Wording] {
    let counts = Wording(
      en:
        "added \(rows.added.count), changed \(Set(rows.changes.map(\.id)).count), unchanged \(rows.unchanged), not in the file \(rows.missing.count)",
      th:
        "เพิ่ม \(rows.added.count) เปลี่ยน \(Set(rows.changes.map(\.id)).count) เหมือนเดิม \(rows.unchanged) ไม่มีในไฟล์ \(rows.missing.count)"
    )
    let changed = rows.changes.prefix(20).map { change in
      let line = "  \(change.id) \(change.field): \(change.old ?? "–") → \(change.new ?? "–")"
      return Wording(en: line, th: line)
    }
    let missing = rows.missing.prefix(20).map { name in
      Wording(en: "  not in the file: \(name)", th: "  ไม่มีในไฟล์: \(name)")
    }
    return [counts] + changed + missing
  }

  private var firstRows: [Wording] {
    let lines = [rows.fields.map { $0 as String? }] + rows.first(3)
    return [Wording(en: "the first rows", th: "แถวแรก ๆ")]
      + lines.map { cells in
        let line = "  " + cells.map { $0 ?? "–" }.joined(separator: " | ")
        return Wording(en: line, th: line)
      }
  }

  private func ending(_ isWritten: Bool, _ hasErrors: Bool) -> Wording {
    if hasErrors {
      return Wording(
        en: "nothing is written: correct what is told as an error, then import the file again",
        th: "ไม่ได้เขียนอะไร แก้ที่ผิดในไฟล์ตามที่บอก แล้วนำเข้าอีกครั้ง")
    }
    let entry = descriptor.map { _ in
      Wording(
        en: " and the description of the table in \(DescriptorEntry.path)",
        th: " และคำอธิบายตารางใน \(DescriptorEntry.path)")
    }
    return isWritten
      ? Wording(
        en: "written: \(path), \(rows.count) rows\(entry?.en ?? "")",
        th: "เขียน \(path) แล้ว มี \(rows.count) แถว\(entry?.th ?? "")")
      : Wording(
        en:
          "nothing is written yet; --write writes \(path) with \(rows.count) rows\(entry?.en ?? "")",
        th:
          "ยังไม่ได้เขียนอะไร เติม --write เพื่อเขียน \(path) มี \(rows.count) แถว\(entry?.th ?? "")")
  }
}
