/// Mistakes in drawings, documents, films and recordings.
extension MistakeTests.Case {
  private static func article(
    _ text: String, _ files: [String: String]
  ) -> [String: String] {
    let films = files.keys.filter { $0.hasPrefix("talk.") }.sorted().joined(separator: ", ")
    let allowed = films.isEmpty ? "" : "privacy: {allow: [\(films)]}\n"
    let beside = files.map { ("content/news/a/\($0)", $1) }
    return Dictionary(uniqueKeysWithValues: beside).merging([
      "content/news/a/index.th.md": "---\ntitle: ก\n---\n\(text)\n",
      "themes/plain/shortcodes/video.html":
        "{{ page.files[args[0]].url }}{{ poster | default('') }}{{ captions | default('') }}{{ silent | default('') }}",
      "themes/plain/shortcodes/audio.html":
        "{{ page.files[args[0]].url }}{{ transcript | default('') }}",
      "site.yaml": (TestSite().files["site.yaml"] ?? "") + allowed,
    ]) { $1 }
  }

  private static let start = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\""

  static let media: [Self] = [
    Self(
      "active-drawing",
      article(
        "![ภาพ](a.svg)",
        [
          "a.svg":
            "\(start) onload=\"a()\">\n<script>a()</script><image href=\"https://t.example/x.png\"/><style>@import url(https://t.example/x);</style>\n</svg>"
        ])),
    Self("broken-drawing", article("![ภาพ](a.svg)", ["a.svg": "\(start)><g></svg>"])),
    Self(
      "missing-media",
      article(
        "{{ video() }}\n\n{{ video(\"tlak.mp4\", poster=\"x.jpg\", captions=\"y.vtt\") }}\n\n{{ video(\"https://v.example/x\", poster=\"https://v.example/x.jpg\") }}",
        ["talk.mp4": "x"])),
    Self(
      "unplayed-media",
      article(
        "{{ video(\"talk.avi\", silent=true) }}\n\n{{ audio(\"talk.mp4\", transcript=\"#x\") }}\n\n{{ video(\"talk.mp4\", captions=\"a.vtt\", poster=\"p.heic\") }}",
        [
          "talk.avi": "x", "talk.mp4": "x", "a.vtt": "1\n00:01,000 --> 00:02,000\nก\n",
          "p.heic": "x",
        ])),
    Self(
      "media-without-words",
      article(
        "{{ video(\"talk.mp4\") }}\n\n{{ audio(\"talk.mp3\") }}",
        ["talk.mp4": "x", "talk.mp3": "x"])),
    Self(
      "document-of-a-home",
      article(
        "[x](a.pdf)",
        [
          "a.pdf":
            "%PDF-1.4\n1 0 obj << /Type /Annot /Contents (file:///C:/Users/Somchai%20J/report.docx) >> endobj\n2 0 obj << /Length 20 >> stream\nBT (hello) Tj ET    \nendstream endobj\n"
        ])),
  ]
}
