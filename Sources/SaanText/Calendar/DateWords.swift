/// The words of dates as a condensed text has them: lower case, without dots and spaces.
///
/// Longer forms come before those they begin with.
enum DateWords {
  static let thaiMonths: [[StaticString]] = [
    ["มกราคม", "มกรา", "มค"], ["กุมภาพันธ์", "กุมภา", "กพ"], ["มีนาคม", "มีนา", "มีค"],
    ["เมษายน", "เมษา", "เมย"], ["พฤษภาคม", "พฤษภา", "พค"], ["มิถุนายน", "มิถุนา", "มิย"],
    ["กรกฎาคม", "กรกฏาคม", "กรกฎา", "กค"], ["สิงหาคม", "สิงหา", "สค"],
    ["กันยายน", "กันยา", "กย"], ["ตุลาคม", "ตุลา", "ตค"], ["พฤศจิกายน", "พฤศจิกา", "พย"],
    ["ธันวาคม", "ธันวา", "ธค"],
  ]
  static let englishMonths: [[StaticString]] = [
    ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"],
    ["june", "jun"], ["july", "jul"], ["august", "aug"], ["september", "sept", "sep"],
    ["october", "oct"], ["november", "nov"], ["december", "dec"],
  ]
  /// From Monday on.
  static let weekdays: [[StaticString]] = [
    ["จันทร์", "monday", "mon"], ["อังคาร", "tuesday", "tues", "tue"],
    ["พุธ", "wednesday", "wed"],
    ["พฤหัสบดี", "พฤหัส", "thursday", "thurs", "thur", "thu"], ["ศุกร์", "friday", "fri"],
    ["เสาร์", "saturday", "sat"], ["อาทิตย์", "sunday", "sun"],
  ]
}
