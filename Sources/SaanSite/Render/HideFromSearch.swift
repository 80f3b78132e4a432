/// A page that search engines are asked to leave alone, whatever its theme says.
///
/// What was published once may be looked up, but must not be found in place of what is true now.
func hiddenFromSearch(_ page: [UInt8]) -> [UInt8] {
  let mark = Array("<meta name=\"robots\" content=\"noindex\">".utf8)
  guard page.firstRange(of: mark) == nil, let head = page.firstRange(of: Array("<head".utf8)),
    let end = page[head.upperBound...].firstIndex(of: UInt8(ascii: ">"))
  else { return page }
  return Array(page[...end] + mark + page[(end + 1)...])
}
