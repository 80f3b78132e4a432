import SaanFiles
import SaanText

/// What is said where a program of others does not do its part.
extension Diagnostic {
  /// Photographs in their own size.
  package static func unmadePictures(_ count: Int, lacking tool: Tool) -> Diagnostic {
    Diagnostic(
      .note, "unmade-pictures",
      Wording(
        en:
          "\(count) picture\(count == 1 ? " is" : "s are") published in full size, for \(tool.command) is not installed",
        th: "รูป \(count) รูปเผยแพร่ในขนาดเดิม เพราะยังไม่ได้ติดตั้ง \(tool.command)"),
      hint: Wording(
        en: "for smaller files, and pages that open faster: \(tool.installation)",
        th: "ติดตั้งแล้วไฟล์จะเล็กลงและหน้าเปิดเร็วขึ้น: \(tool.installation)"))
  }
}

extension ToolMistake {
  /// The mistake as the author of what was to be made is told of it.
  ///
  /// - Parameters:
  ///   - product: what was to be made, as a noun: “the picture photos/a.jpg”.
  ///   - place: the file that it was to be made of.
  package func diagnostic(of product: Wording, at place: Place?) -> Diagnostic {
    switch self {
    case .missing(let tool):
      return Diagnostic(
        .error, "missing-tool",
        Wording(
          en: "\(product.en) cannot be made without \(tool.command), which is not installed",
          th: "ทำ\(product.th) ไม่ได้ เพราะยังไม่ได้ติดตั้ง \(tool.command)"),
        at: place,
        hint: Wording(
          en: "install it: \(tool.installation)", th: "ติดตั้งด้วยคำสั่ง \(tool.installation)"))
    case .failed(let tool, let reason, let messages):
      let said = messages.split(whereSeparator: \.isNewline).prefix(2).map(String.init)
      return Diagnostic(
        .error, "failed-tool",
        Wording(
          en: "\(product.en) could not be made by \(tool.command): \(reason.en)",
          th: "\(tool.command) ทำ\(product.th) ไม่สำเร็จ: \(reason.th)"),
        at: place, notes: said.map { Wording(en: $0, th: $0) },
        hint: Wording(
          en: "open the file in another program: if it is damaged or cut short, save it anew",
          th: "ลองเปิดไฟล์ด้วยโปรแกรมอื่น ถ้าเสียหายหรือขาดตอน ให้บันทึกใหม่"))
    case .disk(let error): return error.diagnostic
    }
  }
}
