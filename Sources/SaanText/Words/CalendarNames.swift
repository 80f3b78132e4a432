/// The names of months and weekdays, as `StaticString`s so that writing one allocates nothing.
enum CalendarNames {
  static let thaiMonths: [StaticString] = [
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม",
    "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
  ]
  static let thaiShortMonths: [StaticString] = [
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.",
    "ธ.ค.",
  ]
  static let englishMonths: [StaticString] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  static let englishShortMonths: [StaticString] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec",
  ]
  /// From Monday on.
  static let thaiWeekdays: [StaticString] = [
    "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์",
  ]
  /// From Monday on.
  static let englishWeekdays: [StaticString] = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}

/// How headings name months, in small letters: in full and in short without the last full stop, in
/// Thai and English.
package let namesOfMonths: [String] = {
  let names =
    CalendarNames.thaiMonths + CalendarNames.thaiShortMonths + CalendarNames.englishMonths
    + CalendarNames.englishShortMonths
  return names.map { name in
    let name = name.description.lowercased()
    return name.hasSuffix(".") ? String(name.dropLast()) : name
  } + ["sep"]
}()
