extension PlainCharacters {
  /// The e-mail addresses in the line.
  func addresses() -> [PrivateData.Finding] {
    var found: [PrivateData.Finding] = []
    var search = 0
    while let at = bytes[search...].firstIndex(of: UInt8(ascii: "@")) {
      search = at + 1
      if let range = password(before: at) {
        found.append(
          PrivateData.Finding(kind: .password, normal: text(range), range: source(range)))
        continue
      }
      guard let range = address(around: at) ?? spacedAddress(around: at),
        !isPartOfPageAddress(range, at)
      else { continue }
      let normal = text(range).filter { $0 != " " }
      let isOffice = Self.officeNames.contains(text(range.lowerBound..<at))
      let domain = normal.split(separator: "@").last.map(String.init) ?? ""
      let kind: PrivateData.Kind =
        isOffice && !Self.freeMail.contains(domain) ? .officeEmail : .personalEmail
      found.append(PrivateData.Finding(kind: kind, normal: normal, range: source(range)))
      search = range.upperBound
    }
    return found
  }

  /// The name and password in `https://name:password@host/`.
  private func password(before at: Int) -> Range<Int>? {
    let before = bytes[token(around: at).lowerBound..<at]
    guard let scheme = before.firstRange(of: "://".utf8), !self[at + 1].isGapOfWords else {
      return nil
    }
    let names = before[scheme.upperBound...]
    guard !names.contains(where: { "/?#".utf8.contains($0) }),
      let colon = names.firstIndex(of: UInt8(ascii: ":")), colon + 1 < at
    else { return nil }
    return names.startIndex..<at
  }

  private func address(around at: Int) -> Range<Int>? {
    var start = bytes[..<at].lastIndex { !$0.isLocalPart }.map { $0 + 1 } ?? 0
    while start < at, !self[start].isPlainWord { start += 1 }
    var end =
      bytes[(at + 1)...].firstIndex { !$0.isPlainWord && $0 != 0x2D && $0 != 0x2E }
      ?? bytes.count
    while end > at + 1, !self[end - 1].isPlainWord { end -= 1 }
    // A local part in Thai letters is an address as well.
    // A place on another machine: `name@host:/path`.
    if self[end] == UInt8(ascii: ":"), "/~.".utf8.contains(self[end + 1]) { return nil }
    let hasName = start < at || self[at - 1].isForeign
    let labels = bytes[(at + 1)..<end].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard hasName, labels.count > 1, let last = labels.last, labels.allSatisfy({ !$0.isEmpty }),
      last.count >= 2, last.allSatisfy({ !$0.isPlainDigit }),
      !Self.fileEndings.contains(String(decoding: last, as: UTF8.self))
    else { return nil }
    return start..<end
  }

  /// An address with spaces around its `@`, where everybody has one: `somchai @ gmail.com`.
  private func spacedAddress(around at: Int) -> Range<Int>? {
    var (left, right) = (at, at + 1)
    while left > 0, self[left - 1] == 0x20, at - left < 2 { left -= 1 }
    while self[right] == 0x20, right - at < 3 { right += 1 }
    let start = bytes[..<left].lastIndex { !$0.isLocalPart }.map { $0 + 1 } ?? 0
    let end =
      bytes[min(right, bytes.count)...].firstIndex {
        !$0.isPlainWord && $0 != 0x2D && $0 != 0x2E
      } ?? bytes.count
    guard start < left, right < end, right - left > 1,
      Self.freeMail.contains(String(text(right..<end).trimmingDots))
    else { return nil }
    return start..<end
  }

  /// Whether the `@` belongs to the address of a page, as in `https://example.org/@name@other.org`;
  /// what stands there after `=` or `mailto:` is an address of its own.
  private func isPartOfPageAddress(_ range: Range<Int>, _ at: Int) -> Bool {
    isInAddress(at) && self[range.lowerBound - 1] != UInt8(ascii: "=")
      && !has("mailto:", before: range.lowerBound)
  }

  /// Endings of files, whose names may have an `@` as well: `logo@2x.png`.
  private static let fileEndings: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "svg", "css", "js", "json", "pdf", "html", "md", "csv",
    "xlsx", "docx", "yaml",
  ]

  /// Where anybody has an address, whatever it is called.
  private static let freeMail: Set<String> = [
    "gmail.com", "googlemail.com", "hotmail.com", "hotmail.co.th", "outlook.com", "outlook.co.th",
    "live.com", "windowslive.com", "msn.com", "yahoo.com", "yahoo.co.th", "ymail.com",
    "icloud.com", "me.com", "proton.me", "protonmail.com", "aol.com", "thaimail.com",
  ]

  /// Names of mailboxes that belong to an office, not to a person.
  private static let officeNames: Set<String> = [
    "admin", "contact", "data", "editor", "enquiries", "hello", "help", "helpdesk", "info",
    "inquiry", "mail", "media", "news", "noreply", "no-reply", "office", "opendata", "pr", "press",
    "saraban", "secretariat", "service", "services", "support", "team", "webmaster",
  ]
}

extension String {
  fileprivate var trimmingDots: Substring {
    var text = self[...]
    while text.hasSuffix(".") { text.removeLast() }
    return text
  }
}

extension UInt8 {
  fileprivate var isGapOfWords: Bool { self <= 0x20 }

  fileprivate var isLocalPart: Bool {
    isPlainWord || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
      || self == UInt8(ascii: "-")
      || self == UInt8(ascii: "+")
  }
}
