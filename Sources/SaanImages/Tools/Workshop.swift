import Glibc
import SaanFiles
import SaanPublish
import SaanText
import Synchronization

/// Where files are made by programs of others, and kept, so that each is made once.
///
/// It may be asked by any number of tasks at once.
package final class Workshop: Sendable {
  /// A program that was found.
  package struct Found: Sendable, Hashable {
    package let path: String
    /// The first line of what it says of its version.
    package let version: String
  }

  private let folders: [String]
  private let temporary: String
  private let kept: KeptFiles?
  private let found = Mutex<[Tool: Found?]>([:])
  private let counts = Mutex(0)

  /// Opens a workshop.
  ///
  /// - Parameters:
  ///   - searchPath: the folders where programs lie, as `PATH` has them; of no others any is used.
  ///   - temporary: the folder for what is under way.
  ///   - kept: where what is made is kept; `nil` for nowhere.
  package init(searchPath: String, temporary: String = "/tmp", keeping kept: KeptFiles? = nil) {
    folders = searchPath.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    (self.temporary, self.kept) = (temporary, kept)
  }

  /// How many programs were started so far.
  package var startedProcesses: Int { counts.withLock { $0 } }

  /// Makes room where too much is kept.
  ///
  /// - Returns: why nothing could be kept, where that is so.
  package func tidy() -> Diagnostic? {
    guard startedProcesses > 0 else { return nil }
    kept?.trim()
    return kept?.diagnostic
  }

  /// The program with its version; `nil` where it is not installed.
  ///
  /// The version is asked for once, and again only when the program's file is another.
  package func find(_ tool: Tool) -> Found? {
    found.withLock { known in
      if let known = known[tool] { return known }
      let answer = look(for: tool)
      known[tool] = .some(answer)
      return answer
    }
  }

  private func look(for tool: Tool) -> Found? {
    for folder in folders {
      let path = "\(folder)/\(tool.command)"
      guard let file = FileSystem.status(path, followingLinks: true), file.kind == .file,
        access(path, X_OK) == 0
      else { continue }
      let facts = [path, "\(file.size)", "\(file.modified)", "\(file.changed)"]
      let key = Digest(of: Array(facts.joined(separator: "\0").utf8))
      if let version = kept?.read(key) {
        return Found(path: path, version: String(decoding: version, as: UTF8.self))
      }
      let process = run(path, [tool.askedVersion], tool.environment, in: "/", ToolLimits())
      guard process.end == .exit(0), let line = process.messages.split(separator: "\n").first
      else { continue }
      kept?.write(key, Array(line.utf8))
      return Found(path: path, version: String(line))
    }
    return nil
  }

  /// The file that an order describes, kept from before or made now.
  ///
  /// - Parameter finish: what is done with what comes out before it is kept; a change of it is a
  ///   new revision of the order.
  package func make(
    _ order: ToolOrder,
    finish: (_ made: [UInt8]) throws(ToolMistake) -> [UInt8] = { (made) throws(ToolMistake) in
      made
    }
  ) throws(ToolMistake) -> [UInt8] {
    guard let program = find(order.tool) else { throw .missing(order.tool) }
    let key = order.key(program.version)
    if let bytes = kept?.read(key) { return bytes }
    let bytes = try finish(try work(on: order, program))
    kept?.write(key, bytes)
    return bytes
  }

  private func work(
    on order: ToolOrder, _ program: Found
  ) throws(ToolMistake) -> [UInt8] {
    let failure: ToolMistake
    do throws(DiskError) {
      let folder = try TemporaryFolder(in: temporary)
      for input in order.inputs {
        try FileSystem.create("\(folder.path)/\(input.name)", try input.read())
      }
      let settings = order.tool.environment.merging(order.environment) { $1 }
      let process = run(program.path, order.arguments, settings, in: folder.path, order.limits)
      let output = "\(folder.path)/\(order.output)"
      let isThere = FileSystem.status(output)?.kind == .file
      guard let reason = Self.reason(process, order, isThere: isThere) else {
        return try FileSystem.read(output)
      }
      failure = .failed(order.tool, reason, messages: process.messages)
    } catch {
      throw .disk(error)
    }
    throw failure
  }

  private func run(
    _ path: String, _ arguments: [String], _ environment: [String: String], in folder: String,
    _ limits: ToolLimits
  ) -> ToolProcess {
    counts.withLock { $0 += 1 }
    let common = [
      "PATH": folders.joined(separator: ":"), "HOME": folder, "TMPDIR": folder,
      "LC_ALL": "C.UTF-8",
    ]
    return ToolProcess(
      path, arguments, environment: common.merging(environment) { $1 }, folder: folder,
      limits: limits)
  }

  private static func warns(_ messages: String, but harmless: [String]) -> Bool {
    messages.split(whereSeparator: \.isNewline).contains { line in
      !harmless.contains { line.contains($0) }
    }
  }

  /// What is wrong with how a program ended; `nil` when it has done its work.
  private static func reason(
    _ process: ToolProcess, _ order: ToolOrder, isThere: Bool
  ) -> Wording? {
    switch process.end {
    case .exit(0):
      if order.isQuiet, warns(process.messages, but: order.harmless) {
        return Wording(en: "it warns of what it was given", th: "โปรแกรมเตือนว่าไฟล์ที่ได้รับมีปัญหา")
      }
      return isThere ? nil : Wording(en: "it made no file", th: "โปรแกรมไม่ได้สร้างไฟล์")
    case .exit: return Wording(en: "it could not read or write it", th: "โปรแกรมอ่านหรือเขียนไม่ได้")
    case .signal(SIGXCPU), .slow:
      return Wording(
        en: "it took longer than \(order.limits.seconds) seconds",
        th: "ใช้เวลาเกิน \(order.limits.seconds) วินาที")
    case .signal(SIGXFSZ):
      return Wording(en: "the file grew too large", th: "ไฟล์ที่ได้ใหญ่เกินไป")
    case .signal(let number):
      return Wording(
        en: "it was ended by the system (signal \(number))", th: "ระบบหยุดโปรแกรม (สัญญาณ \(number))")
    case .noisy: return Wording(en: "it warns without end", th: "โปรแกรมเตือนไม่หยุด")
    case .unstarted(let number):
      let reason = Wording.systemReason(number)
      return Wording(
        en: "it could not be started: \(reason.en)", th: "เริ่มโปรแกรมไม่ได้: \(reason.th)")
    }
  }
}

extension Workshop: Equatable {
  /// Whether they are one and the same.
  package static func == (left: Workshop, right: Workshop) -> Bool { left === right }
}

/// A folder of our own that goes with the value.
private final class TemporaryFolder {
  let path: String

  init(in folder: String) throws(DiskError) {
    var name = Array("\(folder)/saan-XXXXXX".utf8CString)
    let isMade = name.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    guard isMade else { throw DiskError(.write, folder) }
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { try? FileSystem.removeTree(path) }
}
