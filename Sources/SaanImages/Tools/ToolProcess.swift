import CLinux
import Glibc
import SaanText

/// A program that was started, waited for, and is over.
///
/// It is started without a shell in a folder of its own, reads nothing from the terminal, and keeps
/// no file open of those that we have.
struct ToolProcess {
  /// How a program came to its end.
  enum End: Equatable {
    case exit(Int32)
    case signal(Int32)
    /// It took more time than it was given.
    case slow
    /// It said more than anybody reads.
    case noisy
    /// It could not be started, with the system's `errno`.
    case unstarted(Int32)
  }

  let end: End
  /// The beginning of all that it said, to whomever.
  private(set) var messages = ""

  private static let keptMessages = 4096

  init(
    _ path: String, _ arguments: [String], environment: [String: String], folder: String,
    limits: ToolLimits
  ) {
    var ends: [Int32] = [-1, -1]
    guard saan_pipe(&ends) == 0 else {
      end = .unstarted(errno)
      return
    }
    defer { close(ends[0]) }
    var process = pid_t()
    let failure = Self.start(path, arguments, environment, folder, saysTo: ends[1], &process)
    close(ends[1])
    guard failure == 0 else {
      end = .unstarted(failure)
      return
    }
    _ = saan_limit(
      process, UInt64(limits.memory), UInt32(limits.seconds), UInt64(limits.fileSize))
    let (early, heard) = Self.listen(to: ends[0], process, limits)
    if early != nil { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    end = early ?? (signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal))
    messages = String(decoding: heard, as: UTF8.self)
  }

  private static func start(
    _ path: String, _ arguments: [String], _ environment: [String: String], _ folder: String,
    saysTo pipe: Int32, _ process: inout pid_t
  ) -> Int32 {
    let words = ([path] + arguments).map { strdup($0) }
    let settings = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
    defer { for word in words + settings { free(word) } }
    return saan_start(&process, path, words + [nil], settings + [nil], folder, pipe)
  }

  /// Hears what the program says until it ends; why it has to be stopped before that.
  private static func listen(
    to pipe: Int32, _ process: pid_t, _ limits: ToolLimits
  ) -> (early: End?, heard: [UInt8]) {
    let life = saan_process(process)
    defer { if life >= 0 { close(life) } }
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(limits.seconds * 3)
    var sources = [
      pollfd(fd: pipe, events: Int16(POLLIN), revents: 0),
      pollfd(fd: life, events: Int16(POLLIN), revents: 0),
    ]
    var heard: [UInt8] = []
    var count = 0
    while true {
      let rest = (deadline - clock.now) / .milliseconds(1)
      guard rest > 0 else { return (.slow, heard) }
      guard poll(&sources, 2, Int32(min(rest + 1, 60_000))) > 0 else { continue }
      let isOver = sources[1].revents != 0
      if sources[0].revents != 0 {
        let piece = Self.piece(of: pipe)
        heard += piece.prefix(keptMessages - heard.count)
        count += piece.count
        if count > limits.messages { return (.noisy, heard) }
        if piece.isEmpty {
          // Without a sign of its own the end of what is said is the end.
          guard life >= 0 else { return (nil, heard) }
          sources[0].fd = -1
        }
        continue
      }
      if isOver { return (nil, heard) }
    }
  }

  private static func piece(of pipe: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, count in
      count = max(0, read(pipe, buffer.baseAddress, 1 << 14))
    }
  }
}
