/// The candidate that a misspelt word most likely meant, for "did you mean".
///
/// The distance is Damerau–Levenshtein in its optimal string alignment form, at most a third of the
/// word's length and at least one, but never the whole word; ties go to the candidate that comes
/// first in order.
public func closestName(to word: String, among candidates: some Sequence<String>) -> String? {
  let limit = max(1, word.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in candidates.sorted() where abs(candidate.count - word.count) <= limit {
    let distance = editDistance(Array(word.lowercased()), Array(candidate.lowercased()))
    if distance <= limit, distance < word.count, distance < best?.distance ?? Int.max {
      best = (candidate, distance)
    }
  }
  return best?.name
}

/// The hint "did you mean 'x'?", when some candidate is close.
public func didYouMean(_ word: String, among candidates: some Sequence<String>) -> Wording? {
  closestName(to: word, among: candidates).map {
    Wording(en: "did you mean '\($0)'?", th: "หมายถึง '\($0)' หรือไม่")
  }
}

private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast = [Int]()
  var last = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var row = [i + 1]
    for (j, b) in right.enumerated() {
      var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a == b ? 0 : 1))
      if i > 0, j > 0, a == right[j - 1], left[i - 1] == b {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[right.count]
}
