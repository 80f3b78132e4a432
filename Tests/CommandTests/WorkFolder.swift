import Foundation

/// A temporary folder in which the built program is run.
final class WorkFolder {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "saan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func path(_ name: String) -> String { root.appending(path: name).path }

  func text(_ name: String) -> String? { try? String(contentsOfFile: path(name), encoding: .utf8) }

  func write(_ name: String, _ text: String) throws {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
  }

  /// Copies files and folders of this repository.
  func copyRepository(_ names: [String], to folder: String) throws {
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    try FileManager.default.createDirectory(atPath: path(folder), withIntermediateDirectories: true)
    for name in names {
      try FileManager.default.copyItem(
        atPath: repository.appending(path: name).path, toPath: path("\(folder)/\(name)"))
    }
  }

  /// Every published file below a folder with its bytes, the manifest left out.
  func contents(_ name: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: path(name)) {
      guard let bytes = FileManager.default.contents(atPath: "\(path(name))/\(file)") else {
        continue
      }
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(path(name))/\(file)", isDirectory: &isFolder)
      if !isFolder.boolValue, file != ".saan-manifest" { found[file] = bytes }
    }
    return found
  }

  /// The program that was built beside this test.
  private static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  func saan(_ arguments: String...) throws -> Result { try saan(arguments) }

  func saan(_ arguments: [String], input: String = "") throws -> Result {
    try result(of: makeProcess(arguments), input: input)
  }

  /// Runs another program, in a folder and with no environment but the one given.
  func run(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment
    return try result(of: process, input: "")
  }

  /// Runs a line of the shell, in which `saan` is the built program.
  func shell(_ line: String) throws -> Result {
    let folder = Self.builtProgram.deletingLastPathComponent().path
    return try run(
      "/bin/sh", ["-c", line], in: root.path, environment: ["PATH": "\(folder):/usr/bin:/bin"])
  }

  private func result(of process: Process, input: String) throws -> Result {
    let (output, errors, stdin) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = stdin
    try process.run()
    stdin.fileHandleForWriting.write(Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let messages = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
      errors: String(decoding: messages, as: UTF8.self))
  }

  /// Starts a build and ends it with SIGKILL.
  func killBuild(after delay: Duration, _ arguments: String...) throws {
    let process = try makeProcess(["build"] + arguments)
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(UInt32(delay.components.attoseconds / 1_000_000_000_000))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Starts the program without waiting for its end.
  ///
  /// - Parameter writes: whether it may write any files.
  /// - Returns: the process and the first line that it writes to standard output.
  func start(
    _ arguments: String..., writes: Bool = true
  ) throws -> (process: Process, line: String) {
    let process = try makeProcess(arguments)
    if !writes {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments =
        ["-c", "ulimit -f 0 && exec \"$0\" \"$@\"", Self.builtProgram.path] + arguments
    }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var line = Data()
    while line.last != 0x0A, let byte = try output.fileHandleForReading.read(upToCount: 1),
      !byte.isEmpty
    {
      line += byte
    }
    return (process, String(decoding: line, as: UTF8.self))
  }

  private func makeProcess(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = Self.builtProgram
    process.arguments = arguments
    process.currentDirectoryURL = root
    return process
  }

  /// The test runner lies in the toolchain; the program lies where the test bundle does.
  static var builtProgram: URL {
    let bundle =
      CommandLine.arguments.first { $0.hasSuffix(".xctest") }
      ?? CommandLine.arguments.firstIndex(of: "--test-bundle-path").map {
        CommandLine.arguments[$0 + 1]
      }
    let folder = bundle.map { URL(fileURLWithPath: $0).deletingLastPathComponent() } ?? program
    return folder.appending(path: "saan")
  }
}
