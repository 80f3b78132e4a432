import SaanFiles
import SaanText

extension PictureMistake {
  /// The mistake as the author is told of it.
  ///
  /// - Parameter path: the picture's file.
  package func diagnostic(of path: String) -> Diagnostic {
    let place = Place.file(path: path)
    switch self {
    case .cut:
      return Diagnostic(
        .error, "broken-picture",
        Wording(
          en: "the picture breaks off or is damaged, and cannot be published",
          th: "ไฟล์รูปขาดตอนหรือเสียหาย จึงเผยแพร่ไม่ได้"), at: place,
        hint: Wording(
          en: "copy it again from where it came from, or open it and save it anew",
          th: "คัดลอกมาใหม่จากต้นทาง หรือเปิดแล้วบันทึกใหม่"))
    case .mislabelled(let format):
      return mislabelled(format, path)
    case .manyPixels(let size):
      return huge("\(size.width) × \(size.height)", en: "points", th: "จุด", place)
    case .heavy(let bytes):
      return huge("\(bytes / 1_000_000)", en: "MB", th: "MB", place)
    case .unclear:
      return Diagnostic(
        .error, "unclear-picture",
        Wording(
          en: "it is not certain that the picture says nothing of places and people",
          th: "ยังไม่แน่ว่าไฟล์รูปนี้ไม่มีพิกัดหรือชื่อคนซ่อนอยู่"), at: place,
        hint: Wording(
          en: "open it in another program and save it anew",
          th: "เปิดด้วยโปรแกรมอื่นแล้วบันทึกใหม่"))
    }
  }

  private func mislabelled(_ format: PictureFormat?, _ path: String) -> Diagnostic {
    let name = FilePath.lastPart(of: path)
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    let stem = name.dropLast(ending.count + 1)
    guard let format else {
      return Diagnostic(
        .error, "mislabelled-picture",
        Wording(
          en: "the file is no picture, although its name ends with .\(ending)",
          th: "ไฟล์นี้ไม่ใช่รูป แม้ชื่อจะลงท้ายด้วย .\(ending)"), at: .file(path: path),
        hint: Wording(
          en: "put the picture itself there, or give the file the ending of what it is",
          th: "วางไฟล์รูปจริงแทน หรือตั้งนามสกุลให้ตรงกับชนิดของไฟล์"))
    }
    let right = "\(stem).\(format.endings[0])"
    return Diagnostic(
      .error, "mislabelled-picture",
      Wording(
        en: "the file is \(format.shownName), although its name ends with .\(ending)",
        th: "ไฟล์นี้เป็น \(format.shownName) แม้ชื่อจะลงท้ายด้วย .\(ending)"),
      at: .file(path: path),
      hint: Wording(
        en: "rename it to \(right), and write that name where it is shown",
        th: "เปลี่ยนชื่อเป็น \(right) แล้วใช้ชื่อนั้นในข้อความที่แสดงรูป"))
  }

  private func huge(_ size: String, en: String, th: String, _ place: Place) -> Diagnostic {
    let most = "\(Self.mostPixels / 1_000_000)"
    let bytes = "\(Self.mostBytes / 1_000_000)"
    return Diagnostic(
      .error, "huge-picture",
      Wording(
        en:
          "the picture has \(size) \(en): at most \(most) million points and \(bytes) MB are published",
        th: "รูปนี้มี \(size) \(th) ขนาดที่เผยแพร่ได้ไม่เกิน \(most) ล้านจุดและ \(bytes) MB"),
      at: place,
      hint: Wording(
        en: "make it smaller: 3000 points in width are enough for every page",
        th: "ย่อให้เล็กลง กว้าง 3000 จุดก็พอสำหรับทุกหน้า"))
  }
}
