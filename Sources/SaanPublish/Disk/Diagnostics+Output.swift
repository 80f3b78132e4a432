import SaanText

/// Everything that can be wrong with the folder to publish into, with its wording.
extension Diagnostic {
  static func foreignOutput(_ path: String, _ names: [String]) -> Diagnostic {
    let first = names.prefix(5).joined(separator: ", ")
    let rest = names.count - 5
    return Diagnostic(
      .error, "foreign-output",
      Wording(
        en: "\(path) holds what no build wrote: \(first)\(rest > 0 ? ", and \(rest) more" : "")",
        th: "\(path) มีสิ่งที่โปรแกรมนี้ไม่ได้สร้าง: \(first)\(rest > 0 ? " และอีก \(rest) รายการ" : "")"),
      hint: Wording(
        en: "name an empty folder with --output, or add --force: what is there stays as it is",
        th: "ระบุโฟลเดอร์ว่างด้วย --output หรือเติม --force ของเดิมทั้งหมดจะคงอยู่ตามเดิม"))
  }

  /// An output that would lie beside the folder to publish into.
  package static func outsideOutput(_ path: String, at place: Place? = nil) -> Diagnostic {
    Diagnostic(
      .error, "outside-output",
      Wording(
        en: "'\(path)' would be written outside the folder of the published site",
        th: "'\(path)' จะถูกเขียนนอกโฟลเดอร์ของเว็บที่เผยแพร่"), at: place,
      hint: Wording(
        en: "use a name without '..', and with something between all slashes",
        th: "ใช้ชื่อที่ไม่มี '..' และมีตัวอักษรระหว่างเครื่องหมาย / ทุกตัว"))
  }

  static func unknownManifest(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "unknown-manifest",
      Wording(
        en: "this program cannot read the list of published files \(path)",
        th: "โปรแกรมรุ่นนี้อ่านรายการไฟล์ที่เผยแพร่แล้วไม่ได้: \(path)"),
      hint: Wording(
        en:
          "another version of the program may have written it: use that one, or name another folder with --output",
        th: "โปรแกรมรุ่นอื่นอาจเป็นผู้เขียนไฟล์นี้ ให้ใช้รุ่นนั้น หรือระบุโฟลเดอร์อื่นด้วย --output"))
  }

  static func badManifestLine(_ line: Manifest.BadLine, in path: String) -> Diagnostic {
    let reason =
      switch line.problem {
      case .unreadable: Wording(en: "cannot be read", th: "อ่านไม่ได้")
      case .outside:
        Wording(en: "names nothing below the folder", th: "ไม่ได้ระบุสิ่งที่อยู่ในโฟลเดอร์นี้")
      case .twice:
        Wording(en: "names a file for the second time", th: "ระบุไฟล์เดิมซ้ำเป็นครั้งที่สอง")
      }
    return Diagnostic(
      .warning, "bad-manifest-line",
      Wording(
        en:
          "line \(line.number) of the list of published files \(reason.en), so nothing is removed for it",
        th: "บรรทัด \(line.number) ของรายการไฟล์ที่เผยแพร่\(reason.th) จึงไม่ลบไฟล์ตามบรรทัดนี้"),
      at: .file(path: path),
      hint: Wording(
        en: "nothing needs to be done: the next build writes the list anew",
        th: "ไม่ต้องทำอะไร รายการจะถูกเขียนใหม่ในการสร้างเว็บครั้งต่อไป"))
  }

  static func shortManifest(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "short-manifest",
      Wording(
        en: "lines are missing in the list of published files: the files that they named stay",
        th: "รายการไฟล์ที่เผยแพร่มีบรรทัดหายไป ไฟล์ตามบรรทัดเหล่านั้นจึงยังอยู่"),
      at: .file(path: path),
      hint: Wording(
        en: "look through the folder and delete what does not belong there",
        th: "ตรวจดูโฟลเดอร์และลบสิ่งที่ไม่ควรอยู่"))
  }

  static func keptOutput(_ path: String, _ reason: RecordedRemoval.Reason) -> Diagnostic {
    let reason =
      switch reason {
      case .changed:
        Wording(en: "it was changed after it was published", th: "ถูกแก้ไขหลังจากเผยแพร่")
      case .folder: Wording(en: "a folder is there now", th: "ตรงนั้นกลายเป็นโฟลเดอร์แล้ว")
      case .link: Wording(en: "a symbolic link is there now", th: "ตรงนั้นกลายเป็นลิงก์สัญลักษณ์แล้ว")
      case .behindLink:
        Wording(en: "its folder is a symbolic link", th: "โฟลเดอร์ของไฟล์เป็นลิงก์สัญลักษณ์")
      case .special: Wording(en: "it is no plain file", th: "ไม่ใช่ไฟล์ธรรมดา")
      }
    return Diagnostic(
      .warning, "kept-file",
      Wording(en: "not removed: \(reason.en)", th: "ไม่ได้ลบ: \(reason.th)"), at: .file(path: path),
      hint: Wording(
        en: "remove it yourself if nobody needs it", th: "ลบเองได้หากไม่มีใครใช้"))
  }

  static func replacedOutput(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "replaced-file",
      Wording(
        en: "somebody had changed this published file; it was written anew",
        th: "มีผู้แก้ไขไฟล์ที่เผยแพร่นี้ โปรแกรมจึงเขียนใหม่ทับ"), at: .file(path: path),
      hint: Wording(
        en: "change what the site is made of: the next build writes published files anew",
        th: "ให้แก้ที่ไฟล์ต้นทางของเว็บ เพราะการสร้างครั้งต่อไปจะเขียนไฟล์ที่เผยแพร่ใหม่"))
  }

  /// A folder to clean that is not there.
  static func nothingToClean(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "no-output",
      Wording(
        en: "there is no folder \(path), so nothing was removed",
        th: "ไม่มีโฟลเดอร์ \(path) จึงไม่ได้ลบสิ่งใด"),
      hint: Wording(
        en: "name the folder that was published into with --output",
        th: "ระบุโฟลเดอร์ที่เคยเผยแพร่ด้วย --output"))
  }

  /// A folder that the site cannot be published into.
  static func refusedOutput(_ path: String, because reason: Wording) -> Diagnostic {
    Diagnostic(
      .error, "refused-output",
      Wording(
        en: "the site cannot be published into \(path): \(reason.en)",
        th: "เผยแพร่เว็บลงใน \(path) ไม่ได้: \(reason.th)"),
      hint: Wording(
        en: "name a folder of its own with --output, such as public",
        th: "ระบุโฟลเดอร์ต่างหากด้วย --output เช่น public"))
  }

  /// What must not be overlooked of a build: that it holds pages which are held back; `nil` where
  /// it holds none.
  package static func heldBackPages(
    _ marks: Set<Manifest.Mark>, in path: String
  ) -> Diagnostic? {
    guard !marks.isEmpty else { return nil }
    var found = notForPublication(marks, in: path)
    found.severity = .warning
    return found
  }

  /// A folder that may not be put before the public.
  static func notForPublication(_ marks: Set<Manifest.Mark>, in path: String) -> Diagnostic {
    let options = Manifest.Mark.allCases.filter(marks.contains).map { "--\($0.rawValue)" }
      .joined(separator: " ")
    return Diagnostic(
      .error, "not-for-publication",
      Wording(
        en:
          "\(path) was made with \(options) and holds pages that are not for everybody yet: do not publish it",
        th: "\(path) สร้างด้วย \(options) จึงมีหน้าที่ยังไม่ถึงเวลาเผยแพร่ ห้ามนำขึ้นเว็บ"),
      hint: Wording(en: "build again without \(options)", th: "สร้างใหม่โดยไม่ใช้ \(options)"))
  }
}
