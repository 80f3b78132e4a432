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
      [source] + aboveLines, columns, places, skippedLines, changes(hasErrors), firstRows,
      [ending(isWritten, hasErrors)] + (hasErrors ? [] : stillUnshown + undated),
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
    let read = table.fields.indices.compactMap { column -> Wording? in
      guard let heading = table.heading(column), !isMadeOfPlaces(column) else { return nil }
      let field = table.fields[column]
      let (name, type) = (field.name, field.type.words)
      return Wording(
        en: "  \(line(heading)) → \(name) (\(type.en))",
        th: "  \(line(heading)) → \(name) (\(type.th))")
    }
    let added = resource.joined.sheetColumn.map { column in
      Wording(
        en: "  \(column): the name of the sheet", th: "  \(column): ชื่อแผ่นงาน")
    }
    let turned = resource.unpivot.flatMap { unpivot -> Wording? in
      let list = unpivot.headings(among: headings).joined(separator: ", ")
      return list.isEmpty
        ? nil
        : Wording(
          en: "  \(list): a row for each, in '\(unpivot.key)' and '\(unpivot.value)'",
          th: "  \(list): แต่ละคอลัมน์เป็นหนึ่งแถว อยู่ใน '\(unpivot.key)' และ '\(unpivot.value)'")
    }
    let filled = resource.dialect.filledDown.map { heading in
      Wording(
        en: "  \(heading): merged cells hold for all of their rows",
        th: "  \(heading): ค่าในเซลล์ที่ผสานกันเป็นของทุกแถวในนั้น")
    }
    let left = leftOut.map { heading, why in
      if let why {
        return Wording(
          en: "  \(line(heading)): left out, personal data: \(why.en)",
          th: "  \(line(heading)): ไม่นำเข้า เป็นข้อมูลส่วนบุคคล: \(why.th)")
      }
      return notOfTable(heading)
    }
    let eras = buddhist.map { heading in
      Wording(
        en: "  \(heading): years of the Buddhist Era", th: "  \(heading): ปีเป็นพุทธศักราช")
    }
    return [Wording(en: "columns", th: "คอลัมน์")] + read + [added, turned].compactMap { $0 } + filled
      + eras + left
  }

  /// A column of the file that the table does not have, with what it may be called there.
  private func notOfTable(_ heading: String) -> Wording {
    if Headings.isRunningNumber(heading) {
      return Wording(
        en: "  \(line(heading)): left out, the number of a line",
        th: "  \(line(heading)): ไม่นำเข้า เป็นเลขลำดับ")
    }
    let hint = nearColumn(to: heading).map { near in
      Wording(
        en: "; did you mean '\(near.heading)' (\(near.name))?",
        th: " หมายถึง '\(near.heading)' (\(near.name)) หรือไม่")
    }
    return Wording(
      en: "  \(line(heading)): left out, '\(name)' has no such column\(hint?.en ?? "")",
      th: "  \(line(heading)): ไม่นำเข้า เพราะตาราง '\(name)' ไม่มีคอลัมน์นี้\(hint?.th ?? "")")
  }

  /// Whether a column is the one that says by code what others name.
  private func isMadeOfPlaces(_ column: Int) -> Bool {
    table.fields[column].name == "area" && !table.schema.areaColumns.isEmpty
  }

  /// A heading on one line.
  private func line(_ heading: String) -> String {
    heading.split(whereSeparator: \.isNewline).joined(separator: " ")
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
        en: "places: \(found.count) of \(table.count) \(table.count == 1 ? "row" : "rows"), "
          + "in \(provinces.count) province\(provinces.count == 1 ? "" : "s")",
        th: "พื้นที่: รู้จัก \(found.count) จาก \(table.count) แถว อยู่ใน \(provinces.count) จังหวัด")
    ]
  }

  private var skippedLines: [Wording] {
    let hasSheets = resource.joined.sheets.count > 1 || Set(skipped.map(\.sheet)).count > 1
    return skipped.map { sheet, row, code in
      let sheet = hasSheets ? sheet : nil
      let place = Place.cell(path: "", sheet: sheet, row: row, column: nil)
      func text(_ language: MessageLanguage) -> String {
        String(place.text(in: language).drop { $0 == " " || $0 == "›" })
      }
      let what =
        switch code {
        case "total-row": Wording(en: "a total", th: "แถวรวมหรือแถวสรุป")
        case "repeated-head": Wording(en: "the head once more", th: "หัวตารางซ้ำ")
        default: Wording(en: "a note", th: "หมายเหตุ")
        }
      return Wording(
        en: "\(text(.english)): \(what.en), left out", th: "\(text(.thai)): \(what.th) ไม่นำเข้า")
    }
  }

  private func changes(_ hasErrors: Bool) -> [Wording] {
    let counts = Wording(
      en:
        "added \(rows.added.count), changed \(Set(rows.changes.map(\.id)).count), unchanged \(rows.unchanged), not in the file \(rows.missing.count)",
      th:
        "เพิ่ม \(rows.added.count) เปลี่ยน \(Set(rows.changes.map(\.id)).count) เหมือนเดิม \(rows.unchanged) ไม่มีในไฟล์ \(rows.missing.count)"
    )
    // Of a table that is filled for the first time all rows are new.
    let isFirst = rows.unchanged == 0 && rows.changes.isEmpty && rows.missing.isEmpty
    let added = (isFirst ? [] : rows.added.prefix(20)).map { name, row in
      Wording(
        en: "  added: \(name) (row \(table[row].number))",
        th: "  เพิ่ม: \(name) (แถว \(table[row].number))")
    }
    // A cell that is wrong is told as that, and not as one that was emptied.
    let changed = rows.changes.filter { !hasErrors || $0.new != nil }.prefix(20).map { change in
      let name = change.name == change.id ? change.id : "\(change.name) (\(change.id))"
      let title = title(ofColumn: change.field)
      let values = "\(change.old ?? "–") → \(change.new ?? "–")"
      return Wording(
        en: "  \(name) › \(title.en): \(values)", th: "  \(name) › \(title.th): \(values)")
    }
    let missing = rows.missing.prefix(20).map { name in
      replaces
        ? Wording(en: "  taken out: \(name)", th: "  ลบออก: \(name)")
        : Wording(en: "  not in the file: \(name)", th: "  ไม่มีในไฟล์: \(name)")
    }
    return [counts] + added + changed + missing
  }

  private var firstRows: [Wording] {
    let lines = [rows.fields.map { $0 as String? }] + rows.first(3)
    return [Wording(en: "the first rows of the file", th: "แถวแรก ๆ ของไฟล์")]
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
    let count = "\(rows.count) \(rows.count == 1 ? "row" : "rows")"
    return isWritten
      ? Wording(
        en: "written: \(path), \(count)\(entry?.en ?? "")",
        th: "เขียน \(path) แล้ว มี \(rows.count) แถว\(entry?.th ?? "")")
      : Wording(
        en:
          "nothing is written yet; --write writes \(path) with \(count)\(entry?.en ?? "")",
        th:
          "ยังไม่ได้เขียนอะไร เติม --write เพื่อเขียน \(path) มี \(rows.count) แถว\(entry?.th ?? "")")
  }

  /// What to write into site.yaml so that each row has a page.
  private var stillUnshown: [Wording] {
    guard isUnshown else { return [] }
    let title = Self.titles[name].map { "\n    title: {th: \($0.th), en: \($0.en)}" } ?? ""
    let places = ["id", "name", "area"] + table.schema.areaColumns.fields.values
    let shown = rows.fields.filter { !places.contains($0) && !$0.contains("@") }.prefix(6)
    let columns =
      shown.isEmpty ? "" : "\n    columns: [\(shown.joined(separator: ", "))]"
    let entry = "  \(name):\n    table: \(name)\(title)\(columns)"
    let whole = hasCollections ? entry : "collections:\n" + entry
    let label = Self.titles[name].map { "{th: \($0.th), en: \($0.en)}" } ?? name
    let menu = Wording(
      en: "a line in 'menu' leads readers there: - {url: /\(name)/, title: \(label)}",
      th: "ให้ผู้อ่านพบจากเมนูด้วยบรรทัด - {url: /\(name)/, title: \(label)}")
    return [
      hasCollections
        ? Wording(
          en:
            "no page shows the rows of '\(name)' yet: add this to site.yaml, below its line 'collections:'; \(menu.en)\n\n\(whole)",
          th:
            "ยังไม่มีหน้าใดแสดงแถวของ '\(name)' ให้เพิ่มใต้บรรทัด 'collections:' ใน site.yaml \(menu.th)\n\n\(whole)"
        )
        : Wording(
          en:
            "no page shows the rows of '\(name)' yet: add this to site.yaml; \(menu.en)\n\n\(whole)",
          th:
            "ยังไม่มีหน้าใดแสดงแถวของ '\(name)' ให้เพิ่มใน site.yaml \(menu.th)\n\n\(whole)")
    ]
  }

  private static let titles: [String: Wording] = [
    "councils": Wording(en: "Register of community councils", th: "ทะเบียนสภาองค์กรชุมชน"),
    "funds": Wording(en: "Register of community welfare funds", th: "ทะเบียนกองทุนสวัสดิการชุมชน"),
    "housing": Wording(en: "Register of housing projects", th: "ทะเบียนโครงการที่อยู่อาศัย"),
  ]
}
