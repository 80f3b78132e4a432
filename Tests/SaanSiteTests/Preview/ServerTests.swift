import SaanFiles
import SaanModel
import SaanPreview
import SaanPublish
import SaanSite
import SaanText
import Testing

/// What a browser gets of the preview, and what nobody gets.
@Suite(.serialized) struct ServerTests {
  @Test func everyOutputIsWhatABuildWouldPublish() async throws {
    let tree = Specimen.tree
    var files = tree.files.mapValues(\.bytes)
    for (path, asset) in tree.assets where files[path] == nil { files[path] = try asset.read() }
    let site = try await PreviewedSite(files)
    let read = try await readTree(at: site.folder.path("s"), jobs: 2)
    let built = try await build(read, PreviewedSite.options, into: MemorySink())
    let outputs = try #require(built.report)
    let base = "/" + site.preview.url.split(separator: "/").dropFirst(2).map { "\($0)/" }.joined()
    for (path, bytes) in outputs {
      let reply = try site.client.get(base + percentEncoded(path: path))
      #expect(reply.status == 200, "\(path)")
      #expect(reply.published.elementsEqual(bytes), "\(path)")
    }
    await site.preview.stop()
  }

  @Test func pagesHaveTheirTypesAndAreNotKept() async throws {
    let site = try await PreviewedSite(
      TestSite().with([
        "static/robots.txt": "User-agent: *\n", "static/ข้อมูล.csv": "ก,ข\n",
        "content/news/a.th.md": "---\ntitle: ก\n---\nก\n",
      ]))
    let page = try site.client.get("/th/news/a/")
    #expect(page.status == 200)
    #expect(page.fields["content-type"] == "text/html; charset=utf-8")
    #expect(page.fields["cache-control"] == "no-store")
    #expect(page.text.contains("<script src=\"/__saan/preview.js\" data-digest=\""))
    let head = try site.client.send("HEAD /th/news/a/ HTTP/1.1\r\nHost: localhost\r\n")
    #expect(head.status == 200 && head.bytes.isEmpty)
    #expect(head.fields["content-length"] == String(page.bytes.count))
    let table = try site.client.get("/%E0%B8%82%E0%B9%89%E0%B8%AD%E0%B8%A1%E0%B8%B9%E0%B8%A5.csv")
    #expect(table.text == "ก,ข\n")
    #expect(table.fields["content-type"] == "text/csv; charset=utf-8")
    let onward = try site.client.get("/th/news/a?x=1")
    #expect(onward.status == 302 && onward.fields["location"] == "/th/news/a/?x=1")
    let missing = try site.client.get("/th/nothing/")
    #expect(missing.status == 404 && missing.text.contains("<h1>ไม่พบหน้านี้</h1>"))
    await site.preview.stop()
  }

  @Test func partsOfFilesCanBeHad() async throws {
    let site = try await PreviewedSite(TestSite().with(["static/a.txt": "0123456789"]))
    let cases: [(String, Int, String, String?)] = [
      ("bytes=2-4", 206, "234", "bytes 2-4/10"), ("bytes=7-", 206, "789", "bytes 7-9/10"),
      ("bytes=-2", 206, "89", "bytes 8-9/10"), ("bytes=5-99", 206, "56789", "bytes 5-9/10"),
      ("bytes=10-", 416, "", "bytes */10"), ("bytes=4-2", 200, "0123456789", nil),
      ("bytes=0-1,3-4", 200, "0123456789", nil), ("lines=1-2", 200, "0123456789", nil),
      ("bytes=0-99999999999999999999999", 200, "0123456789", nil),
    ]
    for (range, status, text, said) in cases {
      let reply = try site.client.get("/a.txt", "Range: \(range)")
      #expect(reply.status == status && reply.text == text, "\(range)")
      #expect(reply.fields["content-range"] == said, "\(range)")
    }
    await site.preview.stop()
  }

  /// Readers who take nothing share the one copy; whoever reads gets all of it.
  @Test func aLargeFileIsSentWholeBesideThoseWhoDoNotRead() async throws {
    let large = (0..<(3 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 9) }
    var files = TestSite().files.mapValues { Array($0.utf8) }
    files["static/large.bin"] = large
    let site = try await PreviewedSite(files)
    let idle = try (0..<20).map { _ in
      let connection = try HTTPClient.Connection(port: site.client.port)
      connection.send("GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
      return connection
    }
    #expect(try site.client.get("/large.bin").bytes == large)
    let part = try site.client.get("/large.bin", "Range: bytes=1000000-1999999")
    #expect(part.status == 206 && part.bytes == Array(large[1_000_000..<2_000_000]))
    withExtendedLifetime(idle) {}
    await site.preview.stop()
  }

  @Test func aSiteBelowAPathIsServedThere() async throws {
    let site = try await PreviewedSite(
      TestSite().replacing(
        "https://example.org/", with: "https://example.org/our/", in: "site.yaml"))
    #expect(site.preview.url.hasSuffix("/our/"))
    #expect(try site.client.get("/").fields["location"] == "/our/")
    #expect(try site.client.get("/our/th/").text.contains("สวัสดี"))
    #expect(try site.client.get("/th/").status == 404)
    await site.preview.stop()
  }

  @Test func whoIsNotOfThisMachineGetsNothing() async throws {
    let site = try await PreviewedSite { $0.hosts = ["Desk.example"] }
    for (host, status) in [
      ("localhost", 200), ("LOCALHOST:8000", 200), ("127.0.0.1:1", 200), ("[::1]:8000", 200),
      ("desk.example", 200), ("localhost.", 200), ("evil.example", 403), ("localhost.evil", 403),
      ("127.0.0.1.evil.example", 403), ("10.0.0.1", 403), ("localhost:x", 403), ("", 403),
    ] {
      let reply = try site.client.send("GET /th/ HTTP/1.1\r\nHost: \(host)\r\n")
      #expect(reply.status == status, "\(host)")
    }
    #expect(try site.client.send("GET /th/ HTTP/1.1\r\n").status == 400)
    #expect(
      try site.client.send("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n").status
        == 400)
    let script = "/__saan/preview.js"
    #expect(try site.client.get(script).status == 200)
    #expect(try site.client.get(script, "Origin: http://localhost").status == 200)
    #expect(try site.client.get(script, "Origin: http://evil.example").status == 403)
    #expect(try site.client.get(script, "Origin: null").status == 403)
    #expect(try site.client.get(script, "Sec-Fetch-Site: cross-site").status == 403)
    #expect(try site.client.get(script, "Sec-Fetch-Site: same-site").status == 403)
    #expect(try site.client.get(script, "Sec-Fetch-Site: same-origin").status == 200)
    await site.preview.stop()
  }

  @Test func nothingOutsideThePlanCanBeHad() async throws {
    let site = try await PreviewedSite()
    for path in [
      "/../site.yaml", "/..%2fsite.yaml", "/%2e%2e/site.yaml", "/th/..%2f..%2fsite.yaml",
      "/site.yaml", "/content/index.th.md", "//etc/passwd", "/.saan/",
      "/th/%2e%2e/%2e%2e/etc/passwd",
    ] {
      let reply = try site.client.get(path)
      #expect(reply.status == 404, "\(path)")
      #expect(!reply.text.contains("base_url"), "\(path)")
    }
    for path in ["/th/%00", "/%ff", "/a%0d%0aX: y", "*"] {
      #expect(try site.client.get(path).status == 400, "\(path)")
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
      let reply = try site.client.send("\(method) /th/ HTTP/1.1\r\nHost: localhost\r\n")
      #expect(reply.status == 405 && reply.fields["allow"] == "GET, HEAD", "\(method)")
    }
    await site.preview.stop()
  }

  @Test func floodsAndSlowClientsHoldNobodyUp() async throws {
    let site = try await PreviewedSite()
    let flood = try HTTPClient.Connection(port: site.client.port)
    flood.send("GET / HTTP/1.1\r\n")
    let line = String(repeating: "X-A: \(String(repeating: "a", count: 100))\r\n", count: 100)
    var sent = 0
    while sent < 10_000, flood.send(line) { sent += 1 }
    #expect(sent < 10_000)
    // More than there is room for: who came first has to go.
    var slow: [HTTPClient.Connection] = []
    for _ in 0..<450 {
      let connection = try HTTPClient.Connection(port: site.client.port)
      connection.send("GET /th/ HTTP/1.1\r\nHost: loc")
      slow.append(connection)
    }
    let clock = ContinuousClock()
    let began = clock.now
    #expect(try site.client.get("/th/").status == 200)
    #expect(clock.now - began < .seconds(5))
    #expect(slow[0].rest(for: 5).isEmpty)
    await site.preview.stop()
  }

  @Test func theNextPortIsTakenWhereOneIsNotFree() async throws {
    let first = try await PreviewedSite()
    let port = first.client.port
    let second = try await PreviewedSite { $0.port = port }
    #expect(second.preview.hasOtherPort && second.client.port > port)
    #expect(try second.client.get("/th/").status == 200)
    await second.preview.stop()
    await first.preview.stop()
  }

  @Test func anAddressOfAnotherMachineIsTold() async throws {
    let error = await #expect(throws: DiskError.self) {
      _ = try await PreviewedSite {
        $0.address = "192.0.2.1"
        $0.port = 65_535
      }
    }
    let told = try #require(error?.diagnostic)
    #expect(
      DiagnosticPrinter().text(told) == """
        error[port-not-free]: cannot serve at 192.0.2.1, port 65535 or one of those behind it
           = hint: stop what uses the ports, or name another with --port; an address given with \
        --bind must be one of this machine's

        """)
    #expect(
      DiagnosticPrinter(language: .thai).text(told).hasPrefix(
        "error[port-not-free]: เปิดเว็บที่ 192.0.2.1 พอร์ต 65535 หรือพอร์ตถัดไปไม่ได้"))
  }
}
