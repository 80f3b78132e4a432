/// A place in text that looks right but is typed wrong, so that search, order and readers stumble.
public struct ThaiTextIssue: Sendable, Hashable {
  /// What is wrong.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// NIKHAHIT and SARA AA for SARA AM.
    case decomposedSaraAm
    /// Two SARA E for SARA AE.
    case doubledSaraE
    /// A character that cannot be seen: zero-width space, joiner without a use, soft hyphen,
    /// byte-order mark, sign of direction.
    case invisible
    /// A space that is not the ordinary one: no-break, thin, ideographic.
    case space
    /// A control character, or what is no character at all.
    case control
    /// The code of a letter's shape in old Thai fonts, as copied from PDF files.
    case oldFont
    /// U+FFFD: the letter was lost when the text was converted.
    case lost
    /// A mark that stands on no consonant.
    case strayMark
    /// The same mark twice, or two tone marks on one consonant.
    case repeatedMark
    /// A tone mark typed before the vowel sign it belongs above, behind the vowel or before the
    /// consonant it belongs to.
    case markOrder
    /// A letter that is often mistaken for another: `ปฎิรูป`.
    case misspelling
  }

  /// The bytes concerned.
  public let range: Range<Int>
  /// What is wrong.
  public let kind: Kind
  /// What to write instead; empty where something must go.
  public let suggestion: String
  /// Whether that is surely what was meant, so that it needs nobody's decision.
  public let isCertain: Bool
}

extension ThaiTextIssue.Kind {
  /// What is wrong.
  public var wording: Wording {
    switch self {
    case .decomposedSaraAm:
      Wording(en: "SARA AM is typed as two characters", th: "สระอำพิมพ์แยกเป็นสองตัว")
    case .doubledSaraE:
      Wording(en: "SARA AE is typed as two SARA E", th: "สระแอพิมพ์เป็นสระเอสองตัว")
    case .invisible: Wording(en: "an invisible character", th: "มีอักขระที่มองไม่เห็น")
    case .space: Wording(en: "an unusual space", th: "มีช่องว่างชนิดพิเศษ")
    case .control: Wording(en: "a control character", th: "มีอักขระควบคุม")
    case .oldFont:
      Wording(en: "a letter is coded for an old font", th: "ตัวอักษรใช้รหัสของฟอนต์รุ่นเก่า")
    case .lost:
      Wording(
        en: "a letter was lost when the text was converted", th: "มีตัวอักษรหายไปตอนแปลงไฟล์ข้อความ")
    case .strayMark:
      Wording(en: "a mark stands on no consonant", th: "วรรณยุกต์หรือสระไม่มีพยัญชนะรองรับ")
    case .repeatedMark: Wording(en: "a mark is typed twice", th: "พิมพ์วรรณยุกต์หรือสระซ้ำ")
    case .markOrder:
      Wording(
        en: "a tone mark and a vowel stand in the wrong order", th: "พิมพ์วรรณยุกต์กับสระสลับที่กัน")
    case .misspelling: Wording(en: "a letter looks mistaken", th: "ตัวอักษรน่าจะผิด")
    }
  }
}
