import Glibc
import SaanText

extension Wording {
  /// Why the system refused, by its `errno`: in Thai for what happens to people, in the system's
  /// own words for the rest.
  package static func systemReason(_ number: Int32) -> Wording {
    let en = String(cString: strerror(number))
    let th: String? =
      switch number {
      case ENOENT: "ไม่มีไฟล์หรือโฟลเดอร์นี้"
      case EACCES, EPERM: "ไม่ได้รับอนุญาต"
      case EEXIST: "มีอยู่แล้ว"
      case ENOTDIR: "ไม่ใช่โฟลเดอร์"
      case EISDIR: "เป็นโฟลเดอร์ ไม่ใช่ไฟล์"
      case ENOTEMPTY: "โฟลเดอร์ไม่ว่าง"
      case ENOSPC: "ดิสก์เต็ม"
      case EDQUOT: "ใช้พื้นที่ครบโควตาแล้ว"
      case EROFS: "ดิสก์นี้อ่านได้อย่างเดียว"
      case EFBIG: "ไฟล์ใหญ่เกินไป"
      case ENAMETOOLONG: "ชื่อยาวเกินไป"
      case ELOOP: "ลิงก์สัญลักษณ์ชี้วนกัน"
      case EMFILE, ENFILE: "เปิดไฟล์พร้อมกันมากเกินไป"
      case EBUSY, ETXTBSY: "มีโปรแกรมอื่นใช้อยู่"
      case EIO: "อ่านหรือเขียนดิสก์ผิดพลาด"
      case ENOMEM: "หน่วยความจำไม่พอ"
      case EXDEV: "อยู่คนละดิสก์"
      case EINVAL: "ระบบไม่รับค่านี้"
      default: nil
      }
    return Wording(en: en, th: th ?? en)
  }
}
