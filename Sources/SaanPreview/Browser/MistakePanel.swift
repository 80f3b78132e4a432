import SaanFiles
import SaanText

/// What stands over a page in the preview: what is wrong, what is doubtful, and why the page itself
/// is not out.
struct MistakePanel: Sendable {
  /// The findings: what holds back all pages, what is of the page, and the others.
  let findings: [Diagnostic]
  /// Which of them are about the page.
  let own: Range<Int>
  /// Why the page is not published, and when it will be; `nil` for one that is.
  let ribbon: Wording?
  /// Whether the page is what it was before the mistakes, and changes wait until they are mended.
  let holdsBack: Bool
  let language: MessageLanguage
  /// How places are opened in an editor.
  let editor: EditorLinks?

  /// How many findings are written out.
  static let limit = 50

  private var errors: Int { findings.count { $0.severity == .error } }
  private var warnings: Int { findings.count { $0.severity == .warning } }

  /// What the browser is told of it, as JSON.
  var json: String {
    let html = markup.markup
    let key = Digest(of: Array(html.utf8)).description
    return "{"
      + [
        "\"lang\": \(jsonString(language.rawValue))", "\"key\": \(jsonString(key))",
        "\"status\": \(jsonString(errors > 0 ? count.text(in: language) : ""))",
        "\"opens\": \(errors > 0)", "\"html\": \(jsonString(html))",
        "\"style\": \(jsonString(panelStyle))", "\"lost\": \(lost)",
      ].joined(separator: ", ") + "}"
  }

  /// What the browser shows when the server is gone.
  private var lost: String {
    let text = Wording(
      en: "The preview has stopped: this page no longer follows your files.",
      th: "การดูก่อนหยุดแล้ว หน้านี้ไม่เปลี่ยนตามไฟล์อีก"
    ).text(in: language)
    let html = "<aside lang=\"\(language.rawValue)\"><p class=\"ribbon\">\(text)</p></aside>"
    return "{\"status\": \(jsonString(text)), \"html\": \(jsonString(html))}"
  }

  private var count: Wording {
    Wording(
      en: [
        errors > 0 ? "\(errors) \(errors == 1 ? "error" : "errors")" : nil,
        warnings > 0 ? "\(warnings) \(warnings == 1 ? "warning" : "warnings")" : nil,
      ].compactMap { $0 }.joined(separator: ", "),
      th: [
        errors > 0 ? "ข้อผิดพลาด \(errors) รายการ" : nil,
        warnings > 0 ? "คำเตือน \(warnings) รายการ" : nil,
      ].compactMap { $0 }.joined(separator: " "))
  }

  private var markup: HTML {
    let label = Wording(en: "Preview", th: "การดูก่อน")
    let kind = errors > 0 ? "" : " class=\"doubts\""
    var html = "<aside\(kind) lang=\"\(language.rawValue)\" aria-label=\"\(escaped(label))\">"
    if let ribbon { html += "<p class=\"ribbon\">\(escaped(ribbon))</p>" }
    if errors + warnings > 0 {
      let title = escaped(count)
      let hide = escaped(Wording(en: "Hide (Esc)", th: "ซ่อน (Esc)"))
      html += """
        <button type="button" aria-expanded="false">\(title)</button>\
        <section role="dialog" aria-label="\(title)" tabindex="0" hidden>\
        <button type="button">\(hide)</button>
        """
      if holdsBack { html += "<p class=\"held\">\(escaped(.changesHeldBack))</p>" }
      html += "<ol>"
      for (index, found) in findings.prefix(Self.limit).enumerated() {
        html += item(found, isOwn: own.contains(index))
      }
      html += "</ol>"
      if findings.count > Self.limit {
        let rest = findings.count - Self.limit
        let more = Wording(en: "… and \(rest) more", th: "… และอีก \(rest) รายการ")
        html += "<p>\(escaped(more))</p>"
      }
      html += "</section>"
    }
    return HTML(trusted: html + "</aside>")
  }

  private func item(_ found: Diagnostic, isOwn: Bool) -> String {
    let printer = DiagnosticPrinter(language: language)
    var html = "<li class=\"\(found.severity.rawValue)\"><p class=\"message\">"
    if isOwn { html += "<b>\(escaped(Wording(en: "This page:", th: "หน้านี้:")))</b> " }
    html += "\(escaped(found.message)) <small>\(found.severity.rawValue)[\(found.code)]</small></p>"
    if let place = found.place {
      let text = HTML(escaping: place.text(in: language)).markup
      let link = editor?.link(to: place).map { HTML(escaping: $0).markup }
      html += "<p>" + (link.map { "<a href=\"\($0)\">\(text)</a>" } ?? text) + "</p>"
      if case .span(let span) = place, !found.hidesSource, let excerpt = printer.excerpt(span) {
        let parts = [excerpt.lead, excerpt.marked, excerpt.rest].map { HTML(escaping: $0).markup }
        html += """
          <pre tabindex="0">\(excerpt.line) | \(parts[0])\
          <mark>\(parts[1].isEmpty ? " " : parts[1])</mark>\(parts[2])</pre>
          """
      }
    }
    if let hint = found.hint {
      let lead = Wording(en: "What to do: ", th: "วิธีแก้: ")
      html += "<p>\(escaped(lead))\(escaped(hint))</p>"
    }
    for note in found.notes { html += "<p>\(escaped(note))</p>" }
    return html + "</li>"
  }

  private func escaped(_ wording: Wording) -> String {
    HTML(escaping: makingVisible(wording.text(in: language))).markup
  }
}

/// How it looks; nothing of a theme reaches it.
private let panelStyle = """
  [role=status]{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  aside{position:fixed;inset:auto auto 0 0;z-index:2147483647;max-width:100vw;display:flex;\
  flex-wrap:wrap;align-items:end;gap:.4rem;padding:.4rem;box-sizing:border-box;font:16px/1.6 system-ui,sans-serif;\
  pointer-events:none}
  aside>*{pointer-events:auto;margin:0}
  .ribbon,button{font:inherit;color:#fff;background:#3b2f00;border:0;border-radius:.3rem;\
  padding:.2rem .7rem}
  button{background:#5f1414;cursor:pointer}
  .doubts>button{background:#6b4c00}
  :focus-visible{outline:3px solid #1d6fd1;outline-offset:2px}
  section{order:-1;flex-basis:100%;box-sizing:border-box;width:60rem;max-width:calc(100vw - .8rem);\
  max-height:70vh;overflow:auto;color:#1a1a1a;background:#fff;border:3px solid #9c1c1c;\
  border-radius:.3rem;padding:.8rem;box-shadow:0 4px 24px #0006}
  section[hidden]{display:none}
  .doubts>section{border-color:#8a6100}
  section>button{float:right}
  .held{font-weight:600;margin:0 0 .8rem;padding-right:8rem}
  ol{padding:0;margin:0;list-style:none;clear:both}
  li{border-left:4px solid #9c1c1c;padding:0 0 0 .7rem;margin:0 0 1rem}
  li.warning{border-color:#8a6100}
  li p{margin:.2rem 0;overflow-wrap:anywhere}
  .message{font-weight:600}
  small{font-weight:400;color:#555}
  pre{font:14px/2 ui-monospace,monospace;margin:.3rem 0;padding:.1rem .5rem;overflow:auto;\
  background:#f2f2f2}
  mark{color:inherit;background:#ffd7d7;text-decoration:underline wavy #9c1c1c;\
  text-underline-offset:.35em}
  a{color:#0b4a8f}
  """
