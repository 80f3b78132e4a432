/// The text cut to at most so many letters, with `…` where something was cut off.
///
/// It is cut at a space, which in Thai parts phrases, when one stands in the last two fifths; else
/// between two words, and at last between two letters with their marks. No leading vowel and no
/// opening bracket is left hanging.
public func truncated(_ text: String, to clusters: Int) -> String {
  withUTF8(of: text) { utf8 in
    guard let end = truncationEnd(in: utf8, clusters: clusters) else { return text }
    return String(decoding: utf8[..<end], as: UTF8.self) + "…"
  }
}

/// Where the text is to be cut so that it and the ellipsis have at most so many clusters; `nil`
/// when it is short enough as it is.
public func truncationEnd(in utf8: UnsafeBufferPointer<UInt8>, clusters limit: Int) -> Int? {
  let budget = max(0, limit - 1)
  var (count, start, cut) = (0, 0, 0)
  var lastSpace: Int?
  while start < utf8.count {
    if count == budget { cut = start }
    if count == max(0, limit) {
      return tidyEnd(lastSpace ?? wordEnd(before: cut, in: utf8), in: utf8)
    }
    // A space right after the budget ends a phrase as well as one within.
    if utf8[start] == 0x20, count <= budget, count * 5 >= limit * 3 { lastSpace = start }
    start = ClusterScanner.end(after: start, in: utf8)
    count += 1
  }
  return nil
}

/// Where the last Thai word ends that does so before the offset; the offset itself where it lies in
/// the first word, or in no Thai.
private func wordEnd(before cut: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Int {
  func isThai(_ index: Int) -> Bool {
    index >= 0 && index + 2 < utf8.count && utf8[index] == 0xE0 && utf8[index + 1] & 0xFE == 0xB8
  }
  guard isThai(cut), isThai(cut - 3) else { return cut }
  var (start, end) = (cut, cut)
  while isThai(start - 3) { start -= 3 }
  while isThai(end) { end += 3 }
  let thai = UnsafeBufferPointer(rebasing: utf8[start..<end])
  // Where that would leave little of the text, letters are no word that the dictionary knows.
  let last = thaiWordBreaks(in: thai).last { start + $0 <= cut }.map { start + $0 } ?? start
  return last * 5 >= cut * 2 ? last : cut
}

/// Moves back over what must not stand before an ellipsis.
private func tidyEnd(_ end: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Int {
  var end = end
  while end > 0 {
    switch utf8[end - 1] {
    // Space and ( [ { " ' , ; : . -
    case 0x20, 0x28, 0x5B, 0x7B, 0x22, 0x27, 0x2C, 0x3B, 0x3A, 0x2E, 0x2D: end -= 1
    case 0xA0 where end > 1 && utf8[end - 2] == 0xC2: end -= 2
    default:
      guard end > 2, dangles(utf8, at: end - 3) else { return end }
      end -= 3
    }
  }
  return end
}

/// Whether the three bytes are a Thai leading vowel, an opening quote or a dash.
private func dangles(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  switch (utf8[index], utf8[index + 1], utf8[index + 2]) {
  case (0xE0, 0xB9, 0x80...0x84), (0xE2, 0x80, 0x93...0x94), (0xE2, 0x80, 0x98),
    (0xE2, 0x80, 0x9C):
    true
  default: false
  }
}

/// How many minutes the text takes to read, at least one.
///
/// Thai is counted by letters, for it does not part words: about 200 words of four letters a
/// minute. Other text is counted at 220 words a minute.
public func readingMinutes(of text: String) -> Int {
  withUTF8(of: text) { utf8 in
    var (thai, words, isInWord) = (0, 0, false)
    forEachCluster(in: utf8) { cluster in
      let lead = utf8[cluster.lowerBound]
      let isThai = lead == 0xE0 && utf8[at: cluster.lowerBound + 1] & 0xFE == 0xB8
      if isThai { thai += 1 }
      let isLetter = !isThai && (lead >= 0xC3 || lead.isDigit || (lead | 0x20) &- 0x61 < 26)
      if isLetter, !isInWord { words += 1 }
      // An apostrophe, a comma or a point inside a word or number does not end it.
      isInWord = isLetter || (isInWord && (lead == 0x27 || lead == 0x2C || lead == 0x2E))
    }
    // Both shares in 1/8800 minute: 800 letters or 220 words make one.
    return max(1, (thai * 11 + words * 40 + 8799) / 8800)
  }
}
