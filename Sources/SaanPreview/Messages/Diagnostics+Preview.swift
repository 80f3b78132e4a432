import SaanText

/// What is told of the preview itself.
extension Diagnostic {
  /// No port can be had.
  static func portNotFree(_ port: Int, at address: String?) -> Diagnostic {
    let place = address ?? "127.0.0.1"
    return Diagnostic(
      .error, "port-not-free",
      Wording(
        en: "cannot serve at \(place), port \(port) or one of those behind it",
        th: "เปิดเว็บที่ \(place) พอร์ต \(port) หรือพอร์ตถัดไปไม่ได้"),
      hint: Wording(
        en: "stop what uses the ports, or name another with --port; an address given with --bind "
          + "must be one of this machine's",
        th: "หยุดโปรแกรมที่ใช้พอร์ตอยู่ หรือระบุพอร์ตอื่นด้วย --port "
          + "ถ้าใช้ --bind ที่อยู่นั้นต้องเป็นของเครื่องนี้"))
  }
}
