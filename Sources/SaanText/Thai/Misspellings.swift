/// The word whose mistaken letter stands at the index, and how it is spelled: `ปฎิ` for `ปฏิ`,
/// `กรกฏาคม` for `กรกฎาคม`, `กฏหมาย` for `กฎหมาย`.
func misspelling(
  at index: Int, in utf8: UnsafeBufferPointer<UInt8>
) -> (range: Range<Int>, right: String)? {
  for (wrong, right) in misspellings {
    let word = UnsafeBufferPointer(start: wrong.word.utf8Start, count: wrong.word.utf8CodeUnitCount)
    let start = index - wrong.offset
    if start >= 0, start + word.count <= utf8.count,
      utf8[start..<start + word.count].elementsEqual(word)
    {
      return (start..<start + word.count, right)
    }
  }
  return nil
}

/// Words with a mistaken letter, and how many bytes stand before that letter.
private let misspellings: [(wrong: (word: StaticString, offset: Int), right: String)] = [
  (("ปฎิ", 3), "ปฏิ"), (("กรกฏาคม", 9), "กรกฎาคม"), (("กฏหมาย", 3), "กฎหมาย"),
]
