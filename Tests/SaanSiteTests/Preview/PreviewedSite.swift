import Glibc
import SaanModel
import SaanPreview
import SaanPublish
import SaanSite
import SaanText
import Synchronization
import Testing

/// A site in a temporary folder with a preview of it, which ends with the test.
struct PreviewedSite {
  let folder = Folder()
  let preview: Preview
  let client: HTTPClient
  let lines: Lines

  /// What the terminal would show.
  final class Lines: Sendable {
    private let state = Mutex<[String]>([])
    func add(_ line: String) { state.withLock { $0.append(line) } }
    var all: [String] { state.withLock { $0 } }
  }

  /// - Parameter change: what else the preview is told.
  init(
    _ site: TestSite = TestSite(), _ change: (inout PreviewOptions) -> Void = { _ in }
  ) async throws {
    try await self.init(site.files.mapValues { Array($0.utf8) }, change)
  }

  init(
    _ files: [String: [UInt8]], _ change: (inout PreviewOptions) -> Void = { _ in }
  ) async throws {
    for (path, bytes) in files { try FileSystem.create(folder.path("s/\(path)"), bytes) }
    var options = PreviewOptions(
      root: folder.path("s"), programThemes: .missing(from: "/nowhere")
    ) { Self.options }
    options.port = 0
    options.idle = .milliseconds(20)
    change(&options)
    let lines = Lines()
    preview = try await Preview(options) { line, _ in lines.add(line) }
    self.lines = lines
    client = HTTPClient(port: Int(preview.url.split(separator: ":")[2].prefix { $0 != "/" }) ?? 0)
  }

  static var options: BuildOptions {
    BuildOptions(today: TestSite.today, jobs: 2, includesDrafts: true, includesFuture: true)
  }

  /// Writes a file as an editor does: beside, and then over the old one.
  func save(_ path: String, _ text: String) throws {
    let place = folder.path("s/\(path)")
    try? FileSystem.removeTree(place + ".tmp")
    try FileSystem.create(place + ".tmp", Array(text.utf8))
    try FileSystem.move(place + ".tmp", to: place)
  }

  /// The page at a path, as soon as it says what it should.
  func page(_ path: String, saying text: String, is expected: Bool = true) async throws -> String {
    var page = ""
    for _ in 0..<2000 {
      page = try client.get(path).text
      if page.contains(text) == expected { return page }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("\(path) \(expected ? "never says" : "goes on saying") “\(text)”:\n\(page)")
    return page
  }
}

/// A browser that says just what it is told to.
struct HTTPClient: Sendable {
  struct Reply {
    let status: Int
    let fields: [String: String]
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The page without the tag that only the preview has.
    var published: [UInt8] {
      let page = text
      guard let start = page.firstRange(of: "<script src=\"/__saan/"),
        let end = page[start.lowerBound...].firstRange(of: "</script>")
      else { return bytes }
      return Array((page[..<start.lowerBound] + page[end.upperBound...]).utf8)
    }
  }

  let port: Int

  func get(_ path: String, _ fields: String...) throws -> Reply {
    try send("GET \(path) HTTP/1.1\r\nHost: localhost\r\n" + fields.map { $0 + "\r\n" }.joined())
  }

  /// Sends the beginning of a request, with what ends it, and reads all that comes.
  func send(_ head: String) throws -> Reply {
    let connection = try Connection(port: port)
    connection.send(head + "Connection: close\r\n\r\n")
    return Self.reply(in: connection.rest(for: 10))
  }

  static func reply(in bytes: [UInt8]) -> Reply {
    let end = bytes.firstRange(of: Array("\r\n\r\n".utf8))
    let lines = String(decoding: bytes[..<(end?.lowerBound ?? bytes.endIndex)], as: UTF8.self)
      .split(separator: "\r\n")
    let fields = lines.dropFirst().compactMap { line -> (String, String)? in
      let parts = line.split(separator: ":", maxSplits: 1)
      return parts.count == 2 ? (parts[0].lowercased(), String(parts[1].dropFirst())) : nil
    }
    let words = lines.first?.split(separator: " ") ?? []
    return Reply(
      status: words.count > 1 ? Int(words[1]) ?? 0 : 0,
      fields: Dictionary(fields) { first, _ in first },
      bytes: end.map { Array(bytes[$0.upperBound...]) } ?? [])
  }

  /// A connection that is closed with the value.
  final class Connection: Sendable {
    private let descriptor: Int32

    init(port: Int) throws {
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = in_port_t(port).bigEndian
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      let result = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      try #require(result == 0)
    }

    deinit { close(descriptor) }

    /// Whether all of it was taken.
    @discardableResult
    func send(_ text: String) -> Bool {
      let bytes = Array(text.utf8)
      return Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    /// What has come since this was last asked.
    var news: [UInt8] {
      var chunk = [UInt8](repeating: 0, count: 1 << 20)
      let count = recv(descriptor, &chunk, chunk.count, Int32(MSG_DONTWAIT))
      return Array(chunk.prefix(max(0, count)))
    }

    /// What comes until the other side ends, or for so many seconds.
    func rest(for seconds: Int) -> [UInt8] {
      var timeout = timeval(tv_sec: seconds, tv_usec: 0)
      setsockopt(
        descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
      var all: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = recv(descriptor, &chunk, chunk.count, 0)
        guard count > 0 else { return all }
        all += chunk[..<count]
      }
    }
  }
}
