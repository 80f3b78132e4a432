import Foundation

/// `jinja_bench.py` while it runs; it ends with this program, when its input closes.
final class JinjaProcess {
  struct Answer: Decodable {
    let nanoseconds: Int?
    let text: String?
  }

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var unread = Data()

  init(python: URL, script: URL, templates: URL) throws {
    process.executableURL = python
    process.arguments = [script.path, templates.path]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  func ask(_ page: String, pages: Int) throws -> Answer {
    try input.fileHandleForWriting.write(contentsOf: Data("\(page) \(pages)\n".utf8))
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        let line = unread[..<end]
        unread = Data(unread[(end + 1)...])
        return try JSONDecoder().decode(Answer.self, from: Data(line))
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw BenchFailure("the Python process ended") }
      unread += more
    }
  }
}
