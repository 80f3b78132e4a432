/// A text in both languages of the site.
struct Bilingual {
  let th: String
  let en: String

  init(_ th: String, _ en: String) {
    self.th = th
    self.en = en
  }

  subscript(_ language: String) -> String { language == "th" ? th : en }
}

/// Invented names of places, put together as Thai ones are: หนอง + บัว, Nong Bua.
enum PlaceNames {
  static func make(_ random: inout SeededRandom) -> Bilingual {
    let first = random.pick(firsts)
    let second = random.pick(seconds)
    return Bilingual(first.th + second.th, "\(first.en) \(second.en)")
  }

  private static let firsts = [
    Bilingual("บ้าน", "Ban"), Bilingual("หนอง", "Nong"), Bilingual("โคก", "Khok"),
    Bilingual("นา", "Na"), Bilingual("ดอน", "Don"), Bilingual("ห้วย", "Huai"),
    Bilingual("คลอง", "Khlong"), Bilingual("ท่า", "Tha"), Bilingual("บาง", "Bang"),
    Bilingual("วัง", "Wang"), Bilingual("โพธิ์", "Pho"), Bilingual("ทุ่ง", "Thung"),
    Bilingual("บึง", "Bueng"), Bilingual("ป่า", "Pa"), Bilingual("เขา", "Khao"),
    Bilingual("ดง", "Dong"), Bilingual("สระ", "Sa"), Bilingual("ไร่", "Rai"),
    Bilingual("หัว", "Hua"), Bilingual("ปาก", "Pak"), Bilingual("เกาะ", "Ko"),
    Bilingual("แม่", "Mae"), Bilingual("สวน", "Suan"), Bilingual("ลำ", "Lam"),
    Bilingual("โนน", "Non"), Bilingual("เวียง", "Wiang"), Bilingual("สัน", "San"),
    Bilingual("กุด", "Kut"), Bilingual("ไผ่", "Phai"), Bilingual("ศรี", "Si"),
  ]

  private static let seconds = [
    Bilingual("บัว", "Bua"), Bilingual("ใหญ่", "Yai"), Bilingual("น้อย", "Noi"),
    Bilingual("งาม", "Ngam"), Bilingual("แดง", "Daeng"), Bilingual("ขาว", "Khao"),
    Bilingual("เหนือ", "Nuea"), Bilingual("ใต้", "Tai"), Bilingual("กลาง", "Klang"),
    Bilingual("ทอง", "Thong"), Bilingual("เงิน", "Ngoen"), Bilingual("แก้ว", "Kaeo"),
    Bilingual("ม่วง", "Muang"), Bilingual("ยาง", "Yang"), Bilingual("ตาล", "Tan"),
    Bilingual("สัก", "Sak"), Bilingual("หว้า", "Wa"), Bilingual("ขาม", "Kham"),
    Bilingual("ไทร", "Sai"), Bilingual("หิน", "Hin"), Bilingual("ทราย", "Sai"),
    Bilingual("เกลือ", "Kluea"), Bilingual("ปลา", "Pla"), Bilingual("ช้าง", "Chang"),
    Bilingual("เสือ", "Suea"), Bilingual("กวาง", "Kwang"), Bilingual("นก", "Nok"),
    Bilingual("จันทร์", "Chan"), Bilingual("ชัย", "Chai"), Bilingual("สุข", "Suk"),
    Bilingual("เจริญ", "Charoen"), Bilingual("พัฒนา", "Phatthana"), Bilingual("คำ", "Kham"),
    Bilingual("ลาด", "Lat"), Bilingual("ยาว", "Yao"), Bilingual("ลึก", "Luek"),
    Bilingual("สว่าง", "Sawang"), Bilingual("สำราญ", "Samran"), Bilingual("มะเขือ", "Makhuea"),
    Bilingual("สามัคคี", "Samakkhi"), Bilingual("ประดู่", "Pradu"), Bilingual("กระทุ่ม", "Krathum"),
  ]
}
