import Testing

@testable import SaanText

/// Where Thai words end, by the dictionary that is a part of the program.
@Suite struct WordBreakTests {
  /// The text with a bar at each break.
  private static func parted(_ text: String) -> String {
    withUTF8(of: text) { utf8 in
      var start = 0
      return (thaiWordBreaks(in: utf8) + [utf8.count]).map { end in
        defer { start = end }
        return String(decoding: utf8[start..<end], as: UTF8.self)
      }.joined(separator: "|")
    }
  }

  @Test(arguments: [
    ("ตำบลที่จดแจ้งจัดตั้ง", "ตำบล|ที่|จดแจ้ง|จัดตั้ง"), ("กองทุนสวัสดิการชุมชน", "กองทุน|สวัสดิการ|ชุมชน"),
    ("อำเภอศีขรภูมิจังหวัดสุรินทร์", "อำเภอ|ศีขรภูมิ|จังหวัด|สุรินทร์"), ("ตำบลบ้านพลวง", "ตำบล|บ้านพลวง"),
    ("CODI และ พอช.", "CODI และ พอช."), ("อื่นๆ และ", "อื่นๆ และ"), ("น", "น"), ("", ""),
  ])
  func aTextIsPartedIntoItsWords(text: String, words: String) {
    #expect(Self.parted(text) == words)
  }

  private static let running = """
    คนทำงานชุมชนจากหลายพื้นที่จับมือกันเป็นเครือข่ายขบวนองค์กรชุมชนและภาคประชาสังคมทั่วประเทศ \
    เพื่อพัฒนาชุมชนของตนในทุกด้านสภาองค์กรชุมชนตำบลที่จดแจ้งจัดตั้งแล้วได้เสนอนโยบายต่อหน่วยงาน
    """

  @Test(arguments: 2...120) func noWordIsCut(limit: Int) {
    let text = Self.running
    let short = truncated(text, to: limit)
    guard short != text, limit > 6 else { return }
    let kept = String(short.dropLast())
    withUTF8(of: text) { utf8 in
      let isSpace = utf8[kept.utf8.count] == 0x20
      #expect(isSpace || thaiWordBreaks(in: utf8).contains(kept.utf8.count), "\(short)")
    }
  }

  /// Where the dictionary is silent, letters stay with their marks.
  @Test func lettersThatAreNoWordAreCutBetweenClusters() {
    #expect(truncated("ฮฺฦ่ฦ่ฦ่ฦ่ฦ่ฦ่ฦ่", to: 4).count == 4)
    #expect(Self.parted("ก่ก่ก่").unicodeScalars.count >= 6)
  }

  @Test func manyTasksFindTheSame() async {
    let once = Self.parted(Self.running)
    await withTaskGroup(of: String.self) { group in
      for _ in 0..<200 { group.addTask { Self.parted(Self.running) } }
      for await found in group { #expect(found == once) }
    }
  }
}
