import Glibc
import SaanData
import SaanPublish
import SaanSite
import Testing

/// Large tables where the system keeps them.
@Suite struct MappedFileTests {
  private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let folder = Folder()
    try FileSystem.create(folder.path("table.csv"), bytes)
    try body(folder.path("table.csv"))
    withExtendedLifetime(folder) {}
  }

  @Test func aMappedFileHasItsBytesWithoutTheMark() throws {
    try withFile([0xEF, 0xBB, 0xBF] + Array("id\nก\n".utf8)) { path in
      // There are file systems without leases: files are read there.
      guard let file = MappedFile(path, leastSize: 1) else { return }
      #expect(file.bytes.array == Array("id\nก\n".utf8))
      #expect(file.bytes.count == 7)
    }
  }

  @Test func smallAndMissingFilesAreNotMapped() throws {
    try withFile(Array("id\n".utf8)) { path in
      #expect(MappedFile(path) == nil)
      #expect(MappedFile(path + "x") == nil)
    }
  }

  @Test func nobodyChangesAFileWhileItIsMapped() throws {
    try withFile(Array("id\n".utf8)) { path in
      guard let file = MappedFile(path, leastSize: 1) else { return }
      #expect(opensForWriting(path) == false)
      #expect(file.bytes.count == 3)
      withExtendedLifetime(file) {}
    }
  }

  @Test func afterwardsItCanBeWrittenTo() throws {
    try withFile(Array("id\n".utf8)) { path in
      _ = MappedFile(path, leastSize: 1)
      #expect(opensForWriting(path))
    }
  }

  private func opensForWriting(_ path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return true
  }
}
