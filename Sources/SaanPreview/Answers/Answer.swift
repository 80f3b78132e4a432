/// What is sent to a browser.
struct Answer: Sendable {
  var status: Int
  var fields: [(name: String, value: String)]
  /// What all or a part of is sent; large ones are shared by all who are sent them.
  private let whole: SharedBytes
  private(set) var part: Range<Int>

  /// What is sent.
  var body: ArraySlice<UInt8> { whole.bytes[part] }

  /// An answer that nobody keeps: the next one may be another.
  ///
  /// Types are not guessed, and no other site may show what is in it.
  init(_ status: Int, type: String, _ body: [UInt8]) {
    self.init(status, type: type, SharedBytes(body))
  }

  /// The same of bytes that others may be sent as well.
  init(_ status: Int, type: String, _ body: SharedBytes) {
    self.status = status
    whole = body
    part = body.bytes.indices
    fields = [
      ("Content-Type", type), ("Cache-Control", "no-store"),
      ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"),
      ("X-Frame-Options", "SAMEORIGIN"),
    ]
  }

  /// A sentence for whoever asks in a way that is not answered.
  static func refusal(_ status: Int, _ text: String) -> Answer {
    Answer(status, type: "text/plain; charset=utf-8", Array((text + "\n").utf8))
  }

  /// Sends a browser on for this once.
  static func redirect(to address: String) -> Answer {
    var answer = Answer(302, type: "text/plain; charset=utf-8", [])
    answer.fields.append(("Location", address))
    return answer
  }

  /// The part of it that a request asks for.
  func cut(for request: Request) -> Answer {
    var answer = self
    guard status == 200 else { return answer }
    answer.fields.append(("Accept-Ranges", "bytes"))
    guard request.field("if-range") == nil, let text = request.field("range") else {
      return answer
    }
    switch ByteRange(text, of: body.count) {
    case .whole: break
    case .part(let range):
      answer.status = 206
      answer.part = range
      let last = range.upperBound - 1
      answer.fields.append(("Content-Range", "bytes \(range.lowerBound)-\(last)/\(body.count)"))
    case .outside:
      answer.status = 416
      answer.part = 0..<0
      answer.fields.append(("Content-Range", "bytes */\(body.count)"))
    }
    return answer
  }
}

/// Bytes that stay in memory once, however many are sent them.
final class SharedBytes: Sendable {
  let bytes: [UInt8]

  /// Holds the bytes as long as somebody is sent them.
  init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// What a `Range` field asks for.
enum ByteRange: Equatable {
  /// The whole, for want of a range that is understood; of several, too.
  case whole
  case part(Range<Int>)
  case outside

  /// Reads `bytes=0-99`, `bytes=100-` or `bytes=-100`.
  init(_ text: String, of count: Int) {
    self = .whole
    guard text.hasPrefix("bytes=") else { return }
    let ends = text.dropFirst("bytes=".count).split(
      separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return }
    switch (Int(ends[0]), Int(ends[1])) {
    case (let first?, let last):
      guard ends[1].isEmpty || last.map({ $0 >= first }) == true else { return }
      self =
        first < count ? .part(first..<min(count, (last ?? count).addingOne)) : .outside
    case (nil, let length?) where ends[0].isEmpty:
      self = length > 0 && count > 0 ? .part(max(0, count - length)..<count) : .outside
    default: return
    }
  }
}

extension Int {
  fileprivate var addingOne: Int { self == .max ? self : self + 1 }
}
