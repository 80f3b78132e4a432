import SaanText
import Testing

/// Weekdays in running text that the day beside them does not have.
@Suite struct WeekdayTests {
  private func found(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      findWrongWeekdays(in: bytes).map {
        "\(String(decoding: bytes[$0.range], as: UTF8.self)) = \($0.actual)"
      }
    }
  }

  @Test(arguments: [
    "วันอาทิตย์ที่ 14 พฤศจิกายน 2569", "วันอาทิตย์ที่ ๑๔ พฤศจิกายน พ.ศ. ๒๕๖๙", "อาทิตย์ที่ 14 พ.ย. 2569",
    "วันอาทิตย์ 14 พฤศจิกายน 2569", "Sunday 14 November 2026", "Sunday, 14 November 2026",
    "Sunday, November 14, 2026", "วันอาทิตย์ที่ 14 พฤศจิกายน 2026",
  ])
  func anotherWeekdayIsFound(_ text: String) {
    #expect(found("ประชุม\(text) เวลา 9.00 น.") == ["\(text) = saturday"])
  }

  @Test(arguments: [
    "วันเสาร์ที่ 14 พฤศจิกายน 2569", "Saturday, November 14, 2026", "วันอาทิตย์ที่ 14 พฤศจิกายน",
    "วันอาทิตย์ที่ 14", "พระอาทิตย์ 14 พฤศจิกายน 2569", "วันเสาร์ที่ 14 - อาทิตย์ที่ 15 พฤศจิกายน 2569",
    "วันอาทิตย์ 14/11/2569", "14 พฤศจิกายน 2569", "วันอาทิตย์ที่ 31 กุมภาพันธ์ 2569", "",
  ])
  func otherTextIsNot(_ text: String) { #expect(found(text) == []) }
}
