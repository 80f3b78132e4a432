import SaanText
import Testing

/// The golden orders come from ICU 78's collators `th` and `en`.
@Suite("Order of names")
struct SortKeyTests {
  private static let provinces = """
    กระบี่ กรุงเทพมหานคร กาญจนบุรี กาฬสินธุ์ กำแพงเพชร ขอนแก่น จันทบุรี ฉะเชิงเทรา ชลบุรี ชัยนาท ชัยภูมิ
    ชุมพร เชียงราย เชียงใหม่ ตรัง ตราด ตาก นครนายก นครปฐม นครพนม นครราชสีมา นครศรีธรรมราช นครสวรรค์
    นนทบุรี นราธิวาส น่าน บึงกาฬ บุรีรัมย์ ปทุมธานี ประจวบคีรีขันธ์ ปราจีนบุรี ปัตตานี พระนครศรีอยุธยา พะเยา
    พังงา พัทลุง พิจิตร พิษณุโลก เพชรบุรี เพชรบูรณ์ แพร่ ภูเก็ต มหาสารคาม มุกดาหาร แม่ฮ่องสอน ยโสธร ยะลา
    ร้อยเอ็ด ระนอง ระยอง ราชบุรี ลพบุรี ลำปาง ลำพูน เลย ศรีสะเกษ สกลนคร สงขลา สตูล สมุทรปราการ
    สมุทรสงคราม สมุทรสาคร สระแก้ว สระบุรี สิงห์บุรี สุโขทัย สุพรรณบุรี สุราษฎร์ธานี สุรินทร์ หนองคาย
    หนองบัวลำภู อ่างทอง อำนาจเจริญ อุดรธานี อุตรดิตถ์ อุทัยธานี อุบลราชธานี
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test func the77ProvincesStandAsInADictionary() {
    #expect(Self.provinces.count == 77)
    let shuffled = Self.provinces.sorted { $0.reversed().lexicographicallyPrecedes($1.reversed()) }
    #expect(shuffled.sorted(in: .thai) == Self.provinces)
    #expect(shuffled.sorted(in: .english) == Self.provinces)
  }

  @Test(arguments: [
    ["กน", "ก่น", "ก้น", "กระบี่"],
    ["ก", "เกบ", "เก็บ", "เก่บ", "แกง", "แก่ง", "โก", "โก้", "ไก", "ไก่", "กA", "ข"],
    ["กก", "กก๎", "กก์", "กก็", "กก่", "กก้", "กก๊", "กก๋", "กกํ", "กกฺ"],
    [
      "1", "2", "9 ก", "10", "10 ก", "ก", "ตำบล 9", "ตำบล ๑๐", "a", "Ab", "b", "B", "e", "é", "f",
      "Z",
    ],
    ["นะ", "นา", "นำ", "น้ำ", "แป-ระ", "แประ", "พ.ศ."],
  ])
  func thaiOrder(names: [String]) {
    #expect(Array(names.reversed()).sorted(in: .thai) == names)
  }

  @Test(arguments: [
    ["1", "2", "10", "a", "A b", "Ab", "b", "B", "e", "é", "f", "Z", "ก", "ไก่", "ข"],
    ["CHIANG", "chiang mai", "Chiang Mai", "Chiangrai", "co-op", "coop", "Coop"],
  ])
  func englishOrder(names: [String]) {
    #expect(Array(names.reversed()).sorted(in: .english) == names)
  }

  @Test func equalNamesKeepTheirOrder() {
    let rows = [("ข", 1), ("ก", 2), ("ข", 3), ("ก", 4)]
    #expect(rows.sorted(in: .thai) { $0.0 }.map(\.1) == [2, 4, 1, 3])
  }

  @Test func aNumberCountsByItsValueHoweverWritten() {
    #expect(
      ["ม.12", "ม.๓", "ม.1,000", "ม.007"].sorted(in: .thai) == ["ม.๓", "ม.007", "ม.12", "ม.1,000"])
  }
}
